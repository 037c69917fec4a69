import { html } from '../platform/ui/html.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { submitPiece } from './actions/submit-piece.ts'
import { findProblems } from './answers.ts'
import { findMyPiece, getMyRecord, getMyStanding } from './find-mine.ts'
import { checkPath, piecePath, submittedPath } from './paths.ts'
import { isPieceId } from './piece-id.ts'
import { checkAnswersScreen, type CheckAnswers } from './screens/check-answers.ts'
import { removedCharactersNotice } from './screens/edit-piece.ts'
import { beforeSubmitting } from './screens/submission-warnings.ts'
import { submittedScreen } from './screens/submitted.ts'
import type { CpdSettings } from './settings.ts'
import { todaysForm } from './todays-form.ts'
import { whoReceivesIt } from './who-receives-it.ts'

/** Check your answers, submit, and what that leaves to be done. */
export function submittingRoutes(settings: CpdSettings): Route[] {
  const { packs, recordGoesTo, queue } = settings
  return [
    get(checkPath, signedIn, visit => showAnswers(settings, visit, visit.params.pieceId, 'shown')),

    post(checkPath, signedIn, { once: ['version'] }, async visit => {
      const { pieceId } = visit.params
      if (!isPieceId(pieceId)) return notFoundPage()
      const submitted = await submitPiece(visit.db, queue, {
        personId: visit.actor.personId,
        pieceId,
        shownVersion: Number(visit.form.text('version')) || 0,
        ...todaysForm(packs, visit.now),
        now: visit.now,
      })
      const submittedUrl = (number: number) => submittedPath.url({ pieceId, number: String(number) })
      if (submitted.ok) return redirect(submittedUrl(submitted.value.number))
      switch (submitted.refusal.kind) {
        case 'not-found':
          return notFoundPage()
        case 'already-submitted':
          return redirect(submittedUrl(submitted.refusal.number))
        case 'nothing-to-submit':
          return redirect(piecePath.url({ pieceId }, { done: 'nothing-changed' }))
        case 'incomplete':
        case 'changed-elsewhere':
          return showAnswers(settings, visit, pieceId, submitted.refusal.kind)
      }
    }),

    get(submittedPath, signedIn, async visit => {
      const { record, standing } = await getMyStanding(settings, visit)
      const piece = record.pieces.find(({ pieceId }) => pieceId === visit.params.pieceId)
      const submission = piece?.submissions.find(({ number }) => String(number) === visit.params.number)
      if (!piece || !submission) return notFoundPage()
      return submittedScreen({
        piece,
        submission,
        standing,
        pieces: record.pieces,
        whoReceivesIt: whoReceivesIt(recordGoesTo, standing.current.pack.names.regulator),
        copies: recordGoesTo === 'nobody',
      })
    }),
  ]
}

async function showAnswers(
  { packs, recordGoesTo }: CpdSettings,
  visit: SignedInVisit,
  pieceId: string,
  outcome: CheckAnswers['outcome'],
): Promise<Reply> {
  const found = await findMyPiece(visit, pieceId)
  if (found === null) return notFoundPage()
  const { piece, draftAnswers } = found
  if (draftAnswers === null) return redirect(piecePath.url({ pieceId }, { done: 'nothing-changed' }))
  const record = await getMyRecord(visit)
  const form = todaysForm(packs, visit.now)
  const isComplete = findProblems(form.pack, draftAnswers, form.today).length === 0
  return checkAnswersScreen(visit, {
    ...form,
    piece,
    answers: draftAnswers,
    layout: record.formLayout,
    outcome,
    warnings: html`${removedCharactersNotice(Number(visit.query.get('removed')) || 0)}
    ${isComplete && beforeSubmitting({ packs, record, pieceId, now: visit.now, pack: form.pack, answers: draftAnswers })}`,
    whoReceivesIt: whoReceivesIt(recordGoesTo, form.pack.names.regulator),
  })
}
