import { path } from '../platform/web/path.ts'

export const homePath = path('/')
export const overviewPath = path('/cpd')
export const yearPath = path('/cpd/years/:closingYear')
export const draftsPath = path('/cpd/drafts')
export const newPiecePath = path('/cpd/new')
export const piecePath = path('/cpd/pieces/:pieceId')
export const editPath = path('/cpd/pieces/:pieceId/edit')
export const editQuestionPath = path('/cpd/pieces/:pieceId/edit/:questionId')
export const checkPath = path('/cpd/pieces/:pieceId/check')
export const keptWordsPath = path('/cpd/pieces/:pieceId/kept-words')
export const submittedPath = path('/cpd/pieces/:pieceId/submitted/:number')
export const submissionPath = path('/cpd/pieces/:pieceId/submissions/:number')
export const submissionFilePath = path('/cpd/pieces/:pieceId/submissions/:number/file')
export const copyPath = path('/cpd/pieces/:pieceId/copy')
export const deletePath = path('/cpd/pieces/:pieceId/delete')
export const discardPath = path('/cpd/pieces/:pieceId/discard-changes')
export const withdrawPath = path('/cpd/pieces/:pieceId/withdraw')
export const revisionsPath = path('/cpd/pieces/:pieceId/revisions')
export const revisionPath = path('/cpd/pieces/:pieceId/revisions/:number')
export const deletedDraftsPath = path('/cpd/deleted')
export const restoreDraftPath = path('/cpd/deleted/:pieceId/restore')
export const neverWritePath = path('/never-write-list')
export const neverWriteKeyPath = path('/never-write-list/key')
export const offlinePath = path('/offline')
export const stepPath = path('/renewal/:closingYear/:step')

/** The form: all questions on one page, or one of them. */
export function formUrlOf(
  pieceId: string,
  questionId: string | undefined,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return questionId === undefined
    ? editPath.url({ pieceId }, query)
    : editQuestionPath.url({ pieceId, questionId }, query)
}

/** The form at one question, in whichever layout the practitioner likes. */
export function editUrlAt(pieceId: string, questionId: string | undefined): string {
  return `${editPath.url({ pieceId }, { question: questionId })}${questionId === undefined ? '' : `#${questionId}`}`
}
