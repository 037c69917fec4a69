import type { DateParts, DatePart, DateProblem } from '../platform/day.ts'

/** A peer is known by what they do, never by name. */
export type Peer = { category: string; role: string }

/** What was typed, verbatim: a draft keeps wrong dates and unknown types too. Rules apply at submission. */
export type Answers = {
  /** By question id: the title and the free-text answers. */
  texts: Record<string, string>
  type: string
  date: DateParts
  peerReflection: { text: string; peers: readonly Peer[]; settings: readonly string[] }
  standards: readonly string[]
}

/** Which answer is wrong and how, as a code: the screen owns the words. `row` counts from 0. */
export type Problem = { questionId: string } & (
  | { code: 'title-missing' }
  | { code: 'title-too-long'; limit: number; length: number }
  | { code: 'type-missing' }
  | { code: 'type-unknown' }
  | { code: 'date-wrong'; problem: DateProblem; parts: readonly DatePart[] }
  | { code: 'date-in-the-future' }
  | { code: 'text-missing' }
  | { code: 'text-too-long'; limit: number; length: number }
  | { code: 'peer-reflection-missing' }
  | { code: 'peer-reflection-too-long'; limit: number; length: number }
  | { code: 'peers-missing' }
  | { code: 'peer-category-missing'; row: number }
  | { code: 'peer-category-unknown'; row: number }
  | { code: 'peer-role-missing'; row: number }
  | { code: 'peer-role-too-long'; row: number; limit: number; length: number }
  | { code: 'setting-unknown' }
  | { code: 'standards-missing' }
  | { code: 'standard-unknown' }
)
export type ProblemCode = Problem['code']

/** Worth saying, and no reason to refuse. */
export type Notice = { questionId: string; code: 'peers-without-peer-reflection' }
