import type { RegisterPeriod, Registration } from '../cpd/registration.ts'
import { parseDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { OptionalMail } from './optional-mail.ts'
import type { RegistrationDetails } from './registration-details.ts'

export interface NewPerson extends RegistrationDetails {
  readonly email: string
  readonly emailKey: string
  readonly passwordHash: string
  readonly scheme: string
}

/** The new person's id, or `null` when the address has an account already. */
export async function insertPerson(db: Db, person: NewPerson, now: Date): Promise<string | null> {
  const { email, emailKey, passwordHash, scheme } = person
  const inserted = await db
    .insertInto('person')
    .values({ email, emailKey, passwordHash, createdAt: now })
    .onConflict(conflict => conflict.column('emailKey').doNothing())
    .returning('personId')
    .executeTakeFirst()
  if (!inserted) return null
  await db
    .insertInto('registration')
    .values({ personId: inserted.personId, scheme, ...registrationColumns(person) })
    .execute()
  return inserted.personId
}

export async function saveRegistration(
  db: Db,
  personId: string,
  details: RegistrationDetails,
): Promise<void> {
  await db
    .updateTable('registration')
    .set(registrationColumns(details))
    .where('personId', '=', personId)
    .execute()
}

export async function findRegistrationDetails(db: Db, personId: string): Promise<RegistrationDetails | null> {
  const row = await db
    .selectFrom('registration')
    .select(['registrationNumber', 'periods', 'voluntaryRemovalOn'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  return { registrationNumber: row.registrationNumber, registration: registrationOf(row) }
}

/** Where mail to a person goes, and which of what they can do without they want. */
export interface Recipient {
  readonly personId: string
  readonly email: string
  readonly remindersOn: boolean
  readonly signatureMailsOn: boolean
}

export async function findRecipient(db: Db, personId: string): Promise<Recipient | null> {
  const found = await db
    .selectFrom('person')
    .select(['personId', 'email', 'remindersOn', 'signatureMailsOn'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  return found ?? null
}

export async function findPersonByEmail(db: Db, emailKey: string): Promise<Recipient | null> {
  const found = await db
    .selectFrom('person')
    .select(['personId', 'email', 'remindersOn', 'signatureMailsOn'])
    .where('emailKey', '=', emailKey)
    .executeTakeFirst()
  return found ?? null
}

/** What changing a password needs to know. */
export async function findCredentials(
  db: Db,
  personId: string,
): Promise<{ email: string; passwordHash: string; registrationNumber: string } | null> {
  const found = await db
    .selectFrom('person')
    .leftJoin('registration', 'registration.personId', 'person.personId')
    .select(['person.email', 'person.passwordHash', 'registration.registrationNumber'])
    .where('person.personId', '=', personId)
    .executeTakeFirst()
  return found ? { ...found, registrationNumber: found.registrationNumber ?? '' } : null
}

export async function savePassword(db: Db, personId: string, passwordHash: string): Promise<void> {
  await db.updateTable('person').set({ passwordHash }).where('personId', '=', personId).execute()
}

const optionalMailColumns = { reminders: 'remindersOn', 'signature-mails': 'signatureMailsOn' } as const

/** Whether that changed anything. */
export async function saveOptionalMail(
  db: Db,
  personId: string,
  mail: OptionalMail,
  isOn: boolean,
): Promise<boolean> {
  const column = optionalMailColumns[mail]
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ [column]: isOn })
    .where('personId', '=', personId)
    .where(column, '!=', isOn)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface RegistrationColumns {
  readonly periods: unknown
  readonly voluntaryRemovalOn: string | null
}

export function registrationColumns({ registrationNumber, registration }: RegistrationDetails) {
  return {
    registrationNumber,
    periods: JSON.stringify(registration.periods),
    voluntaryRemovalOn: registration.voluntaryRemovalAppliedOn,
  }
}

/** The columns as they were written by `registrationColumns`, and by nothing else. */
export function registrationOf({ periods, voluntaryRemovalOn }: RegistrationColumns): Registration {
  return {
    periods: periods as RegisterPeriod[],
    voluntaryRemovalAppliedOn: voluntaryRemovalOn === null ? null : parseDay(voluntaryRemovalOn),
  }
}
