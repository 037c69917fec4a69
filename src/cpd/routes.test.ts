import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  completePiece,
  givenChanges,
  givenDraft,
  givenPractitioner,
  givenSubmittedPiece,
  peerReflection,
  signInBrowser,
  versionIn,
} from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'

let world: World

before(async () => {
  world = await startWorld()
})
after(() => world.close())

test('a double click on submit makes one submission, and both replies lead to it', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const version = versionIn((await browser.get(`/cpd/pieces/${pieceId}/check`)).html)
  const press = () => browser.postOnce(`/cpd/pieces/${pieceId}/check`, { version })
  const replies = await Promise.all([press(), press(), press()])
  assert.deepEqual(
    new Set(replies.map(({ location }) => location)),
    new Set([`/cpd/pieces/${pieceId}/submitted/1`]),
  )
  assert.equal(await countSubmissions(pieceId), 1)
})

test('one new piece begun by two requests with different text is one piece, and neither text is lost', async () => {
  const { browser } = await givenPractitioner(world)
  const form = await browser.get('/cpd/new')
  const pieceId = /name="pieceId" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
  const save = (title: string) =>
    browser.postOnce('/cpd/new', { ...completePiece, title, pieceId, version: '0', press: 'draft' })
  const replies = await Promise.all([save('One text'), save('The other text')])
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [303, 409])
  const refused = replies.find(({ status }) => status === 409)
  assert.match(refused?.html ?? '', /One text/)
  assert.match(refused?.html ?? '', /The other text/)
})

test('the same save twice is one save', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
  const save = () =>
    browser.postOnce(`/cpd/pieces/${pieceId}/edit`, {
      ...completePiece,
      title: 'Again',
      version: versionIn(form.html),
      press: 'draft',
    })
  assert.deepEqual(
    (await Promise.all([save(), save()])).map(({ status }) => status),
    [303, 303],
  )
  assert.equal(versionIn((await browser.get(`/cpd/pieces/${pieceId}/edit`)).html), '2')
})

test('a withdrawn piece can be submitted again without changing a letter, and counts again', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenSubmittedPiece(browser)
  const ask = await browser.get(`/cpd/pieces/${pieceId}/withdraw`)
  assert.match(
    (await browser.post(`/cpd/pieces/${pieceId}/withdraw`, { version: versionIn(ask.html) })).text,
    /you withdrew it/,
  )
  await givenChanges(browser, pieceId, completePiece)
  const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
  const submitted = await browser.post(`/cpd/pieces/${pieceId}/check`, { version: versionIn(check.html) })
  assert.match(submitted.text, /Counts for 2025 to 2026/)
})

test('a withdrawn piece is not copied to the regulator', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenSubmittedPiece(browser)
  const ask = await browser.get(`/cpd/pieces/${pieceId}/withdraw`)
  await browser.post(`/cpd/pieces/${pieceId}/withdraw`, { version: versionIn(ask.html) })
  assert.equal((await browser.get(`/cpd/pieces/${pieceId}/copy`)).status, 404)
})

test('what was typed into a piece that was deleted elsewhere is given back', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
  const ask = await browser.get(`/cpd/pieces/${pieceId}/delete`)
  await browser.post(`/cpd/pieces/${pieceId}/delete`, { version: versionIn(ask.html) })
  const typed = { ...completePiece, learning: '我学会了倾听' }
  const saved = await browser.post(`/cpd/pieces/${pieceId}/edit`, {
    ...typed,
    version: versionIn(form.html),
    press: 'draft',
  })
  assert.equal(saved.status, 404)
  assert.match(saved.text, /我学会了倾听/)
})

test('what “which is it?” knows is kept with one question a page', async () => {
  const { browser } = await givenPractitioner(world)
  const first = await givenDraft(browser)
  await browser.get(`/cpd/pieces/${first}/edit`)
  await browser.post(`/cpd/pieces/${first}/edit`, { ...completePiece, version: '1', press: 'switch' })
  const form = await browser.get(
    '/cpd/new?type=supervision&setting=in-supervision&category=line-manager-or-supervisor',
  )
  const hidden = Object.fromEntries(
    [...form.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  const saved = await browser.post('/cpd/new', { ...hidden, title: 'After supervision', press: 'continue' })
  assert.match(saved.html, /value="supervision"\s+selected/)
  const peer = await browser.get(saved.url.replace(/edit\/.*$/, 'edit/peer'))
  assert.match(peer.html, /value="line-manager-or-supervisor"\s+selected/)
  assert.match(peer.html, /value="in-supervision"\s+checked/)
})

test('the link to the peer question leads there in either layout', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenSubmittedPiece(browser)
  assert.equal((await browser.getOnce(`/cpd/pieces/${pieceId}/edit?question=peer`)).status, 200)
  const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
  await browser.post(`/cpd/pieces/${pieceId}/edit`, {
    ...completePiece,
    version: versionIn(form.html),
    press: 'switch',
  })
  const { location } = await browser.getOnce(`/cpd/pieces/${pieceId}/edit?question=peer`)
  assert.equal(location, `/cpd/pieces/${pieceId}/edit/peer`)
})

test('a step of the year before can still be told in December', async () => {
  const { browser, personId } = await givenPractitioner(world)
  await givenSubmittedPiece(browser)
  world.clock.set('2026-12-01T09:00:00Z')
  await signInBrowser(world, personId, browser)
  await browser.get('/renewal/2026/fee')
  const told = await browser.post('/renewal/2026/fee', {
    'done-day': '30',
    'done-month': '11',
    'done-year': '2026',
    press: 'done',
  })
  assert.match(told.text, /Registration fee : you told us that you did this on 30 November 2026/)
  world.clock.set('2026-11-18T14:00:00Z')
})

test('home asks for the changes that were not resubmitted before anything else', async () => {
  const { browser } = await givenPractitioner(world)
  await givenSubmittedPiece(browser, { ...completePiece, title: 'First', learning: 'One thing' })
  const second = await givenSubmittedPiece(browser, {
    ...completePiece,
    title: 'Second',
    learning: 'Quite another',
  })
  await givenChanges(browser, second, {
    ...completePiece,
    title: 'Second',
    learning: 'Quite another',
    ...peerReflection,
  })
  assert.match((await browser.get('/')).text, /“Second” has changes that you have not resubmitted/)
})

test('what a draft said ten minutes ago can be seen and restored, and what it said since is kept too', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser, { ...completePiece, learning: 'The first thought' })
  world.clock.advance(10 * 60_000)
  await givenChanges(browser, pieceId, { ...completePiece, learning: 'The second thought' })
  const list = await browser.get(`/cpd/pieces/${pieceId}/revisions`)
  assert.match(list.text, /Saved on 18 November 2026/)
  const revision = await browser.get(`/cpd/pieces/${pieceId}/revisions/1`)
  assert.match(revision.html, /<del>.*second.*<\/del>/)
  assert.match(revision.html, /<ins>.*first.*<\/ins>/)
  await browser.post(`/cpd/pieces/${pieceId}/revisions/1`, { version: versionIn(revision.html) })
  assert.match((await browser.get(`/cpd/pieces/${pieceId}`)).text, /The first thought/)
  assert.match((await browser.get(`/cpd/pieces/${pieceId}/revisions/2`)).text, /second/)
})

test('changes that were thrown away are among the earlier versions', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenSubmittedPiece(browser)
  await givenChanges(browser, pieceId, { ...completePiece, learning: 'Thrown away too soon' })
  const ask = await browser.get(`/cpd/pieces/${pieceId}/discard-changes`)
  await browser.post(`/cpd/pieces/${pieceId}/discard-changes`, { version: versionIn(ask.html) })
  assert.match((await browser.get(`/cpd/pieces/${pieceId}/revisions/1`)).text, /come back: Thrown/)
})

test('a deleted draft can be brought back for thirty days, by its owner only', async () => {
  const { browser, personId } = await givenPractitioner(world)
  const somebodyElse = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const ask = await browser.get(`/cpd/pieces/${pieceId}/delete`)
  await browser.post(`/cpd/pieces/${pieceId}/delete`, { version: versionIn(ask.html) })
  assert.equal((await browser.get(`/cpd/pieces/${pieceId}`)).status, 404)
  await somebodyElse.browser.get('/cpd/deleted')
  assert.equal((await somebodyElse.browser.post(`/cpd/deleted/${pieceId}/restore`)).status, 404)

  world.clock.advance(29 * 24 * 60 * 60_000)
  await runJob('cpd-purge')
  await signInBrowser(world, personId, browser)
  assert.match((await browser.get('/cpd/deleted')).text, /Reading about hoarding/)
  assert.match((await browser.post(`/cpd/deleted/${pieceId}/restore`)).text, /The draft is back as it was/)

  const again = await browser.get(`/cpd/pieces/${pieceId}/delete`)
  await browser.post(`/cpd/pieces/${pieceId}/delete`, { version: versionIn(again.html) })
  world.clock.advance(31 * 24 * 60 * 60_000)
  await runJob('cpd-purge')
  await signInBrowser(world, personId, browser)
  await browser.get('/cpd/deleted')
  assert.equal((await browser.post(`/cpd/deleted/${pieceId}/restore`)).status, 404)
  world.clock.set('2026-11-18T14:00:00Z')
})

test('a day that does not exist marks all three parts of the date', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser, { ...completePiece, 'date-day': '31', 'date-month': '11' })
  const form = await browser.get(`/cpd/pieces/${pieceId}/edit?problems=show`)
  assert.equal(form.html.match(/govuk-input--error/g)?.length, 3)
  assert.match(form.text, /The date must be a real date/)
})

async function runJob(name: string): Promise<void> {
  await world.app.jobHandlers.find(handler => handler.name === name)?.run({}, world.clock.now())
}

async function countSubmissions(pieceId: string): Promise<number> {
  const rows = await world.database.read
    .selectFrom('submission')
    .select('number')
    .where('pieceId', '=', pieceId)
    .execute()
  return rows.length
}
