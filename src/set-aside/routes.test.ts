import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Browser, Fetched } from '../../test/support/browser.ts'
import {
  completePiece,
  givenChanges,
  givenDraft,
  givenPractitioner,
  givenSubmittedPiece,
  signInBrowser,
  type Practitioner,
} from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'
import { keepForm } from './actions/keep-form.ts'

const hour = 3_600_000
const background = { accept: 'application/json' }

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

/** Somebody with the form for a new piece open. */
async function writing(): Promise<Practitioner> {
  const ana = await givenPractitioner(world)
  await ana.browser.get('/cpd/new')
  return ana
}

const typed = (title = 'Written for an hour') => ({
  pieceId: randomUUID(),
  version: '0',
  press: 'draft',
  title,
  learning: 'First line\n\n<b>third</b> line & “more”',
})

function expire(): void {
  world.clock.advance(13 * hour)
}

async function signIn(browser: Browser, { email, password }: Practitioner, next = '/set-aside') {
  return browser.postOnce('/sign-in', { email, password, next })
}

/** In another browser of theirs. */
async function signOutEverywhereElse({ personId }: Practitioner): Promise<void> {
  const other = world.browse()
  await signInBrowser(world, personId, other)
  await other.get('/settings/sessions')
  assert.equal((await other.postOnce('/settings/sessions/end-others')).status, 303)
}

async function rowsOf({ personId }: Practitioner) {
  return world.database.read
    .selectFrom('setAsideForm')
    .select(['formId', 'path', 'fields'])
    .where('personId', '=', personId)
    .execute()
}

function hasSetAside(page: Fetched): void {
  assert.equal(page.status, 403)
  assert.match(page.title, /^You are signed out/)
  assert.match(page.text, /we have set it aside/)
  assert.ok(!page.html.includes('Written for an hour') && !page.html.includes('&lt;b&gt;third'))
  assert.match(page.html, /name="email"[\s\S]*name="password"[\s\S]*name="sharedComputer"/)
  assert.match(page.html, /name="next" value="\/set-aside"/)
}

function givesBack(page: Fetched): void {
  assert.equal(page.status, 403)
  assert.ok(page.text.includes('Written for an hour'), page.text)
  assert.ok(page.html.includes('&lt;b&gt;third'))
}

/** The hidden fields of the first form that sends something again. */
function sendsAgain(html: string): { action: string; fields: Record<string, string> } {
  const form = /<form action="([^"]+)"[^>]*>((?:(?!<\/form>)[\s\S])*name="setAside"[\s\S]*?)<\/form>/.exec(
    html,
  )
  assert.ok(form?.[1] && form[2], html)
  const fields = [...form[2].matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return {
    action: form[1],
    fields: Object.fromEntries(
      fields.map(([, name = '', value = '']) => [
        name,
        value
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&'),
      ]),
    ),
  }
}

suite('a form that is sent after its session ran out', () => {
  test('is set aside, shown after the same account signs in there, sent, and gone', async () => {
    const ana = await writing()
    const form = typed()
    expire()
    hasSetAside(await ana.browser.postOnce('/cpd/new', form))

    assert.equal((await signIn(ana.browser, ana)).location, '/set-aside')
    const list = await ana.browser.get('/set-aside')
    assert.match(list.text, /A piece of CPD, sent on/)
    assert.ok(list.html.includes('First line\n\n&lt;b&gt;third&lt;/b&gt; line &amp; “more”'))
    const again = sendsAgain(list.html)
    assert.equal(again.action, '/cpd/new')
    assert.equal((await ana.browser.postOnce(again.action, again.fields)).status, 303)
    const edit = await ana.browser.get(`/cpd/pieces/${form.pieceId}/edit`)
    assert.ok(edit.html.includes('First line\n\n&lt;b&gt;third&lt;/b&gt; line'))
    assert.match((await ana.browser.get('/set-aside')).text, /Nothing is set aside/)
    assert.deepEqual(await rowsOf(ana), [])
  })

  test('keeps neither the form’s token nor which form it was', async () => {
    const ana = await writing()
    expire()
    await ana.browser.postOnce('/cpd/new', { ...typed(), setAside: randomUUID() })
    const [row] = await rowsOf(ana)
    assert.ok(!/formToken|setAside/.test(JSON.stringify(row?.fields)))
  })

  test('leads its owner past it from anywhere they sign in, with a link on to where they were going', async () => {
    const ana = await writing()
    expire()
    await ana.browser.postOnce('/cpd/new', typed())
    const other = world.browse()
    await other.get('/sign-in')
    const reply = await signIn(other, ana, '/settings')
    assert.equal(reply.location, '/set-aside?next=%2Fsettings')
    const list = await other.get(reply.location ?? '')
    assert.match(list.html, /href="\/settings"\s*>Go on to where you were going/)
    const formId = /set-aside\/([^/]+)\/discard/.exec(list.html)?.[1] ?? ''
    // Nothing goes without a question.
    const question = await other.get(`/set-aside/${formId}/discard?next=%2Fsettings`)
    assert.match(question.text, /cannot be brought back.*Written for an hour/s)
    assert.equal((await rowsOf(ana)).length, 1)
    assert.equal(
      (await other.postOnce(`/set-aside/${formId}/discard`, { next: '/settings' })).location,
      '/set-aside?next=%2Fsettings',
    )

    // With nothing set aside any more nobody is led anywhere.
    await other.get('/settings')
    await other.postOnce('/sign-out')
    await other.get('/sign-in')
    assert.equal((await signIn(other, ana, '/settings')).location, '/settings')
    const elsewhere = await other.get('/set-aside?next=https://evil.example/')
    assert.ok(!elsewhere.html.includes('evil'))
  })

  test('is told of on the home page for as long as it is there', async () => {
    const ana = await writing()
    expire()
    await ana.browser.postOnce('/cpd/new', typed())
    await signIn(ana.browser, ana)
    assert.match((await ana.browser.get('/')).html, /What you sent when you were signed out is set aside/)
    const again = sendsAgain((await ana.browser.get('/set-aside')).html)
    assert.equal((await ana.browser.postOnce(again.action, again.fields)).status, 303)
    assert.doesNotMatch((await ana.browser.get('/')).html, /is set aside/)
  })

  test('is shown to nobody else who signs in there, and not theirs to throw away or to forget', async () => {
    const [ana, bo] = [await writing(), await givenPractitioner(world)]
    expire()
    await ana.browser.postOnce('/cpd/new', typed())
    const [row] = await rowsOf(ana)
    assert.ok(row)
    assert.equal((await signIn(ana.browser, bo)).location, '/set-aside')
    const list = await ana.browser.get('/set-aside')
    assert.match(list.text, /Nothing is set aside/)
    assert.ok(!list.html.includes('&lt;b&gt;third'))
    for (const id of [row.formId, randomUUID(), 'none']) {
      assert.equal((await ana.browser.get(`/set-aside/${id}/discard`)).status, 404, id)
      await ana.browser.get('/cpd/new')
      assert.equal((await ana.browser.postOnce(`/set-aside/${id}/discard`)).status, 404, id)
      await ana.browser.get('/cpd/new')
    }
    await ana.browser.get('/cpd/new')
    const saved = await ana.browser.postOnce('/cpd/new', { ...typed(), setAside: row.formId })
    assert.equal(saved.status, 303)
    assert.equal((await rowsOf(ana)).length, 1)
  })

  test('in the background is not set aside: its text is still on the screen', async () => {
    const ana = await writing()
    expire()
    const reply = await ana.browser.postOnce('/cpd/new', typed(), background)
    assert.equal(reply.status, 403)
    assert.deepEqual(JSON.parse(reply.html), { outcome: 'signed-out', ended: 'expired', setAside: '' })
    assert.deepEqual(await rowsOf(ana), [])
  })
})

suite('a form that is sent after its session was revoked', () => {
  test('by signing out everywhere else is set aside', async () => {
    const ana = await writing()
    await signOutEverywhereElse(ana)
    hasSetAside(await ana.browser.postOnce('/cpd/new', typed()))
    assert.equal((await rowsOf(ana)).length, 1)
  })

  test('by a new password is set aside', async () => {
    const ana = await writing()
    const other = world.browse()
    await signInBrowser(world, ana.personId, other)
    await other.get('/settings/password')
    const newPassword = 'velvet trumpet lighthouse'
    await other.postOnce('/settings/password', { currentPassword: ana.password, newPassword })
    hasSetAside(await ana.browser.postOnce('/cpd/new', typed()))
    assert.equal((await signIn(ana.browser, ana)).status, 422)
    await ana.browser.get('/sign-in')
    assert.equal((await signIn(ana.browser, { ...ana, password: newPassword }, '/')).location, '/set-aside')
  })

  test('in the background is set aside as well, and forgotten once the script has saved it', async () => {
    const ana = await writing()
    const form = typed()
    await signOutEverywhereElse(ana)
    const reply = await ana.browser.postOnce('/cpd/new', form, background)
    const [row] = await rowsOf(ana)
    assert.equal(reply.status, 403)
    assert.deepEqual(JSON.parse(reply.html), {
      outcome: 'signed-out',
      ended: 'revoked',
      setAside: row?.formId,
    })
    await signInBrowser(world, ana.personId, ana.browser)
    await ana.browser.get('/cpd/new')
    const again = { ...form, press: 'background', setAside: row?.formId ?? '' }
    const saved = await ana.browser.postOnce('/cpd/new', again, background)
    assert.equal(saved.status, 200, saved.text)
    assert.equal(JSON.parse(saved.html).outcome, 'saved')
    assert.deepEqual(await rowsOf(ana), [])
  })

  test('can be thrown away by its owner, also in the background', async () => {
    const ana = await writing()
    await signOutEverywhereElse(ana)
    await ana.browser.postOnce('/cpd/new', typed())
    const [row] = await rowsOf(ana)
    await signInBrowser(world, ana.personId, ana.browser)
    await ana.browser.get('/set-aside')
    const discard = () => ana.browser.postOnce(`/set-aside/${row?.formId}/discard`, {}, background)
    assert.deepEqual(JSON.parse((await discard()).html), { outcome: 'discarded' })
    assert.deepEqual(JSON.parse((await discard()).html), { outcome: 'not-found' })
  })
})

suite('what is not set aside', () => {
  test('is a form whose token is forged: what was typed is given back', async () => {
    const ana = await writing()
    expire()
    givesBack(await ana.browser.postOnce('/cpd/new', { ...typed(), formToken: 'A'.repeat(59) }))
    assert.deepEqual(await rowsOf(ana), [])
  })

  test('is a form of a browser that has no session that there was', async () => {
    const nobody = world.browse()
    await nobody.get('/sign-in')
    givesBack(await nobody.postOnce('/cpd/new', typed()))
    nobody.cookies.set('confer_session', 'A'.repeat(43))
    await nobody.get('/sign-in')
    givesBack(await nobody.postOnce('/cpd/new', typed()))
  })

  test('is a form with a password, which is neither kept nor shown', async () => {
    const ana = await givenPractitioner(world)
    await ana.browser.get('/settings/password')
    expire()
    const page = await ana.browser.postOnce('/settings/password', {
      currentPassword: ana.password,
      newPassword: 'velvet trumpet lighthouse',
    })
    assert.equal(page.status, 403)
    assert.ok(!page.html.includes('lighthouse') && !page.html.includes(ana.password))
    assert.deepEqual(await rowsOf(ana), [])
  })

  test('is a form in which nothing was typed', async () => {
    const ana = await givenPractitioner(world)
    const pieceId = await givenDraft(ana.browser)
    await ana.browser.get(`/cpd/pieces/${pieceId}/delete`)
    expire()
    assert.equal((await ana.browser.postOnce(`/cpd/pieces/${pieceId}/delete`, { version: '1' })).status, 403)
    assert.deepEqual(await rowsOf(ana), [])
  })

  test('is the same form again, and more than fifty of one person’s', async () => {
    const ana = await writing()
    const token = ana.browser.formToken()
    const send = (form: ReturnType<typeof typed>) =>
      ana.browser.postOnce('/cpd/new', { ...form, formToken: token })
    expire()
    const form = typed()
    hasSetAside(await send(form))
    hasSetAside(await send(form))
    const both = await Promise.all([send({ ...form, title: 'at once' }), send({ ...form, title: 'at once' })])
    both.forEach(hasSetAside)
    assert.equal((await rowsOf(ana)).length, 2)
    for (let i = 2; i < 50; i++) hasSetAside(await send(typed()))
    givesBack(await send(typed()))
    hasSetAside(await send(form))
    assert.equal((await rowsOf(ana)).length, 50)
  })
})

test('what is set aside of one person takes up four megabytes at most, whoever else has how much', async () => {
  const [ana, bo] = [await givenPractitioner(world), await givenPractitioner(world)]
  const keep = ({ personId }: Practitioner, text: string) =>
    world.database.write
      .transaction()
      .execute(db =>
        keepForm(db, { personId, path: '/cpd/new', fields: [['learning', text]] }, world.clock.now()),
      )
  // Two bytes each, so that it is not characters that are counted.
  const large = (mark: string) => mark + 'é'.repeat(900_000)
  const first = await keep(ana, large('1'))
  assert.notEqual(first, null)
  assert.notEqual(await keep(ana, large('2')), null)
  assert.equal(await keep(ana, large('3')), null)
  assert.equal(await keep(bo, 'é'.repeat(2_100_000)), null)
  assert.equal(await keep(ana, large('1')), first)
  assert.notEqual(await keep(ana, 'what fits is kept'), null)
  assert.notEqual(await keep(bo, large('1')), null)
  assert.equal((await rowsOf(ana)).length, 3)
})

suite('a form that was set aside and is sent again', () => {
  test('stays set aside while what it is sent to refuses it', async () => {
    const ana = await givenPractitioner(world)
    const { browser } = ana
    const pieceId = await givenSubmittedPiece(browser, completePiece)
    await givenChanges(browser, pieceId, { ...completePiece, learning: 'before' })
    await browser.get(`/cpd/pieces/${pieceId}/copy`)
    expire()
    const late = { number: '1', 'copied-day': '32', 'copied-month': '11', 'copied-year': '2026' }
    hasSetAside(await browser.postOnce(`/cpd/pieces/${pieceId}/copy`, { ...late, press: 'copied' }))
    await signIn(browser, ana)
    const again = sendsAgain((await browser.get('/set-aside')).html)
    assert.equal((await browser.postOnce(again.action, again.fields)).status, 422)
    assert.equal((await rowsOf(ana)).length, 1)
  })

  test('stays set aside while it clashes with what was saved since', async () => {
    const ana = await givenPractitioner(world)
    const { browser } = ana
    const pieceId = await givenDraft(browser, { ...completePiece, learning: 'at first' })
    const edit = await browser.get(`/cpd/pieces/${pieceId}/edit`)
    const seen = /name="seen" value="([^"]*)"/.exec(edit.html)?.[1]
    const late = { ...completePiece, version: '1', press: 'draft', learning: 'written for an hour' }
    expire()
    hasSetAside(
      await browser.postOnce(`/cpd/pieces/${pieceId}/edit`, {
        ...late,
        ...(seen === undefined ? {} : { seen }),
      }),
    )
    await signIn(browser, ana)
    await givenChanges(browser, pieceId, { ...completePiece, learning: 'changed elsewhere' })
    const again = sendsAgain((await browser.get('/set-aside')).html)
    const clash = await browser.postOnce(again.action, again.fields)
    assert.equal(clash.status, 409, clash.text)
    assert.equal((await rowsOf(ana)).length, 1)
  })
})

test('what is set aside is kept for thirty days', async () => {
  const ana = await writing()
  expire()
  await ana.browser.postOnce('/cpd/new', typed())
  const purge = world.app.jobHandlers.find(({ name }) => name === 'set-aside-purge')
  assert.ok(purge?.schedule)
  const at = (days: number) => new Date(world.clock.now().getTime() + days * 24 * hour)
  await purge.run({}, at(29.9))
  assert.equal((await rowsOf(ana)).length, 1)
  await purge.run({}, at(30))
  assert.deepEqual(await rowsOf(ana), [])
})
