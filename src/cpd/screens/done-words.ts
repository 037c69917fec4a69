/** What was done on the page before, by the code in the address; an address may hold no words of its own. */
export function doneInWords(code: string | null): string | null {
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
      return 'The earlier version is restored as a draft. It does not count until you submit it.'
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
