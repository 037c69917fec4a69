import { path } from '../../platform/web/path.ts'

export const caseDecisionsPath = path('/supervision/:relationshipId/sessions/:sessionId/case-decisions')
export const caseDecisionPath = path(
  '/supervision/:relationshipId/sessions/:sessionId/case-decisions/:decisionId',
)
export const caseDecisionsFilePath = path(
  '/supervision/:relationshipId/sessions/:sessionId/case-decisions-file',
)
export const takeOutPath = path('/supervision/:relationshipId/sessions/:sessionId/take-out-case-decisions')
