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

export const caseDecisionsPath = path('/supervision/:relationshipId/sessions/:sessionId/case-decisions')
export const caseDecisionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/case-decisions/:decisionId',
)
export const caseDecisionsFilePath = path(
  '/supervision/:relationshipId/sessions/:sessionId/case-decisions-file',
)
export const takeOutPath = path('/supervision/:relationshipId/sessions/:sessionId/take-out-case-decisions')

export const notesPath = path('/supervision/:relationshipId/sessions/:sessionId/notes')
export const timeSpentPath = path('/supervision/:relationshipId/sessions/:sessionId/time-spent')

export const agreedActionsPath = path('/supervision/:relationshipId/sessions/:sessionId/actions')
export const closeActionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/actions/:actionId/close',
)
export const reopenActionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/actions/:actionId/reopen',
)

export const sharePath = path('/supervision/:relationshipId/sessions/:sessionId/share')
export const takeBackPath = path('/supervision/:relationshipId/sessions/:sessionId/share/:pieceId/take-back')
export const sharedPiecePath = path(
  '/supervision/:relationshipId/sessions/:sessionId/share/:personId/:pieceId',
)

export const toCpdPath = path('/supervision/:relationshipId/sessions/:sessionId/to-cpd')
