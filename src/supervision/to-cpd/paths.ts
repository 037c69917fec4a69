import { path } from '../../platform/web/path.ts'

export const toCpdPath = path('/supervision/:relationshipId/sessions/:sessionId/to-cpd')
