import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { readAbsence, type AbsenceProblem, type TypedAbsence } from '../absence.ts'
import {
  markOfProfile,
  readProfile,
  type Profile,
  type ProfileProblem,
  type TypedProfile,
} from '../profile.ts'
import { deleteAbsence, findProfile, insertAbsence, lockProfile, saveProfile } from '../profiles-store.ts'

/** One's own: nobody else changes what somebody says of themselves. */
interface Mine {
  readonly personId: string
  readonly now: Date
}

export type ChangeProfileRefusal =
  | { readonly kind: 'wrong-answers'; readonly problems: readonly ProfileProblem[] }
  /** In another window, since the form was shown. */
  | { readonly kind: 'changed-meanwhile'; readonly profile: Profile }

export async function changeProfile(
  db: Db,
  { personId, now, today }: Mine & { readonly today: Day },
  typed: TypedProfile,
  shown: string,
): Promise<Result<null, ChangeProfileRefusal>> {
  const read = readProfile(typed, today)
  if (!read.ok) return refuse({ kind: 'wrong-answers', problems: read.refusal })
  await lockProfile(db, personId)
  const profile = await findProfile(db, personId)
  if (profile !== null && markOfProfile(profile) !== shown)
    return refuse({ kind: 'changed-meanwhile', profile })
  await saveProfile(db, personId, read.value)
  await recordEvent(db, { personId, at: now, event: 'supervision-profile-saved' })
  return ok(null)
}

export async function addAbsence(
  db: Db,
  { personId, now }: Mine,
  absenceId: string,
  typed: TypedAbsence,
): Promise<Result<null, readonly AbsenceProblem[]>> {
  const days = readAbsence(typed)
  if (!days.ok) return days
  // The form has the id: pressed twice, they are added once.
  if (await insertAbsence(db, personId, absenceId, days.value))
    await recordEvent(db, { personId, at: now, event: 'absence-added' })
  return ok(null)
}

export async function removeAbsence(
  db: Db,
  { personId, now }: Mine,
  absenceId: string,
): Promise<Result<null, 'not-found'>> {
  if (!(await deleteAbsence(db, personId, absenceId))) return refuse('not-found')
  await recordEvent(db, { personId, at: now, event: 'absence-removed' })
  return ok(null)
}
