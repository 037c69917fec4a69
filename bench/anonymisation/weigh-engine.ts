import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildAssets } from '../../src/platform/web/assets.ts'

/** What `loadModel` takes. */
export function readModelBytes(): Buffer {
  const packed = readFileSync(new URL('../../src/anonymisation/names/model.bin.br', import.meta.url))
  return brotliDecompressSync(packed)
}

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

/** Bytes, as they are sent, of all that a browser has to fetch before it can check: two scripts and the model. */
export async function weighBrotli(): Promise<number> {
  const { files, pageScripts } = await buildAssets()
  const needed = files.filter(
    ({ url, contentSecurityPolicy }) =>
      url === pageScripts.formCheck || url.endsWith('.bin') || contentSecurityPolicy !== undefined,
  )
  if (needed.length !== 3) throw new Error('The check is not the three files that it was')
  return needed.reduce((sum, { brotli, bytes }) => sum + (brotli ?? bytes).length, 0)
}
