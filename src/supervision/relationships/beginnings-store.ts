import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { RelationshipKind } from '../relationship.ts'
import type { SaidEnd } from './relationship-row-store.ts'

/** How relationships begin and end. What they are in between, `relationships-store.ts` finds. */

/** Which of these people work for the organisation at present. */
export async function findPresentMembers(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('membership')
    .select('personId')
    .where('organisationId', '=', organisationId)
    .where('personId', 'in', personIds)
    .where('toDay', 'is', null)
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

interface Alike {
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  readonly supervisorId: string
  readonly on: Day
}

/** Whom somebody supervises on a day or will from a later one, in relationships alike. */
export async function listSuperviseeIds(
  db: Db,
  { organisationId, kind, supervisorId, on }: Alike,
): Promise<string[]> {
  const rows = await db
    .selectFrom('relationship as r')
    .innerJoin('relationshipSupervisee as s', 's.relationshipId', 'r.relationshipId')
    .select('s.personId')
    .where('r.supervisorId', '=', supervisorId)
    .where('r.kind', '=', kind)
    .where('r.organisationId', organisationId === null ? 'is' : '=', organisationId)
    .where(({ or, eb }) => or([eb('r.toDay', 'is', null), eb('r.toDay', '>=', on)]))
    .where(({ or, eb }) => or([eb('s.toDay', 'is', null), eb('s.toDay', '>=', on)]))
    .execute()
  return rows.map(({ personId }) => personId)
}

export interface NewRelationship {
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  readonly supervisorId: string
  readonly superviseeIds: readonly string[]
  readonly from: Day
  /** As `supervision_policy.content`; only where there is no organisation. */
  readonly ownPolicy: object | null
}

export async function insertRelationship(
  db: Db,
  { organisationId, kind, supervisorId, superviseeIds, from, ownPolicy }: NewRelationship,
): Promise<string> {
  const { relationshipId } = await db
    .insertInto('relationship')
    .values({
      organisationId,
      kind,
      supervisorId,
      fromDay: from,
      ownPolicy: ownPolicy === null ? null : JSON.stringify(ownPolicy),
    })
    .returning('relationshipId')
    .executeTakeFirstOrThrow()
  for (const personId of superviseeIds) await insertSupervisee(db, relationshipId, personId, from)
  return relationshipId
}

export async function insertSupervisee(
  db: Db,
  relationshipId: string,
  personId: string,
  from: Day,
): Promise<void> {
  await db
    .insertInto('relationshipSupervisee')
    .values({ relationshipId, personId, fromDay: from })
    // Whoever left a group and joins it again, all on one day, has been in it all day.
    .onConflict(conflict =>
      conflict.columns(['relationshipId', 'personId', 'fromDay']).doUpdateSet({ toDay: null }),
    )
    .execute()
}

/** Whose group it is; null where there is no such group. */
export async function findGroup(
  db: Db,
  relationshipId: string,
): Promise<{ organisationId: string | null; supervisorId: string } | null> {
  const group = await db
    .selectFrom('relationship')
    .select(['organisationId', 'supervisorId'])
    .where('relationshipId', '=', relationshipId)
    .where('kind', '=', 'group')
    .executeTakeFirst()
  return group ?? null
}

/** A group that goes on, for somebody to join: whoever else joins or leaves it waits. */
export async function lockGroup(
  db: Db,
  relationshipId: string,
  on: Day,
): Promise<{ organisationId: string | null; supervisorId: string; superviseeIds: string[] } | null> {
  const group = await db
    .selectFrom('relationship')
    .select(['organisationId', 'supervisorId'])
    .where('relationshipId', '=', relationshipId)
    .where('kind', '=', 'group')
    .where(({ or, eb }) => or([eb('toDay', 'is', null), eb('toDay', '>=', on)]))
    .forUpdate()
    .executeTakeFirst()
  if (group === undefined) return null
  const supervisees = await db
    .selectFrom('relationshipSupervisee')
    .select('personId')
    .where('relationshipId', '=', relationshipId)
    .where(({ or, eb }) => or([eb('toDay', 'is', null), eb('toDay', '>', on)]))
    .execute()
  return { ...group, superviseeIds: supervisees.map(({ personId }) => personId) }
}

interface Leaver {
  readonly organisationId: string
  readonly personId: string
  readonly on: Day
}

function goingOn(db: Db, organisationId: string, on: Day) {
  return db
    .selectFrom('relationship')
    .select('relationshipId')
    .where('organisationId', '=', organisationId)
    .where(({ or, eb }) => or([eb('toDay', 'is', null), eb('toDay', '>', on)]))
}

/** The relationships of somebody in an organisation that go on after a day, on either side. */
export async function listGoingOf(db: Db, { organisationId, personId, on }: Leaver): Promise<string[]> {
  const rows = await goingOn(db, organisationId, on)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('supervisorId', '=', personId),
        eb(
          'relationshipId',
          'in',
          selectFrom('relationshipSupervisee')
            .select('relationshipId')
            .where('personId', '=', personId)
            .where(inner => inner.or([inner('toDay', 'is', null), inner('toDay', '>', on)])),
        ),
      ]),
    )
    .orderBy('relationshipId')
    .execute()
  return rows.map(({ relationshipId }) => relationshipId)
}

/**
 * Ends everything that somebody has in an organisation on a day, also what was to begin later: it then ends before it
 * began. Returns those that they have left, and those that have ended for everybody: a group that they are supervised in
 * goes on without them.
 */
export async function saveEndsOf(
  db: Db,
  { organisationId, personId, on }: Leaver,
  said: SaidEnd,
): Promise<{ readonly left: readonly string[]; readonly ended: readonly string[] }> {
  const going = goingOn(db, organisationId, on)
  const left = await db
    .updateTable('relationshipSupervisee')
    .set({ toDay: on, ...said })
    .where('personId', '=', personId)
    .where('relationshipId', 'in', going)
    .where(({ or, eb }) => or([eb('toDay', 'is', null), eb('toDay', '>', on)]))
    .returning('relationshipId')
    .execute()
  const leftIds = left.map(({ relationshipId }) => relationshipId)
  const ended = await db
    .updateTable('relationship')
    .set({ toDay: on, ...said })
    .where('relationshipId', 'in', going)
    .where(({ or, and, eb }) =>
      or([
        eb('supervisorId', '=', personId),
        and([eb('kind', '!=', 'group'), eb('relationshipId', 'in', [...leftIds, nobodysId])]),
      ]),
    )
    .returning('relationshipId')
    .execute()
  return { left: leftIds, ended: ended.map(({ relationshipId }) => relationshipId) }
}

/** SQL has no empty list. */
const nobodysId = '00000000-0000-0000-0000-000000000000'
