import { dayIn, type Day } from '../platform/day.ts'
import { isId } from '../platform/id.ts'
import type { SignedInVisit } from '../platform/web/route.ts'
import { traceReading } from './actions/trace-reading.ts'
import { mayUse, type Compartment, type Use } from './doors.ts'
import { finishingOf, type Finishing } from './finishing.ts'
import { standingIn, type Relationship, type Standing } from './relationship.ts'
import { findRelationship, type FoundRelationship } from './relationships-store.ts'
import { listPoliciesFor } from './policy/policies-store.ts'
import { policyInForce, type Policy } from './policy/policy.ts'
import { retentionOn } from './retention/retention.ts'
import type { SupervisionSettings } from './settings.ts'
import { findIsUnfinished } from './unfinished-store.ts'

/** A relationship that whoever visits may use as they asked to. */
export interface OpenedRelationship {
  readonly relationship: Relationship
  readonly standing: Standing
  /** Null while it goes on. */
  readonly finishing: Finishing | null
  readonly names: Readonly<Record<string, string>>
  readonly today: Day
}

export interface OpenedUnderPolicy extends OpenedRelationship {
  /** Every version, and what holds today: see `policyToday`. */
  readonly policies: readonly Policy[]
  readonly policy: Policy
}

interface Wanted {
  readonly relationshipId: string
  readonly sessionId?: string
  readonly compartment: Compartment
  readonly use: Use
  /** False where nothing of what two people share is shown. */
  readonly isTraced?: boolean
  /** What else must be so, asked before anything is shown or leaves a trace. */
  readonly admits?: (found: Pick<OpenedRelationship, 'relationship' | 'standing'>) => boolean
}

/**
 * The one way to anything that two people share: null where there is no such relationship and where it is not for whoever
 * asks, which look the same. A reading leaves its trace before anything is shown.
 */
export async function openRelationship(
  settings: SupervisionSettings,
  visit: SignedInVisit,
  { relationshipId, sessionId, compartment, use, isTraced = true, admits = () => true }: Wanted,
): Promise<OpenedRelationship | null> {
  if (!isId(relationshipId)) return null
  const { personId } = visit.actor
  const today = dayIn(settings.timeZone, visit.now)
  const found = await findRelationship(visit.db, relationshipId, { personId, today, now: visit.now })
  if (found === null) return null
  const finishing = await findFinishing(visit, found, today)
  const standing = (await mayFinish(visit, found, finishing, sessionId))
    ? 'finishing-supervisor'
    : standingIn(found.relationship, personId, today, found)
  if (!mayUse(standing, compartment, use, found.doorId !== null)) return null
  if (!admits({ relationship: found.relationship, standing })) return null
  if ((use === 'read' || use === 'take-out') && isTraced)
    await traceReading(settings, visit, {
      relationshipId,
      sessionId: sessionId ?? null,
      personId,
      what: compartment,
      at: visit.now,
    })
  return { relationship: found.relationship, standing, finishing, names: found.names, today }
}

async function findFinishing(
  { db }: SignedInVisit,
  { relationship, isSupervisorPresent }: FoundRelationship,
  today: Day,
): Promise<Finishing | null> {
  const { to } = relationship.during
  if (to === null || to >= today) return null
  return finishingOf(relationship, await listPoliciesFor(db, relationship), { today, isSupervisorPresent })
}

/** Whether whoever asks supervised until it ended, and still finishes the session that is asked for. */
async function mayFinish(
  { db, actor, now }: SignedInVisit,
  { relationship }: FoundRelationship,
  finishing: Finishing | null,
  sessionId: string | undefined,
): Promise<boolean> {
  if (finishing === null || finishing.isOver || sessionId === undefined) return false
  if (relationship.supervisorId !== actor.personId) return false
  return findIsUnfinished(db, { relationshipId: relationship.relationshipId, sessionId, now })
}

/** The policy in force, with how long what two people share is kept as things are: that is not asked of the past. */
export function policyToday(policies: readonly Policy[], today: Day): Policy {
  return { ...policyInForce(policies, today), retention: retentionOn(policies, today) }
}

/** The same, with the policy that the two are under. */
export async function openUnderPolicy(
  settings: SupervisionSettings,
  visit: SignedInVisit,
  wanted: Wanted,
): Promise<OpenedUnderPolicy | null> {
  const opened = await openRelationship(settings, visit, wanted)
  if (opened === null) return null
  const policies = await listPoliciesFor(visit.db, opened.relationship)
  return { ...opened, policies, policy: policyToday(policies, opened.today) }
}
