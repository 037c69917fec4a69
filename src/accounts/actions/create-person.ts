import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { newToken } from '../../platform/web/token.ts'
import { readEmailAddress } from '../email-address.ts'
import { hashPassword } from '../password-hash.ts'
import { insertPerson } from '../people-store.ts'
import type { RegistrationDetails } from '../registration-details.ts'

export interface PersonToCreate extends RegistrationDetails {
  readonly email: string
  readonly scheme: string
  /** Without one nobody can sign in with a password, only with a link. */
  readonly password?: string
}

/** An account made without a sign-up, for demonstrations and tests. Returns the person's id. */
export async function createPerson(db: Db, person: PersonToCreate, now: Date): Promise<string> {
  const { scheme, registrationNumber, registration, password = newToken() } = person
  const email = readEmailAddress(person.email)
  if (email === null) throw new Error('this person’s e-mail address is not one')
  const personId = await insertPerson(
    db,
    {
      email: email.address,
      emailKey: email.key,
      passwordHash: await hashPassword(password),
      scheme,
      registrationNumber,
      registration,
    },
    now,
  )
  if (personId === null) throw new Error('this person’s e-mail address has an account already')
  await recordEvent(db, { personId, at: now, event: 'account-created' })
  return personId
}
