import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'

/** Something of a session that only its supervisor can do. */
export interface Unfinished {
  readonly kind: 'to-file' | 'to-sign-record'
  readonly relationshipId: string
  readonly sessionId: string
  readonly startsAt: Date
}

/**
 * The case decisions that a supervisor has yet to take out, also of a supervision that has ended: they belong to the case, and
 * nobody else can take them there. While it goes on, the records that they have yet to sign as well.
 */
export async function listUnfinished(
  db: Db,
  { personId, today }: { readonly personId: string; readonly today: Day },
  of: { readonly relationshipId?: string; readonly organisationId?: string } = {},
): Promise<readonly Unfinished[]> {
  const { relationshipId = null, organisationId = null } = of
  const { rows } = await sql<Unfinished>`
    with mine as (
      select r.relationship_id,
        r.from_day <= ${today} and (r.to_day is null or r.to_day >= ${today}) and (
          r.organisation_id is null or exists (
            select from membership m
            where m.organisation_id = r.organisation_id and m.person_id = ${personId} and m.to_day is null
          )
        ) as is_now
      from relationship r
      where r.supervisor_id = ${personId}
        and (${relationshipId}::uuid is null or r.relationship_id = ${relationshipId}::uuid)
        and (${organisationId}::uuid is null or r.organisation_id = ${organisationId}::uuid)
    )
    select 'to-file' as kind, s.relationship_id, s.session_id, s.starts_at
    from mine join supervision_session s on s.relationship_id = mine.relationship_id
    where exists (
      select from case_decision d where d.session_id = s.session_id and d.extracted_at is null
    )
    union all
    select 'to-sign-record', s.relationship_id, s.session_id, s.starts_at
    from mine join supervision_session s on s.relationship_id = mine.relationship_id
    where mine.is_now and s.state = 'held' and s.is_content_recorded
      and not exists (select from joint_record j where j.session_id = s.session_id)
    order by starts_at, session_id, kind`.execute(db)
  return rows
}
