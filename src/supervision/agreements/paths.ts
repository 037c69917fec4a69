import { path } from '../../platform/web/path.ts'

export const agreementPath = path('/supervision/:relationshipId/agreement')
/** Not “…/edit”: by that ending the browser knows a whole piece of CPD, which it keeps a copy of. */
export const agreementDraftPath = path('/supervision/:relationshipId/agreement/draft')
export const agreementCheckPath = path('/supervision/:relationshipId/agreement/check')
export const agreementVersionPath = path('/supervision/:relationshipId/agreement/versions/:version')
export const agreementRevisionsPath = path('/supervision/:relationshipId/agreement/draft/earlier')
export const agreementRevisionPath = path('/supervision/:relationshipId/agreement/draft/earlier/:number')
