import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  completePiece,
  day,
  givenDraft,
  givenPractitioner,
  givenSubmittedPiece,
  peerReflection,
  signInBrowser,
  type Practitioner,
} from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'
import { addDays, instantIn, type Day } from '../platform/day.ts'
import type { Message } from '../platform/mail/mailer.ts'
import { remindEverybody } from './actions/remind-everybody.ts'
import { reminderOn } from './reminder-on.ts'

const marker = 'Zebra crossing'

async function atEight(world: World, on: Day): Promise<void> {
  world.clock.set(instantIn('Europe/London', `${on}T08:00:00`))
  await runDay(world)
}

/** The scheduled job, as the queue would run it. */
async function runDay(world: World): Promise<void> {
  const job = world.app.jobHandlers.find(({ name }) => name === 'reminder-day')
  assert.ok(job)
  await job.run({}, world.clock.now())
}

async function submit({ browser }: Practitioner, number: number, withPeer: boolean): Promise<void> {
  await givenSubmittedPiece(browser, {
    ...completePiece,
    title: `${marker} ${number}`,
    description: `${marker} ${number}: what it was`,
    'date-day': '5',
    'date-month': '1',
    'date-year': '2026',
    ...(withPeer ? { ...peerReflection, peer: `${marker}: what I learnt` } : {}),
  })
}

async function tell({ browser }: Practitioner, step: string): Promise<void> {
  const path = `/renewal/2026/${step}`
  await browser.get(path)
  const told = await browser.postOnce(path, { 'done-day': '2', 'done-month': '9', 'done-year': '2026' })
  assert.equal(told.status, 303, told.text)
}

describe('through a whole registration year', () => {
  let world: World
  let mails: readonly Message[]
  let people: Record<'nothing' | 'met' | 'done' | 'off' | 'leaving', Practitioner>
  let late: Practitioner
  let read = 0
  const reminders: { on: Day; mail: Message }[] = []

  before(async () => {
    world = await startWorld()
    world.clock.set('2025-12-01T07:00:00Z')
    people = {
      nothing: await givenPractitioner(world),
      met: await givenPractitioner(world),
      done: await givenPractitioner(world),
      off: await givenPractitioner(world),
      leaving: await givenPractitioner(world, { voluntaryRemovalAppliedOn: day('2025-12-01') }),
    }
    await people.off.browser.get('/settings/reminders')
    await people.off.browser.post('/settings/reminders', { reminders: 'off' })

    for (let on = day('2025-12-01'); on <= '2026-12-01'; on = addDays(on, 1)) {
      await atEight(world, on)
      // Looking for jobs takes its time. One that came on another day would be found on the next of these.
      if (reminderOn(world.app.packs, on) !== null) await readMails(on)
      if (on === '2026-01-06') await recordSomething()
      if (on === '2026-09-02') await tellAll()
      if (on === '2026-09-10')
        late = await givenPractitioner(world, { periods: [{ from: on, to: null, kind: 'joined' }] })
    }
  })
  after(() => world.close())

  async function readMails(on: Day): Promise<void> {
    mails = await world.mails()
    for (const mail of mails.slice(read)) if (mail.unsubscribeUrl !== undefined) reminders.push({ on, mail })
    read = mails.length
  }

  async function recordSomething(): Promise<void> {
    for (const person of [people.met, people.done]) {
      await signInBrowser(world, person.personId, person.browser)
      await submit(person, 1, false)
      await submit(person, 2, true)
    }
    await signInBrowser(world, people.nothing.personId, people.nothing.browser)
    await givenDraft(people.nothing.browser, { ...completePiece, title: marker })
  }

  async function tellAll(): Promise<void> {
    await signInBrowser(world, people.done.personId, people.done.browser)
    await tell(people.done, 'form')
    await tell(people.done, 'fee')
  }

  function daysOf({ email }: Practitioner): string[] {
    return reminders.filter(({ mail }) => mail.to === email).map(({ on }) => on)
  }

  const autumn = ['09-25', '10-01', '10-31', '11-16', '11-22', '11-23', '11-26', '11-29', '11-30']
  const inAutumn = autumn.map(monthDay => `2026-${monthDay}`)

  test('whoever does nothing is reminded on every day that the pack names, and when the next year opens', () => {
    assert.deepEqual(daysOf(people.nothing), [
      '2025-12-01',
      '2026-03-01',
      '2026-06-01',
      '2026-09-01',
      ...inAutumn,
      '2026-12-01',
    ])
  })

  test('whoever met the CPD is left alone until renewal opens, and then reminded of form and fee', () => {
    assert.deepEqual(daysOf(people.met), ['2025-12-01', '2026-09-01', ...inAutumn, '2026-12-01'])
    const last = reminders.findLast(({ on, mail }) => mail.to === people.met.email && on === '2026-11-30')
    assert.match(
      last?.mail.text ?? '',
      /- Renewal form: you have not told us[^]*- Registration fee: you have/,
    )
    assert.doesNotMatch(last?.mail.text ?? '', /- CPD/)
  })

  test('whoever has done all hears nothing until the next year opens', () => {
    assert.deepEqual(daysOf(people.done), ['2025-12-01', '2026-09-01', '2026-12-01'])
  })

  test('whoever turned reminders off gets none', () => {
    assert.deepEqual(daysOf(people.off), [])
  })

  test('whoever is asked for nothing gets none', () => {
    assert.deepEqual(daysOf(people.leaving), [])
  })

  test('whoever joined late is reminded of the fee, and asked for the whole in the next year', () => {
    assert.deepEqual(daysOf(late), [...inAutumn, '2026-12-01'])
    const texts = reminders.filter(({ mail }) => mail.to === late.email).map(({ mail }) => mail.text)
    for (const text of texts.slice(0, -1)) {
      assert.match(text, /- Registration fee/)
      assert.doesNotMatch(text, /- CPD|- Renewal form/)
    }
    assert.match(texts.at(-1) ?? '', /- CPD: submit 2 different pieces/)
  })

  test('no mail holds a title or a word of a piece', () => {
    assert.ok(mails.length > 40)
    for (const { subject, text } of mails) assert.ok(!`${subject} ${text}`.includes(marker), subject)
  })
})

describe('on one day', () => {
  let world: World
  before(async () => {
    world = await startWorld()
  })
  after(() => world.close())

  /** The mails that came since this was last asked. */
  let seen = 0
  async function newMails(): Promise<Message[]> {
    const mails = await world.mails()
    const fresh = mails.slice(seen)
    seen = mails.length
    return fresh
  }

  test('a run that is repeated, also by two workers at once, reminds nobody twice', async () => {
    const person = await givenPractitioner(world)
    world.clock.set('2026-11-22T08:00:00Z')
    await Promise.all([runDay(world), runDay(world)])
    await runDay(world)
    assert.deepEqual(
      (await newMails()).map(({ to }) => to),
      [person.email],
    )
    await runDay(world)
    assert.deepEqual(await newMails(), [])
  })

  test('more people than are looked at together each get one, and a late start reminds the same day', async () => {
    world.clock.set('2026-11-23T15:00:00Z')
    for (let i = 0; i < 4; i++) await givenPractitioner(world)
    const { database, app, config } = world
    const settings = {
      database,
      enqueue: app.queue.enqueue,
      packs: app.packs,
      recordGoesTo: config.recordGoesTo,
    }
    await remindEverybody(settings, world.clock.now(), 2)
    const reminded = (await newMails()).map(({ to }) => to)
    assert.equal(reminded.length, 5)
    assert.equal(new Set(reminded).size, 5)
  })

  test('what was done between the asking and the writing is not asked for any more', async () => {
    world.clock.set('2026-11-26T08:00:00Z')
    const person = await givenPractitioner(world)
    await runDay(world)
    await person.browser.get('/settings/reminders')
    await person.browser.post('/settings/reminders', { reminders: 'off' })
    assert.ok((await newMails()).every(({ to }) => to !== person.email))
  })

  test('a mail that waited until its year had closed is dropped', async () => {
    world.clock.set('2026-11-30T08:00:00Z')
    await runDay(world)
    world.clock.set('2026-12-01T00:00:01Z')
    assert.deepEqual(await newMails(), [])
  })

  test('one press turns reminders off, from the mail program or from the link', async () => {
    world.clock.set('2026-12-01T08:00:00Z')
    const [first, second] = [await givenPractitioner(world), await givenPractitioner(world)]
    await runDay(world)
    const mails = await newMails()
    const linkTo = (person: Practitioner) => {
      const mail = mails.find(({ to }) => to === person.email)
      assert.ok(mail?.unsubscribeUrl !== undefined)
      assert.ok(mail.unsubscribeUrl.startsWith('http://confer.test/reminders-off/'))
      assert.ok(mail.text.includes(mail.unsubscribeUrl))
      return mail.unsubscribeUrl.replace('http://confer.test', '')
    }
    // As a mail program does: no cookie, no token of a page (RFC 8058).
    const response = await world.app.server.inject({
      method: 'POST',
      url: linkTo(first),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    assert.equal(response.statusCode, 200)

    const browser = world.browse()
    const page = await browser.get(linkTo(second))
    assert.match(page.text, /Turn reminders off/)
    assert.match((await browser.post(linkTo(second))).text, /Reminders are off/)

    world.clock.set('2027-03-01T08:00:00Z')
    await runDay(world)
    const reminded = (await newMails()).map(({ to }) => to)
    assert.ok(reminded.length > 0)
    assert.ok(!reminded.includes(first.email) && !reminded.includes(second.email))
  })
})
