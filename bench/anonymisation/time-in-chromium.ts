import { chromium } from 'playwright-core'
import { launchOptions } from '../../test/support/chromium.ts'
import { findChromium } from '../../test/support/find-chromium.ts'
import { median, quantile } from '../figures.ts'
import type { Times } from './time-in-node.ts'
import { bundleEngine, readModelBytes } from './weigh-engine.ts'

/** Milliseconds for each text in a real Chromium, after all were read once. */
export async function timeInChromium(texts: readonly string[]): Promise<Times> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: launchOptions })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundleEngine() })
    const times = await page.evaluate(timeAll, {
      texts,
      model: readModelBytes().toString('base64'),
    })
    const each = times.map(rounds => median(rounds))
    return { median: median(each), p95: quantile(each, 0.95) }
  } finally {
    await browser.close()
  }
}

interface Engine {
  loadModel(bytes: Uint8Array): unknown
  checkTexts(texts: readonly string[], model: unknown): unknown
}

/** Runs in the page: each text five times, of which the median counts, as in `timeInNode`. */
function timeAll({ texts, model }: { texts: readonly string[]; model: string }): number[][] {
  const { engine } = globalThis as unknown as { engine: Engine }
  const loaded = engine.loadModel(Uint8Array.from(atob(model), sign => sign.charCodeAt(0)))
  for (const text of texts) engine.checkTexts([text], loaded)
  return texts.map(text =>
    [1, 2, 3, 4, 5].map(() => {
      const start = performance.now()
      engine.checkTexts([text], loaded)
      return performance.now() - start
    }),
  )
}
