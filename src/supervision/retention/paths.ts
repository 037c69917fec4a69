import { path } from '../../platform/web/path.ts'

export const holdsPath = path('/organisations/:organisationId/holds')
export const holdPath = path('/organisations/:organisationId/holds/:relationshipId')
export const liftHoldPath = path('/organisations/:organisationId/holds/:relationshipId/lift')
