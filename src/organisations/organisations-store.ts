import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  mayInOrganisation,
  type Membership,
  type Organisation,
  type OrganisationRole,
  type OrganisationUse,
  type Team,
} from './organisation.ts'

/** Whether it was not there yet. */
export async function insertOrganisation(
  db: Db,
  organisation: { readonly organisationId: string; readonly name: string; readonly createdAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('organisation')
    .values(organisation)
    .onConflict(conflict => conflict.column('organisationId').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Whoever else wants to change who is in it, what they may do there or its policy waits until this
 * transaction ends.
 */
export async function lockOrganisation(db: Db, organisationId: string): Promise<Organisation | null> {
  const found = await db
    .selectFrom('organisation')
    .select(['organisationId', 'name'])
    .where('organisationId', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  return found ?? null
}

/**
 * Locks an organisation, and only then asks whether somebody may do this in it: what the page asked before can have been
 * taken from them while they waited. Null where they may not, as where there is none.
 */
export async function lockOrganisationFor(
  db: Db,
  {
    organisationId,
    by,
    use,
  }: { readonly organisationId: string; readonly by: string; readonly use: OrganisationUse },
): Promise<Organisation | null> {
  const organisation = await lockOrganisation(db, organisationId)
  if (organisation === null) return null
  const mine = await findMyOrganisation(db, organisationId, by)
  return mine !== null && mayInOrganisation(mine.roles, use) ? organisation : null
}

export async function saveOrganisationName(db: Db, organisationId: string, name: string): Promise<void> {
  await db.updateTable('organisation').set({ name }).where('organisationId', '=', organisationId).execute()
}

export interface MyOrganisation {
  readonly organisation: Organisation
  readonly membership: Membership
  readonly roles: readonly OrganisationRole[]
}

/** An organisation that somebody works for at present, and what they are there. */
export async function findMyOrganisation(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<MyOrganisation | null> {
  const found = await listMyOrganisations(db, personId)
  return found.find(({ organisation }) => organisation.organisationId === organisationId) ?? null
}

export async function listMyOrganisations(db: Db, personId: string): Promise<MyOrganisation[]> {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.organisationId', 'm.organisationId')
    .leftJoin('organisationRole as r', join =>
      join.onRef('r.organisationId', '=', 'm.organisationId').onRef('r.personId', '=', 'm.personId'),
    )
    .select(({ fn }) => [
      'o.organisationId',
      'o.name',
      'm.fromDay',
      'm.teamId',
      'm.jobRole',
      fn.agg<(string | null)[]>('array_agg', ['r.role']).as('roles'),
    ])
    .where('m.personId', '=', personId)
    .where('m.toDay', 'is', null)
    .groupBy(['o.organisationId', 'o.name', 'm.fromDay', 'm.teamId', 'm.jobRole'])
    .orderBy('o.name')
    .execute()
  return rows.map(({ organisationId, name, fromDay, teamId, jobRole, roles }) => ({
    organisation: { organisationId, name },
    // The database holds dates in these columns, and checks what a role is.
    membership: {
      organisationId,
      personId,
      during: { from: fromDay as Day, to: null },
      teamId,
      jobRole,
    },
    roles: roles.flatMap(role => (role === null ? [] : [role as OrganisationRole])),
  }))
}

export async function listTeams(db: Db, organisationId: string): Promise<Team[]> {
  return await db
    .selectFrom('team')
    .select(['teamId', 'name'])
    .where('organisationId', '=', organisationId)
    .orderBy('name')
    .orderBy('teamId')
    .execute()
}

export async function insertTeam(db: Db, organisationId: string, name: string): Promise<string> {
  const { teamId } = await db
    .insertInto('team')
    .values({ organisationId, name })
    .returning('teamId')
    .executeTakeFirstOrThrow()
  return teamId
}

export async function saveTeamName(
  db: Db,
  { organisationId, teamId, name }: { organisationId: string; teamId: string; name: string },
): Promise<void> {
  await db
    .updateTable('team')
    .set({ name })
    .where('organisationId', '=', organisationId)
    .where('teamId', '=', teamId)
    .execute()
}
