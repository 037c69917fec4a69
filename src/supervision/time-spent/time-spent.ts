import type { Relationship, Standing } from '../relationship.ts'
import { takesPart, type SessionFacts } from '../sessions/session-facts.ts'

/** What the time of a session can go to. */
export const topics = ['cases', 'reflection', 'learning', 'wellbeing'] as const
export type Topic = (typeof topics)[number]

/** What somebody who was there says the time went to. */
export interface Ticks {
  readonly personId: string
  readonly topics: readonly Topic[]
}

interface Asked {
  readonly relationship: Relationship
  readonly standing: Standing
  readonly session: SessionFacts
}

/**
 * Whether somebody may say now how the time went. They can change it for as long as nobody else has said so: whoever has seen
 * the other's word could only echo it.
 */
export function mayTell(asked: Asked, ticks: readonly Ticks[], personId: string): boolean {
  const { standing, session } = asked
  if (standing !== 'supervisor' && standing !== 'supervisee') return false
  if (session.state !== 'held' || !takesPart(asked, personId)) return false
  const hasTold = ticks.some(one => one.personId === personId)
  return !hasTold || ticks.every(one => one.personId === personId)
}

/** Whoever was asked sees what the others said once they have said it themselves. */
export function ticksToSee(asked: Asked, ticks: readonly Ticks[], personId: string): readonly Ticks[] {
  const { standing } = asked
  const isOutside = standing === 'manager' || standing === 'auditor'
  const hasTold = ticks.some(one => one.personId === personId)
  return isOutside || hasTold ? ticks : []
}

/** A session in the balance: what its supervisor ticked, and how many of its supervisees ticked each. */
export interface BalanceOfSession {
  readonly sessionId: string
  readonly startsAt: Date
  /** Null where they have not said. */
  readonly supervisor: readonly Topic[] | null
  /** How many supervisees have said, and how many of those ticked each topic. */
  readonly supervisees: { readonly told: number; readonly ticked: Readonly<Record<Topic, number>> }
}

export function balanceOfSession(
  session: { readonly sessionId: string; readonly startsAt: Date; readonly ticks: readonly Ticks[] },
  supervisorId: string,
): BalanceOfSession {
  const { sessionId, startsAt, ticks } = session
  const others = ticks.filter(({ personId }) => personId !== supervisorId)
  const count = (topic: Topic) => others.filter(one => one.topics.includes(topic)).length
  return {
    sessionId,
    startsAt,
    supervisor: ticks.find(({ personId }) => personId === supervisorId)?.topics ?? null,
    supervisees: {
      told: others.length,
      ticked: {
        cases: count('cases'),
        reflection: count('reflection'),
        learning: count('learning'),
        wellbeing: count('wellbeing'),
      },
    },
  }
}
