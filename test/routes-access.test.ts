import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { keepForm } from '../src/set-aside/actions/keep-form.ts'
import type { Route } from '../src/platform/web/route.ts'
import type { Fetched } from './support/browser.ts'
import { databaseContents } from './support/database-contents.ts'
import {
  completePiece,
  givenChanges,
  givenDraft,
  givenPractitioner,
  givenSubmittedPiece,
  peerReflection,
  versionIn,
  type Practitioner,
  type Typed,
} from './support/given.ts'
import { isOfSupervision } from './support/walked-elsewhere.ts'
import { startWorld, type World } from './support/world.ts'

/**
 * Every route, asked by nobody, by another practitioner and by the owner: with the form token of their own page, with
 * none, with a stranger's, and from another site. A route that is not listed here fails the test, but for those of
 * supervision: see `isOfSupervision`.
 */

interface Expected {
  /**
   * Whose page it is: `everybody`'s; the `visitor`'s own, so that each sees theirs; the `owner`'s only, whose id is in
   * the address or the form; or whoever has the `secret` that was mailed.
   */
  readonly of: 'everybody' | 'visitor' | 'owner' | 'secret'
  /** The address for a record with these ids; without parameters it is the route's pattern. */
  readonly at?: (ids: Ids) => string
  /** For a POST: fields that do what it is for, given what the owner's record holds. */
  readonly typed?: (ids: Ids) => Typed
}

/** What a stranger could try: ids of the owner's, or ids that nobody has. */
interface Ids {
  readonly submitted: string
  readonly changed: string
  readonly draft: string
  readonly spare: string
  readonly deleted: string
  /** One whose changes were thrown away: they are its first earlier version. */
  readonly thrown: string
  readonly session: string
  /** A form of theirs that was set aside. */
  readonly setAside: string
}

const piece =
  (name: Exclude<keyof Ids, 'session' | 'setAside'>, rest = '') =>
  (ids: Ids) =>
    `/cpd/pieces/${ids[name]}${rest}`

const today = (prefix: string) => ({
  [`${prefix}-day`]: '18',
  [`${prefix}-month`]: '11',
  [`${prefix}-year`]: '2026',
})

const registration = {
  registrationNumber: 'SW999999',
  'fromDay-0': '1',
  'fromMonth-0': '9',
  'fromYear-0': '2015',
  'kind-0': 'joined',
}

const expectations: Readonly<Record<string, Expected>> = {
  'GET /': { of: 'visitor' },
  'GET /cpd': { of: 'visitor' },
  'GET /cpd/years/:closingYear': { of: 'visitor', at: () => '/cpd/years/2026' },
  'GET /cpd/new': { of: 'visitor' },
  'GET /cpd/drafts': { of: 'visitor' },
  'POST /cpd/new': {
    of: 'visitor',
    typed: () => ({ pieceId: randomUUID(), version: '0', press: 'draft', title: 'Mine' }),
  },
  'GET /cpd/pieces/:pieceId': { of: 'owner', at: piece('submitted') },
  'GET /cpd/pieces/:pieceId/submissions/:number': { of: 'owner', at: piece('submitted', '/submissions/1') },
  'GET /cpd/pieces/:pieceId/submissions/:number/file': {
    of: 'owner',
    at: piece('submitted', '/submissions/1/file'),
  },
  'GET /cpd/pieces/:pieceId/submitted/:number': { of: 'owner', at: piece('submitted', '/submitted/1') },
  'GET /cpd/pieces/:pieceId/copy': { of: 'owner', at: piece('submitted', '/copy') },
  'POST /cpd/pieces/:pieceId/copy': {
    of: 'owner',
    at: piece('submitted', '/copy'),
    typed: () => ({ number: '1', ...today('copied'), press: 'copied' }),
  },
  'GET /cpd/pieces/:pieceId/edit': { of: 'owner', at: piece('submitted', '/edit') },
  'GET /cpd/pieces/:pieceId/edit/:questionId': { of: 'owner', at: piece('submitted', '/edit/title') },
  'GET /cpd/pieces/:pieceId/check': { of: 'owner', at: piece('changed', '/check') },
  'GET /cpd/pieces/:pieceId/discard-changes': { of: 'owner', at: piece('changed', '/discard-changes') },
  'GET /cpd/pieces/:pieceId/delete': { of: 'owner', at: piece('draft', '/delete') },
  'GET /cpd/pieces/:pieceId/withdraw': { of: 'owner', at: piece('submitted', '/withdraw') },
  'POST /cpd/pieces/:pieceId/edit/:questionId': {
    of: 'owner',
    at: piece('changed', '/edit/title'),
    typed: () => ({ version: '3', press: 'draft', title: 'zephyrine, one question' }),
  },
  'POST /cpd/pieces/:pieceId/edit': {
    of: 'owner',
    at: piece('changed', '/edit'),
    typed: () => ({ version: '3', press: 'draft', ...completePiece, title: 'zephyrine, all questions' }),
  },
  'POST /cpd/pieces/:pieceId/discard-changes': {
    of: 'owner',
    at: piece('changed', '/discard-changes'),
    typed: () => ({ version: '3' }),
  },
  'POST /cpd/pieces/:pieceId/withdraw': {
    of: 'owner',
    at: piece('submitted', '/withdraw'),
    typed: () => ({ version: '2' }),
  },
  'POST /cpd/pieces/:pieceId/check': {
    of: 'owner',
    at: piece('draft', '/check'),
    typed: () => ({ version: '1' }),
  },
  'POST /cpd/pieces/:pieceId/kept-words': {
    of: 'owner',
    at: piece('draft', '/kept-words'),
    typed: () => ({ press: `keep ${'ab'.repeat(32)}` }),
  },
  'GET /never-write-list': { of: 'visitor' },
  'POST /never-write-list/key': { of: 'visitor', typed: () => ({}) },
  'POST /cpd/pieces/:pieceId/delete': {
    of: 'owner',
    at: piece('spare', '/delete'),
    typed: () => ({ version: '1' }),
  },
  'GET /cpd/pieces/:pieceId/revisions': { of: 'owner', at: piece('thrown', '/revisions') },
  'GET /cpd/pieces/:pieceId/revisions/:number': { of: 'owner', at: piece('thrown', '/revisions/1') },
  'POST /cpd/pieces/:pieceId/revisions/:number': {
    of: 'owner',
    at: piece('thrown', '/revisions/1'),
    typed: () => ({ version: '4' }),
  },
  'GET /cpd/deleted': { of: 'visitor' },
  'GET /offline': { of: 'everybody' },
  'POST /cpd/deleted/:pieceId/restore': {
    of: 'owner',
    at: ({ deleted }) => `/cpd/deleted/${deleted}/restore`,
    typed: () => ({}),
  },
  'GET /renewal/:closingYear/:step': { of: 'visitor', at: () => '/renewal/2026/form' },
  'POST /renewal/:closingYear/:step': {
    of: 'visitor',
    at: () => '/renewal/2026/form',
    typed: () => ({ ...today('done'), press: 'done' }),
  },
  'GET /settings': { of: 'visitor' },
  'GET /settings/password': { of: 'visitor' },
  'POST /settings/password': {
    of: 'visitor',
    typed: () => ({ currentPassword: 'teapot gravel lanternfish', newPassword: 'marmalade compass orchard' }),
  },
  'GET /settings/registration': { of: 'visitor' },
  'POST /settings/registration': { of: 'visitor', typed: () => registration },
  'GET /settings/reminders': { of: 'visitor' },
  'POST /settings/reminders': { of: 'visitor', typed: () => ({ reminders: 'off' }) },
  'GET /settings/signature-mails': { of: 'visitor' },
  'POST /settings/signature-mails': { of: 'visitor', typed: () => ({ signatureMails: 'off' }) },
  'GET /settings/sessions': { of: 'visitor' },
  'POST /settings/sessions/end': { of: 'owner', typed: ({ session }) => ({ session }) },
  'POST /settings/sessions/end-others': { of: 'visitor', typed: () => ({}) },
  'GET /session': { of: 'visitor' },
  'GET /session/of-device': {
    of: 'everybody',
    at: ({ session }) => `/session/of-device?person=${owner.personId}&session=${session.slice(0, 22)}`,
  },
  'POST /session/stay': { of: 'visitor', typed: () => ({}) },
  'GET /set-aside': { of: 'visitor' },
  'GET /set-aside/:formId/discard': { of: 'owner', at: ({ setAside }) => `/set-aside/${setAside}/discard` },
  'POST /set-aside/:formId/discard': {
    of: 'owner',
    at: ({ setAside }) => `/set-aside/${setAside}/discard`,
    typed: () => ({}),
  },
  'GET /create-account': { of: 'everybody' },
  'POST /create-account': {
    of: 'everybody',
    typed: () => ({ email: 'new@example.org', password: 'teapot gravel lanternfish', ...registration }),
  },
  'GET /sign-in': { of: 'everybody' },
  'POST /sign-in': { of: 'everybody', typed: () => ({ email: 'who@example.org', password: 'not that one' }) },
  'GET /forgotten-password': { of: 'everybody' },
  'POST /forgotten-password': { of: 'everybody', typed: () => ({ email: 'who@example.org' }) },
  'GET /signed-out': { of: 'everybody' },
  'POST /sign-out': { of: 'everybody', typed: () => ({}) },
  'GET /which-is-it': { of: 'everybody' },
  'POST /which-is-it': {
    of: 'everybody',
    typed: () => ({ learning: 'other-activity', talked: 'no', recorded: 'no' }),
  },
  'GET /confirm/:token': { of: 'secret', at: () => '/confirm/guessed' },
  'POST /confirm/:token': {
    of: 'secret',
    at: () => '/confirm/guessed',
    typed: () => ({ password: 'teapot gravel lanternfish' }),
  },
  'GET /sign-in-link/:token': { of: 'secret', at: () => '/sign-in-link/guessed' },
  'POST /sign-in-link/:token': { of: 'secret', at: () => '/sign-in-link/guessed', typed: () => ({}) },
  'GET /new-password/:token': { of: 'secret', at: () => '/new-password/guessed' },
  'POST /new-password/:token': {
    of: 'secret',
    at: () => '/new-password/guessed',
    typed: () => ({ password: 'marmalade compass orchard' }),
  },
  'GET /reminders-off/:token': { of: 'secret', at: () => '/reminders-off/guessed' },
  // What a mail program posts, with nothing but the secret: RFC 8058.
  'POST /reminders-off/:token': {
    of: 'secret',
    at: () => '/reminders-off/guessed',
    typed: () => ({ 'List-Unsubscribe': 'One-Click' }),
  },
  'GET /signature-mails-off/:token': { of: 'secret', at: () => '/signature-mails-off/guessed' },
  'POST /signature-mails-off/:token': {
    of: 'secret',
    at: () => '/signature-mails-off/guessed',
    typed: () => ({ 'List-Unsubscribe': 'One-Click' }),
  },
  'GET /accessibility': { of: 'everybody' },
  'GET /privacy': { of: 'everybody' },
  'GET /cookies': { of: 'everybody' },
}

let world: World
let owner: Practitioner
let ids: Ids
let secrets: readonly string[]
before(async () => {
  world = await startWorld()
  owner = await givenPractitioner(world)
  const { browser } = owner
  const marked = { ...completePiece, ...peerReflection, title: 'zephyrine', 'peer-role-1': 'zephyrine nurse' }
  const changed = await givenSubmittedPiece(browser, { ...marked, learning: 'zephyrine words of its own' })
  await givenChanges(browser, changed, { ...marked, learning: 'zephyrine words changed' })
  const thrown = await givenSubmittedPiece(browser, { ...marked, learning: 'zephyrine kept' })
  await givenChanges(browser, thrown, { ...marked, learning: 'zephyrine thrown away' })
  await givenPress(`/cpd/pieces/${thrown}/discard-changes`)
  const deleted = await givenDraft(browser, { ...marked, learning: 'zephyrine deleted' })
  await givenPress(`/cpd/pieces/${deleted}/delete`)
  const session = /<input type="hidden" name="session" value="([^"]+)"/
  const elsewhere = world.browse()
  await elsewhere.get('/sign-in')
  await elsewhere.post('/sign-in', { email: owner.email, password: owner.password })
  ids = {
    submitted: await givenSubmittedPiece(browser, marked),
    changed,
    draft: await givenDraft(browser, { ...marked, learning: 'zephyrine draft' }),
    spare: await givenDraft(browser, { ...marked, learning: 'zephyrine spare' }),
    deleted,
    thrown,
    session: session.exec((await browser.get('/settings/sessions')).html)?.[1] ?? '',
    setAside: await givenSetAside(),
  }
  assert.notEqual(ids.session, '')
  assert.notEqual(ids.setAside, '')
  const receipts = await world.database.read.selectFrom('submission').select(['receipt', 'sha256']).execute()
  const settings = await browser.get('/settings')
  secrets = [
    'zephyrine',
    owner.email,
    owner.personId,
    /SW1\d{5}/.exec(settings.text)?.[0] ?? '',
    ...Object.values(ids),
    ...receipts.flatMap(({ receipt, sha256 }) => [receipt, sha256]),
  ]
  assert.ok(secrets.every(secret => secret.length > 6))
})
after(() => world.close())

/** Presses the one button of a page that asks whether to go on. */
async function givenPress(address: string): Promise<void> {
  const page = await owner.browser.get(address)
  const pressed = await owner.browser.postOnce(address, { version: versionIn(page.html) })
  assert.equal(pressed.status, 303, pressed.text)
}

function givenSetAside(): Promise<string> {
  const fields = [['title', 'zephyrine, sent too late']] as const
  const form = { personId: owner.personId, path: '/cpd/new', fields }
  return world.database.write.transaction().execute(async db => {
    const formId = await keepForm(db, form, world.clock.now())
    return formId ?? ''
  })
}

/** Ids that look like the owner's, and are nobody's. */
function nobodysIds(): Ids {
  return {
    submitted: randomUUID(),
    changed: randomUUID(),
    draft: randomUUID(),
    spare: randomUUID(),
    deleted: randomUUID(),
    thrown: randomUUID(),
    session: 'ab'.repeat(32),
    setAside: randomUUID(),
  }
}

test('every route of the product is expected here, and everything expected is a route', () => {
  const routes = world.app.routes
    .filter(({ path }) => !isOfSupervision(path.pattern))
    .map(keyOf)
    .filter(key => !key.startsWith('GET /guidance'))
  assert.deepEqual(routes.toSorted(), Object.keys(expectations).toSorted())
  assert.deepEqual(
    world.app.routes.filter(({ access, path }) =>
      path.pattern.startsWith('/guidance') ? access.name !== 'anyone' : false,
    ),
    [],
  )
})

suite('nobody', () => {
  test('is asked to sign in wherever a page is somebody’s, and learns nothing', async () => {
    for (const { route, expected, at } of routes('GET')) {
      const stranger = world.browse()
      const reply = await stranger.getOnce(at(ids))
      if (route.access.name === 'signed in') {
        assert.equal(reply.status, 303, keyOf(route))
        assert.equal(reply.location, `/sign-in?next=${encodeURIComponent(at(ids))}`)
        assertSame(reply, await world.browse().getOnce(at(nobodysIds())), keyOf(route))
      } else {
        assert.equal(reply.status, expected.of === 'secret' ? 404 : 200, keyOf(route))
        assertNothingOfTheOwner(reply, keyOf(route))
      }
    }
  })

  test('can post nothing to it, and nothing is written', async () => {
    for (const { route, at, typed } of routes('POST').filter(({ route }) => route.access.name !== 'anyone')) {
      const stranger = world.browse()
      await stranger.get('/sign-in')
      await assertNothingWritten(keyOf(route), async () => {
        const reply = await stranger.postOnce(at(ids), typed(ids))
        assert.equal(reply.status, 403, keyOf(route))
        assert.match(reply.title, /^You are signed out/)
        assertNothingOfTheOwner(reply, keyOf(route), { butTyped: typed(ids) })
      })
    }
  })
})

suite('another practitioner', () => {
  test('finds no page, title, word or id of the owner’s anywhere', async () => {
    const { browser } = await givenPractitioner(world)
    for (const { route, expected, at } of routes('GET')) {
      const reply = await browser.getOnce(at(ids))
      assertNothingOfTheOwner(reply, keyOf(route))
      if (expected.of !== 'owner') continue
      assert.equal(reply.status, 404, keyOf(route))
      assertSame(reply, await browser.getOnce(at(nobodysIds())), keyOf(route))
    }
  })

  test('can change nothing of the owner’s, and cannot tell it from what never was', async () => {
    const { browser } = await givenPractitioner(world)
    for (const { route, at, typed } of routes('POST').filter(({ expected }) => expected.of === 'owner')) {
      await browser.get('/settings')
      await assertNothingWritten(keyOf(route), async () => {
        const reply = await browser.postOnce(at(ids), typed(ids))
        assert.equal(reply.status, 404, keyOf(route))
        assertNothingOfTheOwner(reply, keyOf(route), { butTyped: typed(ids) })
        await browser.get('/settings')
        const never = nobodysIds()
        assertSame(reply, await browser.postOnce(at(never), typed(never)), keyOf(route))
      })
    }
  })

  test('who posts a new piece under an id of the owner’s has a piece of their own, or none', async () => {
    const { browser } = await givenPractitioner(world)
    const before = await rowsOfTheOwner()
    await browser.get('/settings')
    const post = (pieceId: string, version: string) =>
      browser.postOnce('/cpd/new', { pieceId, version, press: 'draft', title: 'Mine' })
    const late = await post(ids.submitted, '2')
    assert.equal(late.status, 404)
    assertSame(late, await post(randomUUID(), '2'), 'a piece that was never stored')
    const theirs = await post(ids.submitted, '0')
    assert.equal(theirs.status, 303)
    const page = await browser.get(`/cpd/pieces/${ids.submitted}`)
    assert.equal(page.title, 'Mine – Confer')
    assert.ok(!page.html.includes('zephyrine'))
    assert.deepEqual(await rowsOfTheOwner(), before)
  })
})

suite('a form that is not from one of our pages', () => {
  test('is refused without a token, with a made-up one, and with another browser’s', async () => {
    const other = await givenPractitioner(world)
    await other.browser.get('/settings')
    const visitor = world.browse()
    await visitor.get('/sign-in')
    const tokens = ['', 'made-up', 'A'.repeat(59), other.browser.formToken(), visitor.formToken()]
    for (const { route, at, typed } of routes('POST')) {
      if (!route.needsFormToken) continue
      await assertNothingWritten(keyOf(route), async () => {
        for (const formToken of tokens) {
          const reply = await owner.browser.postOnce(at(ids), { ...typed(ids), formToken })
          assert.equal(reply.status, 403, `${keyOf(route)} with “${formToken}”`)
        }
      })
    }
  })

  test('is refused when the browser says that another site sent it, even with the right token', async () => {
    const fromElsewhere: readonly Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'http://confer.test.evil.example' },
      { origin: 'not an origin' },
    ]
    for (const { route, at, typed } of routes('POST')) {
      if (!route.needsFormToken) continue
      await assertNothingWritten(keyOf(route), async () => {
        for (const headers of fromElsewhere) {
          await owner.browser.get('/settings')
          const reply = await owner.browser.postOnce(at(ids), typed(ids), headers)
          assert.equal(reply.status, 403, `${keyOf(route)} with ${JSON.stringify(headers)}`)
        }
      })
    }
  })

  test('needs no token only where a mail program posts with the secret of a mail', () => {
    assert.deepEqual(world.app.routes.filter(({ needsFormToken }) => !needsFormToken).map(keyOf), [
      'POST /reminders-off/:token',
      'POST /signature-mails-off/:token',
    ])
  })
})

suite('a form with fields that our pages do not have', () => {
  test('is refused, and nothing is written', async () => {
    for (const { route, at, typed } of routes('POST')) {
      const fields = typed(ids)
      const twice = Object.fromEntries(Object.keys(fields).map(name => [name, ['1', '2']]))
      await assertNothingWritten(keyOf(route), async () => {
        await owner.browser.get('/settings')
        const token = owner.browser.formToken()
        for (const wrong of [{ colour: 'blue' }, twice, { formToken: [token, token] }]) {
          if (Object.keys(wrong).length === 0) continue
          const reply = await owner.browser.postOnce(at(ids), { ...fields, formToken: token, ...wrong })
          assert.equal(reply.status, 400, `${keyOf(route)} with ${JSON.stringify(wrong)}`)
        }
      })
    }
  })

  test('is refused when it is no form at all', async () => {
    await assertNothingWritten('POST /cpd/new', async () => {
      for (const contentType of ['application/json', 'multipart/form-data; boundary=x', 'text/plain']) {
        await owner.browser.get('/settings')
        const reply = await owner.browser.postOnce('/cpd/new', {}, { 'content-type': contentType })
        // Mail programs may send a form in parts: it is read, and this one has no token in it.
        assert.equal(reply.status, contentType.startsWith('multipart') ? 403 : 400, contentType)
      }
    })
  })
})

test('looking at every page writes nothing', async () => {
  await assertNothingWritten('GET', async () => {
    for (const { at } of routes('GET')) await owner.browser.getOnce(at(ids))
  })
})

test('an address answers only to what it is for', async () => {
  for (const { at } of [...routes('GET'), ...routes('POST')])
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE'] as const) {
      const reply = await world.app.server.inject({ method, url: at(ids) })
      assert.ok([400, 404].includes(reply.statusCode), `${method} ${at(ids)}: ${reply.statusCode}`)
    }
})

// Last, as these change what the others look at.
suite('the owner', () => {
  test('sees every page of theirs', async () => {
    for (const { route, expected, at } of routes('GET')) {
      if (expected.of !== 'owner' && expected.of !== 'visitor') continue
      const reply = await owner.browser.getOnce(at(ids))
      assert.equal(reply.status, 200, keyOf(route))
      if (expected.of === 'owner') assert.ok(reply.html.includes('zephyrine'), keyOf(route))
    }
  })

  test('can do what every form is for', async () => {
    const endsOne = ({ route }: ToWalk) => route.path.pattern === '/settings/sessions/end'
    const walk = routes('POST')
    // A new password ends every other session, and so do others: first, while there still is one to end.
    for (const { route, expected, at, typed } of [
      ...walk.filter(endsOne),
      ...walk.filter(one => !endsOne(one)),
    ]) {
      if (expected.of !== 'owner' && expected.of !== 'visitor') continue
      const fields = typed(ids)
      const page = await owner.browser.get(
        route.path.pattern.startsWith('/cpd/pieces/') && !toldToScripts.has(route.path.pattern)
          ? at(ids)
          : '/settings',
      )
      const version = versionIn(page.html)
      const shown = version === '' ? fields : { ...fields, version }
      const reply = await owner.browser.postOnce(at(ids), shown)
      // A script is told, and a page leads on.
      const status = toldToScripts.has(route.path.pattern) ? 200 : 303
      assert.equal(reply.status, status, `${keyOf(route)}: ${reply.text}`)
    }
  })
})

/** No page of ours has these forms: a script sends them, and is answered in JSON. */
const toldToScripts = new Set(['/session/stay', '/cpd/pieces/:pieceId/kept-words', '/never-write-list/key'])

interface ToWalk {
  readonly route: Route
  readonly expected: Expected
  readonly at: (ids: Ids) => string
  readonly typed: (ids: Ids) => Typed
}

function routes(method: Route['method']): ToWalk[] {
  return world.app.routes
    .filter(route => route.method === method)
    .flatMap(route => {
      const expected = expectations[keyOf(route)]
      if (expected === undefined) return []
      return {
        route,
        expected,
        at: expected.at ?? (() => route.path.pattern),
        typed: expected.typed ?? (() => ({})),
      }
    })
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path.pattern}`
}

/** Everything a stranger could read off a reply: its status, its headers, and its markup but for the token of the moment. */
function assertSame(one: Fetched, another: Fetched, what: string): void {
  assert.deepEqual(seen(one), seen(another), what)
}

function seen({ status, html, headers }: Fetched) {
  const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/g
  const { date: _date, 'set-cookie': _cookies, 'content-length': _length, ...others } = headers
  return {
    status,
    headers: JSON.stringify(others).replaceAll(anyId, 'id'),
    html: html.replaceAll(/name="formToken" value="[^"]+"/g, '').replaceAll(anyId, 'id'),
  }
}

/** An id that the stranger sent themselves may come back to them; nothing else may. */
function assertNothingOfTheOwner(
  { html, headers, url }: Fetched,
  what: string,
  { butTyped = {} }: { readonly butTyped?: Typed } = {},
): void {
  const sent = `${url} ${JSON.stringify(butTyped)}`
  const all = `${html} ${JSON.stringify(headers)}`
  const leaked = secrets.filter(secret => all.includes(secret) && !sent.includes(secret))
  assert.deepEqual(leaked, [], what)
}

async function assertNothingWritten(what: string, act: () => Promise<unknown>): Promise<void> {
  const before = await databaseContents(world.connectionString)
  await act()
  assert.deepEqual(await databaseContents(world.connectionString), before, what)
}

async function rowsOfTheOwner() {
  const { read } = world.database
  const { personId } = owner
  return {
    pieces: await read.selectFrom('piece').selectAll().where('personId', '=', personId).execute(),
    submissions: await read.selectFrom('submission').selectAll().where('personId', '=', personId).execute(),
    events: await read.selectFrom('auditEvent').selectAll().where('personId', '=', personId).execute(),
  }
}
