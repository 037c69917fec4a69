import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Fetched } from '../../test/support/browser.ts'
import { givenPractitioner, signInBrowser, type Practitioner } from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'
import { hashToken } from '../platform/web/token.ts'
import { makeMailedLink, makeSignInLink } from './actions/make-mailed-link.ts'
import { newPasswordPath } from './paths.ts'
import { findSession } from './sessions-store.ts'

const minute = 60_000
const hour = 60 * minute
const background = { accept: 'application/json' }

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

interface Told {
  readonly person: string
  readonly session: string
  readonly keepsDays: number
  readonly formToken: string
  readonly secondsLeft: number
  readonly ended: string
  readonly former: string
}

async function asked(browser: Browser): Promise<Told> {
  return toldBy(await browser.getOnce('/session'))
}

function toldBy(reply: Fetched): Told {
  assert.equal(reply.status, 200)
  assert.match(String(reply.headers['content-type']), /^application\/json/)
  assert.equal(reply.headers['cache-control'], 'no-store')
  return JSON.parse(reply.html)
}

async function rowOf(browser: Browser) {
  const row = await findSession(world.database.read, hashToken(browser.cookies.get('confer_session') ?? ''))
  assert.ok(row)
  return row
}

const nobodyIn = { person: '', session: '', keepsDays: 0, secondsLeft: 0 }

const newPassword = 'velvet trumpet lighthouse'

const waysToEndOthers: Readonly<Record<string, (ana: Practitioner, other: Browser) => Promise<void>>> = {
  async 'signing out everywhere else'(_ana, other) {
    await other.get('/settings/sessions')
    assert.equal((await other.postOnce('/settings/sessions/end-others')).status, 303)
  },
  async 'a new password'({ password }, other) {
    await other.get('/settings/password')
    const reply = await other.postOnce('/settings/password', { currentPassword: password, newPassword })
    assert.equal(reply.status, 303, reply.text)
  },
  async 'a new password for one forgotten'({ personId }, other) {
    const token = await makeMailedLink(world.database.write, personId, 'reset-password', world.clock.now())
    const link = newPasswordPath.url({ token })
    await other.get(link)
    assert.equal((await other.postOnce(link, { password: newPassword })).status, 303)
  },
}

suite('a script that asks whose session it is', () => {
  test('is told of nobody', async () => {
    const browser = world.browse()
    const { formToken, ...told } = await asked(browser)
    assert.deepEqual(told, { ...nobodyIn, ended: 'none', former: '' })
    // The token is one that this browser can use.
    const reply = await browser.postOnce(
      '/sign-in',
      { email: 'nobody@example.org', password: 'x', formToken },
      background,
    )
    assert.equal(reply.status, 200, reply.text)
  })

  test('is told who is in, how long for, and nothing with which to take the session over', async () => {
    const { browser, personId } = await givenPractitioner(world)
    const { formToken, session, ...told } = await asked(browser)
    assert.deepEqual(told, {
      person: personId,
      keepsDays: 30,
      secondsLeft: 12 * 3_600,
      ended: 'no',
      former: '',
    })
    assert.match(session, /^[\w-]{22}$/)
    const row = hashToken(browser.cookies.get('confer_session') ?? '')
    assert.ok(!row.includes(session) && session !== browser.cookies.get('confer_session'))
    const page = await browser.get('/settings')
    assert.ok(
      page.html.includes(` data-person="${personId}" data-session="${session}" data-keeps-days="30"`),
      page.html.slice(0, 2_000),
    )
    assert.equal((await browser.postOnce('/settings/reminders', { reminders: 'on', formToken })).status, 303)
  })

  test('is told how it ended, and whose it was', async () => {
    const ana = await givenPractitioner(world)
    const former = ana.personId
    world.clock.advance(12 * hour)
    assert.partialDeepStrictEqual(await asked(ana.browser), { ...nobodyIn, ended: 'expired', former })
    await signInBrowser(world, ana.personId, ana.browser)
    const other = world.browse()
    await signInBrowser(world, ana.personId, other)
    await other.get('/settings/sessions')
    await other.postOnce('/settings/sessions/end-others')
    assert.partialDeepStrictEqual(await asked(ana.browser), { ...nobodyIn, ended: 'revoked', former })
    assert.equal((await asked(other)).ended, 'no')
    // Only to who has the cookie.
    assert.equal((await asked(world.browse())).former, '')
  })

  for (const [way, act] of Object.entries(waysToEndOthers))
    test(`is told that it was ended by ${way}, though it had run out before that`, async () => {
      const ana = await givenPractitioner(world)
      world.clock.advance(12 * hour)
      assert.equal((await asked(ana.browser)).ended, 'expired')
      const other = world.browse()
      await signInBrowser(world, ana.personId, other)
      await act(ana, other)
      assert.equal((await asked(ana.browser)).ended, 'revoked')
      assert.equal((await asked(other)).ended, 'no')
    })

  test('does not keep anybody signed in by asking', async () => {
    const { browser } = await givenPractitioner(world)
    const before = await rowOf(browser)
    world.clock.advance(hour)
    assert.equal((await asked(browser)).secondsLeft, 11 * 3_600)
    await sleep(50)
    assert.deepEqual(await rowOf(browser), before)
  })

  test('is told what is left of thirty days where that is less', async () => {
    const { browser } = await givenPractitioner(world)
    for (let half = 0; half < 59; half++) {
      world.clock.advance(12 * hour - minute)
      await browser.get('/settings')
      await browser.postOnce('/session/stay')
    }
    const { secondsLeft } = await asked(browser)
    assert.equal(secondsLeft, 12 * 3_600)
    world.clock.advance(11 * hour)
    await browser.get('/settings')
    assert.equal(toldBy(await browser.postOnce('/session/stay')).secondsLeft, 3_600 + 59 * 60)
  })
})

suite('a device that has no cookie any more, and asks what became of a session', () => {
  async function stateOf(person: string, session: string): Promise<string> {
    const reply = await world
      .browse()
      .getOnce(`/session/of-device?${new URLSearchParams({ person, session })}`)
    assert.equal(reply.status, 200)
    assert.match(String(reply.headers['content-type']), /^application\/json/)
    assert.equal(reply.headers['cache-control'], 'no-store')
    assert.equal(reply.headers['set-cookie']?.toString().includes('confer_session') ?? false, false)
    const { state, ...rest } = JSON.parse(reply.html)
    assert.deepEqual(rest, {})
    return state
  }

  test('is told that it lasts, that it ran out, and that it was signed out', async () => {
    const ana = await givenPractitioner(world)
    const { session } = await asked(ana.browser)
    assert.equal(await stateOf(ana.personId, session), 'lasting')
    world.clock.advance(12 * hour)
    assert.equal(await stateOf(ana.personId, session), 'expired')
    const other = world.browse()
    await signInBrowser(world, ana.personId, other)
    assert.equal(await stateOf(ana.personId, session), 'expired')
    await waysToEndOthers['signing out everywhere else']?.(ana, other)
    assert.equal(await stateOf(ana.personId, session), 'ended')
    const { session: later } = await asked(other)
    assert.equal(await stateOf(ana.personId, later), 'lasting')
    await other.get('/settings')
    await other.postOnce('/sign-out')
    assert.equal(await stateOf(ana.personId, later), 'ended')
  })

  test('keeps nobody signed in by asking', async () => {
    const { browser, personId } = await givenPractitioner(world)
    const { session } = await asked(browser)
    const before = await rowOf(browser)
    world.clock.advance(hour)
    const asking = `/session/of-device?${new URLSearchParams({ person: personId, session })}`
    assert.deepEqual(JSON.parse((await browser.getOnce(asking)).html), { state: 'lasting' })
    await sleep(50)
    assert.deepEqual(await rowOf(browser), before)
  })

  test('is told nothing of a session whose person or tag it does not know', async () => {
    const [ana, bo] = [await givenPractitioner(world), await givenPractitioner(world)]
    const { session } = await asked(ana.browser)
    const token = ana.browser.cookies.get('confer_session') ?? ''
    const nobodys = '00000000-0000-0000-0000-000000000000'
    for (const [person, tag] of [
      [bo.personId, session],
      [nobodys, session],
      ['', session],
      ['\0', session],
      ['ana', session],
      [`${ana.personId} `, session],
      [ana.personId, ''],
      [ana.personId, session.slice(0, -1)],
      [ana.personId, `${session}A`],
      [ana.personId, 'A'.repeat(22)],
      [ana.personId, hashToken(token)],
      [ana.personId, '\0'],
    ] as const)
      assert.equal(await stateOf(person, tag), 'unknown', `${person} ${tag}`)
    assert.deepEqual(JSON.parse((await world.browse().getOnce('/session/of-device')).html), {
      state: 'unknown',
    })
  })
})

suite('a press on “stay signed in”', () => {
  test('counts at once, however lately the session was used', async () => {
    const { browser, personId } = await givenPractitioner(world)
    await browser.get('/settings')
    world.clock.advance(minute)
    assert.equal((await asked(browser)).secondsLeft, 12 * 3_600 - 60)
    const told = toldBy(await browser.postOnce('/session/stay'))
    assert.partialDeepStrictEqual(told, { person: personId, secondsLeft: 12 * 3_600, ended: 'no' })
    assert.deepEqual((await rowOf(browser)).lastSeenAt, world.clock.now())
  })

  test('does not bring back a session that has ended', async () => {
    const { browser } = await givenPractitioner(world)
    await browser.get('/settings')
    world.clock.advance(12 * hour)
    const told = toldBy(await browser.postOnce('/session/stay'))
    assert.partialDeepStrictEqual(told, { ...nobodyIn, ended: 'expired' })
    assert.equal((await browser.getOnce('/settings')).status, 303)
  })

  test('must come from one of our pages', async () => {
    const { browser } = await givenPractitioner(world)
    await browser.get('/settings')
    const reply = await browser.postOnce('/session/stay', { formToken: 'x' }, background)
    assert.equal(reply.status, 403)
    assert.deepEqual(JSON.parse(reply.html), { outcome: 'refused' })
  })
})

suite('signing in, in place', () => {
  test('lets the same person go on with a session of its own', async () => {
    const ana = await givenPractitioner(world)
    const { browser } = ana
    const first = await asked(browser)
    await browser.get('/settings')
    world.clock.advance(12 * hour)
    const typed = { email: ana.email, password: ana.password }
    const reply = await browser.postOnce('/sign-in', typed, background)
    assert.equal(reply.status, 200)
    assert.deepEqual(JSON.parse(reply.html), { outcome: 'signed-in' })
    const then = await asked(browser)
    assert.equal(then.person, ana.personId)
    assert.notEqual(then.session, first.session)
  })

  test('is refused in words, and after many tries by the same throttle as on the page', async () => {
    const ana = await givenPractitioner(world)
    const browser = world.browse('198.18.44.1')
    await browser.get('/sign-in')
    const send = async (password: string) =>
      JSON.parse((await browser.postOnce('/sign-in', { email: ana.email, password }, background)).html)
    assert.deepEqual(await send(''), { outcome: 'refused', message: 'Enter your password' })
    for (let i = 0; i < 10; i++) {
      assert.partialDeepStrictEqual(await send(`wrong ${i}`), { outcome: 'refused' })
    }
    const mailed = await send(ana.password)
    assert.equal(mailed.outcome, 'mailed-a-link')
    assert.match(mailed.message, /did not look at the password.*sent a sign-in link/)
    assert.equal((await asked(browser)).person, '')
  })
})

suite('on a shared computer', () => {
  const shared = { sharedComputer: 'yes' }

  async function isShared(browser: Browser): Promise<void> {
    assert.equal((await rowOf(browser)).isSharedComputer, true)
    assert.equal((await asked(browser)).keepsDays, 0)
    const page = await browser.get('/settings/sessions')
    assert.match(page.html, /<body[^>]* data-person="[^"]+" data-session="[\w-]{22}">/)
    assert.ok(!page.html.includes('data-keeps-days'))
    assert.match(page.text, /Shared computer Yes: nothing is kept on it/)
  }

  const ways: Readonly<Record<string, (ana: Practitioner, browser: Browser) => Promise<Fetched>>> = {
    async 'a password'({ email, password }, browser) {
      await browser.get('/sign-in')
      return browser.postOnce('/sign-in', { email, password, ...shared })
    },
    async 'a mailed link'({ personId }, browser) {
      const link = await makeSignInLink(world.database.write, personId, world.clock.now())
      assert.match((await browser.get(link)).html, /name="sharedComputer"/)
      return browser.postOnce(link, shared)
    },
    async 'a new password'({ personId }, browser) {
      const db = world.database.write
      const token = await makeMailedLink(db, personId, 'reset-password', world.clock.now())
      const link = newPasswordPath.url({ token })
      assert.match((await browser.get(link)).html, /name="sharedComputer"/)
      return browser.postOnce(link, { password: 'velvet trumpet lighthouse', ...shared })
    },
  }
  for (const [way, signIn] of Object.entries(ways)) {
    test(`nothing is kept, where one signs in with ${way}`, async () => {
      const browser = world.browse()
      assert.equal((await signIn(await givenPractitioner(world), browser)).status, 303)
      await isShared(browser)
    })
  }

  test('nothing is kept, where one confirms an account there', async () => {
    const browser = world.browse('198.18.44.2')
    await browser.get('/create-account')
    const password = 'teapot gravel lanternfish'
    const email = 'shared-computer@example.org'
    await browser.postOnce('/create-account', {
      email,
      password,
      registrationNumber: 'SW123456',
      'fromDay-0': '1',
      'fromMonth-0': '9',
      'fromYear-0': '2015',
      'kind-0': 'joined',
    })
    const mail = (await world.mails()).findLast(({ to }) => to === email)
    const link = /http:\/\/confer\.test(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    assert.match((await browser.get(link)).html, /name="sharedComputer"/)
    assert.equal((await browser.postOnce(link, { password, ...shared })).status, 303)
    await isShared(browser)
  })

  test('the box stays ticked while one mistypes', async () => {
    const { email } = await givenPractitioner(world)
    const browser = world.browse()
    await browser.get('/sign-in')
    const again = await browser.postOnce('/sign-in', { email, password: 'wrong', ...shared })
    assert.match(again.html, /name="sharedComputer"[^>]* checked/)
  })
})

test('a page for nobody says nothing of a person, a session or a device', async () => {
  for (const url of ['/', '/sign-in', '/nowhere']) {
    assert.doesNotMatch((await world.browse().get(url)).html, /<body[^>]*data-/, url)
  }
})

test('where devices keep nothing, no page says that they do', async () => {
  const other = await startWorld({ OFFLINE_DAYS: '0' })
  try {
    const { browser } = await givenPractitioner(other)
    assert.equal((await asked(browser)).keepsDays, 0)
    assert.ok(!(await browser.get('/settings')).html.includes('data-keeps-days'))
  } finally {
    await other.close()
  }
})
