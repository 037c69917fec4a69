import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { NunjucksOptions } from './fixtures/fixture-options.ts'
import { renderings } from './fixtures/renderings.ts'
import { tokens } from './fixtures/tokens.ts'

interface Fixture {
  readonly name: string
  readonly options: NunjucksOptions
  readonly html: string
}

const components = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map(name => name.slice(0, -'.ts'.length))

test('every component here has its fixtures compared', () => {
  assert.deepEqual(components.toSorted(), Object.keys(renderings).toSorted())
})

let total = 0
let passed = 0

for (const component of components) {
  test(`${component} renders as GOV.UK Frontend's fixtures say`, () => {
    const fixtures = fixturesOf(component)
    total += fixtures.length
    assert.ok(fixtures.length > 0)
    for (const { name, options, html } of fixtures) {
      const rendering = renderings[component]?.(options)
      assert.deepEqual(
        { fixture: name, markup: tokens(String(rendering)) },
        { fixture: name, markup: tokens(html) },
      )
      passed += 1
    }
  })
}

test('no fixture is left out', t => {
  t.diagnostic(`govuk-frontend fixtures: ${passed} of ${total} pass, ${components.length} components`)
  assert.equal(passed, total)
})

function fixturesOf(component: string): readonly Fixture[] {
  const path = `../../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const { fixtures } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
    fixtures: Fixture[]
  }
  return fixtures
}
