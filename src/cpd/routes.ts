import type { Route } from '../platform/web/route.ts'
import { changingRoutes } from './changing-routes.ts'
import { copyingRoutes } from './copying-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { editingRoutes } from './editing-routes.ts'
import { offlineRoutes } from './offline-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { renewalRoutes } from './renewal-routes.ts'
import { revisionRoutes } from './revision-routes.ts'
import type { CpdSettings } from './settings.ts'
import { submittingRoutes } from './submitting-routes.ts'
import { wordRoutes } from './word-routes.ts'

export function cpdRoutes(settings: CpdSettings): Route[] {
  return [
    ...readingRoutes(settings),
    ...editingRoutes(settings),
    ...deviceRoutes(settings),
    ...submittingRoutes(settings),
    ...changingRoutes(settings),
    ...copyingRoutes(settings),
    ...renewalRoutes(settings),
    ...revisionRoutes(settings),
    ...offlineRoutes(settings),
    ...wordRoutes(settings),
  ]
}
