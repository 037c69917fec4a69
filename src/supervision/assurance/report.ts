import type { DayNumber } from '../policy/day-numbers.ts'
import type { PolicyInNumbers } from '../policy/due-sessions.ts'
import { includesDay, type SpanOfNumbers } from '../policy/working-days.ts'
import { figuresOf, type Facts, type Figures, type Period, type Share } from './figures.ts'
import { hideSmallCells, type Cell } from './hide-small-cells.ts'

/** What the page of an organisation has a column for. */
export type Measure =
  | 'supervised'
  | 'onTime'
  | 'held'
  | 'daysSinceLast'
  | 'rebooked'
  | 'agreements'
  | 'records'
  | 'actionsOverdue'
  | 'span'

/** In the order of the columns. */
export const measures: readonly Measure[] = [
  'supervised',
  'onTime',
  'held',
  'daysSinceLast',
  'rebooked',
  'agreements',
  'records',
  'actionsOverdue',
  'span',
]

/** The numbers of a figure, as in `Cell`; null where it is hidden. */
export type ShownNumbers = readonly number[] | null

/** How supervision goes in an organisation, team by team, as it may be shown. */
export interface Report {
  readonly teams: readonly TeamRow[]
  readonly total: Readonly<Record<Measure, ShownNumbers>>
  /** How many supervisors have how many supervisees. */
  readonly spans: readonly { readonly span: Span; readonly supervisors: ShownNumbers }[]
}

export interface TeamRow {
  /** Null for those who are in no team. */
  readonly teamId: string | null
  readonly figures: Readonly<Record<Measure, ShownNumbers>>
}

export interface Span {
  readonly from: number
  readonly to: number | null
}

const spanBands: readonly Span[] = [
  { from: 1, to: 3 },
  { from: 4, to: 6 },
  { from: 7, to: 9 },
  { from: 10, to: null },
]

export interface Member {
  readonly personId: string
  readonly teamId: string | null
  readonly facts: Facts
}

interface Supervising {
  readonly supervisorId: string
  readonly personId: string
  readonly days: SpanOfNumbers
}

interface ReportParts {
  readonly members: readonly Member[]
  readonly supervising: readonly Supervising[]
  readonly policies: readonly PolicyInNumbers[]
  readonly period: Period
}

/** Everybody counts for the team that they are in today, and for one only. */
export function makeReport({ members, supervising, policies, period }: ReportParts): Report {
  const spans = spansOf(supervising, period.to)
  const people = members.map(({ personId, teamId, facts }) => ({
    teamId,
    figures: figuresOf(facts, policies, period),
    span: spans.get(personId) ?? 0,
  }))
  const teams = [...Map.groupBy(people, ({ teamId }) => teamId)]
  const columns = measures.map(measure => {
    const shown = hideSmallCells(
      teams.map(([, those]) => cellOf(measure, those)),
      cellOf(measure, people),
      { adds: measure !== 'daysSinceLast' && measure !== 'span' },
    )
    return [measure, shown] as const
  })
  const record = (pick: (shown: (typeof columns)[number][1]) => Cell | null | undefined) =>
    Object.fromEntries(
      columns.map(([measure, shown]) => [measure, pick(shown)?.numbers ?? null]),
    ) as unknown as TeamRow['figures']
  return {
    teams: teams.map(([teamId], i) => ({ teamId, figures: record(({ cells }) => cells[i]) })),
    total: record(({ total }) => total),
    spans: spanRows([...spans.values()]),
  }
}

interface Person {
  readonly figures: Figures
  /** How many they supervise. */
  readonly span: number
}

/**
 * A figure is about the people among whom it is counted: of a share those who have something that it is a share of, and
 * where nobody has, all of those who could.
 */
function cellOf(measure: Measure, people: readonly Person[]): Cell {
  switch (measure) {
    case 'supervised':
      return {
        people: people.length,
        numbers: [people.filter(({ figures }) => figures.isSupervised).length, people.length],
      }
    case 'onTime':
    case 'rebooked':
    case 'agreements':
    case 'records':
      return shareCell(people.map(({ figures }) => figures[measure]))
    case 'held':
    case 'actionsOverdue':
      return {
        people: people.length,
        numbers: [people.reduce((sum, { figures }) => sum + figures[measure], 0)],
      }
    case 'daysSinceLast':
      return middleCell(
        people.length,
        people.flatMap(({ figures }) => figures.daysSinceLast ?? []),
      )
    case 'span':
      return middleCell(
        people.length,
        people.flatMap(({ span }) => (span > 0 ? [span] : [])),
      )
  }
}

function shareCell(shares: readonly Share[]): Cell {
  const having = shares.filter(({ of }) => of > 0)
  return {
    people: having.length === 0 ? shares.length : having.length,
    numbers: [sum(having.map(({ count }) => count)), sum(having.map(({ of }) => of))],
  }
}

/** The one in the middle; of two, the smaller, so that it is always somebody's and never seems more exact than it is. */
function middleCell(could: number, values: readonly number[]): Cell {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.ceil(sorted.length / 2) - 1]
  return middle === undefined ? { people: could, numbers: [] } : { people: sorted.length, numbers: [middle] }
}

function spansOf(supervising: readonly Supervising[], today: DayNumber): ReadonlyMap<string, number> {
  const now = supervising.filter(({ days }) => includesDay(days, today))
  const spans = new Map<string, number>()
  for (const [supervisorId, those] of Map.groupBy(now, one => one.supervisorId))
    spans.set(supervisorId, new Set(those.map(({ personId }) => personId)).size)
  return spans
}

function spanRows(spans: readonly number[]): Report['spans'] {
  const cells = spanBands.map(({ from, to }) => {
    const supervisors = spans.filter(span => from <= span && (to === null || span <= to)).length
    return { people: supervisors, numbers: [supervisors] }
  })
  const total = { people: spans.length, numbers: [spans.length] }
  const shown = hideSmallCells(cells, total, { adds: true })
  return spanBands.map((span, i) => ({ span, supervisors: shown.cells[i]?.numbers ?? null }))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
