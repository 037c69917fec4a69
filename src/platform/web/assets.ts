import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress } from 'node:zlib'
import { build } from 'esbuild'

export interface Assets {
  readonly files: readonly Asset[]
  /** Addresses that carry a hash of the contents, so that browsers may keep them for good. */
  readonly stylesheetUrl: string
  readonly scriptUrl: string
  /** Addresses of scripts that most pages do without. */
  readonly pageScripts: {
    /** Of the page for want of a network. */
    readonly offline: string
    /** Checks a form while somebody writes in it. */
    readonly formCheck: string
    /** Of the page with the answers. */
    readonly answers: string
    /** Of the page with the never-write list. */
    readonly neverWrite: string
  }
}

interface Asset {
  readonly url: string
  readonly contentType: string
  readonly bytes: Buffer
  readonly brotli: Buffer | null
  readonly cacheControl: string
  /** Of a script that runs as a worker, which has no page's policy. */
  readonly contentSecurityPolicy?: string
}

interface Bundle {
  readonly entry: string
  readonly kind: 'js' | 'css'
  /** Its fixed address; without one it is called after what is in it. */
  readonly url?: string
  readonly define?: Readonly<Record<string, string>>
}

const toBrotli = promisify(brotliCompress)
const fromBrotli = promisify(brotliDecompress)
const root = fileURLToPath(new URL('../../../', import.meta.url))

const contentTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

const forGood = 'public, max-age=31536000, immutable'
const forAnHour = 'public, max-age=3600'

/** Compiles the browser's scripts and stylesheet and reads the files in `public/`: once, when the process starts. */
export async function buildAssets(): Promise<Assets> {
  const [check, answersScript, neverWriteScript, script, offlineScript, stylesheet, publicFiles] =
    await Promise.all([
      bundleCheck(),
      bundle({ entry: 'src/browser/checking/answers-page.ts', kind: 'js' }),
      bundle({ entry: 'src/browser/checking/never-write-page.ts', kind: 'js' }),
      bundle({ entry: 'src/browser/enhance.ts', kind: 'js' }),
      bundle({ entry: 'src/browser/offline/offline-page.ts', kind: 'js' }),
      bundle({ entry: 'src/platform/ui/styles/confer.css', kind: 'css' }),
      readPublicFiles(join(root, 'public')),
    ])
  const shell = [stylesheet, script, offlineScript]
  const serviceWorker = await bundleServiceWorker([
    ...shell,
    ...publicFiles.filter(({ url }) => shellFiles.has(url)),
  ])
  return {
    files: [...shell, ...check, answersScript, neverWriteScript, serviceWorker, ...publicFiles],
    scriptUrl: script.url,
    pageScripts: {
      offline: offlineScript.url,
      formCheck: check[0].url,
      answers: answersScript.url,
      neverWrite: neverWriteScript.url,
    },
    stylesheetUrl: stylesheet.url,
  }
}

/** The script that a form loads after the first pause in writing; the worker that it starts; what that fetches. */
async function bundleCheck(): Promise<readonly [Asset, Asset, Asset]> {
  // Kept as browsers get it: to compress it as closely takes most of a second.
  const brotli = await readFile(join(root, 'src/anonymisation/names/model.bin.br'))
  const bytes = await fromBrotli(brotli)
  const model: Asset = {
    url: `/assets/confer-${hashOf(bytes)}.bin`,
    contentType: 'application/octet-stream',
    bytes,
    brotli,
    cacheControl: forGood,
  }
  const worker: Asset = {
    ...(await bundle({
      entry: 'src/browser/checking/check-worker.ts',
      kind: 'js',
      define: { MODEL_URL: JSON.stringify(model.url) },
    })),
    // What somebody writes goes through it: it may fetch from where it came from, and do nothing else.
    contentSecurityPolicy: "default-src 'none'; connect-src 'self'",
  }
  const script = await bundle({
    entry: 'src/browser/checking/form-check.ts',
    kind: 'js',
    define: { WORKER_URL: JSON.stringify(worker.url) },
  })
  return [script, worker, model]
}

/** Of the files in `public/`, what every page shows. */
const shellFiles: ReadonlySet<string> = new Set(['/icon.svg', '/manifest.webmanifest'])

/** The service worker is told what to keep, and under which name: another one as soon as any of it is another. */
async function bundleServiceWorker(shell: readonly Asset[]): Promise<Asset> {
  return bundle({
    entry: 'src/browser/offline/worker.ts',
    kind: 'js',
    // At the root, as a service worker looks after nothing above its own folder.
    url: '/service-worker.js',
    define: {
      SHELL_VERSION: JSON.stringify(
        hashOf(Buffer.concat(shell.flatMap(({ url, bytes }) => [Buffer.from(url), bytes]))),
      ),
      SHELL_FILES: JSON.stringify(shell.map(({ url }) => url)),
    },
  })
}

async function bundle({ entry, kind, url, define = {} }: Bundle): Promise<Asset> {
  const result = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    // As it is written: escapes take more bytes.
    charset: 'utf8',
    // A service worker is no module: Firefox has only taken those for a short time.
    format: url === undefined ? 'esm' : 'iife',
    target: ['es2022', 'safari15'],
    define,
    // GOV.UK's stylesheet names the files of a typeface that only GOV.UK may use; ours never asks for it.
    external: ['/assets/*'],
    logLevel: 'silent',
  })
  const contents = result.outputFiles[0]?.text ?? ''
  const bytes = Buffer.from(kind === 'css' ? withoutGovukTypeface(contents) : contents)
  return {
    url: url ?? `/assets/confer-${hashOf(bytes)}.${kind}`,
    contentType: kind === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    bytes,
    brotli: await toBrotli(bytes),
    cacheControl: url === undefined ? forGood : 'no-cache',
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12)
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
          cacheControl: forAnHour,
        }
      }),
  )
}
