import type { Route } from '../platform/web/route.ts'
import { agreementRoutes } from './agreements/agreement-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { relationshipRoutes } from './relationships/relationship-routes.ts'
import { startingRoutes } from './relationships/starting-routes.ts'
import { planningRoutes } from './sessions/planning-routes.ts'
import { sessionRoutes } from './sessions/session-routes.ts'
import type { SupervisionSettings } from './settings.ts'

/** Supervision: beside the CPD record, with its own doors. */
export function supervisionRoutes(settings: SupervisionSettings): Route[] {
  return [
    ...relationshipRoutes(settings),
    ...startingRoutes(settings),
    ...agreementRoutes(settings),
    ...planningRoutes(settings),
    ...sessionRoutes(settings),
    ...calendarRoutes(settings),
  ]
}
