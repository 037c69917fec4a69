import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { reportFile, spansFile } from './report-file.ts'
import { measures, type Measure } from './measures.ts'
import type { ShownNumbers } from './report.ts'

const hidden = Object.fromEntries(measures.map(measure => [measure, null])) as unknown as Readonly<
  Record<Measure, ShownNumbers>
>

function namesIn(...names: readonly string[]): readonly string[] {
  const file = reportFile(names.map(name => ({ name, figures: hidden })))
  return file
    .split('\r\n')
    .slice(1, -1)
    .map(line => line.replace(/,hidden.*/, ''))
}

suite('the file of an organisation’s figures', () => {
  test('holds one table, in which every line is as long as its head', () => {
    const lines = reportFile([{ name: 'East', figures: hidden }]).split('\r\n')
    assert.equal(lines.length, 3)
    assert.equal(lines[1]?.split(',').length, lines[0]?.split(',').length)
  })

  test('says at its beginning how it is written, for a spreadsheet', () => {
    assert.ok(reportFile([]).startsWith('\u{feff}Team,'))
    assert.ok(spansFile([]).startsWith('\u{feff}Supervisees,'))
  })

  test('makes no formula of a team’s name, in letters of whatever width and after whatever space', () => {
    assert.deepEqual(
      namesIn('=1+1', '＝1+1', '＋1', '－1', '＠A1', '  =1', '\u{3000}＝1', '\u{2212}1', '1=1'),
      ["'=1+1", "'＝1+1", "'＋1", "'－1", "'＠A1", "'  =1", "'\u{3000}＝1", "'\u{2212}1", '1=1'],
    )
  })

  test('of spans is another one', () => {
    const spans = [
      { span: { from: 1, to: 3 }, supervisors: [6] },
      { span: { from: 10, to: null }, supervisors: null },
    ]
    assert.equal(spansFile(spans), '\u{feff}Supervisees,Supervisors\r\n1 to 3,6\r\n10 or more,hidden\r\n')
  })
})
