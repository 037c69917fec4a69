import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Member, Membership, OrganisationRole } from './organisation.ts'

/** Somebody's work for an organisation at present; null where they do not work for it. */
export async function findMembership(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Membership | null> {
  const row = await db
    .selectFrom('membership')
    .select(['fromDay', 'teamId', 'jobRole'])
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('toDay', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const { fromDay, teamId, jobRole } = row
  return { organisationId, personId, during: { from: fromDay as Day, to: null }, teamId, jobRole }
}

export interface WhichMembers {
  /** Of one team; null for whoever is in none. */
  readonly teamId?: string | null
  /** Whether to list those as well who have left. */
  readonly withFormer?: boolean
  readonly limit?: number
  readonly offset?: number
}

/** By how they are known. Whoever left and came back is there once for each time. */
export async function listMembers(
  db: Db,
  organisationId: string,
  { teamId, withFormer = false, limit = 10_000, offset = 0 }: WhichMembers = {},
): Promise<Member[]> {
  let query = membersOf(db, organisationId).orderBy('p.knownAs').orderBy('m.personId').orderBy('m.fromDay')
  if (teamId !== undefined)
    query = teamId === null ? query.where('m.teamId', 'is', null) : query.where('m.teamId', '=', teamId)
  if (!withFormer) query = query.where('m.toDay', 'is', null)
  const rows = await query.limit(limit).offset(offset).execute()
  return rows.map(memberOf)
}

export async function countMembers(
  db: Db,
  organisationId: string,
  { teamId, withFormer = false }: Pick<WhichMembers, 'teamId' | 'withFormer'> = {},
): Promise<number> {
  let query = db
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisationId', '=', organisationId)
  if (teamId !== undefined)
    query = teamId === null ? query.where('teamId', 'is', null) : query.where('teamId', '=', teamId)
  if (!withFormer) query = query.where('toDay', 'is', null)
  return (await query.executeTakeFirstOrThrow()).count
}

/** Somebody's present time there or, where they have left, the last one. */
export async function findMember(db: Db, organisationId: string, personId: string): Promise<Member | null> {
  const row = await membersOf(db, organisationId)
    .where('m.personId', '=', personId)
    .orderBy('m.toDay', order => order.desc().nullsFirst())
    .orderBy('m.fromDay', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : memberOf(row)
}

/** Who administers, leads social work in or audits an organisation: every member may know. */
export async function listRoleHolders(
  db: Db,
  organisationId: string,
): Promise<{ readonly role: OrganisationRole; readonly knownAs: string }[]> {
  const rows = await db
    .selectFrom('organisationRole as r')
    .innerJoin('supervisionProfile as p', 'p.personId', 'r.personId')
    .select(['r.role', 'p.knownAs'])
    .where('r.organisationId', '=', organisationId)
    .orderBy('p.knownAs')
    .execute()
  return rows.map(({ role, knownAs }) => ({ role: role as OrganisationRole, knownAs }))
}

export async function insertMembership(db: Db, { during, ...membership }: Membership): Promise<void> {
  const { teamId, jobRole } = membership
  await db
    .insertInto('membership')
    .values({ ...membership, fromDay: during.from, toDay: during.to })
    // Whoever joined, left and joins again, all on one day, has been there all day.
    .onConflict(conflict =>
      conflict
        .columns(['organisationId', 'personId', 'fromDay'])
        .doUpdateSet({ toDay: null, teamId, jobRole }),
    )
    .execute()
}

export async function saveMembership(
  db: Db,
  { organisationId, personId, teamId, jobRole }: Omit<Membership, 'during'>,
): Promise<void> {
  await db
    .updateTable('membership')
    .set({ teamId, jobRole })
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('toDay', 'is', null)
    .execute()
}

export async function saveMembershipEnd(
  db: Db,
  { organisationId, personId, to }: { organisationId: string; personId: string; to: Day },
): Promise<void> {
  await db
    .updateTable('membership')
    .set({ toDay: to })
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('toDay', 'is', null)
    .execute()
}

interface RoleOf {
  readonly organisationId: string
  readonly personId: string
  readonly role: OrganisationRole
}

export async function insertRole(db: Db, role: RoleOf, givenAt: Date): Promise<void> {
  await db
    .insertInto('organisationRole')
    .values({ ...role, givenAt })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteRole(db: Db, { organisationId, personId, role }: RoleOf): Promise<void> {
  await db
    .deleteFrom('organisationRole')
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('role', '=', role)
    .execute()
}

export async function listRoles(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<OrganisationRole[]> {
  const rows = await db
    .selectFrom('organisationRole')
    .select('role')
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .orderBy('role')
    .execute()
  return rows.map(({ role }) => role as OrganisationRole)
}

export async function countAdministrators(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('organisationRole')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  return count
}

function membersOf(db: Db, organisationId: string) {
  return db
    .selectFrom('membership as m')
    .innerJoin('supervisionProfile as p', 'p.personId', 'm.personId')
    .leftJoin('team as t', join =>
      join.onRef('t.organisationId', '=', 'm.organisationId').onRef('t.teamId', '=', 'm.teamId'),
    )
    .select([
      'm.organisationId',
      'm.personId',
      'm.fromDay',
      'm.toDay',
      'm.teamId',
      'm.jobRole',
      'p.knownAs',
      'p.isRegistered',
      't.name as teamName',
      sql<string[]>`array(
        select r.role from organisation_role r
        where r.organisation_id = m.organisation_id and r.person_id = m.person_id order by r.role
      )`.as('roles'),
    ])
    .where('m.organisationId', '=', organisationId)
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof membersOf>['execute']>>[number]

// The database holds dates in these columns, and checks what a role is.
function memberOf({ fromDay, toDay, roles, ...member }: MemberRow): Member {
  return {
    ...member,
    during: { from: fromDay as Day, to: toDay as Day | null },
    roles: toDay === null ? (roles as OrganisationRole[]) : [],
  }
}
