import { warningText } from '../../platform/ui/govuk/warning-text.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import type { RulePack, RulePacks } from '../../schemes/rule-pack.ts'
import type { Answers } from '../answers.ts'
import { historyOf, quotedTitle } from '../piece.ts'
import { missingInWords, yearInWords } from '../standing-words.ts'
import type { PractitionerRecord } from '../practitioner-record.ts'
import { summarise } from '../submitted-version.ts'
import { recordVerdicts } from '../verdict.ts'
import type { PieceHistory, PieceVerdict } from '../piece-verdict.ts'
import { ifSubmitted, ifWithdrawn, yearsUnmetBy } from '../what-if.ts'

/** What a press would change, worked out before it: said on the page, never in the way. */

interface BeforeChange {
  readonly packs: RulePacks
  readonly record: PractitionerRecord
  readonly pieceId: string
  readonly now: Date
}

export function beforeSubmitting(
  change: BeforeChange & { readonly pack: RulePack; readonly answers: Answers },
): Html {
  const { packs, record, pieceId, now, pack, answers } = change
  const histories = record.pieces.map(historyOf)
  const after = ifSubmitted(histories, pieceId, summarise(pack, answers), now)
  const years = recordVerdicts(packs, after, record.registration, now, record.keptSince)
  const piece = years.at(-1)?.verdict.reasons.find(reason => reason.pieceId === pieceId)
  return html`${unmetWarning(change, histories, after)} ${piece && pieceWarning(piece, record)}`
}

export function beforeWithdrawing(change: BeforeChange): Html {
  const histories = change.record.pieces.map(historyOf)
  return unmetWarning(change, histories, ifWithdrawn(histories, change.pieceId, change.now))
}

function unmetWarning(
  { packs, record, now }: BeforeChange,
  before: readonly PieceHistory[],
  after: readonly PieceHistory[],
): Html {
  const { registration, keptSince } = record
  return html`${yearsUnmetBy({ packs, registration, keptSince, at: now, before, after }).map(
    ({ pack, verdict }) =>
      warningText({
        content: `Our record shows that your requirement for ${yearInWords(verdict.closingYear)} is met. If you do this it will no longer be met: you would still need to ${missingInWords(pack, verdict)}.`,
      }),
  )}`
}

/** Why the piece would not count, or what is worth a look although it would. */
function pieceWarning({ reason, warnings }: PieceVerdict, record: PractitionerRecord): Html {
  const nameOf = (pieceId: string) => quotedTitle(record.pieces, pieceId)
  const veryLike = warnings.find(warning => warning.kind === 'very-like')
  switch (reason.kind) {
    case 'identical':
      return warningText({
        content: `What you wrote is the same as in ${nameOf(reason.toPieceId)}. You can submit it, but the two count once.`,
      })
    case 'dated-outside':
      return warningText({
        content:
          reason.fallsIn === null
            ? 'The date is before any registration year that we have rules for, so this piece will not count.'
            : `The date falls in the registration year ${yearInWords(reason.fallsIn)}, so this piece will not count for the year that is running now.`,
      })
    case 'already-counted':
      return warningText({
        content: `This piece counted for ${yearInWords(reason.closingYear)} already. It cannot count for another year.`,
      })
    case 'counts':
    case 'draft-not-submitted':
    case 'submitted-after-cut-off':
    case 'withdrawn':
      return veryLike
        ? warningText({
            content: `What you wrote is very like ${nameOf(veryLike.pieceId)}. It counts, but check that the two are different pieces of learning.`,
          })
        : nothing
  }
}
