import { dayIn, daysBetween, formatDay, formatMoment, type Day } from '../../../platform/day.ts'
import type { SentInvitation } from '../../../organisations/invitation.ts'
import { absencesPath, organisationsPath, profilePath } from '../../../organisations/paths.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { counted, inAList } from '../../../platform/ui/words.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { agreementVersionPath } from '../../agreements/paths.ts'
import { minePath, superviseesPath } from '../../assurance/paths.ts'
import { calendarPath } from '../../calendar/paths.ts'
import { openablePath } from '../../openings/paths.ts'
import { unnamed } from '../../known-as.ts'
import { relationshipKindNames } from '../../policy/policy-words.ts'
import { sessionPath } from '../../sessions/paths.ts'
import { unfinishedItem } from '../../screens/unfinished.ts'
import type { Unfinished } from '../../unfinished-store.ts'
import { nextOfAll, type OverviewRelationship, type Waiting } from '../overview.ts'
import { relationshipPath, startSupervisionPath } from '../paths.ts'
import { sentInvitations } from './sent-invitations.ts'

interface MySupervision {
  readonly relationships: readonly OverviewRelationship[]
  /** What waits for them as a supervisor, also where they are none any more. */
  readonly unfinished: readonly Unfinished[]
  /** Theirs that wait for an answer. */
  readonly invitations: readonly SentInvitation[]
  readonly viewerId: string
  /** Whether they have said how they are known in supervision. */
  readonly hasProfile: boolean
  /** Whether there is supervision of others that they may open for a reason. */
  readonly mayOpenOthers: boolean
  readonly timeZone: string
  readonly today: Day
  readonly done: string | null
}

export function mySupervisionScreen(visit: SignedInVisit, view: MySupervision): Page {
  const { relationships, viewerId, hasProfile, mayOpenOthers, done } = view
  const now = relationships.filter(({ isNow }) => isNow)
  const before = relationships.filter(({ isNow }) => !isNow)
  return page({
    title: 'Your supervision',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${done !== null && notificationBanner({ title: 'Noted', content: done })}
      <h1 class="govuk-heading-l">Your supervision</h1>
      ${!hasProfile && insetText({ content: html`Before anybody can supervise you or be supervised by you here, say <a class="govuk-link" href="${profilePath.url({})}">how you are known in supervision</a>.` })}
      ${nextPart(view)} ${waitingPart(view)}
      ${part(
        view,
        'Who supervises you',
        now.filter(({ supervisorId }) => supervisorId !== viewerId),
      )}
      ${part(
        view,
        'Whom you supervise',
        now.filter(({ supervisorId }) => supervisorId === viewerId),
      )}
      ${part(view, 'Earlier or still to begin', before)}
      ${sentInvitations(visit, view.invitations, view.timeZone)}
      ${button({ content: 'Start supervision', href: startSupervisionPath.url({}), classes: 'govuk-button--secondary' })}
      <h2 class="govuk-heading-m">Also here</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${relationships.some(({ supervisorId }) => supervisorId !== viewerId) && html`<li><a class="govuk-link" href="${minePath.url({})}">Your supervision in figures</a>, and by when the next session is due</li>`}
        ${now.some(({ supervisorId }) => supervisorId === viewerId) && html`<li><a class="govuk-link" href="${superviseesPath.url({})}">Those you supervise, in figures</a></li>`}
        ${mayOpenOthers && html`<li><a class="govuk-link" href="${openablePath.url({})}">Supervision that you may open</a>, for a reason and for a time</li>`}
        ${relationships.length > 0 && html`<li><a class="govuk-link" href="${calendarPath.url({})}">Sessions in your calendar</a></li>`}
        <li><a class="govuk-link" href="${profilePath.url({})}">How you are known in supervision</a></li>
        ${hasProfile && html`<li><a class="govuk-link" href="${absencesPath.url({})}">Days on which you are away</a></li>`}
        <li><a class="govuk-link" href="${organisationsPath.url({})}">Your organisations</a></li>
      </ul>
      ${insetText({ content: 'Supervision is not CPD by itself, and nothing here is part of your CPD record. Supervision records can be ordered by a court.' })}
    </div></div>`,
  })
}

function nextPart({ relationships, viewerId, timeZone }: MySupervision): Html {
  const next = nextOfAll(relationships)
  if (next === null)
    return html`<p class="govuk-body-l">
      ${relationships.some(({ isNow }) => isNow) ? 'No session is planned.' : 'Nobody supervises you here, and you supervise nobody.'}
    </p>`
  const { relationship, sessionId, startsAt } = next
  const { relationshipId } = relationship
  return html`<p class="govuk-body-l">
    Your next session is on
    <a class="govuk-link" href="${sessionPath.url({ relationshipId, sessionId })}"
      >${formatMoment(timeZone, startsAt)}</a
    >, with ${others(relationship, viewerId)}.
  </p>`
}

function waitingPart(view: MySupervision): Html {
  const items = [
    ...view.relationships.flatMap(relationship =>
      relationship.waiting.map(waiting => waitingItem(view, relationship, waiting)),
    ),
    ...view.unfinished.map(item => unfinishedItem(item, view.timeZone)),
  ]
  if (items.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What waits for you</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${items.map(item => html`<li>${item}</li>`)}
    </ul>`
}

function waitingItem(
  { viewerId, timeZone, today }: MySupervision,
  relationship: OverviewRelationship,
  waiting: Waiting,
): Html {
  const { relationshipId } = relationship
  const who = others(relationship, viewerId)
  const link = (href: string, content: string) => html`<a class="govuk-link" href="${href}">${content}</a>`
  switch (waiting.kind) {
    case 'to-sign':
      return html`${link(agreementVersionPath.url({ relationshipId, version: String(waiting.version) }), 'Read and sign the agreement')} with ${who}`
    case 'to-say-held':
      return html`${link(sessionPath.url({ relationshipId, sessionId: waiting.sessionId }), `Say what became of the session on ${formatMoment(timeZone, waiting.startsAt)}`)} with ${who}`
    case 'to-answer':
      return html`${link(sessionPath.url({ relationshipId, sessionId: waiting.sessionId }), `Answer the record of the session on ${formatDay(dayIn(timeZone, waiting.startsAt))}`)} with ${who}`
    case 'to-do':
      return html`${link(sessionPath.url({ relationshipId, sessionId: waiting.sessionId }), `An action of yours, by ${formatDay(waiting.byDay)}${waiting.byDay < today ? ' (overdue)' : ''}`)}, agreed with ${who}`
  }
}

function part(view: MySupervision, heading: string, relationships: readonly OverviewRelationship[]): Html {
  if (relationships.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">${heading}</h2>
    ${relationships.map(relationship => card(view, relationship))}`
}

function card({ viewerId, timeZone, today }: MySupervision, relationship: OverviewRelationship): Html {
  const {
    relationshipId,
    kind,
    organisation,
    supervisorId,
    during,
    ending,
    isNow,
    next,
    lastHeldAt,
    openActions,
  } = relationship
  const who = others(relationship, viewerId)
  const href = relationshipPath.url({ relationshipId })
  // Whoever supervised until it ended opens only what they have yet to finish, which stands above.
  const mayOpen = isNow || supervisorId !== viewerId || during.from > today
  return summaryList({
    card: {
      title: { content: who, headingLevel: 3 },
      ...(mayOpen && { actions: { items: [{ href, content: 'Open', visuallyHiddenText: 'supervision' }] } }),
    },
    rows: [
      {
        key: 'Kind',
        value: `${relationshipKindNames[kind]}${organisation === null ? ', without an organisation' : `, ${organisation}`}`,
      },
      !isNow && { key: 'When', value: whenInWords(during) },
      ending !== null && {
        key: ending.lastDay < today ? 'Ended' : 'Ends',
        value: endingInWords(ending, relationship, viewerId),
      },
      isNow && {
        key: 'Next session',
        value:
          next === null
            ? 'None planned'
            : html`<a class="govuk-link" href="${sessionPath.url({ relationshipId, sessionId: next.sessionId })}">${formatMoment(timeZone, next.startsAt)}</a>`,
      },
      isNow && {
        key: 'Days since the last',
        value:
          lastHeldAt === null ? 'None held yet' : String(daysBetween(dayIn(timeZone, lastHeldAt), today)),
      },
      mayOpen && (isNow || openActions > 0) && { key: 'Open actions', value: String(openActions) },
    ],
  })
}

function whenInWords({ from, to }: OverviewRelationship['during']): string {
  return to === null ? `From ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`
}

/** Why stands on its own page, whose reading leaves a trace. */
function endingInWords(
  { lastDay, by, saidOn }: NonNullable<OverviewRelationship['ending']>,
  { people }: OverviewRelationship,
  viewerId: string,
): string {
  const end = `With ${formatDay(lastDay)}`
  const person = people.find(({ personId }) => personId === by)
  if (saidOn === null || person === undefined) return end
  return `${end}, as ${by === viewerId ? 'you' : (person.knownAs ?? unnamed)} said on ${formatDay(saidOn)}`
}

/** Whoever else is in it: one or two by how they are known, of a large group how many. */
function others({ people, kind }: OverviewRelationship, viewerId: string): string {
  const names = people
    .filter(({ personId }) => personId !== viewerId)
    .map(({ knownAs }) => knownAs ?? unnamed)
  if (names.length === 0) return kind === 'group' ? 'a group with nobody else in it' : 'nobody'
  return names.length > 3 ? `a group of ${counted(names.length + 1, 'person', 'people')}` : inAList(names)
}
