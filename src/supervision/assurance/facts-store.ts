import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { DayNumber } from '../policy/day-numbers.ts'
import { ownPoliciesOf, type OwnPolicies } from '../../organisations/policy-of.ts'
import type { Policy } from '../policy/policy.ts'
import type { RelationshipKind } from '../relationship.ts'
import { fullTime, type Weekday } from '../policy/working-days.ts'
import type { CancelledSession, StandingSession } from '../sessions/rebooking.ts'
import type { HeldSession, SupervisedDays } from './figures.ts'
import type { Kept, WorkingLife } from './person-facts.ts'

/** Somebody's time in one relationship, and its sessions, in days: nothing that was said or written is read here. */
export interface Supervision {
  readonly relationshipId: string
  readonly personId: string
  readonly supervisorId: string
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  /** Of two people without an organisation; none where there is one. */
  readonly ownPolicies: readonly Policy[]
  readonly days: SupervisedDays
  readonly held: readonly Kept<HeldSession>[]
  readonly cancelled: readonly Kept<CancelledSession>[]
  readonly standing: readonly Kept<StandingSession>[]
}

/** Whose: some people's in an organisation; one person's own, as a supervisee; or those whom somebody supervises. */
export type Whose =
  | { readonly organisationId: string; readonly superviseeIds: readonly string[] }
  | { readonly superviseeId: string }
  | { readonly supervisorId: string }

interface Around {
  readonly from: Day
  readonly today: Day
  readonly timeZone: string
}

type HeldJson = readonly [sessionId: string, day: DayNumber, needsRecord: boolean, signedOn: DayNumber | null]

interface SupervisionRow extends OwnPolicies {
  readonly relationshipId: string
  readonly personId: string
  readonly supervisorId: string
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  readonly beganOn: Day
  readonly fromDay: DayNumber
  readonly toDay: DayNumber | null
  readonly agreedOn: DayNumber | null
  readonly held: readonly HeldJson[]
  readonly cancelled: readonly (readonly [sessionId: string, plannedOn: DayNumber, cancelledAt: number])[]
  readonly standing: readonly (readonly [
    sessionId: string,
    on: DayNumber,
    bookings: readonly (readonly [at: number, on: DayNumber])[],
  ])[]
}

/** Every relationship that touches the time from `from` to `today`, with its sessions of that time and the last before it. */
export async function listSupervision(
  db: Db,
  whose: Whose,
  { from, today, timeZone }: Around,
): Promise<readonly Supervision[]> {
  const day = (moment: RawBuilder<unknown>) =>
    sql`((${moment} at time zone ${timeZone})::date - date '1970-01-01')`
  const milliseconds = sql`(extract(epoch from change.changed_at) * 1000)::bigint`
  const cancelledAt = sql`(
    select coalesce(max(${milliseconds}), 0) from session_change change
    where change.session_id = session.session_id and change.change = 'cancelled'
  )`
  const bookings = sql`(
    select coalesce(json_agg(json_build_array(${milliseconds}, ${day(sql`change.starts_at`)}) order by change.number), '[]')
    from session_change change
    where change.session_id = session.session_id and change.change in ('planned', 'moved')
  )`
  const begins = sql`((${from}::date)::timestamp at time zone ${timeZone})`
  const { rows } = await sql<SupervisionRow>`
    with spell as materialized (
      select s.person_id, r.relationship_id, r.supervisor_id, r.organisation_id, r.kind, r.own_policy,
        r.own_policy_from, r.own_policies_before, r.from_day as began_on,
        greatest(r.from_day, s.from_day) as from_day, least(r.to_day, s.to_day) as to_day
      from relationship r join relationship_supervisee s on s.relationship_id = r.relationship_id
      where ${belongsTo(whose)} and r.from_day <= ${today}::date and s.from_day <= ${today}::date
        and (r.to_day is null or r.to_day >= ${from}::date) and (s.to_day is null or s.to_day >= ${from}::date)
    )
    select relationship_id, person_id, supervisor_id, organisation_id, kind, own_policy,
      own_policy_from, own_policies_before, began_on, from_day - date '1970-01-01' as from_day, to_day - date '1970-01-01' as to_day,
      (
        select max(${day(sql`greatest(theirs.signed_at, own.signed_at)`)})
        from agreement_signature theirs
        join agreement_signature own on own.relationship_id = theirs.relationship_id and own.version = theirs.version
        where theirs.relationship_id = spell.relationship_id and theirs.person_id = spell.supervisor_id
          and own.person_id = spell.person_id
      ) as agreed_on,
      (
        select coalesce(json_agg(json_build_array(
          session.session_id, ${day(sql`session.starts_at`)}, session.is_content_recorded,
          case when answer.signed_at is not null then ${day(sql`greatest(record.signed_at, answer.signed_at)`)} end
        ) order by session.starts_at), '[]')
        from supervision_session session
        join session_attendance here on here.session_id = session.session_id and here.person_id = spell.person_id
        left join joint_record record on record.session_id = session.session_id
        left join joint_answer answer on answer.session_id = session.session_id and answer.person_id = spell.person_id
        where session.relationship_id = spell.relationship_id and session.state = 'held'
          and session.starts_at >= coalesce((
            select max(earlier.starts_at) from supervision_session earlier
            join session_attendance there on there.session_id = earlier.session_id and there.person_id = spell.person_id
            where earlier.relationship_id = spell.relationship_id and earlier.state = 'held'
              and earlier.starts_at < ${begins}
          ), ${begins})
      ) as held,
      (
        select coalesce(json_agg(json_build_array(session.session_id, ${day(sql`session.starts_at`)}, ${cancelledAt})), '[]')
        from supervision_session session
        where session.relationship_id = spell.relationship_id and session.state = 'cancelled'
          and session.starts_at >= ${begins}
      ) as cancelled,
      (
        select coalesce(json_agg(json_build_array(session.session_id, ${day(sql`session.starts_at`)}, ${bookings})), '[]')
        from supervision_session session
        where session.relationship_id = spell.relationship_id and session.state <> 'cancelled'
          and session.starts_at >= ${begins}
      ) as standing
    from spell order by person_id, from_day, relationship_id`.execute(db)
  return rows.map(row => ({
    relationshipId: row.relationshipId,
    personId: row.personId,
    supervisorId: row.supervisorId,
    organisationId: row.organisationId,
    kind: row.kind,
    ownPolicies: row.organisationId === null ? ownPoliciesOf(row, row.beganOn) : [],
    days: { from: row.fromDay, to: row.toDay, agreedOn: row.agreedOn },
    held: row.held.map(([sessionId, heldOn, needsRecord, signedOn]) => ({
      sessionId,
      heldOn,
      needsRecord,
      signedOn,
    })),
    cancelled: row.cancelled
      // Of a group, only while they were in it.
      .filter(([, plannedOn]) => row.fromDay <= plannedOn && (row.toDay === null || plannedOn <= row.toDay))
      .map(([sessionId, plannedOn, cancelledAt]) => ({ sessionId, plannedOn, cancelledAt })),
    standing: row.standing.map(([sessionId, on, bookings]) => ({
      sessionId,
      on,
      bookings: bookings.map(([at, day]) => ({ at, on: day })),
    })),
  }))
}

function belongsTo(whose: Whose): RawBuilder<unknown> {
  if ('organisationId' in whose)
    return sql`r.organisation_id = ${whose.organisationId} and s.person_id = any(${[...whose.superviseeIds]}::uuid[])`
  if ('superviseeId' in whose) return sql`s.person_id = ${whose.superviseeId}`
  return sql`r.supervisor_id = ${whose.supervisorId}`
}

/**
 * How many open actions whose day has passed each person owns in each relationship, where there are any. Whoever no longer
 * supervises cannot close theirs any more, so those are not counted.
 */
export async function listOverdueActions(
  db: Db,
  whose: Whose,
  today: Day,
): Promise<readonly OverdueActions[]> {
  const { rows } = await sql<OverdueActions>`
    select a.owner_id as person_id, r.organisation_id, r.relationship_id, count(*)::int as overdue
    from supervision_action a join relationship r on r.relationship_id = a.relationship_id
    where a.closed_at is null and a.by_day < ${today}::date and ${ownedBy(whose)}
      and (a.owner_id <> r.supervisor_id or r.to_day is null or r.to_day >= ${today}::date)
    group by 1, 2, 3`.execute(db)
  return rows
}

export interface OverdueActions {
  readonly personId: string
  readonly organisationId: string | null
  readonly relationshipId: string
  readonly overdue: number
}

function ownedBy(whose: Whose): RawBuilder<unknown> {
  if ('organisationId' in whose)
    return sql`r.organisation_id = ${whose.organisationId} and a.owner_id = any(${[...whose.superviseeIds]}::uuid[])`
  if ('superviseeId' in whose) return sql`a.owner_id = ${whose.superviseeId}`
  return sql`r.supervisor_id = ${whose.supervisorId} and a.owner_id <> r.supervisor_id`
}

/** Somebody's working life, and their team in an organisation. Who they are is not asked. */
export interface WorkingMember extends WorkingLife {
  readonly teamId: string | null
}

interface WorkingRow {
  readonly personId: string
  readonly teamId: string | null
  readonly weekdays: readonly Weekday[] | null
  readonly newlyQualifiedFrom: DayNumber | null
  readonly away: readonly (readonly [from: DayNumber, to: DayNumber | null])[]
}

/** Everybody who works for an organisation on a day: once each, and in which team. */
export async function listWorkingMembers(
  db: Db,
  organisationId: string,
  today: Day,
): Promise<readonly WorkingMember[]> {
  const { rows } = await sql<WorkingRow>`
    select distinct on (m.person_id) m.person_id, m.team_id, p.weekdays,
      p.newly_qualified_from - date '1970-01-01' as newly_qualified_from,
      (
        select coalesce(json_agg(json_build_array(a.from_day - date '1970-01-01', a.to_day - date '1970-01-01')), '[]')
        from absence a where a.person_id = m.person_id
      ) as away
    from membership m left join supervision_profile p on p.person_id = m.person_id
    where m.organisation_id = ${organisationId} and m.from_day <= ${today}::date
      and (m.to_day is null or m.to_day >= ${today}::date)
    order by m.person_id, m.from_day desc`.execute(db)
  return rows.map(workingMemberOf)
}

function workingMemberOf(row: WorkingRow): WorkingMember {
  return {
    personId: row.personId,
    teamId: row.teamId,
    newlyQualifiedFrom: row.newlyQualifiedFrom,
    time: {
      weekdays: row.weekdays ?? fullTime.weekdays,
      away: row.away.map(([from, to]) => ({ from, to })),
    },
  }
}

/** How each of these organisations is called. */
export async function listOrganisationNames(
  db: Db,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ organisationId: string; name: string }>`
    select organisation_id, name from organisation where organisation_id = any(${[...organisationIds]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ organisationId, name }) => [organisationId, name]))
}
