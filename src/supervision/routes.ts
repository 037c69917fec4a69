import type { Route } from '../platform/web/route.ts'
import { assuranceRoutes } from './assurance/assurance-routes.ts'
import { openingRoutes } from './openings/opening-routes.ts'
import { holdRoutes } from './retention/hold-routes.ts'
import type { SupervisionSettings } from './settings.ts'

/** Supervision: beside the CPD record, with its own doors. */
export function supervisionRoutes(settings: SupervisionSettings): Route[] {
  return [...openingRoutes(settings), ...assuranceRoutes(settings), ...holdRoutes(settings)]
}
