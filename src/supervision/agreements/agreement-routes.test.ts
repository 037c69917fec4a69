import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Fetched } from '../../../test/support/browser.ts'
import { databaseContents } from '../../../test/support/database-contents.ts'
import {
  givenMember,
  givenPair,
  givenRelationship,
  refusesOthers,
  type Pair,
} from '../../../test/support/given-supervision.ts'
import { versionIn, type Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import { agreementQuestions } from './agreement-questions.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const filled = Object.fromEntries(agreementQuestions.map(({ id, label }) => [id, `${label}, as agreed.`]))

function hiddenIn(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
}

const at = ({ relationshipId }: Pick<Pair, 'relationshipId'>, rest = '') =>
  `/supervision/${relationshipId}/agreement${rest}`

/** Types into the form as it is shown and presses a button; what is not typed stays as it was. */
async function write(
  { browser }: Practitioner,
  pair: Pick<Pair, 'relationshipId'>,
  typed: Readonly<Record<string, string>>,
  shown?: Fetched,
): Promise<Fetched> {
  const form = shown ?? (await browser.get(at(pair, '/draft')))
  return browser.postOnce(at(pair, '/draft'), { ...postedBy(form), press: 'draft', ...typed })
}

/** What the form would post if nothing was typed. */
function postedBy({ html }: Fetched): Record<string, string> {
  const texts = [...html.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)]
  return {
    version: versionIn(html),
    seen: hiddenIn(html, 'seen'),
    title: hiddenIn(html, 'title'),
    ...Object.fromEntries(
      texts.map(([, name = '', text = '']) => [name, text.replaceAll('&#39;', "'").replaceAll('&amp;', '&')]),
    ),
  }
}

async function offer({ browser }: Practitioner, pair: Pick<Pair, 'relationshipId'>): Promise<string> {
  const check = await browser.get(at(pair, '/check'))
  const offered = await browser.postOnce(at(pair, '/check'), { version: versionIn(check.html) })
  assert.equal(offered.status, 303, offered.text)
  return offered.location ?? ''
}

async function sign({ browser }: Practitioner, versionUrl: string): Promise<Fetched> {
  const shown = await browser.get(versionUrl)
  return browser.postOnce(versionUrl, { sha256: hiddenIn(shown.html, 'sha256') })
}

test('nobody and a stranger find nothing, and change nothing', async () => {
  const pair = await givenPair(world)
  await write(pair.supervisor, pair, filled)
  await offer(pair.supervisor, pair)
  const { stranger } = pair
  // Those who are turned away leave a form set aside, which is theirs, and nothing else.
  const contents = async () => {
    const { 'public.set_aside_form': _, ...others } = await databaseContents(world.connectionString)
    return others
  }
  const before = await contents()
  const found = await refusesOthers(world, stranger, [
    { method: 'GET', url: at(pair) },
    { method: 'GET', url: at(pair, '/draft') },
    { method: 'POST', url: at(pair, '/draft'), fields: { version: '1', place: 'Mine' } },
    { method: 'GET', url: at(pair, '/check') },
    { method: 'POST', url: at(pair, '/check'), fields: { version: '1' } },
    { method: 'GET', url: at(pair, '/versions/1') },
    { method: 'POST', url: at(pair, '/versions/1'), fields: { sha256: 'x' } },
    { method: 'GET', url: at(pair, '/draft/earlier') },
    { method: 'GET', url: at(pair, '/draft/earlier/1') },
    { method: 'POST', url: at(pair, '/draft/earlier/1'), fields: { version: '1' } },
  ])
  assert.deepEqual(found, [])
  assert.deepEqual(await contents(), before)
})

suite('from a draft to an agreement in force', () => {
  test('it starts from what the policy says', async () => {
    const pair = await givenPair(world)
    const form = await pair.supervisee.browser.get(at(pair, '/draft'))
    assert.match(form.text, /Some answers begin with what your supervision policy says/)
    assert.match(form.text, /At least every week for the first 6 weeks of somebody newly qualified/)
    assert.match(
      form.text,
      /Supervision records can be ordered by a court\. This is kept until 7 years after/,
    )
  })

  test('both write, it is offered, both sign exactly these words', async () => {
    const pair = await givenPair(world)
    const { supervisor, supervisee } = pair
    assert.equal(
      (await write(supervisor, pair, { place: 'Room 4.' })).location,
      at(pair, '/draft?saved=draft'),
    )
    await write(supervisee, pair, { ...filled, place: 'Room 4.' })
    const url = await offer(supervisee, pair)
    assert.equal(url, at(pair, '/versions/1'))
    const waiting = await supervisor.browser.get(at(pair))
    assert.match(waiting.text, /Version 1 waits for the signature of Sam Supervisor and Nic Newcomer/)
    const hash = hiddenIn((await supervisor.browser.get(url)).html, 'sha256')
    assert.equal((await sign(supervisor, url)).location, at(pair, '?done=signed'))
    assert.equal((await sign(supervisee, url)).location, at(pair, '?done=signed'))
    const done = await supervisee.browser.get(at(pair))
    assert.match(
      done.text,
      /Version 1 is in force since 18 November 2026\. It is to be reviewed by 18 November 2027/,
    )
    // A second press is the same signature.
    assert.equal((await supervisee.browser.postOnce(url, { sha256: hash })).status, 303)
    const { rows } = await countSignatures(pair.relationshipId)
    assert.equal(rows, 2)
  })

  test('what must be answered is said before it is offered', async () => {
    const pair = await givenPair(world)
    await write(pair.supervisor, pair, { ...filled, length: ' ', 'professional-part': '' })
    const check = await pair.supervisor.browser.get(at(pair, '/check'))
    const refused = await pair.supervisor.browser.postOnce(at(pair, '/check'), {
      version: versionIn(check.html),
    })
    assert.equal(refused.status, 422)
    assert.match(refused.title, /^Error: Check the agreement/)
    assert.match(refused.text, /Answer “How long”/)
    assert.doesNotMatch(refused.text, /Answer “Who does the professional part”/)
  })

  test('what is likely to identify somebody is asked about once before it is offered, and the two themselves never', async () => {
    const pair = await givenPair(world)
    const { supervisor } = pair
    const place = 'Nic Newcomer comes to the room of Sam Supervisor. Write to kelly.marsh@example.org before.'
    await write(supervisor, pair, { ...filled, place })
    const check = await supervisor.browser.get(at(pair, '/check'))
    assert.match(
      check.text,
      /What might identify somebody .*In “Place and privacy” .*kelly\.marsh@example\.org/,
    )
    assert.doesNotMatch(check.html, /<mark class="confer-found">[^<]*(?:Nic|Sam)/)
    const typed = { version: versionIn(check.html) }
    const asked = await supervisor.browser.postOnce(at(pair, '/check'), typed)
    assert.equal(asked.status, 422)
    assert.match(asked.text, /Not offered yet We found 1 thing that is likely to identify somebody/)
    assert.match(asked.html, /value="anyway"/)
    assert.equal((await supervisor.browser.get(at(pair, '/versions/1'))).status, 404)
    await supervisor.browser.get(at(pair, '/check'))
    const offered = await supervisor.browser.postOnce(at(pair, '/check'), { ...typed, press: 'anyway' })
    assert.equal(offered.location, at(pair, '/versions/1'))
  })

  test('a draft that was changed meanwhile is not offered by a page that is older', async () => {
    const pair = await givenPair(world)
    await write(pair.supervisor, pair, filled)
    const check = await pair.supervisor.browser.get(at(pair, '/check'))
    await write(pair.supervisee, pair, { ...filled, place: 'Room 5.' })
    const refused = await pair.supervisor.browser.postOnce(at(pair, '/check'), {
      version: versionIn(check.html),
    })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Room 5\./)
  })

  test('a press on words that are no longer the newest signs nothing and shows the newer ones', async () => {
    const pair = await givenPair(world)
    const { supervisor, supervisee } = pair
    await write(supervisor, pair, filled)
    const first = await offer(supervisor, pair)
    const stale = await supervisee.browser.get(first)
    await write(supervisor, pair, { ...filled, place: 'Room 6.' })
    await offer(supervisor, pair)
    const refused = await supervisee.browser.postOnce(first, { sha256: hiddenIn(stale.html, 'sha256') })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Agreement, version 2/)
    assert.match(refused.text, /came: Room 6 \]/)
    const { rows } = await countSignatures(pair.relationshipId)
    assert.equal(rows, 0)
    const forged = await supervisee.browser.postOnce(at(pair, '/versions/2'), { sha256: 'f'.repeat(64) })
    assert.equal(forged.status, 409)
  })

  test('every version stays readable, with what it changed', async () => {
    const pair = await givenPair(world)
    const { supervisor } = pair
    await write(supervisor, pair, { ...filled, place: 'In room four.' })
    await offer(supervisor, pair)
    await write(supervisor, pair, { ...filled, place: 'In room five.' })
    const second = await offer(supervisor, pair)
    const shown = await supervisor.browser.get(second)
    assert.match(shown.html, /<del>.*four.*<\/del>/s)
    assert.match(shown.html, /<ins>.*five.*<\/ins>/s)
    const first = await supervisor.browser.get(at(pair, '/versions/1'))
    assert.match(first.text, /In room four\./)
    assert.doesNotMatch(first.html, /Sign this agreement/)
    assert.equal((await supervisor.browser.get(at(pair, '/versions/3'))).status, 404)
    // Nothing new to offer: it leads to the version that says it.
    const check = await supervisor.browser.get(at(pair, '/check'))
    const again = await supervisor.browser.postOnce(at(pair, '/check'), { version: versionIn(check.html) })
    assert.equal(again.location, at(pair, '/versions/2'))
  })

  test('in a group every supervisee signs', async () => {
    const pair = await givenPair(world)
    const second = await givenMember(world, pair.organisationId, { knownAs: 'Ola Other' })
    const relationshipId = await givenRelationship(world, {
      organisationId: pair.organisationId,
      supervisor: pair.supervisor,
      supervisees: [pair.supervisee, second],
      kind: 'group',
    })
    const group = { relationshipId }
    await write(pair.supervisor, group, filled)
    const url = await offer(pair.supervisor, group)
    await sign(pair.supervisor, url)
    await sign(pair.supervisee, url)
    assert.match(
      (await second.browser.get(at(group))).text,
      /No agreement is in force\. Version 1 waits for the signature of Ola Other/,
    )
    await sign(second, url)
    assert.match((await second.browser.get(at(group))).text, /Version 1 is in force/)
  })
})

suite('nothing typed is lost', () => {
  test('different answers of two writers are brought together', async () => {
    const pair = await givenPair(world)
    await write(pair.supervisor, pair, filled)
    const [one, other] = [
      await pair.supervisor.browser.get(at(pair, '/draft')),
      await pair.supervisee.browser.get(at(pair, '/draft')),
    ]
    await write(pair.supervisor, pair, { place: 'From the supervisor.' }, one)
    assert.equal((await write(pair.supervisee, pair, { length: 'From the supervisee.' }, other)).status, 303)
    const { text } = await pair.supervisor.browser.get(at(pair, '/check'))
    assert.match(text, /From the supervisor\./)
    assert.match(text, /From the supervisee\./)
  })

  test('the same answer of two writers is theirs to choose, and the other text is kept', async () => {
    const pair = await givenPair(world)
    await write(pair.supervisor, pair, filled)
    const form = await pair.supervisee.browser.get(at(pair, '/draft'))
    await write(pair.supervisor, pair, { place: 'What the supervisor wrote.' })
    const clash = await write(pair.supervisee, pair, { place: 'What the supervisee wrote.' }, form)
    assert.equal(clash.status, 409)
    assert.match(clash.text, /Typed here, not saved yet What the supervisee wrote\./)
    assert.match(clash.text, /Saved by Sam Supervisor, .* What the supervisor wrote\./)
    const hiddens = Object.fromEntries(
      [...clash.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const { browser } = pair.supervisee
    const unanswered = await browser.postOnce(at(pair, '/draft'), hiddens)
    assert.equal(unanswered.status, 422)
    assert.match(unanswered.text, /Choose what “Place and privacy” is to say/)
    const chosen = await browser.postOnce(at(pair, '/draft'), { ...hiddens, 'choose-place': 'mine' })
    assert.equal(chosen.status, 303)
    assert.match((await browser.get(at(pair, '/check'))).text, /What the supervisee wrote\./)
    const list = await browser.get(at(pair, '/draft/earlier'))
    const [, earlier = ''] = /href="([^"]+)"\s*>Replaced by another text/.exec(list.html) ?? []
    const revisions = [...list.html.matchAll(/href="([^"]+\/earlier\/\d+)"/g)].map(([, url = '']) => url)
    assert.ok(earlier !== '' && revisions.length >= 1)
    const texts = await Promise.all(revisions.map(async url => (await browser.get(url)).text))
    assert.ok(texts.some(text => /would come back: supervisor \]/.test(text)))
  })

  test('a save in the background answers as the writer in the browser expects', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    const form = await browser.get(at(pair, '/draft'))
    const saveId = randomUUID()
    const typed = { ...postedBy(form), saveId, place: 'Typed once.' }
    const inBackground = { accept: 'application/json' }
    const save = async (fields: Record<string, string>) =>
      JSON.parse((await browser.postOnce(at(pair, '/draft'), fields, inBackground)).html) as Record<
        string,
        unknown
      >
    const saved = await save(typed)
    assert.equal(saved['outcome'], 'saved')
    assert.equal(saved['version'], 1)
    assert.equal(saved['formUrl'], at(pair, '/draft'))
    // Sent again because its reply was lost, it changes nothing, whatever the other wrote since.
    await write(pair.supervisee, pair, { place: 'Written since.' })
    const again = await save(typed)
    assert.equal(again['outcome'], 'saved')
    assert.deepEqual(again['merged'], [
      { id: 'place', label: 'Place and privacy', fields: [['place', 'Written since.']] },
    ])
    assert.match((await browser.get(at(pair, '/check'))).text, /Written since\./)
    const clash = await save({ ...typed, saveId: randomUUID(), place: 'Something else.' })
    const clashes = [{ id: 'place', label: 'Place and privacy' }]
    assert.deepEqual(clash, { outcome: 'clash', clashes, isByOther: true })
    // Until they have chosen, everything else is saved, and what is saved of that answer stands.
    const others = await save({
      ...typed,
      saveId: randomUUID(),
      place: 'Something else.',
      confidentiality: 'Ours.',
      choosing: 'place',
      'choose-place': 'saved',
    })
    assert.equal(others['outcome'], 'saved')
    assert.match((await browser.get(at(pair, '/check'))).text, /Written since\./)
    assert.match((await browser.get(at(pair, '/check'))).text, /Ours\./)
  })

  test('an earlier version can be read and restored', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    await write(pair.supervisor, pair, { ...filled, place: 'A room that is quiet and ours alone.' })
    world.clock.advance(11 * 60_000)
    await write(pair.supervisor, pair, { place: 'Gone.' })
    const one = await browser.get(at(pair, '/draft/earlier/1'))
    assert.match(one.text, /would come back: A room that is quiet and ours alone \]/)
    const restored = await browser.postOnce(at(pair, '/draft/earlier/1'), { version: versionIn(one.html) })
    assert.equal(restored.status, 303)
    assert.match((await browser.get(at(pair, '/check'))).text, /A room that is quiet and ours alone\./)
    const stale = await browser.postOnce(at(pair, '/draft/earlier/1'), { version: '1' })
    assert.equal(stale.status, 303)
  })
})

test('whoever was supervised reads on and writes nothing; whoever supervised finds nothing', async () => {
  const pair = await givenPair(world)
  await write(pair.supervisor, pair, filled)
  const url = await offer(pair.supervisor, pair)
  await world.database.write
    .updateTable('relationship')
    .set({ toDay: '2026-11-17' })
    .where('relationshipId', '=', pair.relationshipId)
    .execute()
  assert.equal((await pair.supervisee.browser.get(url)).status, 200)
  assert.equal((await pair.supervisee.browser.get(at(pair, '/draft'))).status, 404)
  assert.equal((await sign(pair.supervisee, url)).status, 404)
  assert.equal((await pair.supervisor.browser.get(at(pair))).status, 404)
})

async function countSignatures(relationshipId: string): Promise<{ rows: number }> {
  const { rows } = await world.database.read
    .selectFrom('agreementSignature')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirstOrThrow()
  return { rows }
}
