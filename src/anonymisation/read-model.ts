import { readFile } from 'node:fs/promises'
import { loadModel, type Model } from './names/model.ts'

/**
 * What the check needs to know, read once when the process starts. With it `checkTexts` is the way in for whatever comes
 * to the server: pieces today, attachments and imports when there are any.
 */
export async function readModel(): Promise<Model> {
  return loadModel(await readFile(new URL('names/model.bin', import.meta.url)))
}
