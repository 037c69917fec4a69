import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkWorkedExample } from '../cpd/worked-examples.ts'
import { renderMarkdown } from '../platform/ui/markdown.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { loadGuidance } from './load-guidance.ts'
import { fillPlaceholders, placeholders } from './placeholders.ts'
import { yearToExplain } from './year-to-explain.ts'

const root = join(import.meta.dirname, '../..')
const packs = loadRulePacks(join(root, 'schemes/social-work-england'), checkWorkedExample)
const explained = yearToExplain(packs, new Date('2026-11-18T14:00:00Z'))
const values = placeholders(explained, { recordGoesTo: 'nobody', contact: 'help@example.org' })

const { guidance, about, pictureSizes } = await loadGuidance()
const pages = new Map(
  [
    ...guidance.map(page => ({ address: `/guidance/${page.name}`, page })),
    ...about.map(page => ({ address: `/${page.name}`, page })),
  ].map(({ address, page }) => {
    const text = renderMarkdown(fillPlaceholders(page.markdown, values))
    return [address, { html: String(text.html), ids: new Set(text.headings.map(heading => heading.id)) }]
  }),
)

test('every link to guidance leads to a page that is there, and to a heading that is on it', () => {
  let followed = 0
  for (const [from, { html }] of pages) {
    for (const [, href = ''] of html.matchAll(/ href="([^"]*)"/g)) {
      const { pathname, hash, host } = new URL(href, `http://here${from}`)
      if (host !== 'here' || !(pathname.startsWith('/guidance/') || pages.has(pathname))) continue
      const page = pages.get(pathname)
      assert.ok(page, `${from} links to ${href}, which is not there`)
      if (hash !== '') assert.ok(page.ids.has(hash.slice(1)), `${from} links to ${href}: no such heading`)
      followed++
    }
  }
  assert.ok(followed > 30)
})

test('the pages of one group follow one another, each with its own place', () => {
  const groups = guidance.map(page => page.group)
  assert.ok(!groups.includes(null))
  const starts = groups.filter((group, at) => group !== groups[at - 1])
  assert.equal(starts.length, new Set(groups).size)
  for (const series of [guidance, about])
    assert.equal(new Set(series.map(page => page.order)).size, series.length)
})

test('no page has a number of pieces of its own, apart from those of the worked examples', () => {
  for (const page of [...guidance, ...about]) {
    const prose = page.markdown.replaceAll('This is 1 piece', '')
    assert.doesNotMatch(prose, /\b\d+ (different )?pieces?\b|\b30 November\b|\b1 September\b/, page.name)
  }
})

test('what the worked examples choose is what the form offers', () => {
  const situations = guidance.find(page => page.name === 'situations')?.markdown ?? ''
  const given = (name: string) =>
    [...situations.matchAll(new RegExp(`^- \\*\\*${name}:\\*\\* (.+)$`, 'gm'))].map(match => match[1] ?? '')
  const { pack } = explained
  const types = given('Type')
  assert.equal(types.length, 5)
  for (const type of types)
    assert.ok(
      pack.typesOfCpd.some(({ name }) => name === type),
      type,
    )
  const peers = given('Peer')
  assert.equal(peers.length, 5)
  for (const peer of peers) {
    const category = peer.replace(/\. Job role: .*/, '')
    assert.ok(
      pack.peerCategories.some(({ name }) => name === category),
      category,
    )
  }
})

test(
  'every picture is there, once the script has made them',
  { skip: !existsSync(join(root, 'public/pictures/tutorial')) },
  () => {
    for (const page of guidance)
      for (const [, address = ''] of page.markdown.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
        assert.ok(pictureSizes.has(address), `${page.name} shows ${address}, which is not there`)
  },
)
