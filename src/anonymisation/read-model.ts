import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { loadModel, type Model } from './names/model.ts'

/**
 * What the check needs to know, read once when the process starts. With it `checkTexts` is the way in for whatever comes
 * to the server: pieces today, attachments and imports when there are any.
 */
export async function readModel(): Promise<Model> {
  const packed = await readFile(new URL('names/model.bin.br', import.meta.url))
  return loadModel(await promisify(brotliDecompress)(packed))
}
