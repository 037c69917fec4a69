import { path } from '../../platform/web/path.ts'

/** Whom a manager or an auditor may open. */
export const openablePath = path('/supervision/openings')
export const openPath = path('/supervision/:relationshipId/open')
/** Who opened it, for those whose records they are. */
export const openingsPath = path('/supervision/:relationshipId/openings')
export const closePath = path('/supervision/:relationshipId/openings/:doorId/close')
/** What is open then. */
export const openedPath = path('/supervision/:relationshipId')
