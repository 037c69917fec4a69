import type { Db } from '../platform/db/connect.ts'
import { registrationColumns, registrationOf, type NewPerson } from './people-store.ts'
import { linkLifetimeMs } from './time-limits.ts'

/** Somebody who asked for an account, until they confirm that the address is theirs. */
export interface SignUp extends NewPerson {
  readonly signUpId: string
  /** For which they asked for an account, where it was for one. */
  readonly invitationId: string | null
}

/** Returns the sign-up's id. */
export async function insertSignUp(
  db: Db,
  person: NewPerson,
  invitationId: string | null,
  now: Date,
): Promise<string> {
  const { email, emailKey, passwordHash, scheme } = person
  const { signUpId } = await db
    .insertInto('signUp')
    .values({
      email,
      emailKey,
      passwordHash,
      scheme,
      ...registrationColumns(person),
      invitationId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLifetimeMs['sign-up']),
    })
    .returning('signUpId')
    .executeTakeFirstOrThrow()
  return signUpId
}

export async function findSignUpAddress(
  db: Db,
  signUpId: string,
  now: Date,
): Promise<{ email: string; emailKey: string } | null> {
  const found = await db
    .selectFrom('signUp')
    .select(['email', 'emailKey'])
    .where('signUpId', '=', signUpId)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return found ?? null
}

export async function saveSignUpToken(db: Db, signUpId: string, tokenHash: string): Promise<void> {
  await db.updateTable('signUp').set({ tokenHash }).where('signUpId', '=', signUpId).execute()
}

export async function hasSignUp(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('signUp')
    .select('signUpId')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return found !== undefined
}

/** Waits for whoever else is confirming it at this moment. */
export async function lockSignUp(db: Db, tokenHash: string, now: Date): Promise<SignUp | null> {
  const row = await db
    .selectFrom('signUp')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { signUpId, invitationId, email, emailKey, passwordHash, scheme, registrationNumber } = row
  return {
    signUpId,
    invitationId,
    email,
    emailKey,
    passwordHash,
    scheme,
    registrationNumber,
    registration: registrationOf(row),
  }
}

export async function deleteSignUp(db: Db, signUpId: string): Promise<void> {
  await db.deleteFrom('signUp').where('signUpId', '=', signUpId).execute()
}

export async function deleteExpiredSignUps(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('signUp').where('expiresAt', '<=', now).execute()
}
