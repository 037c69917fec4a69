import type { Route } from '../platform/web/route.ts'
import type { SupervisionSettings } from './settings.ts'

/** Supervision: beside the CPD record, with its own doors. */
export function supervisionRoutes(_settings: SupervisionSettings): Route[] {
  return []
}
