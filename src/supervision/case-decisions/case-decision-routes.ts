import { randomUUID } from 'node:crypto'
import { partsOfDay } from '../../platform/day.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { download, redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { caseDecisionPath, caseDecisionsFilePath, caseDecisionsPath, takeOutPath } from './paths.ts'
import { nothingRecordedScreen } from '../screens/nothing-recorded.ts'
import { supervisionPath } from '../paths.ts'
import { isSupervising } from '../relationship.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import { findAnySetAsideFor } from '../../set-aside/set-aside-store.ts'
import type { SupervisionSettings } from '../settings.ts'
import { addressesOf, takeOutDecisions } from './actions/take-out-decisions.ts'
import { rewriteDecision, writeDecision } from './actions/write-decision.ts'
import { markOfDecision, readDecision, type CaseDecision, type TypedDecision } from './case-decision.ts'
import { caseDocuments } from './case-decisions-document.ts'
import { listDecisions } from './case-decisions-store.ts'
import { caseDecisionsScreen, noDecision } from './screens/case-decisions-screen.ts'
import { changeDecisionScreen } from './screens/change-decision-screen.ts'
import { decisionErrors, decisionFieldNames, readTypedDecision } from './screens/decision-fields.ts'
import { takeOutScreen, type TakeOutAgain } from './screens/take-out-screen.ts'

const title = 'Case decisions'
const dones = ['added', 'changed', 'removed', 'taken-out'] as const

/** Compartment (a). No form of these saves itself: what is typed here must not stay on a device. */
export function caseDecisionRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, backupDays } = settings
  const compartment = 'case-decisions'
  const open = (visit: SessionVisit) => openSession(settings, visit, { compartment, use: 'read' })
  const openForSupervisor = (visit: SessionVisit) =>
    openSession(settings, visit, { compartment, use: 'read', as: ['supervisor', 'finishing-supervisor'] })
  /** Also after the supervision has ended. */
  const openToTakeOut = (visit: SessionVisit, locks = false) =>
    openSession(settings, visit, { compartment, use: 'take-out', locks })
  /** Where to go on from there: whoever no longer supervises has no other page of the session. */
  const backOf = (visit: SessionVisit, { standing }: OpenedSession, done?: 'taken-out') =>
    isSupervising(standing)
      ? caseDecisionsPath.url(visit.params, { done })
      : supervisionPath.url({}, { done })
  const openToWrite = (visit: SessionVisit) => openSession(settings, visit, { compartment, use: 'write' })

  return [
    get(caseDecisionsPath, signedIn, async visit => {
      const opened = await open(visit)
      if (opened === null) return notFoundPage()
      const decisions = await listDecisions(visit.db, visit.params.sessionId)
      // What was decided before a session was cancelled still has to be read and filed.
      const isKept =
        opened.session.state === 'cancelled' && decisions.waiting.length + decisions.takenOut.length > 0
      return (
        (isKept ? null : nothingRecordedScreen(visit, opened, title)) ??
        caseDecisionsScreen(visit, {
          opened,
          decisions,
          timeZone,
          typed: noDecision,
          newId: randomUUID(),
          done: dones.find(one => one === visit.query.get('done')) ?? null,
        })
      )
    }),

    post(caseDecisionsPath, signedIn, { once: ['decisionId', ...decisionFieldNames] }, async visit => {
      const opened = await openToWrite(visit)
      const decisionId = visit.form.text('decisionId')
      if (opened === null || !isId(decisionId)) return notFoundPage(visit.form)
      const nothingRecorded = nothingRecordedScreen(visit, opened, title)
      if (nothingRecorded !== null) return nothingRecorded
      const { db, now, actor, params } = visit
      const typed = readTypedDecision(visit.form)
      const read = readDecision(typed)
      if (!read.ok) {
        await opened.traceReading()
        return caseDecisionsScreen(visit, {
          opened,
          decisions: await listDecisions(db, params.sessionId),
          timeZone,
          typed,
          errors: decisionErrors(read.refusal),
          newId: decisionId,
          done: null,
        })
      }
      const { personId } = actor
      const { sessionId } = params
      const written = await writeDecision(db, { personId, sessionId, decisionId, now, read: read.value })
      return written.ok ? redirect(caseDecisionsPath.url(params, { done: 'added' })) : overtaken(visit)
    }),

    get(caseDecisionPath, signedIn, async visit => {
      const opened = await openForSupervisor(visit)
      const decision = opened && (await findWaiting(visit))
      if (opened === null || decision === null) return notFoundPage()
      return (
        nothingRecordedScreen(visit, opened, title) ??
        changeDecisionScreen(visit, {
          opened,
          decisionId: decision.decisionId,
          seen: markOfDecision(decision),
          typed: typedOf(decision),
        })
      )
    }),

    post(caseDecisionPath, signedIn, { once: ['seen', 'press', ...decisionFieldNames] }, async visit => {
      const opened = await openToWrite(visit)
      const { db, now, actor, params, form } = visit
      const { sessionId, decisionId } = params
      if (opened === null || !isId(decisionId)) return notFoundPage(form)
      const nothingRecorded = nothingRecordedScreen(visit, opened, title)
      if (nothingRecorded !== null) return nothingRecorded
      const seen = form.text('seen')
      const isRemoved = form.text('press') === 'remove'
      const typed = readTypedDecision(form)
      const read = readDecision(typed)
      if (!isRemoved && !read.ok) {
        const errors = decisionErrors(read.refusal)
        return changeDecisionScreen(visit, { opened, decisionId, seen, typed, errors })
      }
      const rewritten = await rewriteDecision(db, {
        personId: actor.personId,
        sessionId,
        decisionId,
        seen,
        now,
        read: isRemoved || !read.ok ? null : read.value,
      })
      if (rewritten.ok)
        return redirect(caseDecisionsPath.url(params, { done: isRemoved ? 'removed' : 'changed' }))
      switch (rewritten.refusal) {
        case 'not-found':
          return notFoundPage(form)
        case 'changed-elsewhere':
          return overtaken(visit)
      }
    }),

    get(caseDecisionsFilePath, signedIn, async visit => {
      const opened = await openToTakeOut(visit)
      if (opened === null) return notFoundPage()
      const documents = await listDocuments(visit, opened)
      // By one of its decisions: a case's reference is in no address.
      const of = visit.query.get('of')
      const at = documents.findIndex(
        ({ decisions }) => of === null || decisions.some(({ decisionId }) => decisionId === of),
      )
      const found = documents[at]
      if (found === undefined || (of === null && documents.length > 1)) return notFoundPage()
      return download({
        fileName: `case-decisions-${opened.day}${at === 0 ? '' : `-${at + 1}`}.txt`,
        contentType: 'text/plain; charset=utf-8',
        body: found.text,
      })
    }),

    get(takeOutPath, signedIn, async visit => {
      const opened = await openToTakeOut(visit)
      return opened === null ? notFoundPage() : showTakeOut(visit, opened)
    }),

    post(takeOutPath, signedIn, { once: ['of', 'sha256', 'filed'] }, async visit => {
      const opened = await openToTakeOut(visit, true)
      if (opened === null) return notFoundPage(visit.form)
      const { db, now, actor, params, form } = visit
      if (form.text('filed') !== 'yes')
        return showTakeOut(visit, opened, {
          of: form.text('of'),
          sha256: form.text('sha256'),
          isUnticked: true,
        })
      const taken = await takeOutDecisions(db, {
        personId: actor.personId,
        ...params,
        day: opened.day,
        timeZone,
        sha256: form.text('sha256'),
        now,
      })
      if (taken.ok)
        return redirect(
          taken.value.stillWaiting > 0
            ? takeOutPath.url(params, { done: 'taken-out' })
            : backOf(visit, opened, 'taken-out'),
        )
      switch (taken.refusal) {
        case 'nothing-to-take-out':
          return redirect(backOf(visit, opened))
        case 'set-aside':
          return showTakeOut(visit, opened, {
            of: form.text('of'),
            sha256: form.text('sha256'),
            isUnticked: false,
          })
        case 'changed-elsewhere':
          return overtakenScreen({
            title: 'The case decisions were changed since',
            explanation:
              'What you filed is not what is here now, so nothing was emptied. Download the document again, file it, and then empty it here.',
            back: { href: takeOutPath.url(params), text: 'Back to the download' },
            form,
          })
      }
    }),
  ]

  async function listDocuments({ db, params }: SessionVisit, { day }: OpenedSession) {
    const { waiting } = await listDecisions(db, params.sessionId)
    return caseDocuments({ day, timeZone }, waiting)
  }

  async function showTakeOut(
    visit: SessionVisit,
    opened: OpenedSession,
    again: TakeOutAgain | null = null,
  ): Promise<Reply> {
    const documents = await listDocuments(visit, opened)
    const waiting = documents.flatMap(({ decisions }) => decisions)
    if (documents.length === 0) return redirect(backOf(visit, opened))
    const isSetAside = await findAnySetAsideFor(
      visit.db,
      visit.actor.personId,
      addressesOf(visit.params, waiting),
    )
    const isDone = visit.query.get('done') === 'taken-out'
    return takeOutScreen(visit, { opened, documents, again, backupDays, isSetAside, isDone })
  }
}

async function findWaiting(
  visit: SessionVisit & { readonly params: { readonly decisionId: string } },
): Promise<CaseDecision | null> {
  const { waiting } = await listDecisions(visit.db, visit.params.sessionId)
  return waiting.find(({ decisionId }) => decisionId === visit.params.decisionId) ?? null
}

function typedOf({ reference, decision, rationale, actions, byDay }: CaseDecision): TypedDecision {
  return {
    reference,
    decision,
    rationale,
    actions,
    byDay: byDay === null ? noDecision.byDay : partsOfDay(byDay),
  }
}

function overtaken(visit: SessionVisit): Reply {
  return overtakenScreen({
    title: 'This case decision was changed somewhere else',
    explanation: 'Nothing was changed. Look at the decision as it is now, then decide again.',
    back: { href: caseDecisionsPath.url(visit.params), text: 'Back to the case decisions' },
    form: visit.form,
  })
}
