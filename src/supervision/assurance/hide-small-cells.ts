/** A figure, the people it is about, and the numbers that say it. */
export interface Cell {
  readonly people: number
  /** `[12]`; of a share both numbers: `[11, 12]`. Empty where there is nothing to say. */
  readonly numbers: readonly number[]
}

/** A column of a table, as it may be shown: null stands for a figure that is hidden. */
export interface ShownColumn<C extends Cell> {
  readonly cells: readonly (C | null)[]
  readonly total: C | null
}

/** A figure about fewer people than this says too much of each of them. */
export const fewestPeople = 5

/**
 * The rule by which a column is shown:
 *
 * 1. A figure about one to four people is hidden.
 * 2. Where that alone would let somebody take the others from the total, more are hidden, those about the fewest people
 *    first, until at least two are, they are together about at least five people, and in a column that adds up what is
 *    left for them is not zero: of nothing, each has nothing.
 * 3. Where even all of them would not be enough, it is the total that is hidden instead.
 *
 * `adds` says whether the total is the sum of the cells. It is not for one in the middle, such as a median.
 */
export function hideSmallCells<C extends Cell>(
  cells: readonly C[],
  total: C,
  { adds }: { readonly adds: boolean },
): ShownColumn<C> {
  const small = new Set(cells.filter(isSmall))
  const isTotalSmall = isSmall(total)
  const hidden = isTotalSmall || small.size === 0 ? small : withEnoughOthers(cells, small, adds)
  return {
    cells: cells.map(cell => ((hidden ?? small).has(cell) ? null : cell)),
    total: isTotalSmall || hidden === null ? null : total,
  }
}

function isSmall({ people }: Cell): boolean {
  return people > 0 && people < fewestPeople
}

/** Null where no choice of others protects the small ones. */
function withEnoughOthers<C extends Cell>(
  cells: readonly C[],
  small: ReadonlySet<C>,
  adds: boolean,
): ReadonlySet<C> | null {
  const hidden = new Set(small)
  const others = cells.filter(cell => !hidden.has(cell)).toSorted((a, b) => a.people - b.people)
  for (;;) {
    const lacking = adds ? numbersAtZero(hidden) : []
    const isEnough = hidden.size > 1 && peopleIn(hidden) >= fewestPeople
    if (isEnough && lacking.length === 0) return hidden
    const at = others.findIndex(({ people, numbers }) =>
      lacking.length === 0 ? people > 0 : lacking.some(k => (numbers[k] ?? 0) > 0),
    )
    const [next] = at < 0 ? [] : others.splice(at, 1)
    if (next === undefined) return null
    hidden.add(next)
  }
}

/** Which of the numbers are zero in all that is hidden. */
function numbersAtZero(hidden: ReadonlySet<Cell>): readonly number[] {
  const sums: number[] = []
  for (const { numbers } of hidden)
    for (const [k, number] of numbers.entries()) sums[k] = (sums[k] ?? 0) + number
  return sums.flatMap((sum, k) => (sum === 0 ? [k] : []))
}

function peopleIn(hidden: ReadonlySet<Cell>): number {
  let people = 0
  for (const cell of hidden) people += cell.people
  return people
}
