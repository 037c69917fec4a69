import { markCopied } from './actions/mark-copied.ts'
import type { DateParts } from '../platform/day.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { findMyPiece } from './find-mine.ts'
import { copyPath, piecePath } from './paths.ts'
import { copyPieceScreen } from './screens/copy-piece.ts'
import { readDoneOn } from './done-on.ts'
import { stateOf, type Copied } from './piece.ts'
import { dateErrorInWords, type DateError } from './screens/date-error.ts'
import type { CpdSettings } from './settings.ts'
import { readContent } from './submission-content.ts'
import { todaysForm } from './todays-form.ts'

const noDate: DateParts = { day: '', month: '', year: '' }

/** Where the regulator does not run Confer, the practitioner copies each piece there and marks that it is done. */
export function copyingRoutes(settings: CpdSettings): Route[] {
  const { packs, recordGoesTo } = settings
  if (recordGoesTo === 'regulator') return []
  return [
    get(copyPath, signedIn, visit => show(settings, visit, visit.params.pieceId, noDate, null)),

    post(
      copyPath,
      signedIn,
      { once: ['number', 'copied-day', 'copied-month', 'copied-year', 'press'] },
      async visit => {
        const { pieceId } = visit.params
        const { form, db, now, actor } = visit
        const found = await findMyPiece(visit, pieceId)
        if (found === null) return notFoundPage()
        const mark = (copied: Copied | null) =>
          markCopied(db, { personId: actor.personId, pieceId, copied, now })
        if (form.text('press') === 'not-copied') {
          await mark(null)
          return redirect(copyPath.url({ pieceId }))
        }
        // What the page showed, even if the piece was resubmitted in the meantime: that is what was copied.
        const shown = found.piece.submissions.find(({ number }) => String(number) === form.text('number'))
        if (shown === undefined) return notFoundPage()
        const typed = {
          day: form.text('copied-day'),
          month: form.text('copied-month'),
          year: form.text('copied-year'),
        }
        const on = readDoneOn(typed, todaysForm(packs, now).today, null)
        if (!on.ok) return show(settings, visit, pieceId, typed, dateErrorInWords(on.refusal, null))
        await mark({ on: on.value, number: shown.number })
        return redirect(piecePath.url({ pieceId }, { done: 'copied' }))
      },
    ),
  ]
}

async function show(
  { packs }: CpdSettings,
  visit: SignedInVisit,
  pieceId: string,
  date: DateParts,
  error: DateError | null,
): Promise<Reply> {
  const found = await findMyPiece(visit, pieceId)
  if (found === null || found.latestContent === null || stateOf(found.piece) === 'withdrawn')
    return notFoundPage()
  return copyPieceScreen(visit, {
    piece: found.piece,
    content: readContent(found.latestContent),
    regulator: todaysForm(packs, visit.now).pack.names.regulator,
    date,
    error,
  })
}
