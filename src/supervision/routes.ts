import { agreedActionRoutes } from './agreed-actions/agreed-action-routes.ts'
import type { Route } from '../platform/web/route.ts'
import { caseDecisionRoutes } from './case-decisions/case-decision-routes.ts'
import { noteVersionRoutes } from './notes/note-version-routes.ts'
import { personalNoteRoutes } from './notes/personal-note-routes.ts'
import { recordRoutes } from './record/record-routes.ts'
import { recordVersionRoutes } from './record/record-version-routes.ts'
import { agreementRoutes } from './agreements/agreement-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { relationshipRoutes } from './relationships/relationship-routes.ts'
import { startingRoutes } from './relationships/starting-routes.ts'
import { planningRoutes } from './sessions/planning-routes.ts'
import { sessionRoutes } from './sessions/session-routes.ts'
import { correctionRoutes } from './sessions/correction-routes.ts'
import { assuranceRoutes } from './assurance/assurance-routes.ts'
import { openingRoutes } from './openings/opening-routes.ts'
import { ownHoldRoutes } from './retention/own-hold-routes.ts'
import { holdRoutes } from './retention/hold-routes.ts'
import type { SupervisionSettings } from './settings.ts'
import { sharingRoutes } from './sharing/sharing-routes.ts'
import { timeSpentRoutes } from './time-spent/time-spent-routes.ts'
import { toCpdRoutes } from './to-cpd/to-cpd-routes.ts'

/** Supervision: beside the CPD record, with its own doors. */
export function supervisionRoutes(settings: SupervisionSettings): Route[] {
  return [
    ...caseDecisionRoutes(settings),
    ...recordRoutes(settings),
    ...recordVersionRoutes(settings),
    ...agreedActionRoutes(settings),
    ...timeSpentRoutes(settings),
    ...personalNoteRoutes(settings),
    ...noteVersionRoutes(settings),
    ...sharingRoutes(settings),
    ...toCpdRoutes(settings),
    ...relationshipRoutes(settings),
    ...startingRoutes(settings),
    ...agreementRoutes(settings),
    ...planningRoutes(settings),
    ...sessionRoutes(settings),
    ...correctionRoutes(settings),
    ...calendarRoutes(settings),
    ...openingRoutes(settings),
    ...assuranceRoutes(settings),
    ...holdRoutes(settings),
    ...ownHoldRoutes(settings),
  ]
}
