import { sql } from 'kysely'
import { addDays, type Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import { finishingOf, mostDaysToSign } from './finishing.ts'
import { listPoliciesFor } from './policy/policies-store.ts'

/** Something of a session that its supervisor has to do. */
export interface Unfinished {
  readonly kind: 'to-file' | 'to-sign-record' | 'to-say-held'
  readonly relationshipId: string
  readonly sessionId: string
  readonly startsAt: Date
  /** Of a supervision that has ended: the last day on which a record of it can be signed. */
  readonly until: Day | null
}

interface Row extends Omit<Unfinished, 'until'> {
  readonly organisationId: string | null
  readonly fromDay: Day
  /** Null where it goes on. */
  readonly endedOn: Day | null
}

/**
 * The case decisions that a supervisor has yet to take out, also of a supervision that has ended: they belong to the case, and
 * nobody else can take them there. While it goes on, and for the days to sign after its end, the records that they have yet to
 * sign as well; once it has ended also the sessions of which nobody has said what became of them.
 */
export async function listUnfinished(
  db: Db,
  { personId, today, now }: { readonly personId: string; readonly today: Day; readonly now: Date },
  of: { readonly relationshipId?: string; readonly organisationId?: string } = {},
): Promise<readonly Unfinished[]> {
  const { relationshipId = null, organisationId = null } = of
  const { rows } = await sql<Row>`
    with mine as (
      select r.relationship_id, r.organisation_id, r.from_day,
        case when r.to_day < ${today} then r.to_day end as ended_on,
        r.from_day <= ${today} and (r.to_day is null or r.to_day >= ${addDays(today, -mostDaysToSign)}) and (
          r.organisation_id is null or exists (
            select from membership m
            where m.organisation_id = r.organisation_id and m.person_id = ${personId} and m.to_day is null
          )
        ) as may_sign
      from relationship r
      where r.supervisor_id = ${personId}
        and (${relationshipId}::uuid is null or r.relationship_id = ${relationshipId}::uuid)
        and (${organisationId}::uuid is null or r.organisation_id = ${organisationId}::uuid)
    )
    select 'to-file' as kind, s.relationship_id, s.session_id, s.starts_at, mine.organisation_id, mine.from_day,
      null::date as ended_on
    from mine join supervision_session s on s.relationship_id = mine.relationship_id
    where exists (
      select from case_decision d where d.session_id = s.session_id and d.extracted_at is null
    )
    union all
    select case s.state when 'held' then 'to-sign-record' else 'to-say-held' end, s.relationship_id, s.session_id,
      s.starts_at, mine.organisation_id, mine.from_day, mine.ended_on
    from mine join supervision_session s on s.relationship_id = mine.relationship_id
    where mine.may_sign and (
      s.state = 'held' and s.is_content_recorded
        and not exists (select from joint_record j where j.session_id = s.session_id)
      or mine.ended_on is not null and s.state = 'planned' and s.starts_at < ${now}
    )
    order by starts_at, session_id, kind`.execute(db)
  const found: Unfinished[] = []
  for (const { organisationId: organisation, fromDay: from, endedOn, ...item } of rows) {
    if (endedOn === null) {
      found.push({ ...item, until: null })
      continue
    }
    const ended = {
      relationshipId: item.relationshipId,
      organisationId: organisation,
      during: { from, to: endedOn },
    }
    const policies = await listPoliciesFor(db, ended)
    const finishing = finishingOf(ended, policies, { today, isSupervisorPresent: true })
    if (finishing !== null && !finishing.isOver) found.push({ ...item, until: finishing.until })
  }
  return found
}

/** Whether a session was held and its record is to be signed, or nobody has said yet what became of it. */
export async function findIsUnfinished(
  db: Db,
  {
    relationshipId,
    sessionId,
    now,
  }: { readonly relationshipId: string; readonly sessionId: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ readonly isUnfinished: boolean }>`
    select exists (
      select from supervision_session s
      where s.relationship_id = ${relationshipId} and s.session_id = ${sessionId} and (
        s.state = 'held' and s.is_content_recorded
          and not exists (select from joint_record j where j.session_id = s.session_id)
        or s.state = 'planned' and s.starts_at < ${now}
      )
    ) as is_unfinished`.execute(db)
  return rows[0]?.isUnfinished === true
}

/** Somebody who was in a session whose record is signed, and has not answered it. */
export interface Unanswered {
  readonly personId: string
  readonly sessionId: string
  readonly startsAt: Date
}

export async function listUnanswered(db: Db, relationshipId: string): Promise<readonly Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select a.person_id, s.session_id, s.starts_at
    from supervision_session s
    join joint_record j on j.session_id = s.session_id
    join session_attendance a on a.session_id = s.session_id
    where s.relationship_id = ${relationshipId} and not exists (
      select from joint_answer n where n.session_id = s.session_id and n.person_id = a.person_id
    )
    order by s.starts_at, a.person_id`.execute(db)
  return rows
}
