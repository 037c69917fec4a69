import { sql } from 'kysely'
import { addDays, dayIn, parseDay, type Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { finishingOf, mostDaysToSign } from '../finishing.ts'
import { listPoliciesFor } from '../policy/policies-store.ts'
import type { RelationshipKind } from '../relationship.ts'
import type { OverviewRelationship, Waiting } from './overview.ts'

interface Row {
  readonly relationshipId: string
  readonly kind: RelationshipKind
  readonly organisationId: string | null
  readonly organisation: string | null
  readonly supervisorId: string
  readonly fromDay: Day
  readonly toDay: Day | null
  readonly isNow: boolean
  readonly endsOn: Day | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
  readonly people: readonly { readonly personId: string; readonly knownAs: string | null }[]
  readonly next: { readonly sessionId: string; readonly startsAt: string } | null
  readonly lastHeldAt: Date | null
  readonly openActions: number
  readonly waiting: readonly WaitingJson[]
}

type WaitingJson =
  | Exclude<Waiting, { kind: 'to-say-held' | 'to-answer' | 'to-do' }>
  | { readonly kind: 'to-say-held' | 'to-answer'; readonly sessionId: string; readonly startsAt: string }
  | { readonly kind: 'to-do'; readonly sessionId: string; readonly byDay: string }

/**
 * Every supervision that somebody gives or has, and what of it waits for them, in one statement. One that they gave stays among
 * them for the days to sign after its end.
 */
export async function listMyRelationships(
  db: Db,
  personId: string,
  { today, now, timeZone }: { readonly today: Day; readonly now: Date; readonly timeZone: string },
): Promise<OverviewRelationship[]> {
  const { rows } = await sql<Row>`
    with mine as (
      select r.*, r.supervisor_id = ${personId} as is_supervisor,
        r.from_day <= ${today} and (r.to_day is null or r.to_day >= ${today}) and (
          r.supervisor_id = ${personId} or exists (
            select from relationship_supervisee e where e.relationship_id = r.relationship_id
              and e.person_id = ${personId} and e.from_day <= ${today} and (e.to_day is null or e.to_day >= ${today})
          )
        ) as is_now
      from relationship r
      where (r.supervisor_id = ${personId} and (r.to_day is null or r.to_day >= ${addDays(today, -mostDaysToSign)}) and (
          r.organisation_id is null or exists (
            select from membership m
            where m.organisation_id = r.organisation_id and m.person_id = ${personId} and m.to_day is null
          )
        ))
        or exists (
          select from relationship_supervisee e
          where e.relationship_id = r.relationship_id and e.person_id = ${personId}
        )
    )
    select r.relationship_id, r.kind, r.organisation_id, o.name as organisation, r.supervisor_id, r.from_day, r.to_day, r.is_now,
      least(r.to_day, own.to_day) as ends_on,
      case when own.to_day < r.to_day or r.to_day is null then own.ended_by else r.ended_by end as ended_by,
      case when own.to_day < r.to_day or r.to_day is null then own.ended_at else r.ended_at end as ended_at,
      (
        select coalesce(json_agg(json_build_object('personId', x.person_id, 'knownAs', p.known_as)
          order by p.known_as, x.person_id), '[]')
        from (
          select r.supervisor_id as person_id
          union
          select e.person_id from relationship_supervisee e where e.relationship_id = r.relationship_id
            and e.from_day <= greatest(${today}, r.from_day) and (e.to_day is null or e.to_day >= least(${today}, r.to_day))
        ) x left join supervision_profile p on p.person_id = x.person_id
      ) as people,
      (
        select json_build_object('sessionId', s.session_id, 'startsAt', s.starts_at)
        from supervision_session s
        where s.relationship_id = r.relationship_id and s.state = 'planned' and s.starts_at >= ${now} and r.is_now
        order by s.starts_at, s.session_id limit 1
      ) as next,
      (
        select max(s.starts_at) from supervision_session s
        where s.relationship_id = r.relationship_id and s.state = 'held' and (r.is_supervisor or exists (
          select from session_attendance a where a.session_id = s.session_id and a.person_id = ${personId}
        ))
      ) as last_held_at,
      (
        select count(*) from supervision_action a
        where a.relationship_id = r.relationship_id and a.closed_at is null
      ) as open_actions,
      (
        -- After its end a former supervisee still answers what was signed, and closes what is theirs.
        select coalesce(json_agg(w.item order by w.rank, w.at), '[]') from (
          select 1 as rank, v.offered_at as at, json_build_object('kind', 'to-sign', 'version', v.version) as item
          from agreement v
          where r.is_now and v.relationship_id = r.relationship_id
            and v.version = (select max(n.version) from agreement n where n.relationship_id = r.relationship_id)
            and not exists (
              select from agreement_signature g where g.relationship_id = v.relationship_id
                and g.version = v.version and g.person_id = ${personId}
            )
          union all
          select 2, s.starts_at, json_build_object('kind', 'to-say-held', 'sessionId', s.session_id, 'startsAt', s.starts_at)
          from supervision_session s
          where r.is_now and s.relationship_id = r.relationship_id and s.state = 'planned' and s.starts_at < ${now}
            and (r.is_supervisor or exists (
              select from relationship_supervisee e where e.relationship_id = r.relationship_id
                and e.person_id = ${personId} and e.from_day <= (s.starts_at at time zone ${timeZone})::date
                and (e.to_day is null or e.to_day >= (s.starts_at at time zone ${timeZone})::date)
            ))
          union all
          select 3, s.starts_at, json_build_object('kind', 'to-answer', 'sessionId', s.session_id, 'startsAt', s.starts_at)
          from supervision_session s
          join joint_record j on j.session_id = s.session_id
          join session_attendance a on a.session_id = s.session_id and a.person_id = ${personId}
          where s.relationship_id = r.relationship_id and not exists (
            select from joint_answer n where n.session_id = s.session_id and n.person_id = ${personId}
          )
          union all
          select 4, a.by_day::timestamptz, json_build_object('kind', 'to-do', 'sessionId', a.session_id, 'byDay', a.by_day)
          from supervision_action a
          where a.relationship_id = r.relationship_id and a.closed_at is null and a.owner_id = ${personId}
            and (r.is_now or not r.is_supervisor)
        ) w
      ) as waiting
    from mine r left join organisation o on o.organisation_id = r.organisation_id
    left join lateral (
      select e.to_day, e.ended_by, e.ended_at from relationship_supervisee e
      where e.relationship_id = r.relationship_id and e.person_id = ${personId} order by e.from_day desc limit 1
    ) own on true
    order by r.is_now desc, r.kind, r.from_day desc, r.relationship_id`.execute(db)
  const shown: Row[] = []
  for (const row of rows)
    if (row.isNow || row.supervisorId !== personId || (await isToFinish(db, row, today))) shown.push(row)
  return shown.map(({ fromDay, toDay, people, next, waiting, endsOn, endedBy, endedAt, ...row }) => ({
    ...row,
    during: { from: fromDay, to: toDay },
    ending: endsOn && { lastDay: endsOn, by: endedBy, saidOn: endedAt && dayIn(timeZone, endedAt) },
    people: people.map(({ personId, knownAs }) => ({ personId, knownAs })),
    next: next && { sessionId: next.sessionId, startsAt: new Date(next.startsAt) },
    waiting: waiting.map(waitingOf),
  }))
}

/** Of one that somebody gives: whether it has yet to begin, or has ended and its days to sign go on. */
async function isToFinish(
  db: Db,
  { relationshipId, organisationId, fromDay, toDay }: Row,
  today: Day,
): Promise<boolean> {
  if (toDay === null || toDay >= today) return true
  const ended = { relationshipId, organisationId, during: { from: fromDay, to: toDay } }
  const finishing = finishingOf(ended, await listPoliciesFor(db, ended), { today, isSupervisorPresent: true })
  return finishing?.isOver === false
}

function waitingOf(item: WaitingJson): Waiting {
  switch (item.kind) {
    case 'to-sign':
      return item
    case 'to-say-held':
    case 'to-answer':
      return { ...item, startsAt: new Date(item.startsAt) }
    case 'to-do': {
      const byDay = parseDay(item.byDay)
      if (byDay === null) throw new Error('an action is to be done by a day')
      return { ...item, byDay }
    }
  }
}
