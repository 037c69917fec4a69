import { tag } from '../../platform/ui/govuk/tag.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { quotedTitle, stateOf, type Piece, type PieceState } from '../piece.ts'
import { yearInWords } from '../standing-words.ts'
import type { Verdict } from '../verdict.ts'
import type { PieceVerdict } from '../piece-verdict.ts'

/** Why a piece counts or does not for one year, in a sentence of its own. */
export function reasonInWords(
  { reason, hasPeerReflection }: PieceVerdict,
  verdict: Verdict,
  pieces: readonly Piece[],
): string {
  const year = yearInWords(verdict.closingYear)
  switch (reason.kind) {
    case 'counts':
      return hasPeerReflection
        ? `Counts for ${year}, with a peer reflection.`
        : `Counts for ${year}, without a peer reflection.`
    case 'draft-not-submitted':
      return reason.fallsIn === null || reason.fallsIn === verdict.closingYear
        ? 'Does not count yet: it is a draft and has not been submitted.'
        : `A draft that would not count for ${year}: its date falls in ${yearInWords(reason.fallsIn)}.`
    case 'submitted-after-cut-off':
      return `Does not count for ${year}: it was submitted after the cut-off.`
    case 'dated-outside':
      if (reason.fallsIn === null)
        return 'Does not count: its date is before any registration year that we have rules for.'
      return reason.countedIn === null
        ? `Does not count for ${year}: its date falls in ${yearInWords(reason.fallsIn)}.`
        : `Belongs to ${yearInWords(reason.fallsIn)}, and counted for ${yearInWords(reason.countedIn)}.`
    case 'already-counted':
      return `Does not count for ${year}: it counted for ${yearInWords(reason.closingYear)} already.`
    case 'identical':
      return `Says the same as ${quotedTitle(pieces, reason.toPieceId)}: the two count once${reason.countedIn === verdict.closingYear ? '' : `, and that was for ${yearInWords(reason.countedIn)}`}.`
    case 'withdrawn':
      return 'Does not count: you withdrew it.'
  }
}

/** What is worth a look about a piece whatever its verdict. */
export function warningsInWords({ warnings }: PieceVerdict, pieces: readonly Piece[]): string[] {
  return warnings.map(warning => {
    switch (warning.kind) {
      case 'very-like':
        return `What you wrote is very like ${quotedTitle(pieces, warning.pieceId)}. Check that they are different pieces of learning.`
      case 'unsubmitted-changes':
        return 'You have changes that you have not resubmitted. What you submitted last is what counts.'
      case 'changed-after-cut-off':
        return 'You resubmitted it after the cut-off: the version from before the cut-off is what was judged.'
    }
  })
}

const stateTags: Record<PieceState, { readonly content: string; readonly classes: string }> = {
  draft: { content: 'Draft', classes: 'govuk-tag--yellow' },
  submitted: { content: 'Submitted', classes: 'govuk-tag--green' },
  'submitted-with-changes': {
    content: 'Submitted, with changes not resubmitted',
    classes: 'govuk-tag--orange',
  },
  withdrawn: { content: 'Withdrawn', classes: 'govuk-tag--grey' },
}

export function stateTag(piece: Piece): Html {
  return html`${tag(stateTags[stateOf(piece)])}`
}
