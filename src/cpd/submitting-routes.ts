import { html } from '../platform/ui/html.ts'
import { checkVersion } from '../anonymisation/check-version.ts'
import { notFoundPage, unexpectedFieldPage } from '../platform/web/error-pages.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { actOnFinding } from './actions/act-on-finding.ts'
import { submitPiece } from './actions/submit-piece.ts'
import { findProblems } from './answers.ts'
import { readCheckPress, type CheckPress } from './check-press.ts'
import { findMyPiece, getMyRecord, getMyStanding } from './find-mine.ts'
import { isKept } from './kept-words.ts'
import { checkPath, piecePath, submittedPath } from './paths.ts'
import { findReplaced } from './find-replaced.ts'
import { checkPiece, choicesIn } from './piece-check.ts'
import { findRevision } from './revisions/find-revision.ts'
import { isId } from '../platform/id.ts'
import { checkAnswersScreen, type CheckOutcome, type UndoOffer } from './screens/check-answers.ts'
import { removedCharactersNotice } from './screens/edit-piece.ts'
import { findingsId } from '../platform/ui/ask-once-more.ts'
import { beforeSubmitting } from './screens/submission-warnings.ts'
import { submittedScreen } from './screens/submitted.ts'
import type { CpdSettings } from './settings.ts'
import { findCheckAtSubmission } from './store.ts'
import { todaysForm } from './todays-form.ts'
import { whoReceivesIt } from './who-receives-it.ts'
import { findKeptWords } from './words-store.ts'

/** Check your answers, submit, and what that leaves to be done. */
export function submittingRoutes(settings: CpdSettings): Route[] {
  const { packs, recordGoesTo, queue, model } = settings
  return [
    get(checkPath, signedIn, visit => showAnswers(settings, visit, visit.params.pieceId, 'shown')),

    post(checkPath, signedIn, { once: ['version', 'press', 'checkedBy'] }, async visit => {
      const { pieceId } = visit.params
      if (!isId(pieceId)) return notFoundPage()
      const press = readCheckPress(visit.form.text('press'))
      if (press === null)
        return unexpectedFieldPage('The form did not say which button was pressed.', visit.form)
      if (press.kind !== 'submit') return actOn(settings, visit, pieceId, press)
      const submitted = await submitPiece(visit.db, queue, {
        personId: visit.actor.personId,
        pieceId,
        shownVersion: Number(visit.form.text('version')) || 0,
        ...todaysForm(packs, visit.now),
        model,
        anyway: press.anyway,
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
        case 'ask-once-more':
          return showAnswers(settings, visit, pieceId, submitted.refusal.kind)
      }
    }),

    get(submittedPath, signedIn, async visit => {
      const { record, standing } = await getMyStanding(settings, visit)
      const piece = record.pieces.find(({ pieceId }) => pieceId === visit.params.pieceId)
      const submission = piece?.submissions.find(({ number }) => String(number) === visit.params.number)
      if (!piece || !submission) return notFoundPage()
      const { personId } = visit.actor
      return submittedScreen({
        piece,
        check: await findCheckAtSubmission(visit.db, personId, piece.pieceId, submission.number),
        submission,
        standing,
        pieces: record.pieces,
        whoReceivesIt: whoReceivesIt(recordGoesTo, standing.current.pack.names.regulator),
        copies: recordGoesTo === 'nobody',
      })
    }),
  ]
}

/** One of the buttons beside what the check found. */
async function actOn(
  settings: CpdSettings,
  visit: SignedInVisit,
  pieceId: string,
  press: Exclude<CheckPress, { kind: 'submit' }>,
): Promise<Reply> {
  const { packs, model } = settings
  // Another check may count other rewrites, and find other things in the same place.
  const isThisCheck = press.kind === 'undo' || visit.form.text('checkedBy') === checkVersion
  const acted = isThisCheck
    ? await actOnFinding(visit.db, {
        personId: visit.actor.personId,
        pieceId,
        shownVersion: Number(visit.form.text('version')) || 0,
        press,
        undo: undoIn(visit.query, Number(visit.form.text('version')))?.revision ?? null,
        pack: todaysForm(packs, visit.now).pack,
        model,
        now: visit.now,
      })
    : null
  if (acted?.ok === true) {
    const { value } = acted
    const undo =
      value.kind === 'rewritten' && value.before !== null
        ? { replaced: String(value.version), undo: String(value.before) }
        : value.kind === 'undone'
          ? {}
          : undoQuery(visit.query)
    return redirect(`${checkPath.url({ pieceId }, undo)}#${findingsId}`)
  }
  return acted?.refusal === 'not-found'
    ? notFoundPage()
    : showAnswers(settings, visit, pieceId, 'findings-changed')
}

async function showAnswers(
  { packs, recordGoesTo, model, scripts }: CpdSettings,
  visit: SignedInVisit,
  pieceId: string,
  outcome: CheckOutcome,
): Promise<Reply> {
  const found = await findMyPiece(visit, pieceId)
  if (found === null) return notFoundPage()
  const { piece, draftAnswers } = found
  if (draftAnswers === null) return redirect(piecePath.url({ pieceId }, { done: 'nothing-changed' }))
  const record = await getMyRecord(visit)
  const form = todaysForm(packs, visit.now)
  const isComplete = findProblems(form.pack, draftAnswers, form.today).length === 0
  const foundInPiece = checkPiece(form.pack, draftAnswers, model)
  const kept = foundInPiece.length > 0 ? await findKeptWords(visit.db, visit.actor.personId, pieceId) : null
  const undo = undoIn(visit.query, piece.version)
  const before = undo && (await findRevision(visit.db, visit.actor.personId, pieceId, undo.revision))
  const replaced = before ? findReplaced(form.pack, { before, now: draftAnswers }, model) : []
  return checkAnswersScreen(visit, {
    ...form,
    piece,
    answers: draftAnswers,
    layout: record.formLayout,
    outcome,
    found: foundInPiece,
    choices: choicesIn(foundInPiece, replaced),
    isKept: one => kept !== null && isKept(kept, pieceId, one),
    undo,
    scriptUrl: scripts.answers,
    warnings: html`${removedCharactersNotice(Number(visit.query.get('removed')) || 0)}
    ${isComplete && beforeSubmitting({ packs, record, pieceId, now: visit.now, pack: form.pack, answers: draftAnswers })}`,
    whoReceivesIt: whoReceivesIt(recordGoesTo, form.pack.names.regulator),
  })
}

/** Offered for as long as nothing else has changed: on a page that was gone back to it is no longer true. */
function undoIn(query: URLSearchParams, version: number): UndoOffer | null {
  if (query.get('replaced') !== String(version)) return null
  const revision = Number(query.get('undo'))
  return Number.isSafeInteger(revision) && revision > 0 ? { version, revision } : null
}

/** What is kept or asked about again leaves the text as it is, so what was replaced before can still be taken back. */
function undoQuery(query: URLSearchParams): { replaced?: string; undo?: string } {
  const replaced = /^\d{1,9}$/.exec(query.get('replaced') ?? '')?.[0]
  const undo = /^\d{1,9}$/.exec(query.get('undo') ?? '')?.[0]
  return replaced === undefined || undo === undefined ? {} : { replaced, undo }
}
