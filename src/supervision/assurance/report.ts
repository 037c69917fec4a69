import type { DayNumber } from '../policy/day-numbers.ts'
import type { PolicyInNumbers } from '../policy/due-sessions.ts'
import { includesDay, type SpanOfNumbers } from '../policy/working-days.ts'
import { figuresOf, type Facts } from './figures.ts'
import { fewestPeople, hideSmallCells, type Cell, type ShownColumn } from './hide-small-cells.ts'
import {
  lastingColumns,
  periodColumns,
  stretchColumns,
  stretchOf,
  type Counted,
  type Hide,
} from './report-columns.ts'
import { measures, type Measure } from './measures.ts'

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
  /** The first day of each period, the shortest first. All of them end with `today`. */
  readonly starts: readonly DayNumber[]
  readonly today: DayNumber
}

/**
 * A report for each period, hidden together: whoever has all of them can take a shorter period from a longer one, and what
 * is left is a figure as well. So what is protected is a table for each stretch between two starts, and a period shows
 * what all of its stretches show. Everybody counts for the team that they are in today, and for one only.
 */
export function makeReports(parts: ReportParts): readonly Report[] {
  const { members, supervising, starts, today } = parts
  const spans = spansOf(supervising, today)
  const people = members.map(({ personId, teamId, facts }) => ({
    teamId,
    ...countedOf(facts, spans.get(personId) ?? 0, parts),
  }))
  const teams = [...Map.groupBy(people, ({ teamId }) => teamId)]
  const hide: Hide = (cellOf, kind, also = new Set()) =>
    hideSmallCells(
      teams.map(([, those]) => cellOf(those)),
      cellOf(people),
      { kind, also },
    )
  const lasting = lastingColumns(hide)
  const stretches = starts.map((_, i) => stretchColumns(hide, lasting.supervised, i))
  return starts.map((_, i) => {
    const columns = { ...lasting, ...periodColumns(stretches.slice(0, i + 1)) }
    const record = (pick: (shown: ShownColumn<Cell>) => Cell | null | undefined) =>
      Object.fromEntries(
        measures.map(measure => [measure, pick(columns[measure])?.numbers ?? null]),
      ) as unknown as TeamRow['figures']
    return {
      teams: teams.map(([teamId], row) => ({ teamId, figures: record(({ cells }) => cells[row]) })),
      total: record(({ total }) => total),
      spans: spanRows([...spans.values()]),
    }
  })
}

function countedOf(facts: Facts, span: number, { policies, starts, today }: ReportParts): Counted {
  const periods = starts.map(from => figuresOf(facts, policies, { from, to: today }))
  const longest = periods.at(-1)
  if (longest === undefined) throw new RangeError('a report is of a period')
  const stretches = starts.map((from, i) => {
    const to = (starts[i - 1] ?? today + 1) - 1
    return stretchOf(facts, { from, to }, periods[i] ?? longest, periods[i - 1] ?? null)
  })
  return { longest, stretches, span }
}

function spansOf(supervising: readonly Supervising[], today: DayNumber): ReadonlyMap<string, number> {
  const now = supervising.filter(({ days }) => includesDay(days, today))
  const spans = new Map<string, number>()
  for (const [supervisorId, those] of Map.groupBy(now, one => one.supervisorId))
    spans.set(supervisorId, new Set(those.map(({ personId }) => personId)).size)
  return spans
}

/** Of one to four supervisors a zero would tell where the others are: then nothing is shown. */
function spanRows(spans: readonly number[]): Report['spans'] {
  const cells = spanBands.map(({ from, to }) => {
    const supervisors = spans.filter(span => from <= span && (to === null || span <= to)).length
    return { people: supervisors, among: 0, numbers: [supervisors] }
  })
  const shown = hideSmallCells(
    cells,
    { people: spans.length, among: 0, numbers: [spans.length] },
    { kind: 'people' },
  )
  const areFew = spans.length > 0 && spans.length < fewestPeople
  return spanBands.map((span, i) => ({
    span,
    supervisors: areFew ? null : (shown.cells[i]?.numbers ?? null),
  }))
}
