import { formatDay, formatMoment, type Day } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { pagination } from '../../../platform/ui/govuk/pagination.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { tag } from '../../../platform/ui/govuk/tag.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { AgreementState } from '../../agreements/agreement-state.ts'
import { agreementPath } from '../../agreements/paths.ts'
import { agreementStanding } from '../../agreements/screens/agreement.ts'
import { inOrderOfNames, knownAs } from '../../known-as.ts'
import { openingsPath } from '../../openings/paths.ts'
import { howOftenInWords, relationshipKindNames } from '../../policy/policy-words.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { planSeriesPath, planSessionPath, sessionPath } from '../../sessions/paths.ts'
import type { Rebooking } from '../../sessions/rebooking.ts'
import { sessionTag } from '../../sessions/screens/session.ts'
import type { Session } from '../../sessions/session.ts'
import { isWithin } from '../../policy/working-days.ts'
import { registrationProblem } from '../begin-problem.ts'
import type { Ending } from '../ending.ts'
import { endRelationshipPath, ownPolicyPath, relationshipPath } from '../paths.ts'
import { supervisionPath } from '../../paths.ts'

/** The policy that one of two people chose for both. */
export interface OwnChoice {
  readonly by: string
  readonly from: Day
  /** What held until then; null where they chose on the day on which they began. */
  readonly before: Policy | null
}

export interface RelationshipView {
  readonly relationship: Relationship
  readonly names: Readonly<Record<string, string>>
  readonly policy: Policy
  readonly timeZone: string
  readonly today: Day
  readonly now: Date
  /** False where the supervisor says that they are not on the register; null where they have not said. */
  readonly isSupervisorRegistered: boolean | null
  /** Who gives professional supervision beside a line manager. */
  readonly professionalSupervisors: readonly string[]
  /** What the agreement in force says of it; '' for nothing. */
  readonly professionalPartAgreed: string
  readonly agreement: AgreementState
  /** Of two people without an organisation. */
  readonly ownChoice: OwnChoice | null
  readonly coming: readonly Session[]
  readonly past: readonly Session[]
  readonly page: number
  readonly pages: number
  readonly rebookings: readonly Rebooking[]
  readonly viewerId: string
  /** That it ends, and parts of it, as far as whoever looks may know why. */
  readonly endings: readonly Ending[]
  readonly canWrite: boolean
  readonly done: string | null
}

export function relationshipScreen(view: RelationshipView): Page {
  const { relationship, policy, canWrite, done, names } = view
  const { relationshipId } = relationship
  const title = titleOf(view)
  return page({
    title,
    back: { href: supervisionPath.url({}), text: 'Back to your supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${done !== null && notificationBanner({ title: 'Noted', content: done })}
      <h1 class="govuk-heading-l">${title}</h1>
      ${noLongerFits(view)}
      ${summaryList({
        rows: [
          { key: 'Kind', value: relationshipKindNames[relationship.kind] },
          { key: 'Supervisor', value: supervisorCell(view) },
          professionalRow(view),
          {
            key: 'Supervised',
            value:
              inAList(
                inOrderOfNames(names, superviseesNow(view)).map(personId => knownAs(names, personId)),
              ) || 'Nobody',
          },
          { key: hasEnded(view) ? 'When' : 'Since', value: sinceInWords(view) },
          endingsRow(view),
          {
            key: 'Policy',
            value: html`${inForceInWords(policy)}${ownChoiceInWords(view)}`,
            ...(canWrite && relationship.organisationId === null
              ? {
                  actions: {
                    items: [
                      {
                        href: ownPolicyPath.url({ relationshipId }),
                        content: 'Change',
                        visuallyHiddenText: 'your policy',
                      },
                    ],
                  },
                }
              : {}),
          },
          {
            key: 'Agreement',
            value: agreementStanding({ state: view.agreement, names, today: view.today }),
            actions: {
              items: [
                {
                  href: agreementPath.url({ relationshipId }),
                  content: 'Open',
                  visuallyHiddenText: 'the agreement',
                },
              ],
            },
          },
        ],
      })}
      ${
        canWrite &&
        html`<div class="govuk-button-group">
          ${button({ content: 'Plan a session', href: planSessionPath.url({ relationshipId }) })}
          ${button({ content: 'Plan several sessions', href: planSeriesPath.url({ relationshipId }), classes: 'govuk-button--secondary' })}
        </div>`
      }
      ${comingPart(view)} ${pastPart(view)}
      <p class="govuk-body"><a class="govuk-link" href="${openingsPath.url({ relationshipId })}">Who else has opened this supervision</a></p>
      ${canWrite && html`<p class="govuk-body"><a class="govuk-link" href="${endRelationshipPath.url({ relationshipId })}">${relationship.kind === 'group' ? 'End this supervision, or your part in it' : 'End this supervision'}</a></p>`}
      ${courtNotice(policy, relationship)}
    </div></div>`,
  })
}

/** How a supervision is called on its own pages. */
function titleOf({ relationship, names }: Pick<RelationshipView, 'relationship' | 'names'>): string {
  return relationship.kind === 'group'
    ? `Group supervision with ${knownAs(names, relationship.supervisorId)}`
    : `Supervision by ${knownAs(names, relationship.supervisorId)}`
}

function superviseesNow({ relationship, today }: RelationshipView): string[] {
  const { during, supervisees } = relationship
  const on = during.to !== null && during.to < today ? during.to : today > during.from ? today : during.from
  return [...new Set(supervisees.filter(one => isWithin(on, one.during)).map(({ personId }) => personId))]
}

function supervisorCell({ relationship, names, isSupervisorRegistered }: RelationshipView): Html {
  return html`${knownAs(names, relationship.supervisorId)}
  ${isSupervisorRegistered === false && html`<br>${tag({ content: 'Not a registered social worker', classes: 'govuk-tag--orange' })}`}`
}

/** Begun before a policy that would not let it begin today: it goes on, and both are told. */
function noLongerFits(view: RelationshipView): Html {
  const { isSupervisorRegistered, policy, relationship, names } = view
  if (hasEnded(view) || isSupervisorRegistered !== false) return nothing
  const rule = registrationProblem(relationship.kind, policy.whoMaySupervise)
  if (rule === null) return nothing
  const supervisor = knownAs(names, relationship.supervisorId)
  return insetText({
    content: `This supervision no longer fits the policy. ${rule === 'supervisor-not-registered' ? 'It lets only registered social workers supervise' : 'It has professional supervision given by a registered social worker'}, and ${supervisor} has said that they are not one. It goes on until one of you ends it, so agree who is to supervise instead.`,
  })
}

/** A line manager need not be a registered social worker; then somebody who is carries the professional part. */
function professionalRow(view: RelationshipView) {
  const { isSupervisorRegistered, professionalSupervisors, professionalPartAgreed } = view
  if (isSupervisorRegistered !== false) return null
  const value =
    professionalSupervisors.length > 0
      ? inAList(professionalSupervisors)
      : professionalPartAgreed !== ''
        ? html`<div class="confer-as-typed">${professionalPartAgreed}</div>`
        : 'Nobody has been given it yet. Start professional supervision with a registered social worker, or say in the agreement who carries it.'
  return { key: 'Professional part', value }
}

function inForceInWords(policy: Policy): string {
  return `${howOftenInWords(policy)} At least ${policy.shortestMinutes} minutes.`
}

/** To both, so that neither finds out from figures what the other chose. */
function ownChoiceInWords({ ownChoice, names }: RelationshipView): Html {
  if (ownChoice === null) return nothing
  const { by, from, before } = ownChoice
  return html`<br>${knownAs(names, by)} chose this. It holds from ${formatDay(from)}.
  ${before !== null && `Until then: ${inForceInWords(before)}`}`
}

function hasEnded({ relationship: { during }, today }: RelationshipView): boolean {
  return during.to !== null && during.to < today
}

function sinceInWords({ relationship: { during }, today }: RelationshipView): string {
  const from = formatDay(during.from)
  if (during.to === null) return from
  return during.to < today
    ? `${from} to ${formatDay(during.to)}`
    : `${from}. It ends with ${formatDay(during.to)}.`
}

/** Who ended it, when and why, as moving and cancelling a session say. */
function endingsRow(view: RelationshipView) {
  const said = view.endings.filter(({ said: one }) => one !== null)
  if (said.length === 0) return null
  return {
    key: 'How it ends',
    value: html`${said.map(ending => html`<p class="govuk-body">${endingInWords(view, ending)}</p>`)}`,
  }
}

function endingInWords(
  { names, viewerId, timeZone, today }: RelationshipView,
  { partOf, lastDay, said }: Ending,
): Html {
  if (said === null) return nothing
  // Whoever looks after membership in an organisation is in no supervision by that.
  const who = said.by === viewerId ? 'you' : (names[said.by] ?? 'an administrator of the organisation')
  const whose =
    partOf === null ? '' : partOf === viewerId ? 'Your part: ' : `The part of ${knownAs(names, partOf)}: `
  const by = whose === '' ? `${who.charAt(0).toUpperCase()}${who.slice(1)}` : who
  const ends = lastDay < today ? 'ended' : 'ends'
  return html`${whose}${by} said on ${formatMoment(timeZone, said.at)} that it ${ends} with ${formatDay(lastDay)}. Why: <span class="confer-as-typed">${said.reason}</span>`
}

function comingPart(view: RelationshipView): Html {
  const { coming } = view
  if (hasEnded(view) && coming.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Sessions to come</h2>
    ${coming.length === 0 ? html`<p class="govuk-body">None is planned.</p>` : sessionList(view, coming)}`
}

function pastPart(view: RelationshipView): Html {
  const { past, page: current, pages, relationship } = view
  if (past.length === 0) return nothing
  const { relationshipId } = relationship
  const urlOf = (number: number) => relationshipPath.url({ relationshipId }, { page: String(number) })
  return html`<h2 class="govuk-heading-m">Earlier and cancelled sessions</h2>
    ${sessionList(view, past)}
    ${
      pages > 1 &&
      pagination({
        landmarkLabel: 'Earlier sessions',
        ...(current > 1 && { previous: { href: urlOf(current - 1) } }),
        ...(current < pages && { next: { href: urlOf(current + 1) } }),
        items: Array.from({ length: pages }, (_, index) => ({
          number: index + 1,
          href: urlOf(index + 1),
          current: index + 1 === current,
        })),
      })
    }`
}

function sessionList(view: RelationshipView, sessions: readonly Session[]): Html {
  const { relationship, timeZone, rebookings, now } = view
  const isOver = ({ state, startsAt }: Session) => state === 'planned' && startsAt < now
  const { relationshipId } = relationship
  return html`<ul class="govuk-list confer-pieces">
    ${sessions.map(session => {
      const { sessionId, startsAt } = session
      const rebooking = rebookings.find(one => one.sessionId === sessionId)
      return html`<li class="confer-piece">
        <h3 class="govuk-heading-s">
          <a class="govuk-link" href="${sessionPath.url({ relationshipId, sessionId })}"
            >${formatMoment(timeZone, startsAt)}</a
          >
        </h3>
        <p class="govuk-body">${sessionTag(session)} ${isOver(session) && 'Nobody has said yet what became of it.'}${rebooking && rebookingInWords(rebooking)}</p>
      </li>`
    })}
  </ul>`
}

function rebookingInWords({ outcome, by }: Rebooking): string {
  switch (outcome) {
    case 'in-time':
      return 'Another one was planned in time.'
    case 'late':
      return 'Another one was planned, later than the policy asks.'
    case 'open':
      return by === null ? 'Another one is to be planned.' : `Another one is to be held by ${formatDay(by)}.`
    case 'missed':
      return 'No other one was planned in time.'
  }
}
