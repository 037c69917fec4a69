import type { PieceState } from '../piece.ts'

/**
 * What was done on the page before, by the code in the address; an address may hold no words of its own. `state`: of the
 * piece that the page is about.
 */
export function doneInWords(code: string | null, state: PieceState = 'draft'): string | null {
  switch (code) {
    case 'copied':
      return 'Marked as copied.'
    case 'step-told':
      return 'Thank you: we have noted what you told us.'
    case 'draft-deleted':
      return 'The draft is deleted. You can bring it back from “Deleted drafts”.'
    case 'draft-restored':
      return 'The draft is back as it was.'
    case 'restored':
      return restoredInWords(state)
    case 'changes-thrown-away':
      return 'Your changes are thrown away. What you submitted last is unchanged.'
    case 'withdrawn':
      return 'The piece is withdrawn. It no longer counts; its history is kept.'
    case 'nothing-changed':
      return 'There is nothing to submit: nothing has changed since you last submitted this piece.'
    default:
      return null
  }
}

function restoredInWords(state: PieceState): string {
  switch (state) {
    case 'draft':
      return 'The earlier version is restored as a draft. It does not count until you submit it.'
    case 'submitted':
      return 'The earlier version is restored. It says what you submitted last, which keeps counting.'
    case 'submitted-with-changes':
      return 'The earlier version is restored. What you submitted last keeps counting until you resubmit.'
    case 'withdrawn':
      return 'The earlier version is restored. The piece does not count until you submit it again.'
  }
}
