import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startWorld, type World } from '../../test/support/world.ts'
import { loadGuidance } from './load-guidance.ts'

const { guidance, about } = await loadGuidance()
const addresses = [
  '/guidance',
  ...guidance.map(page => `/guidance/${page.name}`),
  ...about.map(page => `/${page.name}`),
]

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

test('anybody can read every page, with one heading of its own and no placeholder left', async () => {
  const browser = world.browse()
  for (const address of addresses) {
    const page = await browser.getOnce(address)
    assert.equal(page.status, 200, address)
    assert.equal(page.html.match(/<h1/g)?.length, 1, address)
    assert.doesNotMatch(page.html, /\{\{|\}\}/, address)
  }
  const page = await browser.get('/guidance/who-counts-as-a-peer')
  assert.equal(page.title, 'Who counts as a peer – Confer')
})

test('the list of guidance has every page with what it is about', async () => {
  const index = await world.browse().get('/guidance')
  for (const page of guidance) {
    assert.ok(index.html.includes(`href="/guidance/${page.name}"`), page.name)
    assert.ok(index.text.includes(page.summary), page.name)
  }
  assert.match(index.html, /href="\/which-is-it"/)
})

test('every address of ours that a public page links to is there, for whoever may see it', async () => {
  const browser = world.browse()
  const links = new Set<string>()
  for (const address of addresses) {
    const page = await browser.get(address)
    for (const [, href = ''] of page.html.matchAll(/ href="(\/[^"#]*)/g)) links.add(href)
  }
  assert.ok(links.has('/cpd/new') && links.has('/create-account') && links.has('/settings'))
  for (const link of links) assert.equal((await browser.get(link)).status, 200, link)
})

test('a page leads back to the list and on to its neighbours', async () => {
  const [first, second, third] = guidance
  assert.ok(first && second && third)
  const page = await world.browse().get(`/guidance/${second.name}`)
  assert.match(page.html, /<a href="\/guidance" class="govuk-back-link"/)
  assert.match(page.html, new RegExp(`href="/guidance/${first.name}" rel="prev"`))
  assert.match(page.html, new RegExp(`href="/guidance/${third.name}" rel="next"`))
})

test('a long page begins with a list of its parts', async () => {
  const browser = world.browse()
  const long = await browser.get('/guidance/situations')
  assert.match(long.html, /<a class="govuk-link" href="#situation-3-learning-while-on-leave">/)
  const short = await browser.get('/guidance/standards')
  assert.doesNotMatch(short.text, /Contents/)
})

test('the numbers are those of the year that is running when the page is read', async () => {
  const browser = world.browse()
  assert.match(
    (await browser.get('/guidance/the-requirement')).text,
    /by 11:59pm on 30 November 2026, UK time/,
  )
  world.clock.set('2026-12-01T00:00:00Z')
  assert.match(
    (await browser.get('/guidance/the-requirement')).text,
    /from 1 December 2026 to 30 November 2027/,
  )
  world.clock.set('2026-11-18T14:00:00Z')
  assert.match(
    (await browser.get('/guidance/the-requirement')).text,
    /from 1 December 2025 to 30 November 2026/,
  )
})

test('a page that was never written is not found', async () => {
  assert.equal((await world.browse().get('/guidance/nothing')).status, 404)
})

test('who receives the record, and whom to ask, are as this copy of Confer is set', async () => {
  const browser = world.browse()
  assert.match((await browser.get('/privacy')).text, /sends nothing to Social Work England/)
  assert.match((await browser.get('/accessibility')).text, /has not said yet how to reach them/)
  const regulators = await startWorld({ RECORD_GOES_TO: 'regulator', CONTACT: 'help@example.org' })
  try {
    const there = regulators.browse()
    assert.match((await there.get('/privacy')).text, /run by Social Work England/)
    assert.match((await there.get('/accessibility')).html, /href="mailto:help@example.org"/)
  } finally {
    await regulators.close()
  }
})
