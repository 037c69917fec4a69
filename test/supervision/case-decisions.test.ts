import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  givenDoor,
  givenSessionCast,
  onlyFor,
  readingsOf,
  statusesFor,
} from '../support/given-session-cast.ts'
import type { Practitioner } from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld({ BACKUP_DAYS: '35' })
})
after(() => world.close())

const decision = {
  reference: 'C-4711',
  decision: 'The visits go on weekly, unannounced.',
  rationale: 'The last three announced visits told us little.',
  actions: 'The social worker visits; the supervisor tells the panel.',
  'by-day': '14',
  'by-month': '12',
  'by-year': '2026',
}

const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

async function add({ browser }: Practitioner, at: string, typed: Record<string, string> = decision) {
  const page = await browser.get(`${at}/case-decisions`)
  return browser.post(`${at}/case-decisions`, { decisionId: hiddenIn(page.html, 'decisionId'), ...typed })
}

async function kept(sessionId: string) {
  return world.database.read
    .selectFrom('caseDecision')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .execute()
}

test('only the two of them read case decisions, and a manager or an auditor through a door of theirs', async () => {
  const cast = await givenSessionCast(world)
  const url = `${cast.at}/case-decisions`
  assert.deepEqual(await statusesFor(world, cast, url), onlyFor('supervisor', 'supervisee'))
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  await givenDoor(world, cast.relationshipId, cast.auditor, 'auditor')
  assert.deepEqual(
    await statusesFor(world, cast, url),
    onlyFor('supervisor', 'supervisee', 'manager', 'auditor'),
  )
  // Two, then four: who was refused has read nothing.
  assert.deepEqual(await readingsOf(world, cast.relationshipId), Array(6).fill('case-decisions'))
})

test('only the supervisor writes, changes, downloads and empties them', async () => {
  const cast = await givenSessionCast(world)
  await add(cast.supervisor, cast.at)
  const [row] = await kept(cast.sessionId)
  assert.ok(row)
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  for (const rest of [`case-decisions/${row.decisionId}`, 'case-decisions-file', 'take-out-case-decisions'])
    assert.deepEqual(await statusesFor(world, cast, `${cast.at}/${rest}`), onlyFor('supervisor'), rest)
  for (const { browser } of [
    cast.supervisee,
    cast.manager,
    cast.colleague,
    cast.stranger,
    cast.formerSupervisor,
  ]) {
    const added = await browser.post(`${cast.at}/case-decisions`, { decisionId: cast.sessionId, ...decision })
    const changed = await browser.post(`${cast.at}/case-decisions/${row.decisionId}`, {
      seen: '',
      press: 'remove',
      ...decision,
    })
    const emptied = await browser.post(`${cast.at}/take-out-case-decisions`, { sha256: '', filed: 'yes' })
    assert.deepEqual([added.status, changed.status, emptied.status], [404, 404, 404])
  }
  assert.deepEqual(await kept(cast.sessionId), [row])
})

test('what is wrong with a decision is told beside its field, and what was typed stays', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  const page = await add(supervisor, at, { ...decision, reference: ' ', rationale: '', 'by-month': '13' })
  assert.equal(page.status, 422)
  assert.match(page.title, /^Error: /)
  for (const id of ['reference', 'rationale', 'by-month'])
    assert.match(page.html, new RegExp(`href="#${id}"`), id)
  assert.match(page.html, /unannounced/)
  assert.match(page.text, /The day by when must be a real date/)
  assert.deepEqual(await kept(sessionId), [])
})

test('a day that is none is told once', async () => {
  const { supervisor, at } = await givenSessionCast(world)
  const page = await add(supervisor, at, { ...decision, 'by-day': '31', 'by-month': '11' })
  // In the summary, and beside the field.
  assert.equal(page.text.match(/The day by when must be a real date/g)?.length, 2)
  assert.match(page.html, /href="#by-day"/)
})

test('a press that comes twice adds one decision', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  const form = await supervisor.browser.get(`${at}/case-decisions`)
  const typed = { decisionId: hiddenIn(form.html, 'decisionId'), ...decision }
  assert.equal((await supervisor.browser.postOnce(`${at}/case-decisions`, typed)).status, 303)
  assert.equal((await supervisor.browser.postOnce(`${at}/case-decisions`, typed)).status, 303)
  assert.equal((await kept(sessionId)).length, 1)
  const other = await supervisor.browser.post(`${at}/case-decisions`, { ...typed, decision: 'Another one.' })
  assert.equal(other.status, 409)
  assert.match(other.text, /Another one\./)
})

test('a form that was overtaken changes nothing and gives back what was typed', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  await add(supervisor, at)
  const [row] = await kept(sessionId)
  const url = `${at}/case-decisions/${row?.decisionId}`
  const first = await supervisor.browser.get(url)
  const seen = hiddenIn(first.html, 'seen')
  const changed = await supervisor.browser.post(url, { ...decision, seen, press: 'change', reference: 'C-1' })
  assert.match(changed.text, /The decision is changed/)
  const late = await supervisor.browser.post(url, {
    ...decision,
    seen,
    press: 'change',
    decision: 'Too late.',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Too late\./)
  assert.equal((await kept(sessionId))[0]?.reference, 'C-1')
})

test('the document has the decisions in words and names nobody', async () => {
  const { supervisor, at } = await givenSessionCast(world)
  await add(supervisor, at)
  const file = await supervisor.browser.get(`${at}/case-decisions-file`)
  assert.match(String(file.headers['content-disposition']), /filename="case-decisions-2026-11-16\.txt"/)
  assert.match(file.html, /Case reference:\r\nC-4711\r\n[^]*DECISION 1 OF 1\r\n\r\nDecision:\r\n/)
  assert.match(file.html, /Decided:\r\nIn the supervision session on 16 November 2026\r\n/)
  assert.match(
    file.html,
    /Written down:\r\nBy the supervisor \(social worker\), on 18 November 2026 at 2:00pm\r\n/,
  )
  assert.match(file.html, /By when:\r\n14 December 2026\r\n/)
  assert.doesNotMatch(file.html, /Sam|Nic/)
})

test('emptied here, not a word of a decision stays anywhere in the database', async () => {
  const { supervisor, supervisee, at, sessionId } = await givenSessionCast(world)
  await add(supervisor, at, { ...decision, decision: 'Zanzibar-decided', rationale: 'Zanzibar-because' })
  await add(supervisor, at, { ...decision, actions: 'Zanzibar-does' })
  const page = await supervisor.browser.get(`${at}/take-out-case-decisions`)
  assert.match(page.text, /Backups made before you empty it lose it when they expire, after 35 days\./)
  const sha256 = hiddenIn(page.html, 'sha256')
  const unfiled = await supervisor.browser.post(`${at}/take-out-case-decisions`, { sha256 })
  assert.equal(unfiled.status, 422)
  assert.match(unfiled.html, /href="#filed"/)
  const emptied = await supervisor.browser.post(`${at}/take-out-case-decisions`, { sha256, filed: 'yes' })
  assert.match(emptied.text, /2 decisions were taken out on 18 November 2026 at 2:00pm/)
  assert.deepEqual(await tablesThatSay('Zanzibar'), [])
  const shown = await supervisee.browser.get(`${at}/case-decisions`)
  assert.match(shown.text, /2 decisions were taken out/)
  for (const row of await kept(sessionId))
    assert.deepEqual(
      [row.reference, row.decision, row.rationale, row.actions, row.byDay],
      [null, null, null, null, null],
    )
})

test('each case has a document of its own, which is filed and emptied by itself', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  const { browser } = supervisor
  await add(supervisor, at)
  world.clock.advance(60_000)
  await add(supervisor, at, { ...decision, reference: 'C-2', decision: 'She moves in with her aunt.' })
  world.clock.advance(60_000)
  await add(supervisor, at, { ...decision, decision: 'A second one about the first.' })
  const takeOut = `${at}/take-out-case-decisions`
  const page = await browser.get(takeOut)
  assert.match(page.text, /Case C-4711 .*2 decisions .*Case C-2 .*1 decision/)
  const addresses = [...page.html.matchAll(/href="([^"]*case-decisions-file\?of=[^"]*)"/g)].map(
    ([, to]) => to ?? '',
  )
  assert.equal(addresses.length, 2)
  const [first, second] = [await browser.get(addresses[0] ?? ''), await browser.get(addresses[1] ?? '')]
  assert.match(first.html, /C-4711[^]*unannounced[^]*A second one about the first/)
  assert.doesNotMatch(first.html, /C-2|aunt/)
  assert.match(second.html, /C-2[^]*aunt/)
  assert.doesNotMatch(second.html, /C-4711|unannounced/)
  assert.equal((await browser.get(`${at}/case-decisions-file`)).status, 404)

  const hashes = [...page.html.matchAll(/name="sha256" value="([^"]*)"/g)].map(([, hash]) => hash ?? '')
  const of = hiddenIn(page.html.slice(page.html.indexOf('Case C-2')), 'of')
  const unticked = await browser.post(takeOut, { of, sha256: hashes[1] ?? '' })
  assert.match(unticked.html, /href="#filed-2"/)
  const emptied = await browser.post(takeOut, { of, sha256: hashes[1] ?? '', filed: 'yes' })
  assert.match(emptied.text, /decisions about that case are taken out.*Case C-4711/)
  const left = await kept(sessionId)
  assert.deepEqual(left.map(({ reference }) => reference).toSorted(), ['C-4711', 'C-4711', null])
  assert.deepEqual(await tablesThatSay('aunt'), [])
  const last = await browser.post(takeOut, { of: '', sha256: hashes[0] ?? '', filed: 'yes' })
  assert.match(last.text, /The decisions are taken out\. Confer does not hold them any more/)
  world.clock.set('2026-11-18T14:00:00Z')
})

test('nothing is emptied while something about it is set aside: it may not be in what was filed', async () => {
  const { supervisor, supervisee, at, sessionId } = await givenSessionCast(world)
  const { browser } = supervisor
  await add(supervisor, at)
  const [row] = await kept(sessionId)
  // Forms that came after their session had ended wait for their owner; one of somebody who may not send it waits for nothing.
  const setAside = async ({ personId }: Practitioner, path: string) => {
    const formId = randomUUID()
    const fields = JSON.stringify([['decision', 'Set aside.']])
    const form = { formId, personId, path, fields, setAsideAt: world.clock.now() }
    await world.database.write.insertInto('setAsideForm').values(form).execute()
    return formId
  }
  await setAside(supervisee, `${at}/case-decisions`)
  const takeOut = `${at}/take-out-case-decisions`
  for (const path of [`${at}/case-decisions`, `${at}/case-decisions/${row?.decisionId}`]) {
    const formId = await setAside(supervisor, path)
    const page = await browser.get(takeOut)
    assert.match(page.text, /something you sent about these case decisions is set aside/i)
    const refused = await browser.post(takeOut, { sha256: hiddenIn(page.html, 'sha256'), filed: 'yes' })
    assert.equal(refused.status, 409)
    assert.match(refused.html, /href="\/set-aside\?next=/)
    assert.ok((await kept(sessionId)).every(({ extractedAt }) => extractedAt === null))
    assert.match((await browser.get('/set-aside')).text, /Set aside\./)
    await browser.post(`/set-aside/${formId}/discard`, { next: takeOut })
  }
  const sha256 = hiddenIn((await browser.get(takeOut)).html, 'sha256')
  assert.match((await browser.post(takeOut, { sha256, filed: 'yes' })).text, /1 decision was taken out/)
  assert.deepEqual(await tablesThatSay('Set aside.'), [])
})

test('a decision that was added since the download is not emptied unfiled', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  await add(supervisor, at)
  const sha256 = hiddenIn((await supervisor.browser.get(`${at}/take-out-case-decisions`)).html, 'sha256')
  await add(supervisor, at, { ...decision, decision: 'Added since.' })
  const emptied = await supervisor.browser.post(`${at}/take-out-case-decisions`, { sha256, filed: 'yes' })
  assert.equal(emptied.status, 409)
  assert.equal((await kept(sessionId)).filter(row => row.extractedAt === null).length, 2)
})

test('where the content of a session is not recorded there are no case decisions, and a form sent all the same is given back', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  const form = await supervisor.browser.get(`${at}/case-decisions`)
  await world.database.write
    .updateTable('supervisionSession')
    .set({ isContentRecorded: false })
    .where('sessionId', '=', sessionId)
    .execute()
  const page = await supervisor.browser.get(`${at}/case-decisions`)
  assert.equal(page.status, 200)
  assert.match(page.text, /is not recorded/)
  const sent = await supervisor.browser.post(`${at}/case-decisions`, {
    decisionId: hiddenIn(form.html, 'decisionId'),
    ...decision,
  })
  assert.equal(sent.status, 409)
  assert.match(sent.text, /unannounced/)
  assert.deepEqual(await kept(sessionId), [])
})

/** The tables in which some row has that word. */
async function tablesThatSay(word: string): Promise<string[]> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: world.connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    )
    const found: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
        `%${word}%`,
      ])
      if (rowCount) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

test('whoever no longer supervises still takes them out, and finds nothing else there', async () => {
  const { supervisor, at, sessionId, relationshipId } = await givenSessionCast(world)
  const { browser } = supervisor
  await add(supervisor, at)
  const takeOut = `${at}/take-out-case-decisions`
  const shownOn = async (url: string) => (await browser.get(url)).html.includes(`href="${takeOut}"`)
  assert.ok(await shownOn('/supervision'))
  assert.ok(await shownOn(`/supervision/${relationshipId}/end`))
  assert.match((await browser.get('/supervision')).text, /Sign the record of the session on/)
  const { organisationId } = await world.database.read
    .selectFrom('relationship')
    .select('organisationId')
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirstOrThrow()
  assert.ok(await shownOn(`/organisations/${organisationId}/leave`))
  await browser.post(`/organisations/${organisationId}/leave`)

  assert.ok(await shownOn('/supervision'))
  assert.doesNotMatch((await browser.get('/supervision')).text, /Sign the record/)
  for (const rest of ['', '/case-decisions', '/record', '/actions', '/time-spent'])
    assert.equal((await browser.get(at + rest)).status, 404, rest)
  const file = await browser.getOnce(`${at}/case-decisions-file`)
  assert.equal(file.status, 200)
  assert.match(file.html, /C-4711/)
  const page = await browser.get(takeOut)
  assert.equal(
    (await browser.postOnce(`${at}/case-decisions`, { decisionId: sessionId, ...decision })).status,
    404,
  )
  const sha256 = hiddenIn(page.html, 'sha256')
  await browser.get(takeOut)
  const emptied = await browser.post(takeOut, { sha256, filed: 'yes' })
  assert.match(emptied.text, /The case decisions are emptied here\./)
  assert.ok(!(await shownOn('/supervision')))
  assert.equal((await browser.getOnce(`${at}/case-decisions-file`)).status, 404)
  assert.ok((await kept(sessionId)).every(row => row.decision === null))
})

test('a form sent without its tick still speaks of the document that its page had', async () => {
  const { supervisor, at, sessionId } = await givenSessionCast(world)
  await add(supervisor, at)
  const url = `${at}/take-out-case-decisions`
  const sha256 = hiddenIn((await supervisor.browser.get(url)).html, 'sha256')
  // Filed, and in another tab one more is added.
  await add(supervisor, at, { ...decision, decision: 'Another one.' })
  const unticked = await supervisor.browser.post(url, { sha256 })
  assert.equal(unticked.status, 422)
  assert.equal(hiddenIn(unticked.html, 'sha256'), sha256)
  const emptied = await supervisor.browser.post(url, {
    sha256: hiddenIn(unticked.html, 'sha256'),
    filed: 'yes',
  })
  assert.equal(emptied.status, 409)
  assert.equal((await kept(sessionId)).filter(({ decision: kept }) => kept !== null).length, 2)
})
