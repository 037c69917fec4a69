import { recordEvent } from '../../audit/record-event.ts'
import type { Practitioner } from '../../platform/actor.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, type Result } from '../../platform/result.ts'
import { saveRegistration } from '../people-store.ts'
import {
  readRegistration,
  type RegistrationProblem,
  type TypedRegistration,
} from '../registration-details.ts'

export async function changeRegistration(
  db: Db,
  { personId }: Practitioner,
  now: Date,
  typed: TypedRegistration,
  today: Day,
): Promise<Result<null, readonly RegistrationProblem[]>> {
  const details = readRegistration(typed, today)
  if (!details.ok) return details
  await saveRegistration(db, personId, details.value)
  await recordEvent(db, { personId, at: now, event: 'registration-changed' })
  return ok(null)
}
