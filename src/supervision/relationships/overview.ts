import type { Day } from '../../platform/day.ts'
import type { RelationshipKind } from '../relationship.ts'
import type { Days } from '../policy/working-days.ts'

/** One supervision as the page of all of somebody's shows it. */
export interface OverviewRelationship {
  readonly relationshipId: string
  readonly kind: RelationshipKind
  readonly organisationId: string | null
  /** The organisation's name; null for a supervision without one. */
  readonly organisation: string | null
  readonly supervisorId: string
  readonly during: Days
  /** When it ends for whoever looks, or ended, as far as a day is set; and who said so, where that is known. */
  readonly ending: { readonly lastDay: Day; readonly by: string | null; readonly saidOn: Day | null } | null
  /** False for one that is over for them, and for one that has yet to begin. */
  readonly isNow: boolean
  /** Everybody in it, with how they are known. */
  readonly people: readonly { readonly personId: string; readonly knownAs: string | null }[]
  readonly next: { readonly sessionId: string; readonly startsAt: Date } | null
  readonly lastHeldAt: Date | null
  readonly openActions: number
  /** Also of one that has ended for them: what they answer or close there still. */
  readonly waiting: readonly Waiting[]
}

/** Something that one person has to do. */
export type Waiting =
  | { readonly kind: 'to-sign'; readonly version: number }
  /** The time of a session has passed, and nobody has said what became of it. */
  | { readonly kind: 'to-say-held'; readonly sessionId: string; readonly startsAt: Date }
  /** A record that its supervisor has signed. */
  | { readonly kind: 'to-answer'; readonly sessionId: string; readonly startsAt: Date }
  | { readonly kind: 'to-do'; readonly sessionId: string; readonly byDay: Day }

/** The session that comes first of all, and whose it is. */
export function nextOfAll(relationships: readonly OverviewRelationship[]): {
  readonly relationship: OverviewRelationship
  readonly sessionId: string
  readonly startsAt: Date
} | null {
  const all = relationships.flatMap(relationship =>
    relationship.next === null ? [] : [{ relationship, ...relationship.next }],
  )
  return all.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0] ?? null
}
