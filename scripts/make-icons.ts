import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startChromium } from '../test/support/chromium.ts'

/**
 * Makes the pictures that the manifest names from `public/icon.svg`, by a browser: `node scripts/make-icons.ts`. They
 * are kept in the repository, as a server has no browser.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'public/icons')
const drawing = await readFile(join(root, 'public/icon.svg'), 'utf8')
const ground = /<rect[^>]*fill="(#\w+)"/.exec(drawing)?.[1] ?? '#000'

await mkdir(folder, { recursive: true })
const chromium = await startChromium('http://127.0.0.1')
try {
  const page = await chromium.open()
  const draw = async (file: string, size: number, drawn: number, background: string) => {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>html { background: ${background} } body { margin: ${(size - drawn) / 2}px } svg { display: block; width: ${drawn}px }</style>${drawing}`,
    )
    await page.screenshot({ path: join(folder, file), omitBackground: true })
  }
  await draw('icon-192.png', 192, 192, 'transparent')
  await draw('icon-512.png', 512, 512, 'transparent')
  // A telephone may cut off all but a circle of four fifths across: the ground fills the square, the drawing stays within.
  await draw('icon-maskable-512.png', 512, 360, ground)
} finally {
  await chromium.close()
}
