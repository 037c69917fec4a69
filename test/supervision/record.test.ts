import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { databaseContents } from '../support/database-contents.ts'
import { givenMember, givenRelationship, givenSession } from '../support/given-supervision.ts'
import {
  givenGroupSession,
  givenDoor,
  givenSessionCast,
  onlyFor,
  readingsOf,
  statusesFor,
  type SessionCast,
} from '../support/given-session-cast.ts'
import type { Practitioner } from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const empty = { wellbeing: '', workload: '', learning: '', reflection: '', standards: '', feedback: '' }
const written = { ...empty, wellbeing: 'Tired, and glad of the leave.', learning: 'A course on hoarding.' }

/** Saves a form of the draft as the page has it now. */
async function save(
  { browser }: Practitioner,
  at: string,
  form: 'record' | 'record/comment',
  typed: Readonly<Record<string, string>>,
) {
  const { html } = await browser.get(`${at}/record`)
  const machinery = { version: hiddenIn(html, 'version'), seen: hiddenIn(html, 'seen'), saveId: '' }
  return browser.post(`${at}/${form}`, { ...machinery, press: 'draft', title: '', ...typed })
}

const comment = (who: Practitioner, at: string, text: string) =>
  save(who, at, 'record/comment', { [`comment-${who.personId}`]: text })

async function sign({ browser }: Practitioner, at: string) {
  const page = await browser.get(`${at}/record/sign`)
  return browser.post(`${at}/record/sign`, { sha256: hiddenIn(page.html, 'sha256') })
}

async function answer({ browser }: Practitioner, at: string, agrees: string, words = '') {
  const page = await browser.get(`${at}/record`)
  return browser.post(`${at}/record/answer`, { sha256: hiddenIn(page.html, 'sha256'), agrees, words })
}

async function add({ browser }: Practitioner, at: string, addition: string, number = '0') {
  return browser.post(`${at}/record/additions`, { number, addition })
}

async function signedCast(): Promise<SessionCast> {
  const cast = await givenSessionCast(world)
  await save(cast.supervisor, cast.at, 'record', written)
  await sign(cast.supervisor, cast.at)
  return cast
}

test('who may read the record, who may write it, and that every reading leaves its trace', async () => {
  const cast = await givenSessionCast(world)
  const { at, supervisor, supervisee, manager, auditor } = cast
  await save(supervisor, at, 'record', { ...written, wellbeing: 'Zebra.' })
  assert.deepEqual(await statusesFor(world, cast, `${at}/record`), onlyFor('supervisor', 'supervisee'))
  assert.deepEqual(await statusesFor(world, cast, `${at}/record/sign`), onlyFor('supervisor'))
  const pair = onlyFor('supervisor', 'supervisee')
  assert.deepEqual(await statusesFor(world, cast, `${at}/record/versions`), pair)
  await givenDoor(world, cast.relationshipId, manager, 'manager')
  await givenDoor(world, cast.relationshipId, auditor, 'auditor')
  const readers = onlyFor('supervisor', 'supervisee', 'manager', 'auditor')
  const before = (await readingsOf(world, cast.relationshipId)).length
  assert.deepEqual(await statusesFor(world, cast, `${at}/record`), readers)
  assert.equal((await readingsOf(world, cast.relationshipId)).length, before + 4)
  // A draft is for those who were there.
  assert.match((await supervisee.browser.get(`${at}/record`)).html, /Zebra/)
  assert.doesNotMatch((await manager.browser.get(`${at}/record`)).html, /Zebra/)
  for (const who of [supervisee, manager, auditor, cast.colleague, cast.stranger, cast.formerSupervisor]) {
    const saved = await save(who, at, 'record', { ...empty, wellbeing: 'Mine.' })
    const signed = await who.browser.post(`${at}/record/sign`, { sha256: '' })
    assert.deepEqual([saved.status, signed.status], [404, 404])
  }
  for (const who of [supervisor, manager, auditor, cast.colleague, cast.stranger, cast.formerSupervisor]) {
    const commented = await comment(who, at, 'Mine.')
    const answered = await who.browser.post(`${at}/record/answer`, { sha256: '', agrees: 'yes', words: '' })
    assert.deepEqual([commented.status, answered.status], [404, 404])
  }
  await sign(supervisor, at)
  assert.match((await manager.browser.get(`${at}/record`)).html, /Zebra/)
})

test('a supervisee comments in a field of their own while the supervisor writes on', async () => {
  const { supervisor, supervisee, at } = await givenSessionCast(world)
  await save(supervisor, at, 'record', written)
  const theirs = await supervisor.browser.get(`${at}/record`)
  const commented = await comment(supervisee, at, 'I would rather say worn out.')
  assert.match(commented.text, /The draft is saved/)
  // The supervisor's page was open meanwhile: nothing clashes, and nothing is written over.
  const saved = await supervisor.browser.post(`${at}/record`, {
    version: hiddenIn(theirs.html, 'version'),
    seen: hiddenIn(theirs.html, 'seen'),
    saveId: '',
    press: 'draft',
    ...written,
    workload: 'Eighteen cases.',
  })
  assert.match(saved.text, /Comments on the draft Nic Supervisee I would rather say worn out\./)
  assert.match((await supervisee.browser.get(`${at}/record`)).text, /Eighteen cases\./)
  const other = await supervisee.browser.post(`${at}/record/comment`, {
    [`comment-${supervisor.personId}`]: 'Not mine.',
  })
  assert.equal(other.status, 400)
})

test('two windows that change the same section are both shown, and in the background it is a clash', async () => {
  const { supervisor, at } = await givenSessionCast(world)
  await save(supervisor, at, 'record', written)
  const open = await supervisor.browser.get(`${at}/record`)
  const machinery = { version: hiddenIn(open.html, 'version'), seen: hiddenIn(open.html, 'seen') }
  await save(supervisor, at, 'record', { ...written, learning: 'Said in the other window.' })
  const typed = { ...machinery, press: 'draft', ...written, learning: 'Said in this window.' }
  const told = await supervisor.browser.postOnce(
    `${at}/record`,
    { ...typed, saveId: randomUUID() },
    { accept: 'application/json' },
  )
  assert.deepEqual(JSON.parse(told.html), {
    outcome: 'clash',
    clashes: [{ id: 'learning', label: 'Learning and development' }],
    isByOther: false,
  })
  const choose = await supervisor.browser.post(`${at}/record`, { ...typed, saveId: randomUUID() })
  assert.equal(choose.status, 409)
  assert.match(choose.text, /Said in this window\..*Said in the other window\./)
  const earlier = await supervisor.browser.get(`${at}/record/versions`)
  const link = /href="([^"]+\/record\/versions\/\d+)"/.exec(earlier.html)?.[1]
  assert.ok(link)
  const version = await supervisor.browser.get(link)
  assert.match(version.html, /this<|Said in/)
  const restored = await supervisor.browser.post(link, { version: hiddenIn(version.html, 'version') })
  assert.match(restored.html, /Said in this window\./)
})

test('a supervisee finds the earlier texts of their own comment and restores it, and nobody else reads them', async () => {
  const { supervisor, supervisee, at } = await givenSessionCast(world)
  await save(supervisor, at, 'record', written)
  const long = 'I would rather say worn out, and that nobody asked me about the leave. '.repeat(8)
  await comment(supervisee, at, long)
  await comment(supervisee, at, 'Agreed.')
  await save(supervisor, at, 'record', { ...written, workload: 'Eighteen cases.' })
  const list = await supervisee.browser.get(`${at}/record/versions`)
  const link = /href="([^"]+\/record\/versions\/\d+)"/.exec(list.html)?.[1]
  assert.ok(link)

  const theirs = await supervisor.browser.get(link)
  assert.equal(theirs.status, 200)
  assert.doesNotMatch(theirs.text, /worn out|Agreed\./)
  // The supervisor restores the sections, and the comment stays as its writer left it.
  await supervisor.browser.post(link, { version: hiddenIn(theirs.html, 'version') })
  assert.match((await supervisee.browser.get(`${at}/record`)).text, /Agreed\./)
  await save(supervisor, at, 'record', { ...written, workload: 'Eighteen cases.' })

  const own = await supervisee.browser.get(link)
  assert.match(own.text, /Your comment .*had then: .*worn out/)
  assert.match(own.text, /Only this would come back: Your comment\./)
  const stale = await supervisee.browser.post(link, { version: '1' })
  assert.equal(stale.status, 409)
  const restored = await supervisee.browser.post(link, { version: hiddenIn(own.html, 'version') })
  assert.match(restored.text, /The draft is saved.*Eighteen cases\..*worn out/)
  assert.match((await supervisor.browser.get(`${at}/record`)).text, /Comments on the draft .*worn out/)
  // There is nothing of theirs to restore any more, though the sections differ.
  assert.doesNotMatch((await supervisee.browser.get(link)).text, /Restore this/)
})

test('in a group nobody finds the comment of another among the earlier versions, nor restores it', async () => {
  const cast = await givenSessionCast(world)
  const { second, at } = await givenGroupSession(world, cast, 'Sid Second')
  await save(cast.supervisor, at, 'record', written)
  await comment(cast.supervisee, at, 'I would rather say worn out. '.repeat(20))
  await comment(second, at, 'Mine stays.')
  await comment(cast.supervisee, at, 'Agreed.')
  const list = await second.browser.get(`${at}/record/versions`)
  const links = [...list.html.matchAll(/href="([^"]+\/record\/versions\/\d+)"/g)]
  assert.ok(links.length > 0)
  for (const [, link = ''] of links) {
    const shown = await second.browser.get(link)
    assert.equal(shown.status, 200)
    assert.doesNotMatch(shown.text, /worn out|Agreed\./)
    await second.browser.post(link, { version: hiddenIn(shown.html, 'version') })
  }
  const page = await cast.supervisor.browser.get(`${at}/record`)
  assert.match(page.text, /Agreed\./)
  assert.doesNotMatch(page.text, /worn out/)
})

test('the press signs the text that was on the screen: one that was changed since is shown anew', async () => {
  const { supervisor, supervisee, at, sessionId, relationshipId } = await givenSessionCast(world)
  await save(supervisor, at, 'record', written)
  const page = await supervisor.browser.get(`${at}/record/sign`)
  await comment(supervisee, at, 'One more thing.')
  const sha256 = hiddenIn(page.html, 'sha256')
  const before = (await readingsOf(world, relationshipId)).length
  const late = await supervisor.browser.post(`${at}/record/sign`, { sha256 })
  assert.equal(late.status, 409)
  // It shows the comment, so it is a reading.
  assert.equal((await readingsOf(world, relationshipId)).length, before + 1)
  assert.match(late.text, /nothing was signed.*One more thing\./)
  const signed = await sign(supervisor, at)
  assert.match(signed.text, /You have signed the record/)
  const kept = await world.database.read
    .selectFrom('jointRecord')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .executeTakeFirstOrThrow()
  assert.equal(kept.sha256, createHash('sha256').update(kept.content).digest('hex'))
  assert.match(kept.content, /One more thing\./)
  assert.doesNotMatch(kept.content, /Sam|Nic/)
  const drafts = await world.database.read
    .selectFrom('sharedDraft')
    .select('version')
    .where('aboutId', '=', sessionId)
    .execute()
  assert.deepEqual(drafts, [])
})

test('the supervisor is told what might identify somebody, beside the draft and before signing, and asked once more', async () => {
  const { supervisor, supervisee, at, sessionId } = await givenSessionCast(world)
  const secret = 'zephyrine@example.org'
  const reflection = `Nic thought of Sam’s plan, and of ${secret}.`
  await save(supervisor, at, 'record', { ...empty, reflection })
  const draft = await supervisor.browser.get(`${at}/record`)
  assert.match(draft.text, /We found 1 thing to look at\. .*In “Reflection” .*zephyrine@example\.org/)
  assert.match(draft.text, /This looks like an e-mail address\. It leads to one person\./)
  assert.doesNotMatch((await supervisee.browser.get(`${at}/record`)).text, /thing to look at/)

  const before = await databaseContents(world.connectionString)
  const page = await supervisor.browser.get(`${at}/record/sign`)
  assert.match(page.text, /We found 1 thing to look at\. .*Change it : “zephyrine@example\.org”/)
  const sha256 = hiddenIn(page.html, 'sha256')
  const asked = await supervisor.browser.post(`${at}/record/sign`, { sha256 })
  assert.equal(asked.status, 422)
  assert.match(
    asked.text,
    /Not signed yet .*We found 1 thing that is likely to identify somebody\..*Sign anyway/,
  )
  assert.doesNotMatch(asked.url, /zephyrine/)
  const after = await databaseContents(world.connectionString)
  // To look leaves the trace of a reading; of what was found nothing is left anywhere.
  assert.deepEqual(
    Object.keys(after).filter(table => after[table] !== before[table]),
    ['public.supervision_reading'],
  )

  const signed = await supervisor.browser.post(`${at}/record/sign`, { sha256, press: 'anyway' })
  assert.match(signed.text, /You have signed the record/)
  const kept = await world.database.read
    .selectFrom('jointRecord')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .executeTakeFirstOrThrow()
  assert.equal(kept.sha256, sha256)
  assert.doesNotMatch(Object.values({ ...kept, content: '' }).join(' '), /zephyrine/)
})

test('a supervisee is told what might identify somebody in their own comment, and in nobody else’s words', async () => {
  const { supervisor, supervisee, at } = await givenSessionCast(world)
  await save(supervisor, at, 'record', { ...written, reflection: 'We thought of Kelly Marsh.' })
  assert.doesNotMatch((await supervisee.browser.get(`${at}/record`)).text, /What might identify somebody/)
  await comment(supervisee, at, 'Ann Osei-Bonsu was glad, says Sam Supervisor.')
  const { html, text } = await supervisee.browser.get(`${at}/record`)
  assert.match(text, /What might identify somebody/)
  const found = [...html.matchAll(/<mark class="confer-found">([^<]*)</g)].map(([, words]) => words)
  assert.deepEqual(found, ['Ann Osei-Bonsu'])
})

test('words that stand beside a record for good are asked about once, and the same words pressed again are meant', async () => {
  const { supervisor, supervisee, at } = await signedCast()
  const likely = 'Nic told kelly.marsh@example.org.'
  const asked = await answer(supervisee, at, 'no', likely)
  assert.equal(asked.status, 422)
  assert.match(asked.text, /Not kept yet We found 1 thing that is likely to identify somebody/)
  assert.match(asked.text, /Sign with this answer anyway/)
  assert.match(asked.html, /value="no"[^>]*checked/)
  const { browser } = supervisee
  const sha256 = hiddenIn(asked.html, 'sha256')
  const typed = { sha256, agrees: 'no', words: likely, asked: hiddenIn(asked.html, 'asked') }
  // Whoever adds something else that is likely is asked about that.
  const more = await browser.post(`${at}/record/answer`, { ...typed, words: `${likely} Ring 0161 496 0123.` })
  assert.equal(more.status, 422)
  const kept = await browser.post(`${at}/record/answer`, typed)
  assert.match(kept.text, /Disagreed on .* Nic told kelly\.marsh@example\.org\./)

  await supervisor.browser.get(`${at}/record`)
  const refused = await add(supervisor, at, likely)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Add it anyway/)
  const again = { number: '0', addition: likely, asked: hiddenIn(refused.html, 'asked') }
  assert.match((await supervisor.browser.post(`${at}/record/additions`, again)).text, /Your addition is kept/)
  assert.match((await add(supervisor, at, 'Sam Supervisor will ask.', '1')).text, /Your addition is kept/)
})

test('signed, the draft takes no more: what was typed is given back, and a script is told', async () => {
  const { supervisor, supervisee, at } = await signedCast()
  const typed = { version: '1', seen: '', saveId: '', press: 'draft', ...written, feedback: 'Too late.' }
  const late = await supervisor.browser.post(`${at}/record`, typed)
  assert.equal(late.status, 409)
  assert.match(late.text, /Too late\./)
  const told = await supervisor.browser.postOnce(`${at}/record`, typed, { accept: 'application/json' })
  assert.deepEqual(JSON.parse(told.html), {
    outcome: 'refused',
    because: 'the supervisor has signed the record meanwhile, and its draft takes no more changes',
  })
  assert.equal((await comment(supervisee, at, 'Too late as well.')).status, 409)
  assert.doesNotMatch((await supervisor.browser.get(`${at}/record`)).text, /Too late/)
})

test('nothing is signed of a session that was not held, nor where nothing is written', async () => {
  const planned = await givenSessionCast(world, { state: 'planned' })
  await save(planned.supervisor, planned.at, 'record', written)
  const early = await sign(planned.supervisor, planned.at)
  assert.equal(early.status, 409)
  assert.match(early.text, /Nobody has said yet that the session was held/)
  const held = await givenSessionCast(world)
  const nothing = await sign(held.supervisor, held.at)
  assert.equal(nothing.status, 409)
  assert.match(nothing.text, /Nothing is written yet/)
})

test('a supervisee disagrees in their own words, which stand beside the record for good', async () => {
  const { supervisor, supervisee, at, sessionId } = await signedCast()
  const wordless = await answer(supervisee, at, 'no')
  assert.equal(wordless.status, 422)
  assert.match(wordless.html, /href="#words"/)
  const answered = await answer(supervisee, at, 'no', 'I was not glad of it. I had asked for less work.')
  assert.match(answered.text, /Your word on the record is kept/)
  const again = await supervisee.browser.post(`${at}/record/answer`, {
    sha256: hiddenIn((await supervisee.browser.get(`${at}/record`)).html, 'sha256'),
    agrees: 'yes',
    words: 'On second thoughts.',
  })
  assert.equal(again.status, 409)
  const shown = await supervisor.browser.get(`${at}/record`)
  assert.match(
    shown.text,
    /Nic Supervisee Disagreed on .* I was not glad of it\. I had asked for less work\./,
  )
  assert.match(shown.text, /Tired, and glad of the leave\./)
  const rows = await world.database.read
    .selectFrom('jointAnswer')
    .innerJoin('jointRecord', 'jointRecord.sessionId', 'jointAnswer.sessionId')
    .select(['jointAnswer.sha256 as answered', 'jointRecord.sha256 as signed'])
    .where('jointAnswer.sessionId', '=', sessionId)
    .execute()
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.answered, rows[0]?.signed)
})

test('either adds to a signed record, and nobody to a draft', async () => {
  const draft = await givenSessionCast(world)
  await save(draft.supervisor, draft.at, 'record', written)
  assert.equal((await add(draft.supervisor, draft.at, 'Early.')).status, 409)
  const { supervisor, supervisee, manager, relationshipId, at } = await signedCast()
  await answer(supervisee, at, 'yes')
  await givenDoor(world, relationshipId, manager, 'manager')
  assert.equal((await add(manager, at, 'Mine.')).status, 404)
  assert.equal((await add(supervisee, at, ' ')).status, 422)
  await add(supervisee, at, 'The leave was moved.')
  await add(supervisee, at, 'The leave was moved.')
  const shown = await add(supervisor, at, 'To the week after.', '1')
  assert.equal(shown.html.match(/The leave was moved\./g)?.length, 1)
  assert.match(
    shown.text,
    /Added since Nic Supervisee.*The leave was moved\..*Sam Supervisor.*To the week after\./,
  )
})

test('the days for signing are told, and that they are over', async () => {
  const { supervisor, at } = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  const page = await supervisor.browser.get(`${at}/record`)
  assert.match(page.text, /to have signed by 12 November 2026\. Overdue/)
  assert.match(page.text, /Supervision records can be ordered by a court/)
  assert.match(page.text, /kept until 7 years after this supervision ends/)
})

test('agreed actions are signed with the record, and none is agreed in that session afterwards', async () => {
  const { supervisor, supervisee, at } = await givenSessionCast(world)
  const agree = async () =>
    supervisor.browser.post(`${at}/actions`, {
      actionId: randomUUID(),
      what: 'Ask for less work.',
      owner: supervisee.personId,
      'by-day': '30',
      'by-month': '11',
      'by-year': '2026',
    })
  await agree()
  await sign(supervisor, at)
  assert.match((await supervisee.browser.get(`${at}/record`)).text, /Agreed actions Ask for less work\./)
  const late = await agree()
  assert.equal(late.status, 409)
  assert.match(late.text, /Ask for less work\./)
})

test('each supervisee who was in a group answers for themselves, and one who was away reads nothing of it', async () => {
  const cast = await givenSessionCast(world)
  const [second, away] = [
    await givenMember(world, cast.organisationId, { knownAs: 'Sid Second' }),
    await givenMember(world, cast.organisationId, { knownAs: 'Amy Away' }),
  ]
  const relationshipId = await givenRelationship(world, {
    organisationId: cast.organisationId,
    supervisor: cast.supervisor,
    supervisees: [cast.supervisee, second, away],
    kind: 'group',
  })
  const sessionId = await givenSession(world, {
    relationshipId,
    by: cast.supervisor,
    startsAt: '2026-11-16T10:00:00Z',
    attended: [cast.supervisee, second],
    form: 'group',
  })
  const at = `/supervision/${relationshipId}/sessions/${sessionId}`
  await save(cast.supervisor, at, 'record', written)
  await sign(cast.supervisor, at)
  await answer(cast.supervisee, at, 'yes')
  assert.match((await cast.supervisor.browser.get(`${at}/record`)).text, /It waits for Sid Second/)
  assert.equal((await answer(away, at, 'yes')).status, 404)
  for (const rest of ['record', 'case-decisions', 'time-spent', 'to-cpd'])
    assert.equal((await away.browser.get(`${at}/${rest}`)).status, 404, rest)
  const page = await away.browser.get(at)
  assert.match(page.text, /Agreed actions/)
  assert.doesNotMatch(page.html, /\/(?:record|case-decisions|time-spent)"/)
  await answer(second, at, 'no', 'I said something else.')
  assert.match(
    (await cast.supervisor.browser.get(`${at}/record`)).text,
    /Everybody has signed it, not all in agreement\./,
  )
})

test('whoever was supervised still reads and answers after it has ended; whoever supervised reads nothing', async () => {
  const { supervisor, supervisee, at, relationshipId } = await signedCast()
  for (const table of ['relationship', 'relationshipSupervisee'] as const)
    await world.database.write
      .updateTable(table)
      .set({ toDay: '2026-11-17' })
      .where('relationshipId', '=', relationshipId)
      .execute()
  assert.equal((await supervisor.browser.get(`${at}/record`)).status, 404)
  const answered = await answer(supervisee, at, 'yes')
  assert.match(answered.text, /kept until 17 November 2033/)
  assert.match(answered.text, /Your word on the record is kept/)
})

test('where the content of a session is not recorded there is no record, and every page says so', async () => {
  const { supervisor, supervisee, at, sessionId } = await givenSessionCast(world)
  await world.database.write
    .updateTable('supervisionSession')
    .set({ isContentRecorded: false })
    .where('sessionId', '=', sessionId)
    .execute()
  for (const rest of ['record', 'record/sign', 'record/versions', 'actions', 'time-spent', 'case-decisions'])
    assert.match((await supervisor.browser.get(`${at}/${rest}`)).text, /is not recorded/, rest)
  assert.match((await supervisee.browser.get(`${at}/record`)).text, /is not recorded/)
  assert.equal((await save(supervisor, at, 'record', written)).status, 409)
  assert.equal((await comment(supervisee, at, 'Hm.')).status, 409)
})

test('additions come after everybody has signed, or after the days for that', async () => {
  const { supervisor, supervisee, at } = await signedCast()
  const early = await add(supervisor, at, 'She was on leave when this was signed.')
  assert.equal(early.status, 409)
  assert.match(early.text, /takes additions once everybody has signed it.*She was on leave/)
  for (const { browser } of [supervisor, supervisee])
    assert.doesNotMatch((await browser.get(`${at}/record`)).text, /Add to the record/)
  await answer(supervisee, at, 'yes')
  assert.match((await supervisor.browser.get(`${at}/record`)).text, /Add to the record/)
  assert.match((await add(supervisor, at, 'She was on leave.')).text, /Your addition is kept with the record/)

  const late = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  await save(late.supervisor, late.at, 'record', written)
  await sign(late.supervisor, late.at)
  const added = await add(late.supervisor, late.at, 'He is away for long.')
  assert.match(added.text, /Your addition is kept with the record/)
  assert.match((await answer(late.supervisee, late.at, 'yes')).text, /Your word on the record is kept/)
})

const decision = {
  reference: 'C-4711',
  decision: 'The visits go on weekly.',
  rationale: 'They tell us more.',
  actions: 'The social worker visits.',
  'by-day': '14',
  'by-month': '12',
  'by-year': '2026',
}

/** A planned session for which the supervisor has written a draft of its record and a case decision. */
async function writtenFor(startsAt: string): Promise<SessionCast> {
  const cast = await givenSessionCast(world, { state: 'planned', startsAt })
  const { supervisor, at } = cast
  await save(supervisor, at, 'record', written)
  const decisionId = randomUUID()
  await supervisor.browser.get(`${at}/case-decisions`)
  await supervisor.browser.post(`${at}/case-decisions`, { decisionId, ...decision })
  return cast
}

test('what is written for a session is not lost by leaving the session unrecorded', async () => {
  const { supervisor, supervisee, sessionId, at } = await writtenFor('2026-11-16T10:00:00Z')
  await world.database.write
    .updateTable('supervisionSession')
    .set({ kind: 'critical-incident' })
    .where('sessionId', '=', sessionId)
    .execute()
  const hold = { minutes: '41', interrupted: 'no', attended: supervisee.personId, unrecorded: 'yes' }
  const tryIt = async () => {
    const { html } = await supervisor.browser.get(`${at}/held`)
    return supervisor.browser.postOnce(`${at}/held`, { version: hiddenIn(html, 'version'), ...hold })
  }
  const refused = await tryIt()
  assert.equal(refused.status, 422)
  assert.match(refused.text, /written for it: a draft of its record and 1 case decision to be filed/)
  assert.match(refused.html, /href="#unrecorded"/)
  assert.match(refused.html, /value="41"/)
  await save(supervisor, at, 'record', empty)
  assert.match((await tryIt()).text, /written for it: 1 case decision to be filed/)
  const toTakeOut = await supervisor.browser.get(`${at}/take-out-case-decisions`)
  const sha256 = hiddenIn(toTakeOut.html, 'sha256')
  await supervisor.browser.post(`${at}/take-out-case-decisions`, { sha256, filed: 'yes' })
  assert.equal((await tryIt()).status, 303)
})

test('what was written for a session that was then cancelled stays to be read and filed, and is not written on', async () => {
  const { supervisor, supervisee, at } = await writtenFor('2026-11-25T10:00:00Z')
  await comment(supervisee, at, 'Worn out, rather.')
  const stale = await supervisor.browser.get(`${at}/record`)
  const cancel = await supervisor.browser.get(`${at}/cancel`)
  const version = hiddenIn(cancel.html, 'version')
  await supervisor.browser.post(`${at}/cancel`, { version, reason: 'Court.' })
  const links = await supervisor.browser.get(at)
  assert.match(links.html, /\/record"/)
  assert.match(links.html, /\/case-decisions"/)
  for (const { browser } of [supervisor, supervisee]) {
    const record = await browser.get(`${at}/record`)
    assert.equal(record.status, 200)
    assert.match(record.text, /Tired, and glad of the leave\..*Worn out, rather\./)
    assert.doesNotMatch(record.html, /<textarea/)
    assert.equal((await browser.get(`${at}/record/versions`)).status, 200)
    const decisions = await browser.get(`${at}/case-decisions`)
    assert.match(decisions.text, /The visits go on weekly\./)
    assert.doesNotMatch(decisions.html, /<textarea|Change or remove/)
  }
  const late = await supervisor.browser.post(`${at}/record`, {
    version: hiddenIn(stale.html, 'version'),
    seen: hiddenIn(stale.html, 'seen'),
    saveId: '',
    press: 'draft',
    ...written,
    learning: 'Too late.',
  })
  assert.equal(late.status, 409)
  const toTakeOut = await supervisor.browser.get(`${at}/take-out-case-decisions`)
  const sha256 = hiddenIn(toTakeOut.html, 'sha256')
  const taken = await supervisor.browser.post(`${at}/take-out-case-decisions`, { sha256, filed: 'yes' })
  assert.match(taken.text, /The decisions are taken out/)
  assert.doesNotMatch(taken.text, /The visits go on weekly\./)
})
