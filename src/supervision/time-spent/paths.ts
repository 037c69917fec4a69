import { path } from '../../platform/web/path.ts'

export const timeSpentPath = path('/supervision/:relationshipId/sessions/:sessionId/time-spent')
