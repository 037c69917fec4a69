import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { startChromium, type Chromium, type WindowOptions } from '../support/chromium.ts'
import { givenPractitioner, type Practitioner } from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'
import { visit } from './steps.ts'

/** A whole Confer and a real browser for one file of journeys. */
export interface Stage {
  readonly world: World
  readonly chromium: Chromium
  /** Somebody with an empty account and a window in which they are signed in, at home. */
  practitioner(options?: WindowOptions): Promise<{ page: Page; practitioner: Practitioner }>
}

/** Call it once, outside the tests: it starts before the first of them and is gone after the last. */
export function raiseStage(): Stage {
  let world: World
  let chromium: Chromium
  before(async () => {
    world = await startWorld()
    chromium = await startChromium(await world.listen())
  })
  after(async () => {
    await chromium.close()
    await world.close()
  })
  return {
    get world() {
      return world
    },
    get chromium() {
      return chromium
    },
    async practitioner(options = {}) {
      const practitioner = await givenPractitioner(world)
      const page = await chromium.open({ ...options, cookies: practitioner.browser.cookies })
      await visit(page, '/')
      return { page, practitioner }
    },
  }
}
