import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Relationship, RelationshipKind } from './relationship.ts'

/** A relationship and what somebody is to it, as far as only the database knows. */
export interface FoundRelationship {
  readonly relationship: Relationship
  /** Whether they work for its organisation at present; true where it has none. */
  readonly isPresent: boolean
  readonly managesSupervisor: boolean
  readonly isAuditor: boolean
  /** Whether its supervisor works for its organisation at present; true where it has none. */
  readonly isSupervisorPresent: boolean
  /** A door that this person opened and that has not closed yet. */
  readonly doorId: string | null
  /** How each of the two sides is known, by person. */
  readonly names: Readonly<Record<string, string>>
}

interface Row {
  readonly relationshipId: string
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  readonly supervisorId: string
  readonly fromDay: Day
  readonly toDay: Day | null
  readonly supervisees: readonly { personId: string; fromDay: Day; toDay: Day | null }[]
  readonly isPresent: boolean
  readonly isSupervisorPresent: boolean
  readonly managesSupervisor: boolean
  readonly isAuditor: boolean
  readonly doorId: string | null
  readonly hasHold: boolean
  readonly names: Readonly<Record<string, string>>
}

/** In one statement, since every page of supervision asks it first. */
export async function findRelationship(
  db: Db,
  relationshipId: string,
  asker: { readonly personId: string; readonly today: Day; readonly now: Date },
): Promise<FoundRelationship | null> {
  const { personId, today, now } = asker
  const { rows } = await sql<Row>`
    select r.relationship_id, r.organisation_id, r.kind, r.supervisor_id, r.from_day, r.to_day,
      (
        select coalesce(json_agg(json_build_object('personId', s.person_id, 'fromDay', s.from_day, 'toDay', s.to_day)
          order by s.from_day, s.person_id), '[]')
        from relationship_supervisee s where s.relationship_id = r.relationship_id
      ) as supervisees,
      r.organisation_id is null or exists (
        select from membership m
        where m.organisation_id = r.organisation_id and m.person_id = ${personId} and m.to_day is null
      ) as is_present,
      r.organisation_id is null or exists (
        select from membership m
        where m.organisation_id = r.organisation_id and m.person_id = r.supervisor_id and m.to_day is null
      ) as is_supervisor_present,
      r.organisation_id is not null and exists (
        select from relationship above
        join relationship_supervisee below on below.relationship_id = above.relationship_id
        where above.organisation_id = r.organisation_id and above.kind = 'line-management'
          and above.supervisor_id = ${personId} and below.person_id = r.supervisor_id
          and above.from_day <= ${today} and (above.to_day is null or above.to_day >= ${today})
          and below.from_day <= ${today} and (below.to_day is null or below.to_day >= ${today})
      ) as manages_supervisor,
      exists (
        select from organisation_role role
        where role.organisation_id = r.organisation_id and role.person_id = ${personId} and role.role = 'auditor'
      ) as is_auditor,
      (
        select door_id from door
        where door.relationship_id = r.relationship_id and door.person_id = ${personId}
          and door.opened_at <= ${now} and door.closes_at > ${now}
        order by closes_at desc limit 1
      ) as door_id,
      exists (
        select from supervision_hold hold where hold.relationship_id = r.relationship_id and hold.lifted_at is null
      ) as has_hold,
      (
        select coalesce(json_object_agg(p.person_id, p.known_as), '{}') from supervision_profile p
        where p.person_id = r.supervisor_id or p.person_id in (
          select s.person_id from relationship_supervisee s where s.relationship_id = r.relationship_id
        )
      ) as names
    from relationship r where r.relationship_id = ${relationshipId}`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  return {
    relationship: {
      relationshipId: row.relationshipId,
      organisationId: row.organisationId,
      kind: row.kind,
      supervisorId: row.supervisorId,
      during: { from: row.fromDay, to: row.toDay },
      supervisees: row.supervisees.map(one => ({
        personId: one.personId,
        during: { from: one.fromDay, to: one.toDay },
      })),
      hasHold: row.hasHold,
    },
    isPresent: row.isPresent,
    isSupervisorPresent: row.isSupervisorPresent,
    // Their supervision there ends with a day, and they may have left during it.
    managesSupervisor: row.isPresent && row.managesSupervisor,
    isAuditor: row.isAuditor,
    doorId: row.doorId,
    names: row.names,
  }
}
