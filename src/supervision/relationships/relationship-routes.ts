import { emptyDate } from '../../platform/ui/date-fields.ts'
import { listInvitationsBy } from '../../organisations/invitations-store.ts'
import { findProfile, listProfiles } from '../../organisations/profiles-store.ts'
import { dayIn, parseDay, type DateParts } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { traceReading } from '../actions/trace-reading.ts'
import { readAgreementContent, textsOfAgreement } from '../agreements/agreement-content.ts'
import { agreementState, partiesOf, versionsFor, type AgreementState } from '../agreements/agreement-state.ts'
import { findAgreementContent, listAgreementVersions } from '../agreements/agreements-store.ts'
import type { Compartment, Use } from '../doors.ts'
import { openUnderPolicy, type OpenedUnderPolicy } from '../open-relationship.ts'
import type { Policy } from '../policy/policy.ts'
import { mayOpenAny } from './relationship-list-store.ts'
import { rebookings } from '../sessions/rebooking.ts'
import { listComingSessions, listPastSessions, listSessionHistories } from '../sessions/sessions-store.ts'
import { isInTheirTime } from '../sessions/who-is-told.ts'
import { endOfPart, superviseesOn } from '../relationship.ts'
import type { SupervisionSettings } from '../settings.ts'
import { listUnanswered, listUnfinished } from '../unfinished-store.ts'
import { fullTime } from '../policy/working-days.ts'
import { choosePolicy } from './actions/choose-policy.ts'
import { endRelationship } from './actions/end-relationship.ts'
import { endingsFor, endReasonProblem, readLastDay, type EndProblem } from './ending.ts'
import { readOwnPolicy, typedOwnPolicy, type OwnPolicyField, type TypedOwnPolicy } from './own-policy.ts'
import { endRelationshipPath, ownPolicyPath, relationshipPath } from './paths.ts'
import { supervisionPath } from '../paths.ts'
import { policyMark } from './policy-mark.ts'
import { findOwnPolicyBy, listEndings, listProfessionalSupervisors } from './relationship-row-store.ts'
import { listMyRelationships } from './relationships-overview-store.ts'
import { endRelationshipScreen } from './screens/end-relationship.ts'
import { mySupervisionScreen } from './screens/my-supervision.ts'
import { ownPolicyScreen } from './screens/own-policy.ts'
import { relationshipScreen, type OwnChoice } from './screens/relationship.ts'

const pageSize = 20

type RelationshipVisit = SignedInVisit<{ readonly relationshipId: string }>

/** What was typed to end something, and what is wrong with it. */
interface EndTyped {
  readonly typed: DateParts
  readonly reason: string
  readonly problem?: EndProblem | null
  readonly reasonProblem?: ReturnType<typeof endReasonProblem>
  readonly wasChanged?: boolean
}

const lastDayFields = ['last-day', 'last-month', 'last-year'] as const

/** All of somebody's supervision, one of them, its end, and the policy of two people who chose their own. */
export function relationshipRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, queue } = settings

  const open = (visit: RelationshipVisit, compartment: Compartment, use: Use) =>
    openUnderPolicy(settings, visit, { ...visit.params, compartment, use })

  /** Who carries the professional part, as the agreement in force says: a reading of it like any other. */
  const findProfessionalPart = async (
    visit: RelationshipVisit,
    { inForce }: AgreementState,
  ): Promise<string> => {
    const { db, now, actor, params } = visit
    const { relationshipId } = params
    const content = inForce && (await findAgreementContent(db, relationshipId, inForce.version.version))
    const said =
      content === null ? '' : (textsOfAgreement(readAgreementContent(content))['professional-part'] ?? '')
    if (said !== '') {
      const { personId } = actor
      const reading = { relationshipId, sessionId: null, personId, what: 'agreement', at: now } as const
      await traceReading(settings, visit, reading)
    }
    return said
  }

  const showEnd = async (
    visit: RelationshipVisit,
    opened: OpenedUnderPolicy,
    partOf: string | null,
    { typed, reason, problem = null, reasonProblem = null, wasChanged = false }: EndTyped,
  ) =>
    endRelationshipScreen(visit, {
      ...opened,
      viewerId: visit.actor.personId,
      partOf,
      typed,
      reason,
      problem,
      reasonProblem,
      wasChanged,
      timeZone,
      unfinished: await listUnfinished(
        visit.db,
        { personId: opened.relationship.supervisorId, today: opened.today, now: visit.now },
        visit.params,
      ),
      unanswered: await listUnanswered(visit.db, opened.relationship.relationshipId),
    })

  /** Only two people without an organisation choose for themselves. */
  const openOwnPolicy = async (visit: RelationshipVisit): Promise<OpenedUnderPolicy | null> => {
    const opened = await open(visit, 'agreement', 'write')
    return opened?.relationship.organisationId === null ? opened : null
  }

  const showPolicy = (
    visit: RelationshipVisit,
    opened: OpenedUnderPolicy,
    typed: TypedOwnPolicy,
    wrong: readonly OwnPolicyField[] = [],
    wasChanged = false,
  ) => ownPolicyScreen(visit, { ...opened, mark: policyMark(theirOwn(opened)), typed, wrong, wasChanged })

  return [
    get(supervisionPath, signedIn, async visit => {
      const { personId } = visit.actor
      const today = dayIn(timeZone, visit.now)
      const when = { today, now: visit.now, timeZone }
      return mySupervisionScreen(visit, {
        relationships: await listMyRelationships(visit.db, personId, when),
        unfinished: await listUnfinished(visit.db, { personId, today, now: visit.now }),
        invitations: await listInvitationsBy(visit.db, personId, visit.now),
        viewerId: personId,
        mayOpenOthers: await mayOpenAny(visit.db, { personId, today }),
        hasProfile: (await findProfile(visit.db, personId)) !== null,
        timeZone,
        today,
        done: doneInWords(visit.query.get('done')),
      })
    }),

    get(relationshipPath, signedIn, async visit => {
      const opened = await open(visit, 'sessions', 'read')
      if (opened === null) return notFoundPage()
      const { relationship, today, policies, policy, standing } = opened
      const { relationshipId } = relationship
      const { db, now, actor } = visit
      const parties = partiesOf(relationship, today)
      const all = await listAgreementVersions(db, relationshipId)
      const versions = versionsFor(opened, actor.personId, all, timeZone)
      const agreement = agreementState(versions, parties, policy, timeZone)
      const profiles = await listProfiles(db, parties)
      const supervisor = profiles.find(({ personId }) => personId === relationship.supervisorId)
      const supervisees = profiles.filter(({ personId }) => personId !== relationship.supervisorId)
      const page = readPageNumber(visit.query.get('page'))
      const past = await listPastSessions(db, relationshipId, { page, pageSize, now })
      const isTheirs = ({ startsAt }: { readonly startsAt: Date }) =>
        isInTheirTime(opened, actor.personId, startsAt, timeZone)
      const time = supervisees.length === 1 ? (supervisees[0]?.time ?? fullTime) : fullTime
      const histories = await listSessionHistories(db, relationshipId)
      const isSupervisorRegistered = supervisor?.isRegistered ?? null
      const professionalSupervisors = await listProfessionalSupervisors(db, relationshipId, today)
      const professionalPartAgreed =
        isSupervisorRegistered === false && professionalSupervisors.length === 0
          ? await findProfessionalPart(visit, agreement)
          : ''
      return relationshipScreen({
        ...opened,
        timeZone,
        now,
        isSupervisorRegistered,
        professionalSupervisors,
        professionalPartAgreed,
        agreement,
        ownChoice: relationship.organisationId === null ? await findOwnChoice(db, opened) : null,
        coming: (await listComingSessions(db, relationshipId, now)).filter(isTheirs),
        past: past.sessions.filter(isTheirs),
        page,
        pages: Math.ceil(past.total / pageSize),
        rebookings: rebookings(histories, policies, time, timeZone, today),
        viewerId: actor.personId,
        endings: endingsFor(
          await listEndings(db, relationshipId),
          actor.personId,
          standing === 'supervisee' || standing === 'former-supervisee',
        ),
        canWrite: standing === 'supervisor' || standing === 'supervisee',
        done: doneInWords(visit.query.get('done')),
      })
    }),

    get(endRelationshipPath, signedIn, async visit => {
      const opened = await open(visit, 'agreement', 'write')
      const partOf = opened && whosePart(opened, visit.actor.personId, visit.query.get('of'))
      return opened === null || partOf === undefined
        ? notFoundPage()
        : showEnd(visit, opened, partOf, { typed: emptyDate, reason: '' })
    }),

    post(
      endRelationshipPath,
      signedIn,
      { once: ['of', 'shownEnd', 'reason', ...lastDayFields] },
      async visit => {
        const opened = await open(visit, 'agreement', 'write')
        const partOf = opened && whosePart(opened, visit.actor.personId, visit.form.text('of'))
        if (opened === null || partOf === undefined) return notFoundPage(visit.form)
        const { form, now, actor } = visit
        const { relationship, today } = opened
        const [day, month, year] = lastDayFields.map(name => form.text(name))
        const typed: DateParts = { day: day ?? '', month: month ?? '', year: year ?? '' }
        const lastDay = readLastDay(
          typed,
          today,
          endOfPart(relationship, partOf ?? relationship.supervisorId, today),
        )
        const reason = form.text('reason')
        const reasonProblem = endReasonProblem(reason)
        if (!lastDay.ok || reasonProblem !== null)
          return showEnd(visit, opened, partOf, {
            typed,
            reason,
            problem: lastDay.ok ? null : lastDay.refusal,
            reasonProblem,
          })
        const ended = await endRelationship(visit.db, queue, {
          relationship,
          personId: actor.personId,
          partOf,
          lastDay: lastDay.value,
          reason,
          shownEnd: parseDay(form.text('shownEnd')),
          today,
          timeZone,
          now,
        })
        if (ended.ok) return redirect(supervisionPath.url({}, { done: 'ended' }))
        return showEnd(visit, opened, partOf, { typed, reason, wasChanged: true })
      },
    ),

    get(ownPolicyPath, signedIn, async visit => {
      const opened = await openOwnPolicy(visit)
      return opened ? showPolicy(visit, opened, typedOwnPolicy(theirOwn(opened))) : notFoundPage()
    }),

    post(ownPolicyPath, signedIn, { once: ['mark', ...ownPolicyFields] }, async visit => {
      const opened = await openOwnPolicy(visit)
      if (opened === null) return notFoundPage(visit.form)
      const typed = readTypedPolicy(visit.form)
      const policy = readOwnPolicy(typed)
      if (!policy.ok) return showPolicy(visit, opened, typed, policy.refusal)
      const chosen = await choosePolicy(visit.db, {
        relationship: opened.relationship,
        personId: visit.actor.personId,
        shown: visit.form.text('mark'),
        policy: policy.value,
        today: opened.today,
        now: visit.now,
      })
      const { relationshipId } = visit.params
      return chosen.ok
        ? redirect(relationshipPath.url({ relationshipId }, { done: 'policy' }))
        : showPolicy(visit, opened, typed, [], true)
    }),
  ]
}

/**
 * Whose part in a group ends: a supervisee's own, the one that its supervisor asks for, or null where the whole of it does.
 * Undefined where that is not for whoever asks.
 */
function whosePart(
  { relationship, standing, today }: OpenedUnderPolicy,
  personId: string,
  asked: string | null,
): string | null | undefined {
  const isAskedOfAnother = asked !== null && asked !== '' && asked !== personId
  if (relationship.kind !== 'group') return isAskedOfAnother ? undefined : null
  if (standing === 'supervisee') return isAskedOfAnother ? undefined : personId
  if (!isAskedOfAnother) return null
  return superviseesOn(relationship, today).find(one => one === asked)
}

/** Who of the two chose their policy last, from when on it holds and what held before; null where neither has. */
async function findOwnChoice(
  db: Db,
  { relationship, policies }: OpenedUnderPolicy,
): Promise<OwnChoice | null> {
  const by = await findOwnPolicyBy(db, relationship.relationshipId)
  const chosen = policies.at(-1)
  return by === null || chosen === undefined
    ? null
    : { by, from: chosen.from, before: policies.at(-2) ?? null }
}

/** As they chose it last, also where what they share is still kept for longer. */
function theirOwn({ policies, policy }: OpenedUnderPolicy): Policy {
  return policies.at(-1) ?? policy
}

const ownPolicyFields: readonly OwnPolicyField[] = [
  'every',
  'unit',
  'shortestMinutes',
  'workingDaysToRebook',
  'daysToSign',
  'agreementReviewMonths',
  'retentionYears',
  'retentionReason',
]

function readTypedPolicy(form: RelationshipVisit['form']): TypedOwnPolicy {
  const text = (field: OwnPolicyField) => form.text(field)
  return {
    every: text('every'),
    unit: text('unit'),
    shortestMinutes: text('shortestMinutes'),
    workingDaysToRebook: text('workingDaysToRebook'),
    daysToSign: text('daysToSign'),
    agreementReviewMonths: text('agreementReviewMonths'),
    retentionYears: text('retentionYears'),
    retentionReason: text('retentionReason'),
  }
}

/** Pages of sessions: nobody has thousands. */
function readPageNumber(text: string | null): number {
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}

/** By the code in the address; an address may hold no words of its own. */
function doneInWords(code: string | null): string | null {
  switch (code) {
    case 'planned':
      return 'The sessions are planned. An e-mail with them is on its way.'
    case 'ended':
      return 'It is noted when this supervision ends.'
    case 'held':
      return 'It is noted that the session was held.'
    case 'signed':
      return 'You have signed the record. It cannot be changed any more.'
    case 'taken-out':
      return 'The case decisions are emptied here.'
    case 'policy':
      return 'Your policy is saved.'
    case 'invited':
      return 'The invitation is on its way. Supervision begins when they accept it.'
    case 'taken-back':
      return 'You have taken the invitation back. Its link no longer works.'
    case 'not-waiting':
      return 'That invitation no longer waits for an answer.'
    case 'accepted':
      return 'You have accepted the invitation.'
    case 'declined':
      return 'You have declined the invitation.'
    default:
      return null
  }
}
