import { path } from '../../platform/web/path.ts'

export const sharePath = path('/supervision/:relationshipId/sessions/:sessionId/share')
export const takeBackPath = path('/supervision/:relationshipId/sessions/:sessionId/share/:pieceId/take-back')
export const sharedPiecePath = path(
  '/supervision/:relationshipId/sessions/:sessionId/share/:personId/:pieceId',
)
