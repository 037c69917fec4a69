import type { Db } from '../platform/db/connect.ts'
import type { RelationshipKind } from '../supervision/relationship.ts'
import type { AskedInvitation, AskedPart, Invitation, SentInvitation } from './invitation.ts'
import type { OrganisationRole } from './organisation.ts'

export interface NewInvitation extends Invitation {
  readonly email: string
  readonly emailKey: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** False where there is one with this id already. */
export async function insertInvitation(db: Db, invitation: NewInvitation): Promise<boolean> {
  const inserted = await db
    .insertInto('invitation')
    .values(invitation)
    .onConflict(conflict => conflict.column('invitationId').doNothing())
    .returning('invitationId')
    .executeTakeFirst()
  return inserted !== undefined
}

/** How many somebody has made since then. */
export async function countInvitationsBy(db: Db, personId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('invitedBy', '=', personId)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** How many mails went to an address for invitations made since then, whoever made them. */
export async function countInvitationsMailedTo(db: Db, emailKey: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('emailKey', '=', emailKey)
    .where('createdAt', '>', since)
    .where('tokenHash', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Where to send the mail of an invitation that still waits for its answer. */
export async function findInvitationAddress(
  db: Db,
  invitationId: string,
  now: Date,
): Promise<{ readonly email: string; readonly emailKey: string; readonly isMailed: boolean } | null> {
  const found = await waiting(db, now)
    .select(['i.email', 'i.emailKey', 'i.tokenHash'])
    .where('i.invitationId', '=', invitationId)
    .executeTakeFirst()
  if (found === undefined) return null
  const { email, emailKey, tokenHash } = found
  return { email, emailKey, isMailed: tokenHash !== null }
}

/** Whether an invitation was mailed to the address of somebody's account. */
export async function wasMailedTo(db: Db, invitationId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('invitation as i')
    .innerJoin('person as p', 'p.emailKey', 'i.emailKey')
    .select('i.invitationId')
    .where('i.invitationId', '=', invitationId)
    .where('p.personId', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

export async function saveInvitationToken(db: Db, invitationId: string, tokenHash: string): Promise<void> {
  await db.updateTable('invitation').set({ tokenHash }).where('invitationId', '=', invitationId).execute()
}

/** Of an invitation that still waits; whether it does. */
export async function saveLedBackToken(
  db: Db,
  invitationId: string,
  ledBackTokenHash: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ ledBackTokenHash })
    .where('invitationId', '=', invitationId)
    .where('answeredAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findInvitation(db: Db, tokenHash: string, now: Date): Promise<AskedInvitation | null> {
  const row = await asked(db, tokenHash, now).executeTakeFirst()
  return row === undefined ? null : askedOf(row)
}

/** As `findInvitation`, but waits for whoever else is answering it at this moment. */
export async function lockInvitation(db: Db, tokenHash: string, now: Date): Promise<AskedInvitation | null> {
  const row = await asked(db, tokenHash, now).forUpdate('i').executeTakeFirst()
  return row === undefined ? null : askedOf(row)
}

/** An answer, or `null` where whoever asked takes it back. Whether it was still waiting. */
export async function saveInvitationAnswer(
  db: Db,
  invitationId: string,
  wasAccepted: boolean | null,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ answeredAt: now, wasAccepted })
    .where('invitationId', '=', invitationId)
    .where('answeredAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Whom an organisation asked to join, the latest first; what two members ask of each other is theirs. Rows are kept a while
 * after they were answered.
 */
export async function listInvitations(
  db: Db,
  organisationId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<SentInvitation[]> {
  const rows = await sent(db)
    .where('i.organisationId', '=', organisationId)
    .where('i.jobRole', 'is not', null)
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(sentOf)
}

/** How many `listInvitations` has on all its pages. */
export async function countInvitations(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisationId', '=', organisationId)
    .where('jobRole', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Whom somebody asks to supervise them, or to be supervised by them, and who has not answered yet; the latest first. */
export async function listInvitationsBy(db: Db, personId: string, now: Date): Promise<SentInvitation[]> {
  const rows = await sent(db)
    .where('i.invitedBy', '=', personId)
    .where('i.part', 'is not', null)
    .where('i.answeredAt', 'is', null)
    .where('i.expiresAt', '>', now)
    .execute()
  return rows.map(sentOf)
}

export async function findSentInvitation(db: Db, invitationId: string): Promise<SentInvitation | null> {
  const row = await sent(db).where('i.invitationId', '=', invitationId).executeTakeFirst()
  return row === undefined ? null : sentOf(row)
}

/** Takes back what somebody asked in an organisation that they no longer ask for. Returns the ids. */
export async function saveInvitationsTakenBack(
  db: Db,
  { organisationId, invitedBy }: { readonly organisationId: string; readonly invitedBy: string },
  now: Date,
): Promise<string[]> {
  const rows = await db
    .updateTable('invitation')
    .set({ answeredAt: now, wasAccepted: null })
    .where('organisationId', '=', organisationId)
    .where('invitedBy', '=', invitedBy)
    .where('answeredAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('invitationId')
    .execute()
  return rows.map(({ invitationId }) => invitationId)
}

export async function deleteOldInvitations(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('invitation')
    .where(({ or, eb }) => or([eb('answeredAt', '<=', before), eb('expiresAt', '<=', before)]))
    .execute()
}

function waiting(db: Db, now: Date) {
  return db.selectFrom('invitation as i').where('i.answeredAt', 'is', null).where('i.expiresAt', '>', now)
}

const columns = [
  'i.invitationId',
  'i.invitedBy',
  'i.organisationId',
  'i.teamId',
  'i.jobRole',
  'i.role',
  'i.part',
  'i.relationshipKind',
  'i.relationshipId',
] as const

function asked(db: Db, tokenHash: string, now: Date) {
  return waiting(db, now)
    .leftJoin('organisation as o', 'o.organisationId', 'i.organisationId')
    .leftJoin('team as t', join =>
      join.onRef('t.organisationId', '=', 'i.organisationId').onRef('t.teamId', '=', 'i.teamId'),
    )
    .leftJoin('supervisionProfile as p', 'p.personId', 'i.invitedBy')
    .select([...columns, 'o.name as organisationName', 't.name as teamName', 'p.knownAs as invitedByKnownAs'])
    .where(({ or, eb }) => or([eb('i.tokenHash', '=', tokenHash), eb('i.ledBackTokenHash', '=', tokenHash)]))
}

function sent(db: Db) {
  return db
    .selectFrom('invitation as i')
    .leftJoin('team as t', join =>
      join.onRef('t.organisationId', '=', 'i.organisationId').onRef('t.teamId', '=', 'i.teamId'),
    )
    .select([
      ...columns,
      'i.email',
      'i.createdAt',
      'i.expiresAt',
      'i.answeredAt',
      'i.wasAccepted',
      't.name as teamName',
    ])
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.invitationId')
}

type AskedRow = Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number]
type SentRow = Awaited<ReturnType<ReturnType<typeof sent>['execute']>>[number]

// The database checks these three.
function askedOf({ role, part, relationshipKind, ...row }: AskedRow): AskedInvitation {
  return { ...row, ...checked(role, part, relationshipKind) }
}

function sentOf({ role, part, relationshipKind, ...row }: SentRow): SentInvitation {
  return { ...row, ...checked(role, part, relationshipKind) }
}

function checked(role: string | null, part: string | null, relationshipKind: string | null) {
  return {
    role: role as OrganisationRole | null,
    part: part as AskedPart | null,
    relationshipKind: relationshipKind as RelationshipKind | null,
  }
}
