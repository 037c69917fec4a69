/** A figure, the people it is about, and the numbers that say it. */
export interface Cell {
  /** Who has something that is counted: of a share, those who have something that it is a share of. */
  readonly people: number
  /** Who could have: where nobody has, it is about all of those. */
  readonly among: number
  /** `[12]`; of a share both numbers: `[11, 12]`. Empty where there is nothing to say. */
  readonly numbers: readonly number[]
}

/** A column of a table, as it may be shown: null stands for a figure that is hidden. */
export interface ShownColumn<C extends Cell> {
  readonly cells: readonly (C | null)[]
  readonly total: C | null
}

/** What the total is to its cells: their sum, a sum of people each of whom counts as one, or no sum, as the one in the middle. */
export type ColumnKind = 'sum' | 'people' | 'middle'

/** A figure about fewer people than this says too much of each of them. */
export const fewestPeople = 5

/**
 * The rule by which a column is shown:
 *
 * 1. A figure about one to four people is hidden, and so are those of `also`, whose row is hidden for another reason.
 * 2. Where that alone would let somebody take them from the total, more are hidden, those about the fewest people first,
 *    until at least two are, what is left for them is about at least five people, and that leaves each of them open: in a
 *    column that adds up neither nothing (of nothing each has nothing) nor, of a share, all of it; of people, more than
 *    one for each.
 * 3. Where even all of them would not be enough, it is the total that is hidden instead.
 */
export function hideSmallCells<C extends Cell>(
  cells: readonly C[],
  total: C,
  { kind, also = new Set() }: { readonly kind: ColumnKind; readonly also?: ReadonlySet<number> },
): ShownColumn<C> {
  const first = new Set(cells.filter((cell, i) => isSmall(cell) || also.has(i)))
  const isTotalSmall = isSmall(total)
  const hidden = isTotalSmall || first.size === 0 ? first : withEnoughOthers(cells, first, kind)
  return {
    cells: cells.map(cell => ((hidden ?? first).has(cell) ? null : cell)),
    total: isTotalSmall || hidden === null ? null : total,
  }
}

/** Which rows are hidden in a column: for `also` of another. */
export function hiddenIn({ cells }: ShownColumn<Cell>): ReadonlySet<number> {
  return new Set(cells.flatMap((cell, i) => (cell === null ? i : [])))
}

/** How many people these figures say something of, added up. */
function peopleBehind(cells: Iterable<Cell>): number {
  let people = 0
  let among = 0
  for (const cell of cells) {
    people += cell.people
    among += cell.among
  }
  return people > 0 ? people : among
}

function isSmall(cell: Cell): boolean {
  const people = peopleBehind([cell])
  return people > 0 && people < fewestPeople
}

/** Null where no choice of others protects the first ones. */
function withEnoughOthers<C extends Cell>(
  cells: readonly C[],
  first: ReadonlySet<C>,
  kind: ColumnKind,
): ReadonlySet<C> | null {
  const hidden = new Set(first)
  const others = cells
    .filter(cell => !hidden.has(cell))
    .toSorted((a, b) => peopleBehind([a]) - peopleBehind([b]))
  for (;;) {
    const lacking = kind === 'middle' ? [] : partsAtZero(hidden)
    if (lacking.length === 0 && isOpen(hidden, kind)) return hidden
    const at = others.findIndex(cell =>
      lacking.length === 0 ? peopleBehind([cell]) > 0 : lacking.some(k => (partsOf(cell)[k] ?? 0) > 0),
    )
    const [next] = at < 0 ? [] : others.splice(at, 1)
    if (next === undefined) return null
    hidden.add(next)
  }
}

function isOpen(hidden: ReadonlySet<Cell>, kind: ColumnKind): boolean {
  const having = [...hidden].filter(cell => peopleBehind([cell]) > 0).length
  const people = peopleBehind(hidden)
  return having > 1 && people >= fewestPeople && (kind !== 'people' || people > hidden.size)
}

/** A share is of those that are so and those that are not: both are numbers about people. */
function partsOf({ numbers: [count, of] }: Cell): readonly number[] {
  if (count === undefined) return []
  return of === undefined ? [count] : [count, of - count]
}

/** Which of the parts are zero in all that is hidden. */
function partsAtZero(hidden: ReadonlySet<Cell>): readonly number[] {
  const sums: number[] = []
  for (const cell of hidden)
    for (const [k, number] of partsOf(cell).entries()) sums[k] = (sums[k] ?? 0) + number
  return sums.flatMap((sum, k) => (sum === 0 ? [k] : []))
}
