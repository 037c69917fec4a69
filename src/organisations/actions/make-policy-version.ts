import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { lockOrganisationFor } from '../organisations-store.ts'
import { findPolicies, insertPolicy } from '../policies-store.ts'
import { readPolicyForm, type PolicyProblem, type TypedPolicy } from '../read-policy-form.ts'

export type MakePolicyRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-answers'; readonly problems: readonly PolicyProblem[] }
  /** Somebody added a version since the form was shown. */
  | { readonly kind: 'changed-meanwhile'; readonly latest: number }

interface ToMake {
  readonly organisationId: string
  readonly typed: TypedPolicy
  /** The last version when the form was shown. */
  readonly shown: string
  readonly by: string
  readonly now: Date
  readonly today: Day
}

/** Adds a version, which is in force from its day on; those before it stay what they were. Returns its number. */
export async function makePolicyVersion(
  db: Db,
  { organisationId, typed, shown, by, now, today }: ToMake,
): Promise<Result<number, MakePolicyRefusal>> {
  const use = 'set-policy'
  if ((await lockOrganisationFor(db, { organisationId, by, use })) === null)
    return refuse({ kind: 'not-found' })
  const latest = (await findPolicies(db, organisationId)).at(-1)?.version ?? 0
  const policy = readPolicyForm(typed, latest + 1, today)
  if (!policy.ok) return refuse({ kind: 'wrong-answers', problems: policy.refusal })
  if (shown !== String(latest)) return refuse({ kind: 'changed-meanwhile', latest })
  await insertPolicy(db, organisationId, policy.value, { by, at: now })
  await recordEvent(db, {
    personId: by,
    at: now,
    event: 'policy-version-made',
    aboutId: organisationId,
    detail: latest + 1,
  })
  return ok(latest + 1)
}
