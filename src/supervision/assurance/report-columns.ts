import type { Facts, Figures, Period, Share } from './figures.ts'
import { hiddenIn, type Cell, type ColumnKind, type ShownColumn } from './hide-small-cells.ts'
import type { Measure } from './measures.ts'

/** What an organisation's figures add up of one member. */
export interface Counted {
  /** Their own figures of the longest period: what depends on no period is as in any. */
  readonly longest: Figures
  /** What is of a period, apart: of the time before the next shorter one began. The latest first. */
  readonly stretches: readonly Stretch[]
  /** How many they supervise. */
  readonly span: number
}

type PeriodMeasure = 'onTime' | 'held' | 'records'

interface Stretch {
  /** Whether there could be something of them to count. */
  readonly couldBe: boolean
  readonly onTime: Share
  readonly held: number
  readonly records: Share
}

/** What a period has more than the next shorter one; what began between. */
export function stretchOf(
  { supervised }: Facts,
  { from, to }: Period,
  longer: Figures,
  shorter: Figures | null,
): Stretch {
  const less = (measure: 'onTime' | 'records'): Share => ({
    count: longer[measure].count - (shorter?.[measure].count ?? 0),
    of: longer[measure].of - (shorter?.[measure].of ?? 0),
  })
  const [onTime, records] = [less('onTime'), less('records')]
  const held = longer.held - (shorter?.held ?? 0)
  const wasSupervised = supervised.some(days => days.from <= to && (days.to === null || days.to >= from))
  return { couldBe: wasSupervised || onTime.of + held + records.of > 0, onTime, held, records }
}

type CellOf = (people: readonly Counted[]) => Cell

/** A column of all teams, and its total, as it may be shown. */
export type Hide = (cellOf: CellOf, kind: ColumnKind, also?: ReadonlySet<number>) => ShownColumn<Cell>

type Columns<M extends Measure> = Readonly<Record<M, ShownColumn<Cell>>>

/**
 * What does not depend on a period. A team in which one to four people are supervised is hidden whole, with the teams that
 * are hidden because of it: were others hidden with it in another column, each would tell what the other hides.
 */
export function lastingColumns(hide: Hide): Columns<Exclude<Measure, PeriodMeasure>> {
  const supervised = hide(headCount(isSupervised), 'people')
  const also = hiddenIn(supervised)
  const everSupervised = ({ stretches }: Counted) => stretches.some(({ couldBe }) => couldBe)
  const alsoInTheYear = hiddenIn(hide(headCount(everSupervised), 'people', also))
  return {
    supervised,
    withoutSupervisor: hide(
      headCount(person => !isSupervised(person)),
      'people',
      also,
    ),
    daysSinceLast: hide(
      middleOf(({ longest }) => longest.daysSinceLast),
      'middle',
      also,
    ),
    // Of the longest period always: so few sessions are cancelled that nothing could be shown of its stretches.
    rebooked: hide(
      shareOf(({ longest }) => longest.rebooked, everSupervised),
      'sum',
      alsoInTheYear,
    ),
    agreements: hide(
      shareOf(({ longest }) => longest.agreements, isSupervised),
      'sum',
      also,
    ),
    actionsOverdue: hide(
      sumOf(
        ({ longest }) => longest.actionsOverdue,
        // A supervisor has actions of their own.
        person => isSupervised(person) || person.span > 0,
      ),
      'sum',
      also,
    ),
    span: hide(
      middleOf(({ span }) => (span > 0 ? span : null)),
      'middle',
      also,
    ),
  }
}

/** One of the tables that are protected for themselves: see `makeReports`. */
export function stretchColumns(hide: Hide, supervised: ShownColumn<Cell>, i: number): Columns<PeriodMeasure> {
  const of = ({ stretches }: Counted) => stretches[i] ?? empty
  const couldBe = (person: Counted) => of(person).couldBe
  const also = hiddenIn(hide(headCount(couldBe), 'people', hiddenIn(supervised)))
  return {
    onTime: hide(
      shareOf(person => of(person).onTime, couldBe),
      'sum',
      also,
    ),
    held: hide(
      sumOf(person => of(person).held, couldBe),
      'sum',
      also,
    ),
    records: hide(
      shareOf(person => of(person).records, couldBe),
      'sum',
      also,
    ),
  }
}

/** Of a period, what all of its stretches show. */
export function periodColumns(stretches: readonly Columns<PeriodMeasure>[]): Columns<PeriodMeasure> {
  const column = (measure: PeriodMeasure): ShownColumn<Cell> => {
    const columns = stretches.map(one => one[measure])
    const rows = columns[0]?.cells.length ?? 0
    return {
      cells: Array.from({ length: rows }, (_, row) =>
        together(columns.map(({ cells }) => cells[row] ?? null)),
      ),
      total: together(columns.map(({ total }) => total)),
    }
  }
  return { onTime: column('onTime'), held: column('held'), records: column('records') }
}

function together(cells: readonly (Cell | null)[]): Cell | null {
  const shown = cells.filter(cell => cell !== null)
  if (shown.length < cells.length) return null
  const add = (one: readonly number[], other: readonly number[]) =>
    one.map((number, k) => number + (other[k] ?? 0))
  return shown.reduce((all, { people, among, numbers }) => ({
    people: all.people + people,
    among: all.among + among,
    numbers: add(all.numbers, numbers),
  }))
}

const empty: Stretch = {
  couldBe: false,
  onTime: { count: 0, of: 0 },
  held: 0,
  records: { count: 0, of: 0 },
}

function isSupervised({ longest }: Counted): boolean {
  return longest.isSupervised
}

/** A count of people is about those, and of none about everybody who is not. */
function headCount(isOne: (person: Counted) => boolean): CellOf {
  return all => {
    const people = all.filter(isOne).length
    return { people, among: all.length, numbers: [people] }
  }
}

function shareOf(share: (person: Counted) => Share, couldBe: (person: Counted) => boolean): CellOf {
  return all => {
    const having = all.map(share).filter(({ of }) => of > 0)
    return {
      people: having.length,
      among: all.filter(couldBe).length,
      numbers: [sum(having.map(({ count }) => count)), sum(having.map(({ of }) => of))],
    }
  }
}

/** However many there are, it is about everybody who could have one. */
function sumOf(number: (person: Counted) => number, couldBe: (person: Counted) => boolean): CellOf {
  return all => {
    const people = all.filter(person => couldBe(person) || number(person) > 0).length
    return { people, among: people, numbers: [sum(all.map(number))] }
  }
}

/** The one in the middle; of two, the smaller, so that it is always somebody's and never seems more exact than it is. */
function middleOf(number: (person: Counted) => number | null): CellOf {
  return all => {
    const sorted = all
      .map(number)
      .filter(one => one !== null)
      .toSorted((a, b) => a - b)
    const middle = sorted[Math.ceil(sorted.length / 2) - 1]
    return { people: sorted.length, among: all.length, numbers: middle === undefined ? [] : [middle] }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
