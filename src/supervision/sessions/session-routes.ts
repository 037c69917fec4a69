import { randomUUID } from 'node:crypto'
import { clockTimeIn, dayIn, partsOfDay } from '../../platform/day.ts'
import { noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { notFoundPage, unexpectedFieldPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { traceReading } from '../actions/trace-reading.ts'
import { listOpenActions } from '../agreed-actions/agreed-actions-store.ts'
import { mayUse, type Compartment, type Use } from '../doors.ts'
import { isId } from '../../platform/id.ts'
import { openUnderPolicy, type OpenedRelationship, type OpenedUnderPolicy } from '../open-relationship.ts'
import { supervisionPath } from '../paths.ts'
import { policyInForce } from '../policy/policy.ts'
import { sessionSummaryPart } from '../record/screens/session-summary-part.ts'
import { findSessionSummary } from '../record/session-summary-store.ts'
import type { SessionSummary } from '../record/session-summary.ts'
import type { SupervisionSettings } from '../settings.ts'
import { changeAgenda } from './actions/change-agenda.ts'
import { changeSession, type WantedChange } from './actions/change-session.ts'
import { listAgendaItems } from './agenda-store.ts'
import { isCorrectable } from './correction.ts'
import {
  agendaItemPath,
  agendaPath,
  cancelSessionPath,
  heldSessionPath,
  moveSessionPath,
  sessionPath,
} from './paths.ts'
import { longestSession, readNumber, readWhen, type FieldProblem } from './planning-form.ts'
import { reasonErrors, wordsProblem } from './read-reason.ts'
import {
  cancelSessionScreen,
  sayHeldScreen,
  moveSessionScreen,
  type TypedHeld,
} from './screens/change-session.ts'
import { readTypedWhen, whenFieldNames } from './screens/session-fields.ts'
import { sessionScreen } from './screens/session.ts'
import { writeClockTime } from './session-time.ts'
import { problemsInWords, refusalInWords } from './session-words.ts'
import type { Session, SessionRefusal } from './session.ts'
import { findSession, listSessionChanges } from './sessions-store.ts'
import { isInTheirTime, whoIsSupervisedOn } from './who-is-told.ts'
import { whyNotUnrecorded } from './written-for-session.ts'
import { findWrittenForSession } from './written-for-session-store.ts'

interface Opened extends OpenedUnderPolicy {
  readonly session: Session
}

type SessionVisit = SignedInVisit<{ readonly relationshipId: string; readonly sessionId: string }>

interface Shown {
  readonly errors?: FieldErrors
  readonly newItem?: { readonly itemId: string; readonly text: string }
  readonly notice?: { readonly title: string; readonly content: string }
  readonly status?: 409 | 422
}

/** As many as a page of typing; the rest belongs into the record. */
const longestAgendaItem = 2_000

/** One session: its agenda, and moving, cancelling and holding it. */
export function sessionRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, queue } = settings

  const open = async (visit: SessionVisit, compartment: Compartment, use: Use): Promise<Opened | null> => {
    const { relationshipId, sessionId } = visit.params
    if (!isId(relationshipId) || !isId(sessionId)) return null
    const session = await findSession(visit.db, relationshipId, sessionId)
    if (session === null) return null
    // Asked before the trace: whoever is told that there is nothing has read nothing.
    const admits = (found: Pick<OpenedRelationship, 'relationship' | 'standing'>) =>
      isInTheirTime(found, visit.actor.personId, session.startsAt, timeZone)
    const wanted = { relationshipId, sessionId, compartment, use, admits }
    const opened = await openUnderPolicy(settings, visit, wanted)
    return opened && { ...opened, session }
  }

  /** Those that were agreed in the time of whoever looks. */
  const listTheirOpenActions = async ({ db, params, actor }: SessionVisit, opened: Opened) => {
    const actions = await listOpenActions(db, params.relationshipId)
    return actions.filter(({ agreedAt }) => isInTheirTime(opened, actor.personId, agreedAt, timeZone))
  }

  /** What there is of the session, compartment by compartment, as far as whoever looks may open it. */
  const recordParts = ({ actor }: SessionVisit, opened: Opened, summary: SessionSummary) => {
    const day = dayIn(timeZone, opened.session.startsAt)
    return sessionSummaryPart({
      ...opened,
      day,
      policy: policyInForce(opened.policies, day),
      summary,
      viewerId: actor.personId,
    })
  }

  /** The page with the agenda, also where something could not be done to the session. */
  const show = async (visit: SessionVisit, shown: Shown = {}): Promise<Reply> => {
    const opened = await open(visit, 'agenda', 'read')
    if (opened === null) return notFoundPage(visit.form)
    const { relationshipId, sessionId } = visit.params
    const { actor, db, now } = visit
    const openActions = opened.session.state === 'planned' ? await listTheirOpenActions(visit, opened) : []
    if (openActions.length > 0)
      await traceReading(settings, visit, {
        relationshipId,
        sessionId,
        personId: actor.personId,
        what: 'actions',
        at: now,
      })
    const summary = await findSessionSummary(db, { relationshipId, sessionId, today: opened.today })
    const answered = summary.signed && summary.signed.answers.map(({ personId }) => personId)
    return sessionScreen(visit, {
      ...opened,
      policyThen: policyInForce(opened.policies, dayIn(timeZone, opened.session.startsAt)),
      timeZone,
      now,
      changes: await listSessionChanges(db, sessionId),
      agenda: await listAgendaItems(db, sessionId),
      openActions,
      canWrite: opened.standing === 'supervisor' || opened.standing === 'supervisee',
      canCorrect: opened.standing === 'supervisor' && isCorrectable(opened.session, answered),
      canSayHeld: mayUse(opened.standing, 'sessions', 'say-held', false),
      viewerId: actor.personId,
      newItem: shown.newItem ?? { itemId: randomUUID(), text: '' },
      errors: shown.errors ?? noErrors,
      notice: shown.notice ?? doneInWords(visit.query.get('done')),
      status: shown.status ?? 200,
      recordParts: recordParts(visit, opened, summary),
    })
  }

  const change = (visit: SessionVisit, { relationship }: Opened, wanted: WantedChange) =>
    changeSession(visit.db, queue, {
      relationship,
      sessionId: visit.params.sessionId,
      personId: visit.actor.personId,
      wanted,
      timeZone,
      now: visit.now,
    })

  /** What was held or cancelled meanwhile has no form to show again. */
  const answerRefusal = async (
    visit: SessionVisit,
    refusal: SessionRefusal | 'not-found',
    showAgain: (opened: Opened) => Reply,
  ): Promise<Reply> => {
    switch (refusal) {
      case 'not-found':
        return notFoundPage(visit.form)
      case 'changed-elsewhere': {
        const now = await open(visit, 'sessions', 'read')
        return now ? showAgain(now) : notFoundPage(visit.form)
      }
      case 'already-held':
      case 'already-cancelled':
      case 'not-begun':
      case 'nobody-attended':
      case 'something-written':
        return show(visit, {
          notice: { title: 'Nothing was done', content: refusalInWords(refusal) },
          status: 409,
        })
    }
  }

  const versionOf = (visit: SessionVisit) => Number(visit.form.text('version')) || 0
  const done = (visit: SessionVisit, code: string) => redirect(sessionPath.url(visit.params, { done: code }))
  const openPlanned = async (visit: SessionVisit, use: 'write' | 'say-held' = 'write') => {
    const opened = await open(visit, 'sessions', use)
    return opened?.session.state === 'planned' ? opened : null
  }

  return [
    get(sessionPath, signedIn, visit => show(visit)),

    post(agendaPath, signedIn, { once: ['itemId', 'text'] }, async visit => {
      const opened = await open(visit, 'agenda', 'write')
      if (opened === null) return notFoundPage(visit.form)
      const { relationshipId, sessionId } = visit.params
      const itemId = visit.form.text('itemId')
      const text = visit.form.text('text')
      if (!isId(itemId)) return unexpectedFieldPage('The form did not say which item it is.', visit.form)
      const problem = wordsProblem(text, longestAgendaItem, 'Write what is to be on the agenda')
      if (problem !== null)
        return show(visit, { errors: new Map([['text', problem]]), newItem: { itemId, text }, status: 422 })
      const added = await changeAgenda(visit.db, {
        relationshipId,
        sessionId,
        personId: visit.actor.personId,
        change: { kind: 'add', itemId, text },
        now: visit.now,
      })
      if (added.ok) return redirect(`${sessionPath.url(visit.params)}#agenda`)
      return added.refusal === 'closed' ? agendaIsClosed(visit, text) : notFoundPage(visit.form)
    }),

    post(agendaItemPath, signedIn, { once: [] }, async visit => {
      const opened = await open(visit, 'agenda', 'write')
      const { relationshipId, sessionId, itemId } = visit.params
      if (opened === null || !isId(itemId)) return notFoundPage()
      const removed = await changeAgenda(visit.db, {
        relationshipId,
        sessionId,
        personId: visit.actor.personId,
        change: { kind: 'remove', itemId },
        now: visit.now,
      })
      if (removed.ok) return redirect(`${sessionPath.url({ relationshipId, sessionId })}#agenda`)
      return removed.refusal === 'closed' ? agendaIsClosed(visit, '') : notFoundPage()
    }),

    get(moveSessionPath, signedIn, async visit => {
      const opened = await openPlanned(visit)
      if (opened === null) return notFoundPage()
      const { startsAt, minutes } = opened.session
      return moveSessionScreen(visit, {
        ...opened,
        timeZone,
        wasChanged: false,
        errors: noErrors,
        typed: {
          date: partsOfDay(dayIn(timeZone, startsAt)),
          time: writeClockTime(clockTimeIn(timeZone, startsAt)),
          minutes: String(minutes),
          reason: '',
        },
      })
    }),

    post(moveSessionPath, signedIn, { once: ['version', 'reason', ...whenFieldNames] }, async visit => {
      const opened = await open(visit, 'sessions', 'write')
      if (opened === null) return notFoundPage(visit.form)
      const typed = { ...readTypedWhen(visit.form), reason: visit.form.text('reason') }
      const when = readWhen(typed, {
        timeZone,
        now: visit.now,
        during: opened.relationship.during,
        // It may have been held before its time: moved there, it can be said to have been held.
        mayBePast: true,
      })
      const errors = new Map([
        ...(when.ok ? [] : problemsInWords(when.refusal)),
        ...reasonErrors(typed.reason),
      ])
      const again = (about: Opened, wasChanged: boolean) =>
        moveSessionScreen(visit, {
          ...about,
          timeZone,
          typed,
          errors: wasChanged ? noErrors : errors,
          wasChanged,
        })
      if (!when.ok || errors.size > 0) return again(opened, false)
      const { startsAt, minutes } = when.value
      const moved = await change(visit, opened, {
        change: 'moved',
        version: versionOf(visit),
        startsAt,
        minutes,
        reason: typed.reason,
      })
      return moved.ok ? done(visit, 'moved') : answerRefusal(visit, moved.refusal, now => again(now, true))
    }),

    get(cancelSessionPath, signedIn, async visit => {
      const opened = await openPlanned(visit)
      if (opened === null) return notFoundPage()
      return cancelSessionScreen(visit, {
        ...opened,
        timeZone,
        reason: '',
        errors: noErrors,
        wasChanged: false,
      })
    }),

    post(cancelSessionPath, signedIn, { once: ['version', 'reason'] }, async visit => {
      const opened = await open(visit, 'sessions', 'write')
      if (opened === null) return notFoundPage(visit.form)
      const reason = visit.form.text('reason')
      const errors = new Map(reasonErrors(reason))
      if (errors.size > 0)
        return cancelSessionScreen(visit, { ...opened, timeZone, reason, errors, wasChanged: false })
      const cancelled = await change(visit, opened, {
        change: 'cancelled',
        version: versionOf(visit),
        reason,
      })
      return cancelled.ok
        ? done(visit, 'cancelled')
        : answerRefusal(visit, cancelled.refusal, now =>
            cancelSessionScreen(visit, { ...now, timeZone, reason, errors: noErrors, wasChanged: true }),
          )
    }),

    get(heldSessionPath, signedIn, async visit => {
      const opened = await openPlanned(visit, 'say-held')
      if (opened === null) return notFoundPage()
      const { session } = opened
      if (session.startsAt > visit.now)
        return show(visit, {
          notice: { title: 'Not yet', content: refusalInWords('not-begun') },
          status: 409,
        })
      return sayHeldScreen(visit, {
        ...opened,
        timeZone,
        supervisees: whoWasSupervised(opened, timeZone),
        typed: {
          minutes: String(session.minutes),
          interrupted: '',
          attended: whoWasSupervised(opened, timeZone),
          isContentRecorded: session.isContentRecorded,
        },
        errors: noErrors,
        wasChanged: false,
      })
    }),

    post(
      heldSessionPath,
      signedIn,
      { once: ['version', 'minutes', 'interrupted'], many: ['attended', 'unrecorded'] },
      async visit => {
        const opened = await open(visit, 'sessions', 'say-held')
        if (opened === null) return notFoundPage(visit.form)
        const { form } = visit
        const supervisees = whoWasSupervised(opened, timeZone)
        const typed: TypedHeld = {
          minutes: form.text('minutes'),
          interrupted: form.text('interrupted'),
          attended: supervisees.filter(personId => form.all('attended').includes(personId)),
          isContentRecorded: !form.all('unrecorded').includes('yes'),
        }
        const minutes = readNumber(typed.minutes, 1, longestSession)
        const errors = heldErrors(typed, minutes)
        const again = (about: Opened, wasChanged: boolean) =>
          sayHeldScreen(visit, {
            ...about,
            timeZone,
            supervisees,
            typed,
            errors: wasChanged ? noErrors : errors,
            wasChanged,
          })
        if (minutes === null || errors.size > 0) return again(opened, false)
        const held = await change(visit, opened, {
          change: 'held',
          version: versionOf(visit),
          minutes,
          wasInterrupted: typed.interrupted === 'yes',
          attended: typed.attended,
          isContentRecorded: typed.isContentRecorded,
        })
        if (!held.ok && held.refusal === 'something-written') {
          const { today, session } = opened
          errors.set(
            'unrecorded',
            whyNotUnrecorded(await findWrittenForSession(visit.db, { ...session, today })),
          )
          return again(opened, false)
        }
        // Whoever finishes what they supervised has nothing to open where nothing is to be written.
        if (held.ok && opened.standing === 'finishing-supervisor' && !typed.isContentRecorded)
          return redirect(supervisionPath.url({}, { done: 'held' }))
        return held.ok ? done(visit, 'held') : answerRefusal(visit, held.refusal, now => again(now, true))
      },
    ),
  ]

  function agendaIsClosed(visit: SessionVisit, text: string): Promise<Reply> {
    const kept = text === '' ? '' : ` What you typed: ${text}`
    return show(visit, {
      notice: {
        title: 'Nothing was done',
        content: `The session was held or cancelled, and its agenda stays as it is.${kept}`,
      },
      status: 409,
    })
  }
}

function whoWasSupervised({ relationship, session }: Opened, timeZone: string): string[] {
  return whoIsSupervisedOn(relationship.supervisees, session.startsAt, timeZone)
}

function heldErrors(typed: TypedHeld, minutes: number | null): Map<string, string> {
  const problems: readonly FieldProblem[] =
    minutes === null ? [{ field: 'minutes', code: 'not-a-number', least: 1, most: longestSession }] : []
  const errors = new Map(problemsInWords(problems))
  if (!['yes', 'no'].includes(typed.interrupted))
    errors.set('interrupted', 'Choose whether it was interrupted')
  if (typed.attended.length === 0) errors.set('attended', refusalInWords('nobody-attended'))
  return errors
}

/** By the code in the address; an address may hold no words of its own. */
function doneInWords(code: string | null): { readonly title: string; readonly content: string } | null {
  switch (code) {
    case 'planned':
      return { title: 'Noted', content: 'The session is planned. An e-mail with it is on its way.' }
    case 'moved':
      return { title: 'Noted', content: 'The session has moved. An e-mail with it is on its way.' }
    case 'cancelled':
      return { title: 'Noted', content: 'The session is cancelled. An e-mail with it is on its way.' }
    case 'held':
      return { title: 'Noted', content: 'It is noted that the session was held.' }
    case 'corrected':
      return { title: 'Corrected', content: 'What was said before stays below, with why it was corrected.' }
    default:
      return null
  }
}
