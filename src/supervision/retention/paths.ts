import { path } from '../../platform/web/path.ts'

export const holdsPath = path('/organisations/:organisationId/holds')
export const holdPath = path('/organisations/:organisationId/holds/:relationshipId')
/** Of two people who supervise without an organisation. */
export const keptLongerPath = path('/supervision/:relationshipId/kept-longer')
export const liftKeptLongerPath = path('/supervision/:relationshipId/kept-longer/lift')
export const liftHoldPath = path('/organisations/:organisationId/holds/:relationshipId/lift')
