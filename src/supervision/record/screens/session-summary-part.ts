import { formatDay, type Day } from '../../../platform/day.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { counted } from '../../../platform/ui/words.ts'
import { knownAs } from '../../known-as.ts'
import type { Compartment } from '../../doors.ts'
import type { Finishing } from '../../finishing.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship, Standing } from '../../relationship.ts'
import {
  isClosedToTheAbsent,
  recordingOf,
  takesPart,
  type SessionFacts,
} from '../../sessions/session-facts.ts'
import { signBy, stateOfRecord } from '../joint-record.ts'
import { agreedActionsPath } from '../../agreed-actions/paths.ts'
import { caseDecisionsPath } from '../../case-decisions/paths.ts'
import { notesPath } from '../../notes/paths.ts'
import { recordPath } from '../paths.ts'
import { sharedPiecePath, sharePath } from '../../sharing/paths.ts'
import { timeSpentPath } from '../../time-spent/paths.ts'
import { toCpdPath } from '../../to-cpd/paths.ts'
import type { SessionSummary } from '../session-summary.ts'
import { stateInWords } from './record-parts.ts'

export interface SessionSummaryView {
  readonly relationship: Relationship
  readonly standing: Standing
  /** Null while supervision goes on. */
  readonly finishing: Finishing | null
  readonly names: Readonly<Record<string, string>>
  readonly today: Day
  readonly session: SessionFacts
  readonly day: Day
  /** In force on that day. */
  readonly policy: Policy
  readonly summary: SessionSummary
  readonly viewerId: string
}

/** On the page of a session: each compartment that whoever looks may open, where it stands, and the way to it. */
export function sessionSummaryPart(view: SessionSummaryView): Html {
  const { session, relationship, standing } = view
  const params = { relationshipId: relationship.relationshipId, sessionId: session.sessionId }
  const isSupervised = standing === 'supervisee' || standing === 'former-supervisee'
  const recording = recordingOf(session)
  const rows = [
    ...(recording === 'recorded' ? recordedRows(view, params) : []),
    ...(recording === 'cancelled' ? keptRows(view, params) : []),
    ...(isSupervised ? ownRows(view, params) : othersRows(view, params)),
  ]
  if (rows.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Record, actions and notes</h2>
    ${summaryList({ rows: rows.map(({ key, value, href, press }) => ({ key, value, ...(href !== undefined && { actions: { items: [{ href, content: press ?? 'Open', visuallyHiddenText: `${key.charAt(0).toLowerCase()}${key.slice(1)}` }] } }) })) })}`
}

interface Row {
  readonly key: string
  readonly value: Html | string
  readonly href?: string
  readonly press?: string
}

type Params = { readonly relationshipId: string; readonly sessionId: string }

function recordedRows(view: SessionSummaryView, params: Params): Row[] {
  const { session, names, day, policy, today, summary, relationship, viewerId, standing, finishing } = view
  const { hasDraft, signed, actionsAgreed, actionsOpen, actionsOverdue } = summary
  const state = stateOfRecord(session, { hasDraft, signed }, finishing)
  const overdue = actionsOverdue > 0 ? `, ${actionsOverdue} of them overdue` : ''
  const { haveTicked } = summary
  const isToTick = takesPart({ relationship, session }, viewerId) && !haveTicked.includes(viewerId)
  const rows: (Row & { readonly compartment: Compartment })[] = [
    {
      compartment: 'joint-record',
      key: 'Joint record',
      value:
        state.kind === 'not-started' && session.state === 'planned'
          ? 'Not begun.'
          : stateInWords({ state, by: signBy(day, policy), today, names: { ...names, [viewerId]: 'you' } }),
      href: recordPath.url(params),
    },
    {
      compartment: 'actions',
      key: 'Agreed actions',
      value: `${actionsAgreed === 0 ? 'None' : actionsAgreed} agreed in this session. ${actionsOpen === 0 ? 'None' : actionsOpen} still open in all${overdue}.`,
      href: agreedActionsPath.url(params),
    },
    {
      compartment: 'case-decisions',
      key: 'Case decisions',
      value: decisionsInWords(summary),
      href: caseDecisionsPath.url(params),
    },
    ...(session.state === 'held' && standing !== 'finishing-supervisor'
      ? [
          {
            compartment: 'time-spent' as const,
            key: 'How the time went',
            value: isToTick
              ? 'You have not ticked it yet.'
              : `${counted(haveTicked.length, 'person has', 'people have')} ticked it.`,
            href: timeSpentPath.url(params),
          },
        ]
      : []),
  ]
  return rows.filter(({ compartment }) => !isClosedToTheAbsent(view, viewerId, compartment))
}

/** What was written for a session before it was cancelled. */
function keptRows({ summary }: SessionSummaryView, params: Params): Row[] {
  const { hasDraft, actionsAgreed, decisionsWaiting, decisionsTakenOut } = summary
  return [
    ...(hasDraft || actionsAgreed > 0
      ? [
          {
            key: 'Joint record',
            value: 'Written before the session was cancelled.',
            href: recordPath.url(params),
          },
        ]
      : []),
    ...(decisionsWaiting + decisionsTakenOut > 0
      ? [{ key: 'Case decisions', value: decisionsInWords(summary), href: caseDecisionsPath.url(params) }]
      : []),
  ]
}

function decisionsInWords({ decisionsWaiting, decisionsTakenOut }: SessionSummary): string {
  const parts = [
    ...(decisionsWaiting > 0 ? [`${decisionsWaiting} to be filed in the case system`] : []),
    ...(decisionsTakenOut > 0 ? [`${decisionsTakenOut} taken out for it`] : []),
  ]
  return parts.length === 0 ? 'None.' : `${parts.join(', ')}.`
}

function ownRows({ session, summary, viewerId }: SessionSummaryView, params: Params): Row[] {
  const shared = summary.shared.filter(({ personId }) => personId === viewerId).length
  const others = summary.haveNotes.filter(personId => personId !== viewerId).length
  return [
    {
      key: 'Your notes',
      value: html`${summary.haveNotes.includes(viewerId) ? 'You have notes, which only you can open.' : 'None yet. Only you can open them.'}
      ${others > 0 && html`<br>${counted(others, 'other supervisee has', 'other supervisees have')} notes of their own.`}`,
      href: notesPath.url(params),
    },
    ...(session.state === 'cancelled'
      ? []
      : [
          {
            key: 'Your CPD',
            value: `${counted(shared, 'piece', 'pieces')} shared for this session.`,
            href: sharePath.url(params),
            press: 'Share or take back',
          },
        ]),
    ...(session.state === 'held' && session.attended.includes(viewerId)
      ? [
          {
            key: 'From this session',
            value: 'What you learnt from it can become a piece of CPD.',
            href: toCpdPath.url(params),
            press: 'Make a CPD draft',
          },
        ]
      : []),
  ]
}

function othersRows({ session, standing, names, summary }: SessionSummaryView, params: Params): Row[] {
  const notes = summary.haveNotes.length
  const isRead = standing === 'supervisor' && session.state !== 'cancelled'
  return [
    ...(notes > 0
      ? [
          {
            key: 'Personal notes',
            value:
              notes === 1 && session.form !== 'group'
                ? 'The supervisee has notes of their own.'
                : `${counted(notes, 'supervisee has', 'supervisees have')} notes of their own.`,
          },
        ]
      : []),
    ...(isRead
      ? summary.shared.map(({ personId, pieceId, untilDay }) => ({
          key: 'A piece of CPD',
          value: `${knownAs(names, personId)} shares a version of it until ${formatDay(untilDay)}.`,
          href: sharedPiecePath.url({ ...params, personId, pieceId }),
          press: 'Read',
        }))
      : []),
  ]
}
