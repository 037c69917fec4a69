import { codePoints, saysSomething } from '../../cpd/answers.ts'
import { readDate, type DatePart, type DateParts, type DateProblem, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { Relationship } from '../relationship.ts'

export type EndProblem =
  | { readonly code: 'not-a-date'; readonly problem: DateProblem; readonly parts: readonly DatePart[] }
  /** What happened so far was supervision, and stays it. */
  | { readonly code: 'in-the-past' }
  | { readonly code: 'after-its-end'; readonly end: Day }

/** The last day of a supervision, as typed: today or later, and no later than an end it has already. */
export function readLastDay(typed: DateParts, today: Day, alreadyEnds: Day | null): Result<Day, EndProblem> {
  const read = readDate(typed)
  if (!read.ok) return refuse({ code: 'not-a-date', problem: read.problem, parts: read.parts })
  if (read.day < today) return refuse({ code: 'in-the-past' })
  if (alreadyEnds !== null && read.day > alreadyEnds)
    return refuse({ code: 'after-its-end', end: alreadyEnds })
  return ok(read.day)
}

export const longestEndReason = 2_000

export function endReasonProblem(reason: string): 'missing' | 'too-long' | null {
  if (!saysSomething(reason)) return 'missing'
  return codePoints(reason) > longestEndReason ? 'too-long' : null
}

/** That a supervision ends, or somebody's part in it, as whoever ended it said. */
export interface Ending {
  /** Whose part it is; null where it is the whole. */
  readonly partOf: string | null
  readonly lastDay: Day
  /** Null of one that ended before that was asked. */
  readonly said: { readonly by: string; readonly at: Date; readonly reason: string } | null
}

/** Those that somebody may know the reasons of: of the whole and, of a part, whoever supervised and whose it is. */
export function endingsFor(
  endings: readonly Ending[],
  personId: string,
  isOneOfTheSupervised: boolean,
): readonly Ending[] {
  return endings.filter(({ partOf }) => partOf === null || !isOneOfTheSupervised || partOf === personId)
}

/** Whoever is in it from a day on; of one person's part, that person and the supervisor. */
export function whoIsToldOfEnd(
  { supervisorId, supervisees }: Pick<Relationship, 'supervisorId' | 'supervisees'>,
  partOf: string | null,
  today: Day,
): readonly string[] {
  if (partOf !== null) return [supervisorId, partOf]
  const there = supervisees.filter(({ during }) => during.to === null || during.to >= today)
  return [...new Set([supervisorId, ...there.map(({ personId }) => personId)])]
}
