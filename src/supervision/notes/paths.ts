import { path } from '../../platform/web/path.ts'

export const notesPath = path('/supervision/:relationshipId/sessions/:sessionId/notes')
