import { path } from '../../platform/web/path.ts'

export const recordPath = path('/supervision/:relationshipId/sessions/:sessionId/record')
export const commentPath = path('/supervision/:relationshipId/sessions/:sessionId/record/comment')
export const signRecordPath = path('/supervision/:relationshipId/sessions/:sessionId/record/sign')
export const answerRecordPath = path('/supervision/:relationshipId/sessions/:sessionId/record/answer')
export const addToRecordPath = path('/supervision/:relationshipId/sessions/:sessionId/record/additions')
export const recordVersionsPath = path('/supervision/:relationshipId/sessions/:sessionId/record/versions')
export const recordVersionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/record/versions/:number',
)
