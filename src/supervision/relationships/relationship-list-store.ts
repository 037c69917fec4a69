import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { RelationshipKind } from '../relationship.ts'

/** That there is a relationship, and nothing of what is in it. */
export interface ListedRelationship {
  readonly relationshipId: string
  readonly organisationName: string
  readonly kind: RelationshipKind
  readonly supervisorName: string | null
  readonly superviseeNames: readonly string[]
  readonly fromDay: Day
  readonly toDay: Day | null
  /** When a door closes that whoever asks has opened; null where they have none. */
  readonly openUntil: Date | null
  readonly hasHold: boolean
}

export interface RelationshipPage {
  readonly relationships: readonly ListedRelationship[]
  readonly hasMore: boolean
}

const onPage = 50

/**
 * Those that somebody may open: of which they are no part, and whose supervisor they supervise by line management in the same
 * organisation, or where they are an auditor. The same as `findRelationship` finds for one.
 */
export function listOpenable(
  db: Db,
  asker: { readonly personId: string; readonly today: Day; readonly now: Date },
  page: number,
): Promise<RelationshipPage> {
  return listPage(db, isOpenableBy(asker), asker, page)
}

/** Whether there is any that somebody may open. */
export async function mayOpenAny(
  db: Db,
  asker: { readonly personId: string; readonly today: Day },
): Promise<boolean> {
  const { rows } = await sql<{ readonly isThere: boolean }>`
    select exists (select from relationship r where ${isOpenableBy(asker)}) as is_there`.execute(db)
  return rows[0]?.isThere === true
}

function isOpenableBy({
  personId,
  today,
}: {
  readonly personId: string
  readonly today: Day
}): RawBuilder<unknown> {
  return sql`r.supervisor_id <> ${personId}
    and not exists (
      select from relationship_supervisee s where s.relationship_id = r.relationship_id and s.person_id = ${personId}
    )
    and (
      exists (
        select from organisation_role role
        where role.organisation_id = r.organisation_id and role.person_id = ${personId} and role.role = 'auditor'
      )
      or exists (
        select from membership m
        where m.organisation_id = r.organisation_id and m.person_id = ${personId} and m.to_day is null
      ) and exists (
        select from relationship above
        join relationship_supervisee below on below.relationship_id = above.relationship_id
        where above.organisation_id = r.organisation_id and above.kind = 'line-management'
          and above.supervisor_id = ${personId} and below.person_id = r.supervisor_id
          and above.from_day <= ${today}::date and (above.to_day is null or above.to_day >= ${today}::date)
          and below.from_day <= ${today}::date and (below.to_day is null or below.to_day >= ${today}::date)
      )
    )`
}

/** All of an organisation, those that have ended too. */
export function listInOrganisation(
  db: Db,
  organisationId: string,
  asker: { readonly personId: string; readonly now: Date },
  page: number,
): Promise<RelationshipPage> {
  return listPage(db, sql`r.organisation_id = ${organisationId}`, asker, page)
}

async function listPage(
  db: Db,
  which: RawBuilder<unknown>,
  { personId, now }: { readonly personId: string; readonly now: Date },
  page: number,
): Promise<RelationshipPage> {
  const { rows } = await sql<ListedRelationship>`
    select r.relationship_id, o.name as organisation_name, r.kind, p.known_as as supervisor_name, r.from_day, r.to_day,
      (
        select coalesce(json_agg(distinct q.known_as), '[]') from relationship_supervisee s
        join supervision_profile q on q.person_id = s.person_id where s.relationship_id = r.relationship_id
      ) as supervisee_names,
      (
        select max(d.closes_at) from door d
        where d.relationship_id = r.relationship_id and d.person_id = ${personId} and d.closes_at > ${now}
      ) as open_until,
      exists (
        select from supervision_hold h where h.relationship_id = r.relationship_id and h.lifted_at is null
      ) as has_hold
    from relationship r
    join organisation o on o.organisation_id = r.organisation_id
    left join supervision_profile p on p.person_id = r.supervisor_id
    where ${which}
    order by o.name collate "C", p.known_as collate "C" nulls last, r.from_day desc, r.relationship_id
    limit ${onPage + 1} offset ${(page - 1) * onPage}`.execute(db)
  return { relationships: rows.slice(0, onPage), hasMore: rows.length > onPage }
}
