import { path } from '../../platform/web/path.ts'

export const planSessionPath = path('/supervision/:relationshipId/plan')
export const planSeriesPath = path('/supervision/:relationshipId/plan-series')
export const sessionPath = path('/supervision/:relationshipId/sessions/:sessionId')
export const moveSessionPath = path('/supervision/:relationshipId/sessions/:sessionId/move')
export const cancelSessionPath = path('/supervision/:relationshipId/sessions/:sessionId/cancel')
export const heldSessionPath = path('/supervision/:relationshipId/sessions/:sessionId/held')
export const correctSessionPath = path('/supervision/:relationshipId/sessions/:sessionId/correct')
export const agendaPath = path('/supervision/:relationshipId/sessions/:sessionId/agenda')
export const agendaItemPath = path('/supervision/:relationshipId/sessions/:sessionId/agenda/:itemId/remove')
