import { recordEvent } from '../../../audit/record-event.ts'
import { listProfiles } from '../../../organisations/profiles-store.ts'
import { findPolicies } from '../../../organisations/policies-store.ts'
import type { PolicyContent } from '../../../organisations/policy-of.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { policyInForce, type WhoMaySupervise } from '../../policy/policy.ts'
import type { RelationshipKind } from '../../relationship.ts'
import { beginProblem, type BeginProblem } from '../begin-problem.ts'
import { findPresentMembers, insertRelationship, listSuperviseeIds } from '../beginnings-store.ts'

export interface RelationshipToBegin {
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  readonly supervisorId: string
  readonly superviseeIds: readonly string[]
  readonly from: Day
  /** Of two people without an organisation, whose policy is theirs to choose. */
  readonly ownPolicy: PolicyContent | null
}

/** Begins a relationship that both sides have agreed to. Returns its id. */
export async function beginRelationship(
  db: Db,
  {
    by,
    now,
    ...toBegin
  }: RelationshipToBegin & {
    /** Whose press it was: the one who accepted. */
    readonly by: string
    readonly now: Date
  },
): Promise<Result<string, BeginProblem>> {
  const problem = await findBeginProblem(db, toBegin)
  if (problem !== null) return refuse(problem)
  const relationshipId = await insertRelationship(db, toBegin)
  await recordEvent(db, { personId: by, at: now, event: 'relationship-begun', aboutId: relationshipId })
  return ok(relationshipId)
}

/** Why it may not begin, or null. `joining` will be members by then. */
export async function findBeginProblem(
  db: Db,
  { organisationId, kind, supervisorId, superviseeIds, from, ownPolicy }: RelationshipToBegin,
  joining: readonly string[] = [],
): Promise<BeginProblem | null> {
  const everybody = [supervisorId, ...superviseeIds]
  const profiles = await listProfiles(db, everybody)
  const members =
    organisationId === null
      ? new Set(everybody)
      : new Set([...(await findPresentMembers(db, organisationId, everybody)), ...joining])
  const party = (personId: string) => ({
    personId,
    isRegistered: profiles.find(profile => profile.personId === personId)?.isRegistered ?? null,
    isMember: members.has(personId),
  })
  return beginProblem({
    kind,
    supervisor: party(supervisorId),
    supervisees: superviseeIds.map(party),
    whoMaySupervise: await whoMaySupervise(db, organisationId, ownPolicy, from),
    superviseeIdsAlready: await listSuperviseeIds(db, { organisationId, kind, supervisorId, on: from }),
  })
}

async function whoMaySupervise(
  db: Db,
  organisationId: string | null,
  ownPolicy: PolicyContent | null,
  on: Day,
): Promise<WhoMaySupervise> {
  if (organisationId === null) {
    if (ownPolicy === null) throw new Error('a relationship without an organisation has a policy of its own')
    return ownPolicy.whoMaySupervise
  }
  return policyInForce(await findPolicies(db, organisationId), on).whoMaySupervise
}
