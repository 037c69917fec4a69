import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Browser, Fetched } from '../../test/support/browser.ts'
import {
  givenMember,
  givenOrganisation,
  givenRelationship,
  givenSession,
  givenTeam,
} from '../../test/support/given-supervision.ts'
import { givenPractitioner, versionIn, type Practitioner } from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

/** The hidden mark of what a form showed. */
function markIn(html: string): string {
  return /name="version" value="([^"]*)"/.exec(html)?.[1] ?? ''
}

interface Staffed {
  readonly organisationId: string
  readonly administrator: Practitioner
  readonly principal: Practitioner
  readonly member: Practitioner
}

async function givenStaff(name?: string): Promise<Staffed> {
  const organisationId = await givenOrganisation(world, name)
  const who = (knownAs: string, roles: Parameters<typeof givenMember>[2]['roles'] = []) =>
    givenMember(world, organisationId, { knownAs, roles })
  return {
    organisationId,
    administrator: await who('Ada', ['administrator']),
    principal: await who('Pri', ['principal-social-worker']),
    member: await who('Mem'),
  }
}

async function eventsOf(personId: string): Promise<string[]> {
  const rows = await world.database.read
    .selectFrom('auditEvent')
    .select(['event', 'detail'])
    .where('personId', '=', personId)
    .where('event', 'not in', ['account-created', 'signed-in'])
    .orderBy('eventId')
    .execute()
  return rows.map(({ event, detail }) => (detail === null ? event : `${event} ${detail}`))
}

const profile = {
  knownAs: 'Sam Okafor',
  isRegistered: 'yes',
  weekdays: ['1', '2', '3', '4', '5'],
}

suite('nobody and a stranger', () => {
  test('see no page of an organisation: nobody signs in first, a stranger finds nothing', async () => {
    const { organisationId, member } = await givenStaff()
    const stranger = await givenMember(world, await givenOrganisation(world, 'Elsewhere'), {
      knownAs: 'Str',
      roles: ['administrator', 'principal-social-worker', 'auditor'],
    })
    const base = `/organisations/${organisationId}`
    const pages = ['', '/name', '/teams', '/members', `/members/${member.personId}`, '/leave']
    const more = ['/invitations', '/invitations/new', '/policy', '/policy/new', '/policy/versions/1']
    for (const page of [...pages, `/members/${member.personId}/end`, ...more]) {
      const nobody = await world.browse().getOnce(base + page)
      assert.equal(nobody.status, 303, page)
      assert.match(nobody.location ?? '', /^\/sign-in/)
      const theirs = await stranger.browser.get(base + page)
      assert.equal(theirs.status, 404, page)
      assert.doesNotMatch(theirs.text, /Northshire|Ada|Mem/)
    }
    for (const id of ['x', '00000000-0000-0000-0000-000000000000'])
      assert.equal((await stranger.browser.get(`/organisations/${id}`)).status, 404)
  })

  test('change nothing, nor does a member without the role', async () => {
    const { organisationId, principal, member } = await givenStaff()
    const { browser: stranger } = await givenPractitioner(world)
    const base = `/organisations/${organisationId}`
    const posts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['/name', { name: 'Taken over', version: '' }],
      ['/teams', { name: 'Their team' }],
      [`/members/${member.personId}`, { team: '', jobRole: 'x', roles: 'administrator', version: '' }],
      [`/members/${member.personId}/end`, {}],
      ['/invitations/new', { email: 'friend@example.org', jobRole: 'x', team: '', role: 'administrator' }],
      ['/invitations/take-back', { invitation: '00000000-0000-0000-0000-000000000000' }],
    ]
    for (const [path, fields] of posts)
      for (const browser of [stranger, member.browser, principal.browser]) {
        await browser.get('/settings')
        assert.equal((await browser.postOnce(base + path, fields)).status, 404, path)
      }
    for (const browser of [stranger, member.browser]) {
      await browser.get('/settings')
      assert.equal((await browser.postOnce(`${base}/policy/new`, { version: '1' })).status, 404)
    }
    const { name } = await world.database.read
      .selectFrom('organisation')
      .select('name')
      .where('organisationId', '=', organisationId)
      .executeTakeFirstOrThrow()
    assert.equal(name, 'Northshire Council')
    assert.deepEqual(await eventsOf(member.personId), [])
  })
})

suite('a profile', () => {
  test('is asked for before anything else, and leads on to where it was asked', async () => {
    const { browser, personId } = await givenPractitioner(world)
    const first = await browser.get('/organisations/new')
    assert.match(first.text, /First say how you are known/)
    const form = await browser.get('/supervision/profile?next=%2Forganisations%2Fnew')
    assert.match(form.html, /name="next" value="\/organisations\/new"/)
    const saved = await browser.postOnce('/supervision/profile', {
      ...profile,
      version: markIn(form.html),
      next: '/organisations/new',
    })
    assert.equal(saved.location, '/organisations/new')
    assert.match((await browser.get('/supervision/profile')).html, /value="Sam Okafor"/)
    assert.deepEqual(await eventsOf(personId), ['supervision-profile-saved'])
    await browser.get('/supervision/profile')
    const elsewhere = await browser.postOnce('/supervision/profile', {
      ...profile,
      version: markIn((await browser.get('/supervision/profile')).html),
      next: '//evil.example',
    })
    assert.equal(elsewhere.location, '/supervision/profile?done=profile-saved')
  })

  test('keeps what was typed where something is wrong, and changes nothing', async () => {
    const { browser, personId } = await givenPractitioner(world)
    await browser.get('/supervision/profile')
    const wrong = await browser.postOnce('/supervision/profile', {
      knownAs: 'Sam',
      'newlyQualifiedFrom-day': '31',
      'newlyQualifiedFrom-month': '11',
      'newlyQualifiedFrom-year': '2026',
      version: '',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.title, /^Error: /)
    assert.match(wrong.html, /value="Sam"/)
    assert.match(wrong.text, /Select whether you are a registered social worker/)
    assert.match(wrong.text, /The date you started to practise must be a real date/)
    assert.match(wrong.text, /Select at least one day on which you work/)
    assert.deepEqual(await eventsOf(personId), [])
  })

  test('that was changed in another window is not overwritten unseen', async () => {
    const { browser } = await givenMember(world, null, { knownAs: 'Sam' })
    const shown = markIn((await browser.get('/supervision/profile')).html)
    await browser.postOnce('/supervision/profile', { ...profile, knownAs: 'First', version: shown })
    const second = await browser.postOnce('/supervision/profile', {
      ...profile,
      knownAs: 'Second',
      version: shown,
    })
    assert.equal(second.status, 409)
    assert.match(second.html, /value="Second"/)
    const again = await browser.postOnce('/supervision/profile', {
      ...profile,
      knownAs: 'Second',
      version: markIn(second.html),
    })
    assert.equal(again.status, 303)
  })

  test('has absences, which are one’s own', async () => {
    const { browser, personId } = await givenMember(world, null, { knownAs: 'Sam' })
    await browser.get('/supervision/profile/absences')
    const from = { 'from-day': '1', 'from-month': '12', 'from-year': '2026' }
    const to = { 'to-day': '5', 'to-month': '12', 'to-year': '2026' }
    const wrong = await browser.postOnce('/supervision/profile/absences', {
      newId: randomUUID(),
      ...from,
      ...to,
      open: 'yes',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /not both/)
    // Pressed twice, it is one.
    const typed = { newId: randomUUID(), ...from, ...to }
    assert.equal((await browser.postOnce('/supervision/profile/absences', typed)).status, 303)
    const added = await browser.post('/supervision/profile/absences', typed)
    assert.match(added.text, /1 December 2026 to 5 December 2026/)
    const open = await browser.post('/supervision/profile/absences', {
      newId: randomUUID(),
      ...from,
      open: 'yes',
    })
    assert.match(open.text, /From 1 December 2026, until further notice/)
    const absence = /name="absence" value="([^"]+)"/.exec(open.html)?.[1] ?? ''
    const other = await givenMember(world, null, { knownAs: 'Other' })
    await other.browser.get('/supervision/profile/absences')
    const theirs = await other.browser.postOnce('/supervision/profile/absences/remove', { absence })
    assert.equal(theirs.status, 404)
    await browser.get('/supervision/profile/absences')
    const removed = await browser.post('/supervision/profile/absences/remove', { absence })
    assert.equal(removed.text.split('Remove').length, 2)
    assert.deepEqual(await eventsOf(personId), ['absence-added', 'absence-added', 'absence-removed'])
  })
})

suite('an organisation', () => {
  test('is founded by anybody with a profile, who administers it by the standard policy', async () => {
    const { browser, personId } = await givenMember(world, null, { knownAs: 'Fay' })
    await browser.get('/organisations/new')
    const wrong = await browser.postOnce('/organisations/new', {
      newId: randomUUID(),
      name: 'x'.repeat(101),
      jobRole: ' ',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /100 characters or fewer; it has 101/)
    assert.match(wrong.text, /Enter your job role there/)
    const newId = randomUUID()
    const founded = await browser.post('/organisations/new', {
      newId,
      name: 'Westshire',
      jobRole: 'head of service',
    })
    assert.match(founded.text, /Westshire/)
    assert.match(founded.text, /Administrators Fay/)
    assert.match(founded.text, /Looking after the organisation/)
    assert.deepEqual(await eventsOf(personId), [
      'organisation-founded',
      'member-joined',
      'role-given 1',
      'policy-version-made 1',
    ])
    const policy = await browser.get(`${founded.url.split('?')[0]}/policy`)
    assert.match(policy.text, /Version 1, in force since 18 November 2026/)
    assert.match(policy.text, /At least every week in the first 6 weeks of somebody newly qualified/)
  })

  test('is renamed, and has teams with different names', async () => {
    const { organisationId, administrator } = await givenStaff()
    const { browser } = administrator
    const base = `/organisations/${organisationId}`
    const form = await browser.get(`${base}/name`)
    const shown = markIn(form.html)
    const named = await browser.post(`${base}/name`, { name: 'Southshire', version: shown })
    assert.match(named.title, /^Southshire/)
    const stale = await browser.postOnce(`${base}/name`, { name: 'Eastshire', version: shown })
    assert.equal(stale.status, 409)
    assert.match(stale.text, /It is now “Southshire”/)
    assert.match(stale.html, /value="Eastshire"/)

    await browser.post(`${base}/teams`, { name: 'Hospital team' })
    const taken = await browser.postOnce(`${base}/teams`, { name: 'hospital  team' })
    assert.equal(taken.status, 422)
    assert.match(taken.text, /There is a team with this name already/)
    const teams = await browser.get(`${base}/teams`)
    const team = /\/teams\/([0-9a-f-]{36})/.exec(teams.html)?.[1] ?? ''
    const teamForm = await browser.get(`${base}/teams/${team}`)
    const renamed = await browser.post(`${base}/teams/${team}`, {
      name: 'Discharge team',
      version: markIn(teamForm.html),
    })
    assert.match(renamed.text, /Discharge team/)
    assert.equal((await browser.get(`${base}/teams/${crypto.randomUUID()}`)).status, 404)
    assert.deepEqual(await eventsOf(administrator.personId), [
      'organisation-named',
      'team-added',
      'team-named',
    ])
  })

  test('shows its members to administrators, by team and page', async () => {
    const { organisationId, administrator } = await givenStaff()
    const teamId = await givenTeam(world, organisationId, 'Adults')
    await givenMember(world, organisationId, { knownAs: 'In the team', teamId })
    const base = `/organisations/${organisationId}/members`
    const all = await administrator.browser.get(base)
    assert.match(all.text, /4 members/)
    assert.match(all.text, /Ada .*In the team .*Mem .*Pri/)
    const one = await administrator.browser.get(`${base}?team=${teamId}`)
    assert.match(one.text, /1 member /)
    assert.doesNotMatch(one.text, /Mem /)
    const none = await administrator.browser.get(`${base}?team=none`)
    assert.match(none.text, /3 members/)
    assert.match((await administrator.browser.get(`${base}?team=nonsense&page=99999999`)).text, /4 members/)
  })
})

suite('a member', () => {
  async function memberForm(browser: Browser, path: string): Promise<string> {
    return markIn((await browser.get(path)).html)
  }

  test('is moved, and given and taken roles', async () => {
    const { organisationId, administrator, member } = await givenStaff()
    const { browser } = administrator
    const teamId = await givenTeam(world, organisationId, 'Adults')
    const path = `/organisations/${organisationId}/members/${member.personId}`
    const version = await memberForm(browser, path)
    const typed = { team: teamId, jobRole: 'senior social worker', version }
    const moved = await browser.post(path, { ...typed, roles: ['auditor', 'principal-social-worker'] })
    assert.match(moved.text, /Mem .* senior social worker .* Adults .*Principal social worker/)
    const stale = await browser.postOnce(path, { ...typed, jobRole: 'junior', roles: [] })
    assert.equal(stale.status, 409)
    assert.match(stale.html, /value="junior"/)
    const wrong = await browser.postOnce(path, { team: crypto.randomUUID(), jobRole: '', version })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Select a team from the list/)
    await browser.postOnce(path, { ...typed, version: await memberForm(browser, path), roles: 'auditor' })
    assert.deepEqual(await eventsOf(administrator.personId), [
      'member-changed',
      'role-given 2',
      'role-given 3',
      'role-taken 2',
    ])
  })

  test('who is the last administrator cannot go or give it up', async () => {
    const { organisationId, administrator } = await givenStaff()
    const { browser, personId } = administrator
    const base = `/organisations/${organisationId}`
    const path = `${base}/members/${personId}`
    const version = await memberForm(browser, path)
    const refused = [
      await browser.postOnce(path, { team: '', jobRole: 'social worker', version }),
      await browser.postOnce(`${path}/end`),
      await browser.postOnce(`${base}/leave`),
    ]
    for (const reply of refused) {
      assert.equal(reply.status, 422)
      assert.match(reply.text, /must have an administrator, and there is no other/)
    }
    assert.equal((await browser.get(base)).status, 200)
    assert.deepEqual(await eventsOf(personId), [])
  })

  test('makes nobody an auditor who is an administrator, and not themselves', async () => {
    const { organisationId, administrator, member } = await givenStaff()
    const second = await givenMember(world, organisationId, { knownAs: 'Second', roles: ['administrator'] })
    const save = async (who: Practitioner, roles: readonly string[]) => {
      const path = `/organisations/${organisationId}/members/${who.personId}`
      const version = await memberForm(administrator.browser, path)
      return administrator.browser.postOnce(path, { team: '', jobRole: 'social worker', roles, version })
    }
    for (const roles of [['auditor'], ['administrator', 'auditor']]) {
      const own = await save(administrator, roles)
      assert.equal(own.status, 422)
      assert.match(own.text, /You cannot make yourself an auditor/)
    }
    const both = await save(second, ['administrator', 'auditor'])
    assert.equal(both.status, 422)
    assert.match(both.text, /An administrator cannot be an auditor as well/)
    assert.equal((await save(member, ['auditor'])).status, 303)
    assert.equal((await save(second, ['auditor'])).status, 303)
  })

  test('of two last administrators who leave at the same moment one stays', async () => {
    const { organisationId, administrator } = await givenStaff()
    const second = await givenMember(world, organisationId, { knownAs: 'Second', roles: ['administrator'] })
    const path = `/organisations/${organisationId}/leave`
    const leave = async ({ browser }: Practitioner) => {
      await browser.get(path)
      return (await browser.postOnce(path)).status
    }
    const statuses = await Promise.all([administrator, second].map(leave))
    assert.deepEqual(statuses.toSorted(), [303, 422])
  })

  test('who leaves keeps the account; supervision there ends that day, and other supervision goes on', async () => {
    const { organisationId, administrator, principal, member } = await givenStaff()
    const given = { organisationId, supervisor: member, supervisees: [administrator] }
    const supervises = await givenRelationship(world, given)
    const supervised = await givenRelationship(world, {
      organisationId,
      supervisor: principal,
      supervisees: [member],
    })
    const group = await givenRelationship(world, {
      organisationId,
      supervisor: principal,
      supervisees: [member, administrator],
      kind: 'group',
    })
    const alone = await givenRelationship(world, {
      organisationId: null,
      supervisor: principal,
      supervisees: [member],
    })
    const ended = await givenRelationship(world, { ...given, to: '2026-10-01' })
    const { browser } = member
    await browser.get(`/organisations/${organisationId}/leave`)
    const left = await browser.post(`/organisations/${organisationId}/leave`)
    assert.match(left.text, /You have left the organisation/)
    assert.equal((await browser.get(`/organisations/${organisationId}`)).status, 404)
    assert.equal((await browser.get('/cpd')).status, 200)

    const rows = await world.database.read
      .selectFrom('relationship')
      .innerJoin('relationshipSupervisee as s', 's.relationshipId', 'relationship.relationshipId')
      .select(['relationship.relationshipId', 'relationship.toDay', 's.toDay as left', 's.personId'])
      .where('relationship.relationshipId', 'in', [supervises, supervised, group, alone, ended])
      .execute()
    const endOf = (relationshipId: string, personId: string) => {
      const row = rows.find(row => row.relationshipId === relationshipId && row.personId === personId)
      return `${row?.toDay ?? 'open'} ${row?.left ?? 'open'}`
    }
    assert.equal(endOf(supervises, administrator.personId), '2026-11-18 open')
    assert.equal(endOf(supervised, member.personId), '2026-11-18 2026-11-18')
    assert.equal(endOf(group, member.personId), 'open 2026-11-18')
    assert.equal(endOf(group, administrator.personId), 'open open')
    assert.equal(endOf(alone, member.personId), 'open open')
    assert.equal(endOf(ended, administrator.personId), '2026-10-01 2026-10-01')
    assert.deepEqual((await eventsOf(member.personId)).toSorted(), [
      'membership-ended',
      'relationship-ended',
      'relationship-ended',
      'relationship-ended',
    ])
    const former = await administrator.browser.get(`/organisations/${organisationId}/members?former=yes`)
    assert.match(former.text, /Mem .* From 1 September 2026 to 18 November 2026/)
  })

  test('a founding that is sent twice founds one organisation', async () => {
    const founder = await givenMember(world, null, { knownAs: 'Twice' })
    await founder.browser.get('/organisations/new')
    const typed = { newId: randomUUID(), name: 'Founded once', jobRole: 'founder' }
    const presses = [1, 2].map(() => founder.browser.postOnce('/organisations/new', typed))
    for (const { status } of await Promise.all(presses)) assert.equal(status, 303)
    const rows = await world.database.read
      .selectFrom('organisation')
      .select('organisationId')
      .where('name', '=', 'Founded once')
      .execute()
    assert.deepEqual(rows, [{ organisationId: typed.newId }])
  })

  test('who leaves leaves no session planned, and those who had it in their calendar are told', async () => {
    const { organisationId, administrator, principal, member } = await givenStaff()
    const supervised = await givenRelationship(world, {
      organisationId,
      supervisor: principal,
      supervisees: [member],
    })
    const supervises = await givenRelationship(world, {
      organisationId,
      supervisor: member,
      supervisees: [administrator],
    })
    const group = await givenRelationship(world, {
      organisationId,
      supervisor: principal,
      supervisees: [member, administrator],
      kind: 'group',
    })
    const planned = (relationshipId: string, startsAt: string) =>
      givenSession(world, { relationshipId, by: principal, startsAt, state: 'planned' })
    const today = await planned(supervised, '2026-11-18T16:00:00Z')
    const later = await planned(supervised, '2026-12-02T10:00:00Z')
    const laterToo = await planned(supervises, '2026-12-03T10:00:00Z')
    const ofGroup = await planned(group, '2026-12-04T10:00:00Z')
    await member.browser.get(`/organisations/${organisationId}/leave`)
    await member.browser.post(`/organisations/${organisationId}/leave`)
    const rows = await world.database.read
      .selectFrom('supervisionSession')
      .select(['sessionId', 'state'])
      .where('sessionId', 'in', [today, later, laterToo, ofGroup])
      .execute()
    const stateOf = (id: string) => rows.find(({ sessionId }) => sessionId === id)?.state
    assert.deepEqual([today, later, laterToo, ofGroup].map(stateOf), [
      'planned',
      'cancelled',
      'cancelled',
      'planned',
    ])
    const mails = await world.mails()
    const told = ({ email }: Practitioner) =>
      mails.filter(({ to, calendar }) => to === email && calendar !== undefined).length
    assert.deepEqual([told(principal), told(administrator), told(member)], [1, 1, 2])
    // Whoever left knows that it ends, and the others in it are told.
    const ends = mails.filter(({ subject }) => subject === 'A supervision of yours ends')
    assert.ok(ends.some(({ to }) => to === administrator.email))
    const seen = await administrator.browser.get(`/supervision/${supervises}/sessions/${laterToo}`)
    assert.match(seen.text, /Why: Supervision ends before it\./)
  })

  test('whose time is ended has no page any more, and their invitations are taken back', async () => {
    const { organisationId, administrator } = await givenStaff()
    const second = await givenMember(world, organisationId, { knownAs: 'Second', roles: ['administrator'] })
    await invited(second.browser, organisationId, { email: 'late@example.org' })
    const path = `/organisations/${organisationId}/members/${second.personId}`
    await administrator.browser.get(`${path}/end`)
    assert.match((await administrator.browser.post(`${path}/end`)).text, /ends today/)
    assert.equal((await administrator.browser.get(path)).status, 404)
    const link = await linkTo('late@example.org')
    assert.equal(link, null)
    const list = await administrator.browser.get(`/organisations/${organisationId}/invitations`)
    assert.match(list.text, /late@example.org .*Taken back/)
  })
})

interface Typed {
  readonly email: string
  readonly jobRole?: string
  readonly team?: string
  readonly role?: string
}

async function invited(browser: Browser, organisationId: string, typed: Typed): Promise<Fetched> {
  const path = `/organisations/${organisationId}/invitations/new`
  await browser.get(path)
  return await browser.postOnce(path, {
    newId: randomUUID(),
    jobRole: 'social worker',
    team: '',
    role: 'none',
    ...typed,
  })
}

/** The link in the last mail to an address, or null where there was none. */
async function linkTo(email: string): Promise<string | null> {
  const mail = (await world.mails()).findLast(({ to }) => to === email)
  return /http:\/\/confer\.test(\/invitations\/\S+)/.exec(mail?.text ?? '')?.[1] ?? null
}

async function invitationTo(staffed: Staffed, typed: Typed): Promise<string> {
  const reply = await invited(staffed.administrator.browser, staffed.organisationId, typed)
  assert.equal(reply.status, 303, reply.text)
  const link = await linkTo(typed.email)
  assert.ok(link)
  return link
}

suite('an invitation', () => {
  test('is mailed without a name in it, and the page says who asks', async () => {
    const staffed = await givenStaff('Quiet Council')
    const teamId = await givenTeam(world, staffed.organisationId, 'Adults')
    const link = await invitationTo(staffed, { email: 'one@example.org', team: teamId, role: 'auditor' })
    const mail = (await world.mails()).findLast(({ to }) => to === 'one@example.org')
    assert.doesNotMatch(`${mail?.subject} ${mail?.text}`, /Quiet|Ada|Adults|auditor|social worker\b/)
    const page = await world.browse().get(link)
    assert.equal(page.status, 200)
    assert.match(page.text, /Quiet Council/)
    assert.doesNotMatch(page.text, /It was sent to another address/)
    assert.match(page.text, /Ada/)
    assert.match(page.text, /Adults/)
    assert.match(page.text, /Auditor/)
    assert.match(page.html, new RegExp(`href="/sign-in\\?next=${encodeURIComponent(link)}"`))
    const tokens = await world.database.read.selectFrom('invitation').select('tokenHash').execute()
    assert.ok(tokens.every(({ tokenHash }) => tokenHash === null || !link.includes(tokenHash)))
  })

  test('is accepted once, by whoever has the link and says how they are known', async () => {
    const staffed = await givenStaff()
    const teamId = await givenTeam(world, staffed.organisationId, 'Adults')
    const link = await invitationTo(staffed, { email: 'two@example.org', team: teamId, role: 'auditor' })
    const { browser, personId } = await givenPractitioner(world)
    const first = await browser.get(link)
    assert.match(first.text, /First, how you are known/)
    assert.match(first.text, /It was sent to another address than that of your account/)
    const early = await browser.postOnce(link, { answer: 'accept' })
    assert.equal(early.status, 422)
    await browser.get('/supervision/profile')
    const next = await browser.post('/supervision/profile', { ...profile, version: '', next: link })
    assert.match(next.text, /known in supervision as Sam Okafor/)
    assert.equal((await browser.postOnce(link, { answer: 'perhaps' })).status, 422)
    const accepted = await browser.post(link, { answer: 'accept' })
    assert.match(accepted.text, /You have accepted the invitation/)
    assert.match(accepted.text, /Team Adults/)
    assert.match(accepted.text, /Roles Auditor/)
    assert.deepEqual(await eventsOf(personId), [
      'supervision-profile-saved',
      'member-joined',
      'role-given 3',
      'invitation-accepted',
    ])
    assert.equal((await browser.get(link)).status, 404)
    await browser.get('/settings')
    assert.equal((await browser.postOnce(link, { answer: 'accept' })).status, 404)
  })

  test('can be declined, taken back and too old, and then looks as if it never was', async () => {
    const staffed = await givenStaff()
    const { browser, personId } = await givenMember(world, null, { knownAs: 'Dee' })
    const declined = await invitationTo(staffed, { email: 'three@example.org' })
    await browser.get(declined)
    assert.match((await browser.post(declined, { answer: 'decline' })).title, /^Your supervision/)
    assert.deepEqual(await eventsOf(personId), ['invitation-declined'])

    const takenBack = await invitationTo(staffed, { email: 'four@example.org' })
    const { administrator, organisationId } = staffed
    const path = `/organisations/${organisationId}/invitations`
    const list = await administrator.browser.get(path)
    const invitation = /name="invitation" value="([^"]+)"/.exec(list.html)?.[1] ?? ''
    assert.match((await administrator.browser.post(`${path}/take-back`, { invitation })).text, /taken back/)
    const twice = await administrator.browser.postOnce(`${path}/take-back`, { invitation })
    assert.equal(twice.location, path)

    const old = await invitationTo(staffed, { email: 'five@example.org' })
    const now = world.clock.now()
    world.clock.advance(14 * 24 * 60 * 60_000)
    const gone = await Promise.all(
      [declined, takenBack, old, '/invitations/never-was-one-at-all'].map(link => world.browse().get(link)),
    )
    world.clock.set(now)
    for (const page of gone) {
      assert.equal(page.status, 404)
      assert.equal(page.text, gone[0]?.text)
    }
  })

  test('is made and mailed once by a form that is sent twice', async () => {
    const { administrator, organisationId } = await givenStaff()
    const { browser } = administrator
    const list = `/organisations/${organisationId}/invitations`
    const form = await browser.get(`${list}/new`)
    const newId = /name="newId" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
    const email = 'pressed.twice@example.org'
    const typed = { newId, email, jobRole: 'social worker', team: '', role: 'none' }
    for (const _ of [1, 2])
      assert.equal((await browser.postOnce(`${list}/new`, typed)).location, `${list}?done=invited`)
    assert.equal((await world.mails()).filter(({ to }) => to === email).length, 1)
    assert.equal((await browser.get(list)).html.match(/name="invitation"/g)?.length, 1)
    assert.equal((await browser.postOnce(`${list}/new`, { ...typed, newId: 'x' })).status, 400)
  })

  test('is on a list of fifty a page', async () => {
    const { administrator, organisationId } = await givenStaff()
    const createdAt = world.clock.now()
    const invitation = {
      organisationId,
      invitedBy: administrator.personId,
      jobRole: 'social worker',
      createdAt,
    }
    const expiresAt = new Date(createdAt.getTime() + 86_400_000)
    const emails = Array.from({ length: 51 }, (_, index) => `page-${index}@example.org`)
    await world.database.write
      .insertInto('invitation')
      .values(emails.map(email => ({ ...invitation, expiresAt, email, emailKey: email })))
      .execute()
    // One that two members ask of each other is on no page.
    const email = 'page-of-two@example.org'
    const ofTwo = { ...invitation, jobRole: null, part: 'supervisee', relationshipKind: 'professional' }
    await world.database.write
      .insertInto('invitation')
      .values({ ...ofTwo, expiresAt, email, emailKey: email })
      .execute()
    const list = `/organisations/${organisationId}/invitations`
    const { browser } = administrator
    const pages = [await browser.get(list), await browser.get(`${list}?page=2`)]
    const shown = pages.map(({ html }) => [...new Set(html.match(/page-[\w-]+@example\.org/g))])
    assert.deepEqual(
      shown.map(one => one.length),
      [50, 1],
    )
    assert.deepEqual(shown.flat().toSorted(), emails.toSorted())
    assert.match(pages[0]?.text ?? '', /Invited in the last weeks: 51/)
    assert.ok(pages[0]?.html.includes(`href="${list}?page=2"`))
    assert.ok(pages[1]?.html.includes(`href="${list}" rel="prev"`))
    for (const strange of ['0', 'x', '-1', '1e3'])
      assert.equal((await browser.get(`${list}?page=${strange}`)).html.includes('rel="prev"'), false)
  })

  test('is asked for with an address, a job role and not too often', async () => {
    const { organisationId, administrator, member } = await givenStaff()
    const { browser } = administrator
    const wrong = await invited(browser, organisationId, { email: 'nobody', jobRole: '', team: 'x' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /value="nobody"/)
    assert.match(wrong.text, /Enter an e-mail address in the correct format/)
    assert.match(wrong.text, /Enter their job role/)
    assert.match(wrong.text, /Select a team from the list/)
    // Somebody who is there and somebody whom nobody knows: the same answer.
    const known = await invited(browser, organisationId, { email: member.email })
    const unknown = await invited(browser, organisationId, { email: 'unknown@example.org' })
    assert.deepEqual([known.status, known.location], [unknown.status, unknown.location])
  })

  test('is mailed to one address a few times a day, whoever asks', async () => {
    const staffed = await givenStaff()
    for (let i = 0; i < 7; i++)
      await invited(staffed.administrator.browser, staffed.organisationId, { email: 'many@example.org' })
    const mails = (await world.mails()).filter(({ to }) => to === 'many@example.org')
    assert.equal(mails.length, 5)
  })

  test('leads back whoever makes an account for it, without its secret being kept', async () => {
    const staffed = await givenStaff()
    const link = await invitationTo(staffed, { email: 'new@example.org' })
    const browser = world.browse()
    const page = await browser.get(link)
    const create = /href="(\/create-account\?next=[^"]+)"/.exec(page.html)?.[1] ?? ''
    const form = await browser.get(create)
    assert.match(form.html, new RegExp(`name="next" value="${link}"`))
    const password = 'teapot gravel lanternfish'
    const sent = await browser.post('/create-account', {
      email: 'home@example.org',
      password,
      notOnRegister: 'yes',
      next: link,
    })
    assert.match(sent.title, /Check your e-mail/)
    const { invitationId: _id, ...signUp } = await world.database.read
      .selectFrom('signUp')
      .selectAll()
      .where('email', '=', 'home@example.org')
      .executeTakeFirstOrThrow()
    assert.ok(!JSON.stringify(signUp).includes(link.slice('/invitations/'.length)))
    const mail = (await world.mails()).findLast(({ to }) => to === 'home@example.org')
    const confirm = /http:\/\/confer\.test(\/confirm\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    await browser.get(confirm)
    const confirmed = await browser.postOnce(confirm, { password })
    assert.match(confirmed.location ?? '', /^\/invitations\//)
    assert.notEqual(confirmed.location, link)
    assert.match((await browser.get(confirmed.location ?? '')).text, /You are signed in as home@example.org/)
    assert.equal((await world.browse().get(link)).status, 200, 'the mailed link works on')
    const home = await browser.get('/')
    assert.match(home.text, /no CPD is required of somebody who is not/)
    assert.doesNotMatch(home.text, /Renewing your registration/)
    assert.match((await browser.get('/settings')).text, /You are not on it/)
  })

  test('is cleaned away a month after it ended', async () => {
    const staffed = await givenStaff()
    await invitationTo(staffed, { email: 'forgotten@example.org' })
    const job = world.app.jobHandlers.find(({ name }) => name === 'invitation-cleanup')
    const rows = () =>
      world.database.read
        .selectFrom('invitation')
        .select('email')
        .where('email', '=', 'forgotten@example.org')
        .execute()
    const days = (count: number) => new Date(world.clock.now().getTime() + count * 24 * 60 * 60_000)
    await job?.run({}, days(43))
    assert.equal((await rows()).length, 1)
    await job?.run({}, days(44))
    assert.equal((await rows()).length, 0)
  })
})

suite('the policy', () => {
  const typedFrom = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/<input\b[^>]*>/g)]
        .map(([tag]) => tag)
        .filter(tag => /type="(?:text|hidden)"/.test(tag))
        .map(tag => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']),
    )

  test('is seen by every member, and gets a version from a principal social worker', async () => {
    const { organisationId, principal, member } = await givenStaff()
    const path = `/organisations/${organisationId}/policy`
    const seen = await member.browser.get(path)
    assert.match(seen.text, /Version 1, in force since 1 January 2020/)
    assert.doesNotMatch(seen.text, /Make a new version/)
    assert.equal((await member.browser.get(`${path}/new`)).status, 404)

    const { browser } = principal
    const form = await browser.get(`${path}/new`)
    const units = {
      'every-unit-1': 'weeks',
      'until-unit-1': 'weeks',
      'every-unit-2': 'weeks',
      'until-unit-2': 'months',
      'every-unit-3': '',
      'until-unit-3': '',
      'afterwards-unit': 'weeks',
    }
    const typed = {
      ...typedFrom(form.html),
      ...units,
      'afterwards-count': '4',
      shortestMinutes: '60',
      forms: ['one-to-one', 'remote'],
      whoMaySupervise: 'registered-social-worker',
      retentionReason: 'Our schedule of 2026.',
    }
    const wrong = await browser.postOnce(`${path}/new`, {
      ...typed,
      'from-year': '2025',
      'every-unit-1': '',
      shortestMinutes: '7',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /The first day must be today or later/)
    assert.match(wrong.text, /Stage 1: choose weeks or months for how often/)
    assert.match(wrong.text, /Shortest length in minutes must be a whole number between 15 and 480/)
    assert.match(wrong.html, />\s*Our schedule of 2026\.</)
    const made = await browser.post(`${path}/new`, typed)
    assert.match(made.text, /Version 2, in force since 18 November 2026/)
    assert.match(made.text, /At least every 4 weeks after that, and for everybody else/)
    assert.match(made.text, /Registered social workers only/)
    const stale = await browser.postOnce(`${path}/new`, { ...typed, shortestMinutes: '45' })
    assert.equal(stale.status, 409)
    assert.match(stale.html, /value="45"/)
    const earlier = await member.browser.get(`${path}/versions/1`)
    assert.match(earlier.text, /At least 90 minutes/)
    assert.equal((await member.browser.get(`${path}/versions/3`)).status, 404)
    assert.deepEqual(await eventsOf(principal.personId), ['policy-version-made 2'])
    assert.equal(versionIn(form.html), '1')
  })
})
