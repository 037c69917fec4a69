import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { checkWorkedExample } from '../cpd/worked-examples.ts'
import { loadRulePacks } from './load-rule-packs.ts'
import { countInWords } from './rule-pack.ts'

const shipped = 'schemes/social-work-england'
const files = ['from-2019-12-02.json', 'from-2021-12-01.json', 'from-2022-12-01.json']
const [first = '', second = '', third = ''] = files

/** The message of the error that loading the shipped packs ends in after a change to one of them; none if it does not. */
function errorAfter(file: string, change: (content: string) => string): string {
  const root = mkdtempSync(join(tmpdir(), 'confer-packs-'))
  const folder = join(root, 'social-work-england')
  mkdirSync(folder)
  try {
    for (const name of files) {
      const content = readFileSync(join(shipped, name), 'utf8')
      const changed = name === file ? change(content) : content
      if (name === file) assert.notEqual(changed, content, 'the change changed nothing')
      writeFileSync(join(folder, name), changed)
    }
    let message = ''
    assert.throws(
      () => loadRulePacks(folder, checkWorkedExample),
      (error: Error) => {
        message = error.message
        return true
      },
    )
    return message
  } finally {
    rmSync(root, { recursive: true })
  }
}

const replace = (from: string | RegExp, to: string) => (content: string) => content.replace(from, to)

describe('the shipped packs', () => {
  const packs = loadRulePacks(shipped, checkWorkedExample)

  test('keep every worked example of theirs', () => {
    let kept = 0
    for (const pack of packs) {
      assert.ok(pack.examples.length >= 12)
      for (const example of pack.examples) {
        assert.equal(checkWorkedExample(packs, pack, example), null, `${pack.version}: ${example.name}`)
        kept++
      }
    }
    console.log(
      `${kept} of ${packs.reduce((sum, pack) => sum + pack.examples.length, 0)} worked examples hold, in ${packs.length} packs`,
    )
  })

  test('ask what their time asked', () => {
    const asked = packs.map(pack => [
      pack.version,
      pack.validFrom,
      pack.validTo,
      pack.requirement.pieces,
      pack.requirement.piecesWithPeerReflection,
      pack.graceDays,
    ])
    assert.deepEqual(asked, [
      ['2019', '2019-12-02', '2021-11-30', 1, 0, 21],
      ['2021', '2021-12-01', '2022-11-30', 2, 1, 0],
      ['2022', '2022-12-01', null, 2, 1, 0],
    ])
  })

  test('say “different” only from 1 December 2022 on', () => {
    const different = packs.map(pack => /different/.test(JSON.stringify(pack.wording)))
    assert.deepEqual(different, [false, false, true])
    const pieces = packs.map(pack => countInWords(pack.wording.pieces, 2))
    assert.deepEqual(pieces, ['2 pieces of CPD', '2 pieces of CPD', '2 different pieces of CPD'])
  })

  test('ask the peer question in the words of the regulator, marked P and optional', () => {
    for (const pack of packs.slice(1)) {
      const peer = pack.questions.find(question => question.id === 'peer')
      assert.equal(
        peer?.question,
        'Describe what you have learnt from discussing this CPD activity with a peer.',
      )
      assert.deepEqual([peer?.mark, peer?.required], ['P', false])
    }
  })

  test('have the types, settings and categories that other parts of the product name', () => {
    const pack = packs.at(-1)
    assert.ok(pack)
    assert.ok(pack.typesOfCpd.some(({ id }) => id === 'supervision'))
    assert.ok(pack.settings.some(({ id }) => id === 'in-supervision'))
    for (const wanted of ['line-manager-or-supervisor', 'social-worker', 'other'])
      assert.ok(
        pack.peerCategories.some(({ id }) => id === wanted),
        wanted,
      )
  })
})

describe('a pack that cannot be used', () => {
  test('is named with the example that does not hold, and what comes out instead', () => {
    const message = errorAfter(third, replace('"pieces": 2', '"pieces": 1'))
    assert.match(
      message,
      /from-2022-12-01\.json: the example "A reflection on supervision is discussed with a peer, and nothing else is recorded" does not hold: outcome is met and not not-met/,
    )
  })

  test('is named with what is wrong in it', () => {
    const message = errorAfter(second, replace('"graceDays": 0', '"graceDays": -1, "grace": 3'))
    assert.match(message, /from-2021-12-01\.json/)
    assert.match(message, /graceDays/)
    assert.match(message, /"grace"/)
  })

  test('is named when it is not JSON', () => {
    assert.match(
      errorAfter(second, content => content.slice(0, -5)),
      /from-2021-12-01\.json: is not JSON/,
    )
  })

  const wrong: [string, (content: string) => string, RegExp][] = [
    [
      'a compared question that is not asked',
      replace('"learning", "impact"]', '"learning", "title"]'),
      /no question of the kind 'text' has the id title/,
    ],
    ['an id used twice', replace('"id": "learning"', '"id": "impact"'), /the id impact is used twice/],
    ['no date asked', replace('"kind": "date"', '"kind": "text"'), /exactly one question of the kind 'date'/],
    [
      'two questions about the type',
      replace('"kind": "text"', '"kind": "type"'),
      /at most one question of the kind 'type'/,
    ],
    [
      'a peer reflection required and not asked for',
      replace('"kind": "peer-reflection"', '"kind": "text"'),
      /a peer reflection is required/,
    ],
    [
      'more peer reflections than pieces',
      replace('"piecesWithPeerReflection": 1', '"piecesWithPeerReflection": 3'),
      /no more pieces can need a peer reflection/,
    ],
    [
      'a year with a hole',
      replace('"endsOn": "11-30"', '"endsOn": "11-29"'),
      /a registration year is a whole year/,
    ],
    [
      '29 February',
      replace('"registeredBefore": "09-01"', '"registeredBefore": "02-29"'),
      /a day that every year has/,
    ],
    [
      'an impossible day',
      replace('"validFrom": "2021-12-01"', '"validFrom": "2021-11-31"'),
      /"2021-11-31" is not a day/,
    ],
    ['an unknown time zone', replace('Europe/London', 'Europe/Atlantis'), /not a time zone/],
    [
      'a moment without seconds',
      replace(/"at": "([-0-9]+)T(\d\d:\d\d):\d\d"/, '"at": "$1T$2"'),
      /write a moment as/,
    ],
    [
      'words without a place for the number',
      replace('{n} pieces of CPD', 'some pieces of CPD'),
      /where the number goes/,
    ],
    [
      'another scheme than its folder',
      replace('"scheme": "social-work-england"', '"scheme": "elsewhere"'),
      /its folder is social-work-england/,
    ],
    [
      'no example',
      content => JSON.stringify({ ...JSON.parse(content), examples: [] }),
      /gives no worked example/,
    ],
    [
      'an example of another pack’s year',
      replace('"year": 2022', '"year": 2023'),
      /a year that another pack governs/,
    ],
    [
      'an example before its year',
      replace(/"at": "2022-11-30T23:59:59"/, '"at": "2021-11-30T23:59:59"'),
      /before that year began/,
    ],
    [
      'an example about a piece that is not there',
      replace('"reasons": {}', '"reasons": { "z": "counts" }'),
      /there is no piece z/,
    ],
  ]
  for (const [name, change, expected] of wrong)
    test(`for ${name} is refused`, () => assert.match(errorAfter(second, change), expected))
})

describe('the periods of the packs', () => {
  test('must not overlap', () => {
    assert.match(
      errorAfter(first, replace('"validTo": "2021-11-30"', '"validTo": "2021-12-01"')),
      /from-2021-12-01\.json: begins on 2021-12-01, while from-2019-12-02\.json is still valid/,
    )
    assert.match(errorAfter(first, replace('"validTo": "2021-11-30"', '"validTo": null')), /still valid/)
  })

  test('must leave no gap', () => {
    assert.match(
      errorAfter(first, replace('"validTo": "2021-11-30"', '"validTo": "2021-11-29"')),
      /no pack is valid from 2021-11-30 until then/,
    )
  })

  test('must have a version each', () => {
    assert.match(
      errorAfter(second, replace('"version": "2021"', '"version": "2019"')),
      /has the version 2019, as from-2019-12-02\.json has/,
    )
  })
})

test('a folder without packs is an error too', () => {
  const empty = mkdtempSync(join(tmpdir(), 'confer-packs-'))
  assert.throws(() => loadRulePacks(empty, checkWorkedExample), /no rule pack in/)
  rmSync(empty, { recursive: true })
})
