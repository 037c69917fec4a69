import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

export const modelPath = fileURLToPath(new URL('../../src/anonymisation/names/model.bin', import.meta.url))

/** The code as a browser gets it: `checkTexts` and `loadModel` as properties of `engine`. */
export async function bundleEngine(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { checkTexts } from './check-texts.ts'
        export { loadModel } from './names/model.ts'`,
      resolveDir: fileURLToPath(new URL('../../src/anonymisation/', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'engine',
    target: 'safari15',
    write: false,
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('nothing was bundled')
  return bundle.text
}

/** Bytes of all that a browser has to fetch: code and model, by brotli. */
export async function weighBrotli(): Promise<number> {
  const code = brotliCompressSync(Buffer.from(await bundleEngine()))
  const model = brotliCompressSync(readFileSync(modelPath))
  return code.length + model.length
}
