import { findProfile } from '../organisations/profiles-store.ts'
import { get, signedIn, type Route } from '../platform/web/route.ts'
import { assuranceRoutes } from './assurance/assurance-routes.ts'
import { openingRoutes } from './openings/opening-routes.ts'
import { supervisionPath } from './paths.ts'
import { holdRoutes } from './retention/hold-routes.ts'
import { startScreen } from './screens/start-screen.ts'
import type { SupervisionSettings } from './settings.ts'

/** Supervision: beside the CPD record, with its own doors. */
export function supervisionRoutes(settings: SupervisionSettings): Route[] {
  return [
    get(supervisionPath, signedIn, async visit =>
      startScreen(visit, await findProfile(visit.db, visit.actor.personId)),
    ),
    ...openingRoutes(settings),
    ...assuranceRoutes(settings),
    ...holdRoutes(settings),
  ]
}
