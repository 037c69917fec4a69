import { randomUUID } from 'node:crypto'
import { formatMoment, type Day } from '../../platform/day.ts'
import { noErrors } from '../../platform/ui/field-errors.ts'
import { notFoundPage, unexpectedFieldPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { readAgreementContent, textsOfAgreement } from '../agreements/agreement-content.ts'
import { agreementState, partiesOf } from '../agreements/agreement-state.ts'
import { findAgreementContent, listAgreementVersions } from '../agreements/agreements-store.ts'
import { readFrequency } from '../agreements/starting-texts.ts'
import { isId } from '../../platform/id.ts'
import { openUnderPolicy, type OpenedUnderPolicy } from '../open-relationship.ts'
import { howOftenInWords } from '../policy/policy-words.ts'
import type { Span } from '../policy/policy.ts'
import type { KnownProfile } from '../../organisations/profile.ts'
import { findProfile } from '../../organisations/profiles-store.ts'
import { relationshipPath } from '../relationships/paths.ts'
import type { SupervisionSettings } from '../settings.ts'
import { fullTime, isWithin } from '../policy/working-days.ts'
import { plannedId, planSessions } from './actions/plan-sessions.ts'
import { heldSessionPath, planSeriesPath, planSessionPath, sessionPath } from './paths.ts'
import {
  readPlan,
  type Plan,
  readSeries,
  type SeriesPlan,
  type TypedSeries,
  type TypedSession,
} from './planning-form.ts'
import { planningNotices } from './planning-notices.ts'
import {
  markOfNotices,
  planSeriesScreen,
  planSessionScreen,
  seriesDatesScreen,
} from './screens/plan-session.ts'
import { readTypedWhen, whenFieldNames } from './screens/session-fields.ts'
import { seriesByPolicy, seriesDays } from './series.ts'
import { instantOf } from './session-time.ts'
import { problemsInWords } from './session-words.ts'
import { listOverlapping } from './sessions-store.ts'

type RelationshipVisit = SignedInVisit<{ readonly relationshipId: string }>

/** Planning: one session, or a series whose dates are shown before they are made. */
export function planningRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, queue } = settings

  const open = (visit: RelationshipVisit) =>
    openUnderPolicy(settings, visit, { ...visit.params, compartment: 'sessions', use: 'write' })

  const boundsOf = (visit: RelationshipVisit, { relationship }: OpenedUnderPolicy) => ({
    timeZone,
    now: visit.now,
    during: relationship.during,
  })

  /** The supervisee's working time and stage; of a group, nobody's in particular. */
  const findSupervisee = async (
    visit: RelationshipVisit,
    { relationship, today }: OpenedUnderPolicy,
  ): Promise<KnownProfile | null> => {
    const now = relationship.supervisees.filter(({ during }) => isWithin(today, during))
    const [only] = now
    if (now.length !== 1 || only === undefined) return null
    return findProfile(visit.db, only.personId)
  }

  /** What whoever plans may not have meant. A press that comes twice is no session at the same time. */
  const findNotices = async (
    visit: RelationshipVisit,
    opened: OpenedUnderPolicy,
    { planId, ...plan }: Pick<Plan, 'kind' | 'startsAt' | 'minutes'> & { readonly planId: string },
  ): Promise<readonly string[]> => {
    const { relationshipId } = opened.relationship
    const who = { relationshipId, personId: visit.actor.personId }
    const overlapping = await listOverlapping(visit.db, who, plan, { timeZone })
    const supervisee = await findSupervisee(visit, opened)
    const own = plannedId(relationshipId, planId, plan.startsAt)
    return planningNotices(plan, {
      policy: opened.policy,
      time: supervisee?.time ?? fullTime,
      overlapping: overlapping.filter(({ sessionId }) => sessionId !== own),
      timeZone,
    })
  }

  const findAgreed = async (visit: RelationshipVisit, opened: OpenedUnderPolicy): Promise<AgreedTexts> => {
    const { relationshipId } = visit.params
    const versions = await listAgreementVersions(visit.db, relationshipId)
    const parties = partiesOf(opened.relationship, opened.today)
    const { inForce } = agreementState(versions, parties, opened.policy, timeZone)
    const content = inForce && (await findAgreementContent(visit.db, relationshipId, inForce.version.version))
    const texts = content === null ? {} : textsOfAgreement(readAgreementContent(content))
    return { every: readFrequency(texts['frequency'] ?? '') }
  }

  const showSeries = async (
    visit: RelationshipVisit,
    opened: OpenedUnderPolicy,
    typed: TypedSeries | null,
    planId: string,
    errors: ReadonlyMap<string, string>,
  ): Promise<Reply> => {
    const { every } = await findAgreed(visit, opened)
    return planSeriesScreen(visit, {
      ...opened,
      planId,
      typed: typed ?? {
        ...startingWhen(opened),
        form: startingForm(opened),
        count: '6',
        unit: every === null ? 'policy' : 'weeks' in every ? 'weeks' : 'months',
        every: String(every === null ? 1 : 'weeks' in every ? every.weeks : every.months),
      },
      errors,
      agreed: every,
      byPolicy: howOftenInWords(opened.policy),
    })
  }

  /** Of all the dates of a series: each thing once. */
  const findSeriesNotices = async (
    visit: RelationshipVisit,
    opened: OpenedUnderPolicy,
    { time, minutes }: SeriesPlan,
    planId: string,
    days: readonly Day[],
  ): Promise<readonly string[]> => {
    const notices: string[] = []
    for (const day of days) {
      const startsAt = instantOf(timeZone, day, time)
      notices.push(...(await findNotices(visit, opened, { kind: 'planned', startsAt, minutes, planId })))
    }
    return [...new Set(notices)]
  }

  const daysOf = (
    plan: SeriesPlan,
    opened: OpenedUnderPolicy,
    supervisee: KnownProfile | null,
  ): readonly Day[] => {
    const { every, day, count } = plan
    const time = supervisee?.time ?? fullTime
    const bounds = { first: day, count, time, until: opened.relationship.during.to }
    if (every !== null) return seriesDays({ ...bounds, everyOn: () => every })
    const newlyQualifiedFrom = supervisee?.newlyQualifiedFrom ?? null
    return seriesByPolicy({ ...bounds, policies: opened.policies, newlyQualifiedFrom })
  }

  return [
    get(planSessionPath, signedIn, async visit => {
      const opened = await open(visit)
      if (opened === null) return notFoundPage()
      return planSessionScreen(visit, {
        ...opened,
        planId: randomUUID(),
        typed: { ...startingWhen(opened), kind: 'planned', form: startingForm(opened) },
        errors: noErrors,
      })
    }),

    post(
      planSessionPath,
      signedIn,
      { once: ['planId', 'kind', 'form', 'press', 'noticed', ...whenFieldNames] },
      async visit => {
        const opened = await open(visit)
        if (opened === null) return notFoundPage(visit.form)
        const planId = visit.form.text('planId')
        if (!isId(planId)) return noPlanId(visit)
        const typed: TypedSession = {
          ...readTypedWhen(visit.form),
          kind: visit.form.text('kind'),
          form: visit.form.text('form'),
        }
        const plan = readPlan(typed, opened.policy, boundsOf(visit, opened))
        if (!plan.ok)
          return planSessionScreen(visit, {
            ...opened,
            planId,
            typed,
            errors: problemsInWords(plan.refusal),
          })
        const notices = await findNotices(visit, opened, { ...plan.value, planId })
        // Asked once: what was shown already, and nothing that came with another day or time.
        if (notices.length > 0 && visit.form.text('noticed') !== markOfNotices(notices))
          return planSessionScreen(visit, { ...opened, planId, typed, errors: noErrors, notices })
        const [sessionId = ''] = await planSessions(visit.db, queue, {
          ...plan.value,
          relationship: opened.relationship,
          personId: visit.actor.personId,
          planId,
          startsAt: [plan.value.startsAt],
          timeZone,
          now: visit.now,
        })
        const ids = { relationshipId: visit.params.relationshipId, sessionId }
        return redirect(
          plan.value.startsAt <= visit.now
            ? heldSessionPath.url(ids)
            : sessionPath.url(ids, { done: 'planned' }),
        )
      },
    ),

    get(planSeriesPath, signedIn, async visit => {
      const opened = await open(visit)
      return opened ? showSeries(visit, opened, null, randomUUID(), noErrors) : notFoundPage()
    }),

    post(
      planSeriesPath,
      signedIn,
      {
        once: ['planId', 'form', 'count', 'unit', 'every', 'press', ...whenFieldNames],
        many: ['on'],
      },
      async visit => {
        const opened = await open(visit)
        if (opened === null) return notFoundPage(visit.form)
        const { form, now } = visit
        const { relationship } = opened
        const { relationshipId } = relationship
        const planId = form.text('planId')
        if (!isId(planId)) return noPlanId(visit)
        const typed: TypedSeries = {
          ...readTypedWhen(form),
          form: form.text('form'),
          count: form.text('count'),
          unit: form.text('unit'),
          every: form.text('every'),
        }
        const plan = readSeries(typed, opened.policy, boundsOf(visit, opened))
        if (!plan.ok) return showSeries(visit, opened, typed, planId, problemsInWords(plan.refusal))
        const days = daysOf(plan.value, opened, await findSupervisee(visit, opened))
        const isPlanned = form.text('press') === 'plan'
        // Only dates that this very form can show: it posts nothing else.
        const on = days.filter(day => form.all('on').includes(day))
        if (!isPlanned || on.length === 0)
          return seriesDatesScreen(visit, {
            relationship,
            notices: await findSeriesNotices(visit, opened, plan.value, planId, days),
            planId,
            typed,
            days: days.map(day => ({
              day,
              words: formatMoment(timeZone, instantOf(timeZone, day, plan.value.time)),
            })),
            chosen: isPlanned ? [] : days,
            wanted: plan.value.count,
            errors: isPlanned ? problemsInWords([{ field: 'on', code: 'missing' }]) : noErrors,
          })
        await planSessions(visit.db, queue, {
          ...plan.value,
          relationship,
          personId: visit.actor.personId,
          planId,
          kind: 'planned',
          startsAt: on.map(day => instantOf(timeZone, day, plan.value.time)),
          timeZone,
          now,
        })
        return redirect(relationshipPath.url({ relationshipId }, { done: 'planned' }))
      },
    ),
  ]
}

interface AgreedTexts {
  /** How often, where the agreement in force says one thing that can be read. */
  readonly every: Span | null
}

function startingWhen({ policy }: OpenedUnderPolicy) {
  return { date: { day: '', month: '', year: '' }, time: '', minutes: String(policy.shortestMinutes) }
}

function startingForm({ relationship, policy }: OpenedUnderPolicy): string {
  const usual = relationship.kind === 'group' ? 'group' : 'one-to-one'
  return policy.forms.find(form => form === usual) ?? policy.forms[0] ?? ''
}

function noPlanId(visit: SignedInVisit): Reply {
  return unexpectedFieldPage('The form did not say which plan it is.', visit.form)
}
