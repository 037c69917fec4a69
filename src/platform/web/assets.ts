import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { build } from 'esbuild'

export interface Assets {
  readonly files: readonly Asset[]
  /** Addresses that carry a hash of the contents, so that browsers may keep them for good. */
  readonly stylesheetUrl: string
  readonly scriptUrl: string
}

interface Asset {
  readonly url: string
  readonly contentType: string
  readonly bytes: Buffer
  readonly brotli: Buffer | null
  readonly immutable: boolean
}

const toBrotli = promisify(brotliCompress)
const root = fileURLToPath(new URL('../../../', import.meta.url))

const contentTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}

/** Compiles the browser's script and stylesheet and reads the files in `public/`: once, when the process starts. */
export async function buildAssets(): Promise<Assets> {
  const [script, stylesheet, publicFiles] = await Promise.all([
    bundle('src/browser/enhance.ts', 'js'),
    bundle('src/platform/ui/styles/confer.css', 'css'),
    readPublicFiles(join(root, 'public')),
  ])
  return { files: [script, stylesheet, ...publicFiles], scriptUrl: script.url, stylesheetUrl: stylesheet.url }
}

async function bundle(entry: string, kind: 'js' | 'css'): Promise<Asset> {
  const result = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari15'],
    // GOV.UK's stylesheet names the files of a typeface that only GOV.UK may use; ours never asks for it.
    external: ['/assets/*'],
    logLevel: 'silent',
  })
  const contents = result.outputFiles[0]?.text ?? ''
  const bytes = Buffer.from(kind === 'css' ? withoutGovukTypeface(contents) : contents)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return {
    url: `/assets/confer-${hash}.${kind}`,
    contentType: kind === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    bytes,
    brotli: await toBrotli(bytes),
    immutable: true,
  }
}

/** GDS Transport is licensed for GOV.UK alone, and we are not on GOV.UK: the reader's own system typeface instead. */
function withoutGovukTypeface(css: string): string {
  return css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(
      /"?GDS Transport"?,\s*arial,\s*sans-serif/gi,
      'system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif',
    )
}

async function readPublicFiles(dir: string): Promise<Asset[]> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true })
  return Promise.all(
    names
      .filter(entry => entry.isFile())
      .map(async entry => {
        const file = join(entry.parentPath, entry.name)
        return {
          url: file.slice(dir.length).replaceAll('\\', '/'),
          contentType: contentTypes[extname(file)] ?? 'application/octet-stream',
          bytes: await readFile(file),
          brotli: null,
          immutable: false,
        }
      }),
  )
}
