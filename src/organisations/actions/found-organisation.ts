import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { standardPolicy } from '../../supervision/policy/policy.ts'
import { insertMembership, insertRole } from '../members-store.ts'
import { numberOfRole } from '../organisation.ts'
import { insertOrganisation } from '../organisations-store.ts'
import { insertPolicy } from '../policies-store.ts'
import { findProfile } from '../profiles-store.ts'
import { longestName, readLine, type LineProblem } from '../read-line.ts'

/** As typed. */
export interface TypedFounding {
  readonly name: string
  readonly jobRole: string
}

export type FoundingRefusal =
  | { readonly kind: 'has-no-profile' }
  | {
      readonly kind: 'wrong-answers'
      readonly name: LineProblem | null
      readonly jobRole: LineProblem | null
    }

/** Whoever founds an organisation is its first member and administrator; its policy is the standard one from today. */
export async function foundOrganisation(
  db: Db,
  typed: TypedFounding,
  {
    organisationId,
    personId,
    now,
    today,
  }: {
    /** The form has it. */
    readonly organisationId: string
    readonly personId: string
    readonly now: Date
    readonly today: Day
  },
): Promise<Result<string, FoundingRefusal>> {
  if ((await findProfile(db, personId)) === null) return refuse({ kind: 'has-no-profile' })
  const name = readLine(typed.name, longestName)
  const jobRole = readLine(typed.jobRole, longestName)
  if (!name.ok || !jobRole.ok)
    return refuse({
      kind: 'wrong-answers',
      name: name.ok ? null : name.refusal,
      jobRole: jobRole.ok ? null : jobRole.refusal,
    })
  const isNew = await insertOrganisation(db, { organisationId, name: name.value, createdAt: now })
  // Pressed twice, it is one.
  if (!isNew) return ok(organisationId)
  await insertMembership(db, {
    organisationId,
    personId,
    during: { from: today, to: null },
    teamId: null,
    jobRole: jobRole.value,
  })
  await insertRole(db, { organisationId, personId, role: 'administrator' }, now)
  await insertPolicy(db, organisationId, standardPolicy(today), { by: personId, at: now })
  const trace = { personId, at: now, aboutId: organisationId }
  await recordEvent(db, { ...trace, event: 'organisation-founded' })
  await recordEvent(db, { ...trace, event: 'member-joined' })
  await recordEvent(db, {
    ...trace,
    event: 'role-given',
    aboutId: personId,
    detail: numberOfRole('administrator'),
  })
  await recordEvent(db, { ...trace, event: 'policy-version-made', detail: 1 })
  return ok(organisationId)
}
