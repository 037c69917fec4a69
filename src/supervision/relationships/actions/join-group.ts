import { recordEvent } from '../../../audit/record-event.ts'
import { findProfile } from '../../../organisations/profiles-store.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { findPresentMembers, insertSupervisee, lockGroup } from '../beginnings-store.ts'
import type { BeginProblem } from '../begin-problem.ts'

export interface GroupToJoin {
  readonly relationshipId: string
  readonly personId: string
  readonly from: Day
}

export type JoinGroupProblem =
  | Extract<BeginProblem, 'supervises-themselves' | 'has-no-profile' | 'is-not-a-member' | 'is-so-already'>
  /** It has ended, or never was one. */
  | 'no-such-group'

/** Makes somebody one of those who are supervised in a group, which they have agreed to. */
export async function joinGroup(
  db: Db,
  { now, ...toJoin }: GroupToJoin & { readonly now: Date },
): Promise<Result<null, JoinGroupProblem>> {
  const problem = await findJoinProblem(db, toJoin)
  if (problem !== null) return refuse(problem)
  const { relationshipId, personId, from } = toJoin
  await insertSupervisee(db, relationshipId, personId, from)
  await recordEvent(db, { personId, at: now, event: 'relationship-joined', aboutId: relationshipId })
  return ok(null)
}

/** Why they may not join, or null. `joining` will be members of the organisation by then. */
export async function findJoinProblem(
  db: Db,
  { relationshipId, personId, from }: GroupToJoin,
  joining: readonly string[] = [],
): Promise<JoinGroupProblem | null> {
  const group = await lockGroup(db, relationshipId, from)
  if (group === null) return 'no-such-group'
  if (group.supervisorId === personId) return 'supervises-themselves'
  if (group.superviseeIds.includes(personId)) return 'is-so-already'
  if ((await findProfile(db, personId)) === null) return 'has-no-profile'
  const { organisationId } = group
  const isMember =
    organisationId === null ||
    joining.includes(personId) ||
    (await findPresentMembers(db, organisationId, [personId])).has(personId)
  return isMember ? null : 'is-not-a-member'
}
