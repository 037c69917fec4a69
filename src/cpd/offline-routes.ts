import { anyone, get, type Route } from '../platform/web/route.ts'
import { offlinePath } from './paths.ts'
import { offlineScreen } from './screens/offline.ts'
import type { CpdSettings } from './settings.ts'
import { todaysForm } from './todays-form.ts'

/** The page for want of a network, which service workers fetch while there is one. */
export function offlineRoutes({ packs, scripts }: CpdSettings): Route[] {
  return [
    get(offlinePath, anyone, visit =>
      offlineScreen(visit, { ...todaysForm(packs, visit.now), scriptUrl: scripts.offline }),
    ),
  ]
}
