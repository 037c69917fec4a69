import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Browser, Fetched } from '../../test/support/browser.ts'
import { startWorld, type World } from '../../test/support/world.ts'
import { parseDay } from '../platform/day.ts'
import type { Message } from '../platform/mail/mailer.ts'
import { hashToken } from '../platform/web/token.ts'
import { makeRemindersOffLink, makeSignInLink } from './actions/make-mailed-link.ts'
import { createPerson } from './actions/create-person.ts'
import { findSession, listSessions } from './sessions-store.ts'
import { signUpForms } from './throttle.ts'

const hour = 3_600_000
const password = 'teapot gravel lanternfish'
const otherPassword = 'velvet trumpet lighthouse'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

// Every test has its own people and, where it counts failures, its own network.
let count = 0
function newEmail(): string {
  count += 1
  return `person-${count}@example.org`
}
function newNetwork(): string {
  count += 1
  return `198.18.${count >> 8}.${count & 255}`
}

/** Somebody with an account. */
async function givenPerson(email = newEmail()): Promise<{ email: string; personId: string }> {
  const from = parseDay('2015-09-01')
  assert.ok(from)
  const personId = await createPerson(
    world.database.write,
    {
      email,
      password,
      scheme: 'social-work-england',
      registrationNumber: 'SW1',
      registration: { periods: [{ from, to: null, kind: 'joined' }], voluntaryRemovalAppliedOn: null },
    },
    world.clock.now(),
  )
  return { email, personId }
}

async function signIn(browser: Browser, email: string, typed = password): Promise<Fetched> {
  await browser.get('/sign-in')
  return browser.postOnce('/sign-in', { email, password: typed })
}

async function signedIn(email: string, address = newNetwork()): Promise<Browser> {
  const browser = world.browse(address)
  const reply = await signIn(browser, email)
  assert.equal(reply.status, 303, reply.text)
  return browser
}

async function isSignedIn(browser: Browser): Promise<boolean> {
  return (await browser.getOnce('/settings')).status === 200
}

/** A session's row is renewed after the reply. */
async function isKeptAlive(browser: Browser): Promise<void> {
  const sessionId = hashToken(browser.cookies.get('confer_session') ?? '')
  const now = world.clock.now()
  for (let looks = 0; looks < 1_000; looks++) {
    const session = await findSession(world.database.read, sessionId)
    if (session?.lastSeenAt.getTime() === now.getTime()) return
    await sleep(5)
  }
  assert.fail('the session was not kept alive')
}

async function mailsTo(email: string): Promise<Message[]> {
  return (await world.mails()).filter(mail => mail.to === email)
}

async function latestMailTo(email: string): Promise<Message> {
  const mail = (await mailsTo(email)).at(-1)
  assert.ok(mail, `a mail to ${email}`)
  return mail
}

function linkIn(mail: Message): string {
  const link = /http:\/\/confer\.test(\/\S+)/.exec(mail.text)?.[1]
  assert.ok(link, mail.text)
  return link
}

const registration = {
  registrationNumber: 'SW123456',
  'fromDay-0': '1',
  'fromMonth-0': '9',
  'fromYear-0': '2015',
  'toDay-0': '',
  'toMonth-0': '',
  'toYear-0': '',
  'kind-0': 'joined',
  voluntaryRemovalDay: '',
  voluntaryRemovalMonth: '',
  voluntaryRemovalYear: '',
}

async function signUp(
  browser: Browser,
  email: string,
  fields: Record<string, string> = {},
): Promise<Fetched> {
  await browser.get('/create-account')
  return browser.postOnce('/create-account', { email, password, ...registration, ...fields })
}

/** What a stranger can compare: all but the address they typed themselves and the token of the moment. */
function seen(page: Fetched, email: string) {
  return {
    status: page.status,
    html: page.html.replaceAll(email, '…').replace(/name="formToken" value="[^"]+"/g, ''),
  }
}

/** How many statements went to the database for what is done inside: a transaction's begin and commit are two. */
async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements += 1
    return Reflect.apply(query, this, given)
  }
  try {
    await act()
  } finally {
    pg.Client.prototype.query = query
  }
  assert.ok(statements > 2, 'nothing was counted')
  return statements
}

test('an account is made by signing up, following the mailed link and entering the password again', async () => {
  const email = newEmail()
  const browser = world.browse(newNetwork())
  const checkEmail = await signUp(browser, email)
  assert.equal(checkEmail.status, 200)
  assert.match(checkEmail.text, new RegExp(`sent a message to ${email}`))

  const link = linkIn(await latestMailTo(email))
  const confirm = await browser.get(link)
  assert.equal(confirm.title, 'Confirm your e-mail address – Confer')
  assert.equal(await isSignedIn(browser), false)

  await browser.get(link)
  const confirmed = await browser.postOnce(link, { password })
  assert.equal(confirmed.location, '/')
  assert.equal(await isSignedIn(browser), true)
  assert.match((await browser.get('/settings')).text, /SW123456/)
})

test('a confirmation needs the password and the link, and the link works once', async () => {
  const email = newEmail()
  await signUp(world.browse(newNetwork()), email)
  const link = linkIn(await latestMailTo(email))
  const browser = world.browse(newNetwork())
  await browser.get(link)
  const empty = await browser.postOnce(link, { password: '' })
  assert.equal(empty.status, 422)
  const wrong = await browser.postOnce(link, { password: otherPassword })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /not the password this account was asked for with/)
  assert.equal((await browser.postOnce(link, { password })).status, 303)

  const again = world.browse(newNetwork())
  assert.equal((await again.get(link)).status, 404)
  await again.get('/sign-in')
  assert.equal((await again.postOnce(link, { password })).status, 404)
  assert.equal((await again.get('/confirm/never-was')).status, 404)
})

test('a confirmation link is too old after a day, and its password cannot be guessed', async () => {
  const email = newEmail()
  await signUp(world.browse(newNetwork()), email)
  const link = linkIn(await latestMailTo(email))
  const browser = world.browse(newNetwork())
  await browser.get(link)
  for (let i = 0; i < 10; i++) await browser.postOnce(link, { password: `${otherPassword} ${i}` })
  const refused = await browser.postOnce(link, { password })
  assert.match(refused.text, /too many wrong passwords/)

  world.clock.advance(24 * hour)
  assert.equal((await browser.get(link)).status, 404)
})

test('of two confirmations for one address the first makes the account and the second is told', async () => {
  const email = newEmail()
  await signUp(world.browse(newNetwork()), email)
  const first = linkIn(await latestMailTo(email))
  await signUp(world.browse(newNetwork()), email, { password: otherPassword })
  const second = linkIn(await latestMailTo(email))
  const [one, two] = [world.browse(newNetwork()), world.browse(newNetwork())]
  await one.get(first)
  await two.get(second)
  const replies = await Promise.all([
    one.postOnce(first, { password }),
    two.postOnce(second, { password: otherPassword }),
  ])
  assert.deepEqual(
    replies.map(reply => reply.status).toSorted((a, b) => a - b),
    [303, 409],
  )
  const refused = replies.find(reply => reply.status === 409)
  assert.match(refused?.text ?? '', /You already have an account/)
})

test('signing up with an address that has an account says nothing in the page, and says so in a mail', async () => {
  const { email } = await givenPerson()
  const stranger = newEmail()
  const [one, two] = [world.browse(newNetwork()), world.browse(newNetwork())]
  await one.get('/create-account')
  await two.get('/create-account')
  const pages: Fetched[] = []
  const post = (browser: Browser, address: string) => async () => {
    pages.push(await browser.postOnce('/create-account', { email: address, password, ...registration }))
  }
  const known = await statementsOf(post(one, email))
  const unknown = await statementsOf(post(two, stranger))
  assert.equal(known, unknown)
  const [pageOfKnown, pageOfUnknown] = pages
  assert.ok(pageOfKnown && pageOfUnknown)
  assert.deepEqual(seen(pageOfKnown, email), seen(pageOfUnknown, stranger))

  const mail = await latestMailTo(email)
  assert.equal(mail.subject, 'You already have a Confer account')
  assert.match(mail.text, /\/sign-in/)
  assert.doesNotMatch(mail.text, /\/confirm/)
})

test('a wrong password and an unknown address give the same page after the same statements', async () => {
  const { email } = await givenPerson()
  const stranger = newEmail()
  const [one, two] = [world.browse(newNetwork()), world.browse(newNetwork())]
  const pages: Fetched[] = []
  const post = (browser: Browser, address: string) => async () => {
    pages.push(await browser.postOnce('/sign-in', { email: address, password: otherPassword }))
  }
  // Until long after the password stops being looked at.
  for (let i = 0; i < 13; i++) {
    await one.get('/sign-in')
    await two.get('/sign-in')
    assert.equal(await statementsOf(post(one, email)), await statementsOf(post(two, stranger)), `try ${i}`)
    const [pageOfUnknown, pageOfKnown] = [pages.pop(), pages.pop()]
    assert.ok(pageOfKnown && pageOfUnknown)
    assert.deepEqual(seen(pageOfKnown, email), seen(pageOfUnknown, stranger), `try ${i}`)
    assert.equal(pageOfKnown.status, i < 10 ? 422 : 200)
  }
  assert.equal((await mailsTo(email)).length, 1)
  assert.equal((await mailsTo(stranger)).length, 0)
})

test('a forgotten password gives everybody the same page, and a link only to who has an account', async () => {
  const { email } = await givenPerson()
  const stranger = newEmail()
  const [one, two] = [world.browse(newNetwork()), world.browse(newNetwork())]
  await one.get('/forgotten-password')
  await two.get('/forgotten-password')
  const pages: Fetched[] = []
  const post = (browser: Browser, address: string) => async () => {
    pages.push(await browser.postOnce('/forgotten-password', { email: address }))
  }
  assert.equal(await statementsOf(post(one, email)), await statementsOf(post(two, stranger)))
  const [pageOfKnown, pageOfUnknown] = pages
  assert.ok(pageOfKnown && pageOfUnknown)
  assert.equal(pageOfKnown.status, 200)
  assert.deepEqual(seen(pageOfKnown, email), seen(pageOfUnknown, stranger))
  assert.equal((await mailsTo(email)).length, 1)
  assert.equal((await mailsTo(stranger)).length, 0)
})

test('a new password is set once from the mailed link, signs in here and out everywhere else', async () => {
  const { email } = await givenPerson()
  const elsewhere = await signedIn(email)
  const browser = world.browse(newNetwork())
  await browser.get('/forgotten-password')
  await browser.postOnce('/forgotten-password', { email: ` ${email.toUpperCase()} ` })
  const link = linkIn(await latestMailTo(email))
  await browser.get(link)
  const tooShort = await browser.postOnce(link, { password: 'too short' })
  assert.equal(tooShort.status, 422)
  assert.match(tooShort.text, /15 characters or more/)

  assert.equal((await browser.postOnce(link, { password: otherPassword })).location, '/')
  assert.equal(await isSignedIn(browser), true)
  assert.equal(await isSignedIn(elsewhere), false)
  assert.equal((await latestMailTo(email)).subject, 'Your password was changed')

  const again = world.browse(newNetwork())
  assert.equal((await again.get(link)).status, 404)
  assert.equal((await signIn(again, email)).status, 422)
  assert.equal((await signIn(again, email, otherPassword)).status, 303)
})

test('a link for a new password is too old after an hour, and is of no use as another kind of link', async () => {
  const { email } = await givenPerson()
  const browser = world.browse(newNetwork())
  await browser.get('/forgotten-password')
  await browser.postOnce('/forgotten-password', { email })
  const link = linkIn(await latestMailTo(email))
  assert.equal((await browser.get(link.replace('new-password', 'sign-in-link'))).status, 404)
  assert.equal((await browser.get(link)).status, 200)
  world.clock.advance(hour)
  assert.equal((await browser.postOnce(link, { password: otherPassword })).status, 404)
})

test('a stranger who guesses is stopped, and the person is let in by a link; the page is one', async () => {
  const { email } = await givenPerson()
  const stranger = world.browse(newNetwork())
  for (let i = 0; i < 10; i++) await signIn(stranger, email, `${otherPassword} ${i}`)
  const even = await signIn(stranger, email)
  assert.equal(even.status, 200)
  assert.match(even.text, /sent a sign-in link to that address if it has an account/)
  assert.equal(await isSignedIn(stranger), false)

  const mails = await mailsTo(email)
  assert.equal(mails.length, 1)
  const link = linkIn(await latestMailTo(email))
  const browser = world.browse(newNetwork())
  const page = await browser.get(link)
  assert.equal(page.status, 200)
  assert.equal(await isSignedIn(browser), false)
  await browser.get(link)
  assert.equal((await browser.postOnce(link)).location, '/')
  assert.equal(await isSignedIn(browser), true)

  const again = world.browse(newNetwork())
  assert.equal((await again.get(link)).status, 404)
  await again.get('/sign-in')
  assert.equal((await again.postOnce(link)).status, 404)

  // The browser is known now: its password works while the strangers are still at it.
  await browser.get('/settings')
  await browser.postOnce('/sign-out')
  assert.equal((await signIn(stranger, email)).status, 200)
  assert.equal((await signIn(browser, email)).status, 303)
})

test('a device that has signed in before is never stopped by strangers', async () => {
  const { email } = await givenPerson()
  const network = newNetwork()
  const device = await signedIn(email, network)
  await device.get('/settings')
  await device.postOnce('/sign-out')
  // From the same network, too.
  const stranger = world.browse(network)
  for (let i = 0; i < 12; i++) await signIn(stranger, email, `${otherPassword} ${i}`)
  assert.equal((await signIn(stranger, email)).status, 200)

  assert.equal((await signIn(device, email, otherPassword)).status, 422)
  assert.equal((await signIn(device, email)).status, 303)
})

test('a known device has a hundred tries in a row, and then a link', async () => {
  const { email } = await givenPerson()
  const device = await signedIn(email)
  await device.get('/settings')
  await device.postOnce('/sign-out')
  for (let i = 0; i < 100; i++) assert.equal((await signIn(device, email, otherPassword)).status, 422)
  assert.equal((await signIn(device, email)).status, 200)
  const link = linkIn(await latestMailTo(email))
  await device.get(link)
  assert.equal((await device.postOnce(link)).status, 303)
  await device.get('/settings')
  await device.postOnce('/sign-out')
  assert.equal((await signIn(device, email)).status, 303)
})

test('a device known to one account is a stranger to another', async () => {
  const [one, other] = [await givenPerson(), await givenPerson()]
  const device = await signedIn(one.email)
  await device.get('/settings')
  await device.postOnce('/sign-out')
  for (let i = 0; i < 10; i++) await signIn(device, other.email, `${otherPassword} ${i}`)
  assert.equal((await signIn(device, other.email)).status, 200)
  assert.equal((await signIn(device, one.email)).status, 303)
})

test('many tries at the same moment are counted like tries one by one', async () => {
  const { email } = await givenPerson()
  const browsers = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const browser = world.browse(newNetwork())
      await browser.get('/sign-in')
      return browser
    }),
  )
  const replies = await Promise.all(
    browsers.map(browser => browser.postOnce('/sign-in', { email, password: otherPassword })),
  )
  assert.equal(replies.filter(reply => reply.status === 422).length, 10)
  assert.equal(replies.filter(reply => reply.status === 200).length, 6)
})

test('a network is stopped after 50 wrong passwords in an hour, and one where people work has room for more', async () => {
  const council = newNetwork()
  const elsewhere = newNetwork()
  await signedIn((await givenPerson()).email, council)
  await signedIn((await givenPerson()).email, council)
  const tries = async (address: string, times: number) => {
    const statuses = []
    for (let i = 0; i < times; i++) {
      statuses.push((await signIn(world.browse(address), newEmail())).status)
    }
    return statuses
  }
  assert.deepEqual(new Set(await tries(elsewhere, 50)), new Set([422]))
  assert.deepEqual(await tries(elsewhere, 1), [200])
  assert.deepEqual(new Set(await tries(council, 70)), new Set([422]))
  assert.deepEqual(await tries(council, 1), [200])

  // Whoever has signed in on their own device before is not even slowed, and others get a link.
  const { email } = await givenPerson()
  assert.equal((await signIn(world.browse(council), email)).status, 200)
  assert.equal((await mailsTo(email)).length, 1)
  const known = await signedIn(email)
  await known.get('/settings')
  await known.postOnce('/sign-out')
  assert.equal((await signIn(known, email)).status, 303)

  world.clock.advance(hour)
  assert.deepEqual(await tries(council, 1), [422])
})

test('one address gets no more than three mails an hour from one network, and the page does not say so', async () => {
  const email = newEmail()
  const stranger = newNetwork()
  const pages = []
  for (let i = 0; i < 5; i++) pages.push(seen(await signUp(world.browse(stranger), email), email))
  assert.deepEqual(pages[4], pages[0])
  assert.equal((await mailsTo(email)).length, 3)
  // The person whose address it is asks from their own.
  await signUp(world.browse(newNetwork()), email)
  assert.equal((await mailsTo(email)).length, 4)
  world.clock.advance(hour)
  await signUp(world.browse(stranger), email)
  assert.equal((await mailsTo(email)).length, 5)
})

test('strangers at many networks cannot use up the mails of whoever an address belongs to', async () => {
  const email = newEmail()
  const ask = async (address: string, times: number) => {
    for (let i = 0; i < times; i++) {
      const browser = world.browse(address)
      await browser.get('/forgotten-password')
      await browser.postOnce('/forgotten-password', { email })
    }
  }
  await givenPerson(email)
  // One who goes on asking gets three, and uses up no more than that.
  await ask(newNetwork(), 45)
  assert.equal((await mailsTo(email)).length, 3)
  for (let i = 0; i < 4; i++) await ask(newNetwork(), 4)
  assert.equal((await mailsTo(email)).length, 3 + 4 * 3)
  // Now the repeats of all are used up, and each network still gets its first, within a bound.
  await ask(newNetwork(), 2)
  assert.equal((await mailsTo(email)).length, 15 + 1)
  for (let i = 0; i < 30; i++) await ask(newNetwork(), 1)
  assert.equal((await mailsTo(email)).length, 40)
  world.clock.advance(hour)
  await ask(newNetwork(), 1)
  assert.equal((await mailsTo(email)).length, 41)
})

test('the page after signing up says that an address gets only so many messages', async () => {
  const page = await signUp(world.browse(newNetwork()), newEmail())
  assert.match(page.text, /sent a message to \S+ ?, unless many were asked for in the last hour/)
  assert.match(page.text, /no more than three messages an hour from one home or workplace/)
})

test('a script that asks for hundreds of new passwords keeps nobody at its network from theirs', async () => {
  const network = newNetwork()
  const script = world.browse(network)
  await script.get('/forgotten-password')
  for (let i = 0; i < 301; i++) await script.postOnce('/forgotten-password', { email: newEmail() })

  const { email } = await givenPerson()
  const browser = world.browse(network)
  await browser.get('/forgotten-password')
  assert.equal((await browser.postOnce('/forgotten-password', { email })).status, 200)
  assert.equal((await mailsTo(email)).length, 1)
})

test('a network is told to wait after thousands of sign-ups, and where people work there is room for more', async () => {
  const network = newNetwork()
  await signUp(world.browse(network), newEmail())
  const bucket = hashToken(signUpForms(network, 0).name)
  const setTries = async (tries: number) => {
    const db = world.database.write
    const { numUpdatedRows } = await db
      .updateTable('throttle')
      .set({ tries })
      .where('bucket', '=', bucket)
      .executeTakeFirst()
    assert.equal(numUpdatedRows, 1n)
  }
  const email = newEmail()
  await setTries(3_600)
  const refused = await signUp(world.browse(network), email)
  assert.equal(refused.status, 429)
  assert.match(refused.text, /Wait an hour/)
  assert.equal((await mailsTo(email)).length, 0)

  await signedIn((await givenPerson()).email, network)
  for (let i = 0; i < 10; i++) assert.equal((await signUp(world.browse(network), newEmail())).status, 200)
  assert.equal((await signUp(world.browse(network), email)).status, 429)
})

test('signing in leads to where one was going, and never to another site', async () => {
  const { email } = await givenPerson()
  const next = async (to: string) => {
    const browser = world.browse(newNetwork())
    const page = await browser.get(`/sign-in?next=${encodeURIComponent(to)}`)
    const field = /name="next" value="([^"]*)"/.exec(page.html)?.[1]
    const posted = await browser.postOnce('/sign-in', { email, password, next: to })
    return { field, location: posted.location }
  }
  assert.deepEqual(await next('/settings/sessions'), {
    field: '/settings/sessions',
    location: '/settings/sessions',
  })
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ]) {
    assert.deepEqual(await next(elsewhere), { field: undefined, location: '/' })
  }
  const anonymous = await world.browse().getOnce('/settings')
  assert.equal(anonymous.location, '/sign-in?next=%2Fsettings')
})

test('signing out ends the session, also for whoever kept its cookie', async () => {
  const { email } = await givenPerson()
  const browser = await signedIn(email)
  const kept = browser.cookies.get('confer_session')
  assert.ok(kept)
  await browser.get('/settings')
  const out = await browser.post('/sign-out')
  assert.match(out.text, /You have signed out/)
  assert.equal(browser.cookies.has('confer_session'), false)
  browser.cookies.set('confer_session', kept)
  assert.equal(await isSignedIn(browser), false)
})

test('a session ends 12 hours after it was last used, and 30 days after it began', async () => {
  const { email } = await givenPerson()
  const browser = await signedIn(email)
  world.clock.advance(11 * hour)
  assert.equal(await isSignedIn(browser), true)
  await isKeptAlive(browser)
  world.clock.advance(11 * hour)
  assert.equal(await isSignedIn(browser), true)
  await isKeptAlive(browser)
  world.clock.advance(12 * hour)
  assert.equal(await isSignedIn(browser), false)

  const busy = await signedIn(email)
  for (let halfDays = 1; halfDays < 70; halfDays++) {
    world.clock.advance(11 * hour)
    const is = await isSignedIn(busy)
    assert.equal(is, halfDays * 11 < 30 * 24, `after ${halfDays * 11} hours`)
    if (is) await isKeptAlive(busy)
  }
})

test('one sees where one is signed in, and can end one session or all others', async () => {
  const { email } = await givenPerson()
  const [here, there, elsewhere] = [await signedIn(email), await signedIn(email), await signedIn(email)]
  const page = await here.get('/settings/sessions')
  assert.match(page.text, /\(this one\)/)
  const ids = [...page.html.matchAll(/name="session" value="(\w+)"/g)].map(match => match[1] ?? '')
  assert.equal(ids.length, 2)

  const somebodyElse = await signedIn((await givenPerson()).email)
  await somebodyElse.get('/settings/sessions')
  assert.equal((await somebodyElse.postOnce('/settings/sessions/end', { session: ids[0] ?? '' })).status, 404)
  await somebodyElse.postOnce('/settings/sessions/end-others')

  await here.get('/settings/sessions')
  assert.equal((await here.postOnce('/settings/sessions/end', { session: ids[0] ?? '' })).status, 303)
  assert.notEqual(await isSignedIn(there), await isSignedIn(elsewhere))
  await here.get('/settings/sessions')
  await here.postOnce('/settings/sessions/end-others')
  assert.deepEqual([await isSignedIn(there), await isSignedIn(elsewhere)], [false, false])
  assert.equal(await isSignedIn(here), true)
})

test('signing in again in the same browser ends the session it had, be it one’s own or somebody else’s', async () => {
  const [one, other] = [await givenPerson(), await givenPerson()]
  const sessions = async ({ personId }: { personId: string }) =>
    (await listSessions(world.database.read, personId, world.clock.now())).length
  const browser = await signedIn(one.email)
  await browser.get('/settings')
  assert.equal((await browser.postOnce('/sign-in', { email: one.email, password })).status, 303)
  assert.equal(await sessions(one), 1)
  // A wrong password ends nothing.
  await browser.get('/settings')
  await browser.postOnce('/sign-in', { email: other.email, password: otherPassword })
  assert.equal(await sessions(one), 1)

  await browser.get('/settings')
  await browser.postOnce(await makeSignInLink(world.database.write, other.personId, world.clock.now()))
  assert.deepEqual([await sessions(one), await sessions(other)], [0, 1])
  assert.equal(await isSignedIn(browser), true)
})

test('changing the password asks for the current one and signs out everywhere else', async () => {
  const { email } = await givenPerson()
  const [here, there] = [await signedIn(email), await signedIn(email)]
  await here.get('/settings/password')
  const change = (currentPassword: string, newPassword: string) =>
    here.postOnce('/settings/password', { currentPassword, newPassword })
  const wrong = await change(otherPassword, otherPassword)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /not your current password/)
  const weak = await change('', 'password12345678')
  assert.match(weak.text, /Enter your current password .*only one or two words that many people use/)
  assert.equal((await change(password, otherPassword)).location, '/settings?saved=password')
  assert.equal(await isSignedIn(here), true)
  assert.equal(await isSignedIn(there), false)
  assert.equal((await latestMailTo(email)).subject, 'Your password was changed')

  await here.get('/settings/password')
  for (let i = 0; i < 10; i++) await change(`${password} ${i}`, password)
  assert.match((await change(otherPassword, password)).text, /too many wrong passwords/)
})

test('periods are added and removed without a script, and nothing typed is lost but the password', async () => {
  const browser = world.browse(newNetwork())
  const emojis = '<b>№ 1</b> 🦊'
  const added = await signUp(browser, 'not yet', {
    registrationNumber: emojis,
    'toYear-0': '2020',
    press: 'add',
  })
  assert.equal(added.status, 200)
  assert.match(added.html, /value="not yet"/)
  assert.match(added.html, /value="&lt;b&gt;№ 1&lt;\/b&gt; 🦊"/)
  assert.match(added.html, /name="toYear-0"[^>]*value="2020"/)
  assert.match(added.html, /name="fromDay-1"/)
  assert.ok(!added.html.includes(password))
  const second = { 'fromDay-1': '3', 'fromMonth-1': '4', 'fromYear-1': '2022', 'kind-1': 'restored' }
  const removed = await signUp(browser, 'not yet', { ...second, press: 'remove-0' })
  assert.match(removed.html, /name="fromYear-0"[^>]*value="2022"/)
  assert.doesNotMatch(removed.html, /name="fromDay-1"/)
})

test('a form with wrong answers says each of them at its field and in the summary, and writes nothing', async () => {
  const email = newEmail()
  const browser = world.browse(newNetwork())
  const page = await signUp(browser, 'nobody', {
    password: 'password12345678',
    registrationNumber: ' ',
    'fromMonth-0': '11',
    'fromDay-0': '31',
    'kind-0': '',
  })
  assert.equal(page.status, 422)
  assert.match(page.title, /^Error: Create an account/)
  const inSummary = [...page.html.matchAll(/<li><a href="#([\w-]+)"/g)].map(match => match[1])
  assert.deepEqual(inSummary, ['email', 'registrationNumber', 'fromDay-0', 'kind-0', 'password'])
  for (const id of inSummary) assert.match(page.html, new RegExp(`id="${id}"`))
  assert.match(page.html, /name="fromDay-0"[^>]*value="31"/)

  const onlyOne = await signUp(browser, email, { registrationNumber: '' })
  assert.match(onlyOne.text, /Enter your password again/)
  assert.equal((await mailsTo(email)).length, 0)
})

test('markup and any script are accepted in a registration number and shown as typed', async () => {
  const email = newEmail()
  const browser = world.browse(newNetwork())
  await signUp(browser, email, { registrationNumber: '<i>שלום</i> 🦊' })
  const link = linkIn(await latestMailTo(email))
  await browser.get(link)
  await browser.postOnce(link, { password })
  const settings = await browser.get('/settings')
  assert.match(settings.html, /&lt;i&gt;שלום&lt;\/i&gt; 🦊/)
})

test('a form with an unknown field, a field twice or no token of ours is refused, and nothing happens', async () => {
  const { email } = await givenPerson()
  const browser = world.browse(newNetwork())
  const statusOf = async (fields: Record<string, string | string[]>, headers = {}) => {
    await browser.get('/sign-in')
    return (await browser.postOnce('/sign-in', { email, password, ...fields }, headers)).status
  }
  assert.equal(await statusOf({ admin: 'yes' }), 400)
  assert.equal(await statusOf({ email: [email, email] }), 400)
  assert.equal(await statusOf({ formToken: 'x' }), 403)
  assert.equal(await statusOf({}, { origin: 'https://evil.example' }), 403)
  assert.equal(await isSignedIn(browser), false)
})

test('what one told about the register can be changed', async () => {
  const { email } = await givenPerson()
  const browser = await signedIn(email)
  const form = await browser.get('/settings/registration')
  assert.match(form.html, /name="fromYear-0"[^>]*value="2015"/)
  const two = {
    ...registration,
    'toDay-0': '30',
    'toMonth-0': '11',
    'toYear-0': '2022',
    'fromDay-1': '1',
    'fromMonth-1': 'sept',
    'fromYear-1': '2026',
    'kind-1': 'restored',
    voluntaryRemoval: 'yes',
  }
  const wrong = await browser.postOnce('/settings/registration', two)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /The date you applied for voluntary removal is missing/)
  const right = {
    ...two,
    voluntaryRemovalDay: '2',
    voluntaryRemovalMonth: '11',
    voluntaryRemovalYear: '2026',
  }
  const saved = await browser.post('/settings/registration', right)
  assert.match(saved.text, /What you told us about the register is saved/)
  const again = await browser.get('/settings/registration')
  assert.match(again.html, /name="fromMonth-1"[^>]*value="9"/)
  assert.match(again.html, /name="voluntaryRemovalDay"[^>]*value="2"/)
})

test('reminders are turned off in the settings, from a mail by a press, and by the mail program itself', async () => {
  const { email, personId } = await givenPerson()
  const browser = await signedIn(email)
  const state = async () =>
    (await browser.get('/settings')).text.includes('Reminders by e-mail On') ? 'on' : 'off'
  const turn = async (reminders: string) => {
    await browser.get('/settings/reminders')
    await browser.postOnce('/settings/reminders', { reminders })
  }
  assert.equal(await state(), 'on')
  await turn('off')
  assert.equal(await state(), 'off')
  await turn('on')

  const link = await makeRemindersOffLink(world.database.write, personId, world.clock.now())
  const anybody = world.browse(newNetwork())
  assert.match((await anybody.get(link)).text, /Turn reminders off/)
  assert.equal(await state(), 'on')
  await anybody.get(link)
  assert.equal((await anybody.postOnce(link)).status, 200)
  assert.equal(await state(), 'off')

  await turn('on')
  const program = world.browse(newNetwork())
  const oneClick = await program.postOnce(link, { 'List-Unsubscribe': 'One-Click', formToken: '' })
  assert.equal(oneClick.status, 200)
  assert.equal(await state(), 'off')
  // RFC 8058 lets a mail program send it as multipart as well.
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
  assert.equal((await program.postOnce(link, {}, multipart)).status, 200)
  assert.equal((await program.get('/reminders-off/never-was')).status, 404)
})

test('a sign-in link for a demonstration signs in once', async () => {
  const { personId } = await givenPerson()
  const link = await makeSignInLink(world.database.write, personId, world.clock.now())
  const browser = world.browse(newNetwork())
  await browser.get(link)
  assert.equal((await browser.postOnce(link)).status, 303)
  assert.equal(await isSignedIn(browser), true)
})

test('what has expired is purged at night, and nothing else', async () => {
  const { email } = await givenPerson()
  const browser = await signedIn(email)
  await signUp(world.browse(newNetwork()), newEmail())
  await signIn(world.browse(newNetwork()), newEmail())
  await world.mails()
  const cleanup = world.app.jobHandlers.find(handler => handler.name === 'account-cleanup')
  assert.ok(cleanup?.schedule)
  await cleanup.run({}, world.clock.now())
  assert.equal(await isSignedIn(browser), true)

  await cleanup.run({}, new Date(world.clock.now().getTime() + 59 * 24 * hour))
  assert.equal((await world.database.read.selectFrom('session').selectAll().execute()).length > 0, true)

  await cleanup.run({}, new Date(world.clock.now().getTime() + 61 * 24 * hour))
  const db = world.database.read
  for (const name of ['session', 'signUp', 'recentNetwork'] as const) {
    assert.deepEqual(await db.selectFrom(name).selectAll().execute(), [], name)
  }
})
