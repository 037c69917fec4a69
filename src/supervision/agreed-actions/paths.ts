import { path } from '../../platform/web/path.ts'

export const agreedActionsPath = path('/supervision/:relationshipId/sessions/:sessionId/actions')
export const closeActionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/actions/:actionId/close',
)
export const reopenActionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/actions/:actionId/reopen',
)
