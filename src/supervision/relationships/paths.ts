import { path } from '../../platform/web/path.ts'

export const startSupervisionPath = path('/supervision/start')
export const takeBackAskedPath = path('/supervision/invitations/:invitationId/take-back')
export const relationshipPath = path('/supervision/:relationshipId')
export const endRelationshipPath = path('/supervision/:relationshipId/end')
export const ownPolicyPath = path('/supervision/:relationshipId/policy')
