import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { fewestPeople, hideSmallCells, type Cell, type ColumnKind } from './hide-small-cells.ts'

function column(rows: readonly (readonly [people: number, ...numbers: number[]])[]) {
  const cells = rows.map(([people, ...numbers]) => ({ people, among: people, numbers }))
  return { cells, total: totalOf(cells) }
}

function totalOf(cells: readonly Cell[]): Cell {
  const width = cells[0]?.numbers.length ?? 0
  const people = cells.reduce((sum, one) => sum + one.people, 0)
  return {
    people,
    among: people,
    numbers: Array.from({ length: width }, (_, k) =>
      cells.reduce((sum, { numbers }) => sum + (numbers[k] ?? 0), 0),
    ),
  }
}

function shown(rows: Parameters<typeof column>[0], kind: ColumnKind = 'sum'): readonly (string | null)[] {
  const { cells, total } = column(rows)
  const result = hideSmallCells(cells, total, { kind })
  return [...result.cells, result.total].map(cell => (cell === null ? null : cell.numbers.join('/')))
}

suite('a column of figures', () => {
  test('is shown whole where every figure is about five people or more, or about nobody', () => {
    assert.deepEqual(
      shown([
        [5, 3],
        [12, 0],
        [0, 0],
      ]),
      ['3', '0', '0', '3'],
    )
  })

  test('hides a figure about four, and with it the next smallest, from which it could be taken', () => {
    assert.deepEqual(
      shown([
        [4, 3],
        [12, 9],
        [7, 5],
      ]),
      [null, '9', null, '17'],
    )
  })

  test('hides two small ones alone where they are about five people together', () => {
    assert.deepEqual(
      shown([
        [2, 1],
        [3, 2],
        [7, 5],
      ]),
      [null, null, '5', '8'],
    )
  })

  test('hides one more where two small ones are about four people together', () => {
    assert.deepEqual(
      shown([
        [2, 1],
        [2, 2],
        [7, 5],
        [9, 5],
      ]),
      [null, null, null, '5', '13'],
    )
  })

  test('hides one with something in it where nothing would be left for the small one', () => {
    assert.deepEqual(
      shown([
        [3, 0],
        [6, 0],
        [20, 4],
        [30, 6],
      ]),
      [null, '0', null, '6', '10'],
    )
  })

  test('hides the total where every other figure is nothing too', () => {
    assert.deepEqual(
      shown([
        [3, 0],
        [6, 0],
        [20, 0],
      ]),
      [null, '0', '0', null],
    )
  })

  test('sees to both numbers of a share', () => {
    assert.deepEqual(
      shown([
        [3, 0, 2],
        [6, 0, 6],
        [20, 4, 20],
      ]),
      [null, '0/6', null, '4/28'],
    )
  })

  test('hides one of which not all is so where all would be left for the small one, and the total where there is none', () => {
    assert.deepEqual(
      shown([
        [3, 2, 2],
        [6, 6, 6],
        [20, 16, 20],
      ]),
      [null, '6/6', null, '24/28'],
    )
    assert.deepEqual(
      shown([
        [3, 2, 2],
        [6, 6, 6],
        [20, 20, 20],
      ]),
      [null, '6/6', '20/20', null],
    )
  })

  test('counts for what is left only those who have something, where anybody has', () => {
    const cells = [
      { people: 2, among: 9, numbers: [1, 2] },
      { people: 0, among: 8, numbers: [0, 0] },
      { people: 9, among: 9, numbers: [8, 9] },
    ]
    const result = hideSmallCells(cells, { people: 11, among: 26, numbers: [9, 11] }, { kind: 'sum' })
    // Two of them would leave one of two, about two people.
    assert.deepEqual(result.cells, [null, null, null])
  })

  test('of people leaves more than one for each that is hidden', () => {
    const ones = [1, 1, 1, 1, 1].map(count => [count, count] as const)
    assert.deepEqual(shown([...ones, [6, 6], [9, 9]], 'people'), [
      null,
      null,
      null,
      null,
      null,
      null,
      '9',
      '20',
    ])
  })

  test('hides a row that is hidden for another reason, and what would tell it', () => {
    const { cells, total } = column([
      [8, 3],
      [9, 4],
      [10, 5],
    ])
    const result = hideSmallCells(cells, total, { kind: 'sum', also: new Set([2]) })
    assert.deepEqual(result, { cells: [null, cells[1], null], total })
  })

  test('hides the total where there is no second figure to hide', () => {
    assert.deepEqual(shown([[3, 2]]), [null, null])
    assert.deepEqual(
      shown([
        [3, 2],
        [0, 0],
      ]),
      [null, '0', null],
    )
  })

  test('hides a total about fewer than five people, and nothing else because of it', () => {
    assert.deepEqual(
      shown([
        [2, 2],
        [1, 1],
        [0, 0],
      ]),
      [null, null, '0', null],
    )
  })

  test('in which the total is no sum needs no more than two hidden', () => {
    assert.deepEqual(
      shown(
        [
          [3, 0],
          [6, 0],
          [20, 0],
        ],
        'middle',
      ),
      [null, null, '0', '0'],
    )
  })
})

suite('whatever the figures', () => {
  const share = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.nat(3), fc.nat(3))
    .map(([people, one, other]) => ({
      people,
      among: people,
      numbers: people === 0 ? [0, 0] : [Math.min(one, other), Math.max(one, other)],
    }))
  const shares = fc.array(share, { minLength: 1, maxLength: 5 })

  test('none about one to four people is shown', () => {
    fc.assert(
      fc.property(shares, fc.constantFrom<ColumnKind>('sum', 'middle'), (cells, kind) => {
        const { cells: seen, total } = hideSmallCells(cells, totalOf(cells), { kind })
        for (const cell of [...seen, total])
          assert.ok(cell === null || cell.people === 0 || cell.people >= fewestPeople)
      }),
      { numRuns: 2000 },
    )
  })

  test('what is shown is as it was, and nothing is hidden where nothing is small', () => {
    fc.assert(
      fc.property(shares, cells => {
        const total = totalOf(cells)
        const seen = hideSmallCells(cells, total, { kind: 'sum' })
        for (const [i, cell] of seen.cells.entries()) assert.ok(cell === null || cell === cells[i])
        if (![...cells, total].some(({ people }) => people > 0 && people < fewestPeople))
          assert.deepEqual(seen, { cells, total })
      }),
    )
  })

  test('whoever has all that is shown and tries every possibility can settle no hidden number', () => {
    fc.assert(
      fc.property(shares, cells => {
        const { cells: seen, total } = hideSmallCells(cells, totalOf(cells), { kind: 'sum' })
        const hidden = seen.filter(cell => cell === null).length
        if (hidden === 0 || total === null) return
        const left = [0, 1].map(
          k => (total.numbers[k] ?? 0) - seen.reduce((sum, cell) => sum + (cell?.numbers[k] ?? 0), 0),
        )
        const possible = Array.from({ length: hidden }, () => [0, 1, 2].map(() => new Set<number>()))
        for (const guess of guesses(hidden, left[0] ?? 0, left[1] ?? 0))
          for (const [i, [count, of]] of guess.entries()) {
            possible[i]?.[0]?.add(count)
            possible[i]?.[1]?.add(of)
            possible[i]?.[2]?.add(of - count)
          }
        for (const values of possible.flat()) assert.ok(values.size > 1)
      }),
      { numRuns: 500 },
    )
  })

  test('those hidden are together about nobody, or about five people or more, wherever there is a total', () => {
    fc.assert(
      fc.property(shares, cells => {
        const { cells: seen, total } = hideSmallCells(cells, totalOf(cells), { kind: 'sum' })
        const people = cells.reduce((sum, cell, i) => sum + (seen[i] === null ? cell.people : 0), 0)
        assert.ok(total === null || people === 0 || people >= fewestPeople)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Every way in which shares, a count of a whole each, add up to these two numbers. */
function* guesses(
  cells: number,
  count: number,
  of: number,
): Generator<readonly (readonly [number, number])[]> {
  if (cells === 1) {
    if (count <= of) yield [[count, of]]
    return
  }
  for (let here = 0; here <= of; here++)
    for (let part = 0; part <= Math.min(here, count); part++)
      for (const rest of guesses(cells - 1, count - part, of - here)) yield [[part, here], ...rest]
}
