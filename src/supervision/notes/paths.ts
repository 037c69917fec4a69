import { path } from '../../platform/web/path.ts'

export const notesPath = path('/supervision/:relationshipId/sessions/:sessionId/notes')
export const noteVersionsPath = path('/supervision/:relationshipId/sessions/:sessionId/notes/versions')
export const noteVersionPath = path('/supervision/:relationshipId/sessions/:sessionId/notes/versions/:number')
export const deleteNotesPath = path('/supervision/:relationshipId/sessions/:sessionId/notes/delete')
