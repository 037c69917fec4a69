import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/** A real browser, one for a whole file of tests. */
export interface Chromium {
  /** A new window with cookies of its own. What it is told of a person's session signs it in. */
  open(options?: WindowOptions): Promise<Page>
  close(): Promise<void>
}

export interface WindowOptions {
  readonly javaScript?: boolean
  /** In CSS pixels. 320 is the narrowest that WCAG 2.2 asks for (1.4.10). */
  readonly width?: number
  readonly cookies?: ReadonlyMap<string, string>
  /** Shares the cookies of that window, as a second tab does. */
  readonly besides?: Page
}

export interface LastReply {
  readonly status: number
  /** The markup as it came over the wire, before the browser mended anything. */
  readonly html: string
}

interface Seen {
  reply: Promise<LastReply> | null
  readonly consoleErrors: string[]
}

const seenIn = new WeakMap<Page, Seen>()

/** Without these Chromium looks for its maker's hosts at every start; the sandbox cannot run as root. */
export const launchOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `address` is where the product listens: addresses in `page.goto` may leave it out. */
export async function startChromium(address: string): Promise<Chromium> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: launchOptions })
  return {
    async open({ javaScript = true, width = 1024, cookies, besides } = {}) {
      const context =
        besides?.context() ??
        (await browser.newContext({
          baseURL: address,
          javaScriptEnabled: javaScript,
          viewport: { width, height: 900 },
          reducedMotion: 'reduce',
        }))
      context.setDefaultTimeout(8_000)
      if (cookies) await addCookies(context, address, cookies)
      const page = await context.newPage()
      watch(page)
      return page
    },
    close: () => browser.close(),
  }
}

/** What the server last sent for the page in this window. */
export async function lastReply(page: Page): Promise<LastReply> {
  const reply = await seenIn.get(page)?.reply
  if (!reply) throw new Error('this window has shown no page yet')
  return reply
}

/** What went wrong in the browser's eyes since the last time this was asked. */
export function takeConsoleErrors(page: Page): string[] {
  return seenIn.get(page)?.consoleErrors.splice(0) ?? []
}

async function addCookies(
  context: BrowserContext,
  url: string,
  cookies: ReadonlyMap<string, string>,
): Promise<void> {
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
}

function watch(page: Page): void {
  const seen: Seen = { reply: null, consoleErrors: [] }
  seenIn.set(page, seen)
  page.on('response', response => {
    const request = response.request()
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame()
    const isRedirect = response.status() >= 300 && response.status() < 400
    if (!isPage || isRedirect) return
    seen.reply = response.text().then(
      html => ({ status: response.status(), html }),
      () => ({ status: response.status(), html: '' }),
    )
  })
  page.on('console', message => {
    // The browser also reports that a page came with an error's status: that is ours to choose, and tested as such.
    const isOwnStatus = /^Failed to load resource: .* status of 4/.test(message.text())
    if (message.type() === 'error' && !(isOwnStatus && message.location().url === page.url()))
      seen.consoleErrors.push(message.text())
  })
  page.on('pageerror', error => seen.consoleErrors.push(String(error)))
}
