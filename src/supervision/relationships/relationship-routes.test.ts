import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import {
  givenMember,
  givenPair,
  givenRelationship,
  givenSession,
  refusesOthers,
} from '../../../test/support/given-supervision.ts'
import { day, signInBrowser } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import { standardPolicy } from '../policy/policy.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const lastDay = (day: string, month = '11') => ({
  shownEnd: '',
  'last-day': day,
  'last-month': month,
  'last-year': '2026',
  reason: 'I change teams.',
})

test('nobody and a stranger find nothing, and change nothing', async () => {
  const pair = await givenPair(world)
  const base = `/supervision/${pair.relationshipId}`
  const found = await refusesOthers(
    world,
    pair.stranger,
    [
      { method: 'GET', url: base },
      { method: 'GET', url: `${base}/end` },
      { method: 'POST', url: `${base}/end`, fields: lastDay('30') },
      { method: 'GET', url: `${base}/policy` },
      { method: 'POST', url: `${base}/policy`, fields: { mark: 'x' } },
      { method: 'GET', url: '/supervision/not-an-id' },
    ].map(one => ({ ...one, method: one.method as 'GET' | 'POST' })),
  )
  assert.deepEqual(found, [])
  assert.match((await pair.stranger.browser.get('/supervision')).text, /Nobody supervises you here/)
})

suite('all of somebody’s supervision', () => {
  test('says what comes next, what waits for them, and how each supervision stands', async () => {
    const pair = await givenPair(world)
    const { relationshipId, supervisor, supervisee } = pair
    const of = { relationshipId, by: supervisor }
    const heldId = await givenSession(world, {
      ...of,
      startsAt: '2026-11-04T10:00:00Z',
      attended: [supervisee],
    })
    await givenSession(world, { ...of, startsAt: '2026-11-16T10:00:00Z', state: 'planned' })
    await givenSession(world, { ...of, startsAt: '2026-11-25T14:30:00Z', state: 'planned' })
    const db = world.database.write
    await db
      .insertInto('supervisionAction')
      .values({
        relationshipId,
        actionId: randomUUID(),
        sessionId: heldId,
        what: 'Read the policy.',
        ownerId: supervisee.personId,
        byDay: '2026-11-10',
      })
      .execute()
    await db
      .insertInto('jointRecord')
      .values({
        sessionId: heldId,
        content: '{}',
        sha256: '',
        signedBy: supervisor.personId,
        signedAt: world.clock.now(),
      })
      .execute()
    await db
      .insertInto('agreement')
      .values({
        relationshipId,
        version: 1,
        content: '{}',
        sha256: '',
        offeredAt: world.clock.now(),
        offeredBy: supervisor.personId,
      })
      .execute()
    const { text } = await supervisee.browser.get('/supervision')
    assert.match(text, /Your next session is on 25 November 2026 at 2:30pm , with Sam Supervisor/)
    assert.match(text, /Read and sign the agreement with Sam Supervisor/)
    assert.match(text, /Say what became of the session on 16 November 2026 at 10:00am/)
    assert.match(text, /Answer the record of the session on 4 November 2026/)
    assert.match(text, /An action of yours, by 10 November 2026 \(overdue\)/)
    assert.match(text, /Who supervises you Sam Supervisor/)
    assert.match(text, /Days since the last 14 Open actions 1/)
    const theirs = (await supervisor.browser.get('/supervision')).text
    assert.match(theirs, /Whom you supervise Nic Newcomer/)
    assert.doesNotMatch(theirs, /Answer the record|An action of yours/)
  })

  test('has several supervisors at once, and what is over below', async () => {
    const pair = await givenPair(world)
    const second = await givenMember(world, pair.organisationId, { knownAs: 'Pat Professional' })
    await givenRelationship(world, {
      organisationId: pair.organisationId,
      supervisor: second,
      supervisees: [pair.supervisee],
      kind: 'professional',
    })
    await givenRelationship(world, {
      organisationId: null,
      supervisor: pair.stranger,
      supervisees: [pair.supervisee],
      kind: 'professional',
      to: '2026-10-31',
    })
    const { text } = await pair.supervisee.browser.get('/supervision')
    assert.match(text, /Sam Supervisor.*Pat Professional.*Earlier or still to begin.*Col League/)
    assert.match(text, /without an organisation When 1 September 2026 to 31 October 2026/)
    assert.doesNotMatch((await pair.stranger.browser.get('/supervision')).text, /Nic Newcomer/)
  })
})

test('the way to figures, to what others share and to the calendar is shown to whom it leads somewhere', async () => {
  const { organisationId, supervisor, supervisee, stranger } = await givenPair(world)
  const manager = await givenMember(world, organisationId, { knownAs: 'Max' })
  await givenRelationship(world, { organisationId, supervisor: manager, supervisees: [supervisor] })
  const ways = [
    '/supervision/mine',
    '/supervision/supervisees',
    '/supervision/openings',
    '/supervision/calendar',
  ]
  const shown = async ({ browser }: typeof manager) => {
    const { html } = await browser.get('/supervision')
    return ways.filter(way => html.includes(`href="${way}"`)).map(way => way.replace('/supervision/', ''))
  }
  assert.deepEqual(await shown(supervisee), ['mine', 'calendar'])
  assert.deepEqual(await shown(supervisor), ['mine', 'supervisees', 'calendar'])
  assert.deepEqual(await shown(manager), ['supervisees', 'openings', 'calendar'])
  assert.deepEqual(await shown(stranger), [])
})

suite('one supervision', () => {
  test('says who, since when and by which policy, and marks a line manager who is not registered', async () => {
    const pair = await givenPair(world)
    const manager = await givenMember(world, pair.organisationId, {
      knownAs: 'Max Manager',
      isRegistered: false,
    })
    const relationshipId = await givenRelationship(world, {
      organisationId: pair.organisationId,
      supervisor: manager,
      supervisees: [pair.supervisee],
    })
    const url = `/supervision/${relationshipId}`
    const alone = await pair.supervisee.browser.get(url)
    assert.match(alone.text, /Supervisor Max Manager Not a registered social worker/)
    assert.match(alone.text, /Professional part Nobody has been given it yet/)
    assert.doesNotMatch(alone.text, /no longer fits/)
    const professional = await givenMember(world, pair.organisationId, { knownAs: 'Pat Professional' })
    await givenRelationship(world, {
      organisationId: pair.organisationId,
      supervisor: professional,
      supervisees: [pair.supervisee],
      kind: 'professional',
    })
    const shared = await manager.browser.get(url)
    assert.match(shared.text, /Professional part Pat Professional/)
    assert.match(shared.text, /Since 1 September 2026/)
    assert.match(shared.text, /Supervision records can be ordered by a court/)
    const registered = await pair.supervisee.browser.get(`/supervision/${pair.relationshipId}`)
    assert.doesNotMatch(registered.text, /Professional part|Not a registered/)
    const { version: _version, from: _from, ...content } = standardPolicy(day('2026-11-18'))
    await world.database.write
      .insertInto('supervisionPolicy')
      .values({
        organisationId: pair.organisationId,
        version: 2,
        fromDay: '2026-11-18',
        content: JSON.stringify({ ...content, whoMaySupervise: 'registered-social-worker' }),
        madeAt: world.clock.now(),
        madeBy: manager.personId,
      })
      .execute()
    for (const { browser } of [manager, pair.supervisee])
      assert.match(
        (await browser.get(url)).text,
        /no longer fits the policy\. It lets only registered social workers supervise, and Max Manager has said that they are not one/,
      )
    assert.doesNotMatch(
      (await pair.supervisee.browser.get(`/supervision/${pair.relationshipId}`)).text,
      /no longer fits/,
    )
  })

  test('shows its sessions page by page', async () => {
    const pair = await givenPair(world)
    for (let day = 1; day <= 22; day++)
      await givenSession(world, {
        relationshipId: pair.relationshipId,
        by: pair.supervisor,
        startsAt: `2026-10-${String(day).padStart(2, '0')}T10:00:00Z`,
        attended: [pair.supervisee],
      })
    const url = `/supervision/${pair.relationshipId}`
    const count = (html: string) => html.match(/class="confer-piece"/g)?.length
    assert.equal(count((await pair.supervisee.browser.get(url)).html), 20)
    const second = await pair.supervisee.browser.get(`${url}?page=2`)
    assert.equal(count(second.html), 2)
    assert.match(second.text, /1 October 2026 at 11:00am/)
  })

  test('ends from a day on: nothing is deleted, and what was planned for later is cancelled', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenSession(world, {
      relationshipId: pair.relationshipId,
      by: pair.supervisor,
      startsAt: '2026-12-03T14:00:00Z',
      state: 'planned',
    })
    const url = `/supervision/${pair.relationshipId}`
    const { browser } = pair.supervisee
    await browser.get(`${url}/end`)
    const past = await browser.postOnce(`${url}/end`, lastDay('17'))
    assert.equal(past.status, 422)
    assert.match(past.text, /The last day is today or later/)
    assert.equal((await browser.postOnce(`${url}/end`, lastDay('30'))).status, 303)
    assert.match((await browser.get(url)).text, /It ends with 30 November 2026/)
    const session = await browser.get(`${url}/sessions/${sessionId}`)
    assert.match(session.text, /Cancelled by Nic Newcomer on .* Why: Supervision ends before it\./)
    const mail = (await world.mails()).findLast(
      ({ to, calendar }) => to === pair.supervisor.email && calendar !== undefined,
    )
    assert.equal(mail?.calendar?.method, 'CANCEL')
    // The supervisor’s page is older than that.
    await pair.supervisor.browser.get('/')
    const stale = await pair.supervisor.browser.postOnce(`${url}/end`, lastDay('25'))
    assert.equal(stale.status, 409)
    assert.match(stale.html, /value="25"/)
    world.clock.set('2026-12-01T10:00:00Z')
    try {
      for (const one of [pair.supervisee, pair.supervisor])
        await signInBrowser(world, one.personId, one.browser)
      assert.equal((await browser.get(url)).status, 200)
      assert.equal((await browser.get(`${url}/sessions/${sessionId}`)).status, 404)
      assert.equal((await browser.get(`${url}/plan`)).status, 404)
      assert.equal((await pair.supervisor.browser.get(url)).status, 404)
    } finally {
      world.clock.set('2026-11-18T14:00:00Z')
    }
  })

  test('of a group goes on when one of the supervised ends their part', async () => {
    const pair = await givenPair(world)
    const second = await givenMember(world, pair.organisationId, { knownAs: 'Ola Other' })
    const relationshipId = await givenRelationship(world, {
      organisationId: pair.organisationId,
      supervisor: pair.supervisor,
      supervisees: [pair.supervisee, second],
      kind: 'group',
    })
    const url = `/supervision/${relationshipId}`
    await second.browser.get(`${url}/end`)
    assert.equal((await second.browser.postOnce(`${url}/end`, lastDay('18'))).status, 303)
    world.clock.set('2026-11-19T10:00:00Z')
    try {
      for (const one of [pair.supervisee, second]) await signInBrowser(world, one.personId, one.browser)
      const shown = await pair.supervisee.browser.get(url)
      assert.match(shown.text, /Group supervision with Sam Supervisor/)
      assert.match(shown.text, /Supervised Nic Newcomer Since/)
      assert.equal((await second.browser.get(`${url}/plan`)).status, 404)
    } finally {
      world.clock.set('2026-11-18T14:00:00Z')
    }
  })
})

suite('one person’s part in a group', () => {
  const givenGroup = async () => {
    const pair = await givenPair(world)
    const { organisationId, supervisor, supervisee } = pair
    const second = await givenMember(world, organisationId, { knownAs: 'Ola Other' })
    const relationshipId = await givenRelationship(world, {
      organisationId,
      supervisor,
      supervisees: [supervisee, second],
      kind: 'group',
    })
    const endOf = async (personId: string) => {
      const { toDay } = await world.database.read
        .selectFrom('relationshipSupervisee')
        .select('toDay')
        .where('relationshipId', '=', relationshipId)
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow()
      return toDay
    }
    return { ...pair, second, relationshipId, endOf, url: `/supervision/${relationshipId}/end` }
  }

  test('that has ended is not prolonged by whoever it was, whatever the form says it showed', async () => {
    const { relationshipId, second, url, endOf } = await givenGroup()
    await world.database.write
      .updateTable('relationshipSupervisee')
      .set({ toDay: '2026-11-18' })
      .where('relationshipId', '=', relationshipId)
      .where('personId', '=', second.personId)
      .execute()
    const { browser, personId } = second
    assert.match((await browser.get(url)).html, /name="shownEnd" value="2026-11-18"/)
    for (const shownEnd of ['', '2026-11-18', '2099-12-31']) {
      const reply = await browser.postOnce(url, { ...lastDay('31', '12'), 'last-year': '2099', shownEnd })
      assert.equal(reply.status, 422)
      assert.match(reply.text, /It ends with 18 November 2026 already/)
      assert.equal(await endOf(personId), '2026-11-18')
    }
  })

  test('is ended by its supervisor, and by no other of the supervised', async () => {
    const { supervisor, supervisee, second, url, endOf } = await givenGroup()
    const of = second.personId
    const offered = await supervisor.browser.get(url)
    assert.match(offered.text, /End the part of Ola Other/)
    const { text } = await supervisor.browser.get(`${url}?of=${of}`)
    assert.match(text, /End the part of Ola Other in this group/)
    assert.equal((await supervisee.browser.get(`${url}?of=${of}`)).status, 404)
    assert.equal((await supervisee.browser.postOnce(url, { ...lastDay('30'), of })).status, 404)
    assert.equal((await supervisor.browser.postOnce(url, { ...lastDay('30'), of: randomUUID() })).status, 404)
    await supervisor.browser.get(url)
    assert.equal((await supervisor.browser.postOnce(url, { ...lastDay('30'), of })).status, 303)
    assert.equal(await endOf(of), '2026-11-30')
    assert.equal(await endOf(supervisee.personId), null)
    // An older page of theirs.
    await second.browser.get('/')
    const stale = await second.browser.postOnce(url, lastDay('25'))
    assert.equal(stale.status, 409)
    assert.match(stale.text, /somebody else has ended it, with 30 November 2026/)
  })
})

suite('two people without an organisation', () => {
  const policy = {
    every: '6',
    unit: 'weeks',
    shortestMinutes: '60',
    workingDaysToRebook: '10',
    daysToSign: '14',
    agreementReviewMonths: '6',
    retentionYears: '3',
    retentionReason: 'We agreed on three years.',
  }

  test('choose their policy, each on the page as it is now', async () => {
    const pair = await givenPair(world)
    const relationshipId = await givenRelationship(world, {
      organisationId: null,
      supervisor: pair.supervisor,
      supervisees: [pair.supervisee],
      kind: 'professional',
    })
    const url = `/supervision/${relationshipId}/policy`
    const form = await pair.supervisee.browser.get(url)
    const mark = /name="mark" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
    const wrong = await pair.supervisee.browser.postOnce(url, {
      ...policy,
      mark,
      every: '0',
      retentionReason: '',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Enter a number from 1 to 12/)
    assert.match(wrong.text, /Say why, in 500 characters at most/)
    assert.equal((await pair.supervisee.browser.postOnce(url, { ...policy, mark })).status, 303)
    const shown = await pair.supervisor.browser.get(`/supervision/${relationshipId}`)
    assert.match(shown.text, /At least every 6 weeks\. At least 60 minutes/)
    // Shorter than before: for 90 days what was chosen before goes on.
    assert.match(shown.text, /kept until 7 years after this supervision ends, and then deleted whole/)
    const today = world.clock.now()
    world.clock.set('2027-02-16T10:00:00Z')
    await signInBrowser(world, pair.supervisor.personId, pair.supervisor.browser)
    const later = await pair.supervisor.browser.get(`/supervision/${relationshipId}`)
    world.clock.set(today.toISOString())
    await signInBrowser(world, pair.supervisor.personId, pair.supervisor.browser)
    await pair.supervisor.browser.get(url)
    assert.match(
      later.text,
      /kept until 3 years after this supervision ends, and then deleted whole.*Why so long: We agreed on three years\./,
    )
    const stale = await pair.supervisor.browser.postOnce(url, { ...policy, mark, every: '4' })
    assert.equal(stale.status, 409)
    assert.match(stale.html, /name="every"[^>]*value="4"/)
  })

  test('rewrite no past by it, and each sees who chose what, and from when on', async () => {
    const pair = await givenPair(world)
    const relationshipId = await givenRelationship(world, {
      organisationId: null,
      supervisor: pair.supervisor,
      supervisees: [pair.stranger],
      kind: 'professional',
      from: '2026-06-01',
    })
    const figures = async () => {
      const { text } = await pair.stranger.browser.get('/supervision/mine?months=12')
      return /Due sessions held on time (\d+ of \d+)/.exec(text)?.[1]
    }
    assert.equal(await figures(), '0 of 5')
    const url = `/supervision/${relationshipId}/policy`
    const choose = async (every: string) => {
      const form = await pair.supervisor.browser.get(url)
      const mark = /name="mark" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
      assert.equal((await pair.supervisor.browser.postOnce(url, { ...policy, every, mark })).status, 303)
    }
    // Put right on the same day, the first holds on none.
    await choose('2')
    await choose('1')
    assert.equal(await figures(), '0 of 5')
    assert.match(
      (await pair.stranger.browser.get(`/supervision/${relationshipId}`)).text,
      /Sam Supervisor chose this\. It holds from 18 November 2026\. Until then: At least every week for the first 6 weeks.* At least 90 minutes/,
    )
  })

  test('an organisation’s supervision has no policy of its own to choose', async () => {
    const pair = await givenPair(world)
    const url = `/supervision/${pair.relationshipId}/policy`
    assert.equal((await pair.supervisor.browser.get(url)).status, 404)
  })
})

suite('starting supervision', () => {
  const newId = randomUUID()
  const asked = { newId, email: 'somebody.new@example.org', part: 'supervisor', kind: 'professional' }

  test('asks somebody by e-mail, and begins nothing before they accept', async () => {
    const { stranger, organisationId } = await givenPair(world)
    await stranger.browser.get('/supervision/start')
    const sent = await stranger.browser.post('/supervision/start', { ...asked, organisation: organisationId })
    assert.match(sent.text, /Supervision begins when they accept it/)
    assert.match(sent.text, /Nobody supervises you here/)
    const mail = (await world.mails()).findLast(({ to }) => to === asked.email)
    assert.ok(mail)
    assert.doesNotMatch(mail.text, /Col League/)
  })

  test('pressed twice is asked and mailed once, and asks somebody else when something else is typed', async () => {
    const { stranger, organisationId } = await givenPair(world)
    const { browser } = stranger
    const shown = await browser.get('/supervision/start')
    const fromForm = /name="newId" value="([^"]+)"/.exec(shown.html)?.[1] ?? ''
    const typed = {
      ...asked,
      newId: fromForm,
      email: 'pressed.twice@example.org',
      organisation: organisationId,
    }
    const other = { ...typed, email: 'somebody.else@example.org' }
    const replies = await Promise.all([1, 2].map(() => browser.postOnce('/supervision/start', typed)))
    replies.push(await browser.postOnce('/supervision/start', typed))
    for (const { location } of replies) assert.equal(location, '/supervision?done=invited')
    await browser.postOnce('/supervision/start', other)
    const mailedTo = async () =>
      (await world.mails()).map(({ to }) => to).filter(to => [typed.email, other.email].includes(to))
    assert.deepEqual((await mailedTo()).toSorted(), [typed.email, other.email])
    const { html } = await browser.get('/supervision')
    assert.equal(html.split(typed.email).length, 3)
    const withoutId = await browser.postOnce('/supervision/start', { ...typed, newId: 'none' })
    assert.equal(withoutId.status, 400)
    // Once it is taken back, the same form asks once more.
    for (const [, url = ''] of html.matchAll(/action="([^"]+take-back)"/g)) await browser.post(url)
    await browser.postOnce('/supervision/start', typed)
    assert.equal((await mailedTo()).length, 3)
  })

  test('is taken back by whoever asked, and by nobody else', async () => {
    const { stranger, supervisor, organisationId } = await givenPair(world)
    const administrator = await givenMember(world, organisationId, {
      knownAs: 'Ada',
      roles: ['administrator'],
    })
    const email = 'wrong.address@example.org'
    await stranger.browser.get('/supervision/start')
    const sent = await stranger.browser.post('/supervision/start', {
      ...asked,
      email,
      organisation: organisationId,
    })
    assert.match(
      sent.text,
      /Invitations you sent wrong\.address@example\.org Asked to be Your supervisor Kind Professional.* Can accept until 2 December 2026 Take it back/,
    )
    const mail = (await world.mails()).findLast(({ to }) => to === email)
    const link = /\/invitations\/[\w-]+/.exec(mail?.text ?? '')?.[0]
    const url = /\/supervision\/invitations\/[\w-]+\/take-back/.exec(sent.html)?.[0]
    assert.ok(link !== undefined && url !== undefined)
    // Asked to join as well, an administrator could take it back where the organisation's invitations are.
    const ofBoth = world.database.write.updateTable('invitation').set({ jobRole: 'social worker' })
    await ofBoth.where('email', '=', email).execute()
    for (const { browser } of [supervisor, administrator]) {
      const { html } = await browser.get('/supervision')
      assert.doesNotMatch(html, /Invitations you sent|wrong\.address/)
      await browser.get('/supervision/start')
      assert.equal((await browser.postOnce(url)).status, 404)
    }
    assert.equal((await world.browse().getOnce(link)).status, 200)
    await stranger.browser.get('/supervision')
    const taken = await stranger.browser.post(url)
    assert.match(taken.text, /You have taken the invitation back/)
    assert.doesNotMatch(taken.html, /Invitations you sent|wrong\.address/)
    assert.equal((await world.browse().getOnce(link)).status, 404)
    const again = await stranger.browser.post(url)
    assert.match(again.text, /That invitation no longer waits for an answer/)
    assert.equal((await stranger.browser.postOnce('/supervision/invitations/no-id/take-back')).status, 404)
  })

  test('lists only what still waits', async () => {
    const { stranger, organisationId } = await givenPair(world)
    const { browser, personId } = stranger
    await browser.get('/supervision/start')
    await browser.post('/supervision/start', { ...asked, organisation: organisationId })
    const expired = world.database.write.updateTable('invitation').set({ expiresAt: world.clock.now() })
    await expired.where('invitedBy', '=', personId).execute()
    assert.doesNotMatch((await browser.get('/supervision')).text, /Invitations you sent/)
  })

  test('says what is wrong beside its field', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    await browser.get('/supervision/start')
    const nothing = await browser.postOnce('/supervision/start', { newId, email: '', organisation: 'none' })
    assert.equal(nothing.status, 422)
    assert.match(nothing.text, /Choose what they are to be/)
    assert.match(nothing.text, /Choose what kind of supervision it is/)
    const alone = { ...asked, kind: 'line-management', organisation: 'none' }
    const manager = await browser.postOnce('/supervision/start', alone)
    assert.match(manager.text, /Line management is in an organisation/)
    const address = await browser.postOnce('/supervision/start', {
      ...asked,
      email: 'no',
      organisation: 'none',
    })
    assert.match(address.text, /Enter an e-mail address/)
    assert.match(address.html, /value="no"/)
    const foreign = (await givenPair(world)).organisationId
    const elsewhere = await browser.postOnce('/supervision/start', { ...asked, organisation: foreign })
    assert.match(elsewhere.text, /Choose an organisation, or none/)
  })

  test('asks into a group of one’s own only', async () => {
    const pair = await givenPair(world, { kind: 'group' })
    const group = { newId, email: asked.email, kind: pair.relationshipId, organisation: pair.organisationId }
    await pair.supervisor.browser.get('/supervision/start')
    const wrong = await pair.supervisor.browser.postOnce('/supervision/start', {
      ...group,
      part: 'supervisor',
    })
    assert.match(wrong.text, /You supervise that group/)
    const right = await pair.supervisor.browser.postOnce('/supervision/start', {
      ...group,
      part: 'supervisee',
    })
    assert.equal(right.status, 303)
    await pair.stranger.browser.get('/supervision/start')
    const theirs = await pair.stranger.browser.postOnce('/supervision/start', {
      ...group,
      part: 'supervisee',
    })
    assert.equal(theirs.status, 422)
  })
})
