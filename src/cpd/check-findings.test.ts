import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Browser, Fetched } from '../../test/support/browser.ts'
import {
  completePiece,
  givenChanges,
  givenDraft,
  givenPractitioner,
  peerReflection,
  versionIn,
} from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'

/** What the page with the answers finds, and what its buttons do, without a script. */

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const named = { ...completePiece, learning: 'I learnt from Kelly Marsh that silence is an answer.' }

async function draftWith(typed: Readonly<Record<string, string>> = named) {
  const { browser, personId } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser, typed)
  const address = `/cpd/pieces/${pieceId}/check`
  return { browser, personId, pieceId, address, page: await browser.get(address) }
}

/** The value of the first button with these words. */
function pressOf({ html }: Fetched, words: string): string {
  const buttons = [...html.matchAll(/<button\s[^>]*?\svalue="([^"]+)"[^>]*>\s*([^<]*)/g)]
  const found = buttons.find(([, , text]) => text?.trim() === words)?.[1]
  assert.ok(found, `a button “${words}”`)
  return found
}

/** Where the buttons beside what was found lead: the form that says which check found it. */
function actUrlIn({ html, url }: Fetched): string {
  const form = html.split('<form ').find(part => part.includes('name="checkedBy"'))
  const action = form && /action="([^"]+)"/.exec(form)?.[1]
  return action?.replaceAll('&amp;', '&') ?? url.replace(/[?#].*/, '')
}

async function press(browser: Browser, page: Fetched, words: string): Promise<Fetched> {
  const checkedBy = /name="checkedBy" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  return browser.post(actUrlIn(page), {
    version: versionIn(page.html),
    checkedBy,
    press: pressOf(page, words),
  })
}

suite('what is found', () => {
  test('is listed with its level, the words around it, why, and what can be done', async () => {
    const { page } = await draftWith()
    assert.match(page.text, /We found 1 thing to look at/)
    assert.match(page.html, /I learnt from <mark class="confer-found">Kelly Marsh<\/mark> that silence/)
    assert.match(page.text, /In “What you learnt”/)
    assert.match(page.text, /Likely/)
    assert.match(page.text, /Replace with “[^”]+” in place of “Kelly Marsh”/)
    assert.match(page.text, /Keep it : “Kelly Marsh”/)
    assert.doesNotMatch(page.text, /anonymous|\bsafe\b/i)
  })

  test('is nothing where there is nothing that is recognised, and then nothing is promised', async () => {
    const { page } = await draftWith(completePiece)
    assert.match(page.text, /We found no names we recognise: please read it through\./)
    assert.doesNotMatch(page.html, /checkedBy/)
  })

  test('of the lowest level is a note, and no thing to look at', async () => {
    const { page } = await draftWith({ ...completePiece, learning: 'Bowlby wrote about attachment.' })
    assert.match(page.text, /We found no names we recognise/)
    assert.match(page.text, /1 note: most likely nobody’s identity/)
  })

  test('in the job role of a peer is asked about once more, and can only be removed', async () => {
    const { page, browser } = await draftWith({
      ...completePiece,
      ...peerReflection,
      'peer-role-1': 'Priya, team manager',
    })
    assert.match(page.text, /Likely .* Your peer is known by job role only, never by name\./)
    assert.doesNotMatch(page.text, /Replace with/)
    const refused = await browser.postOnce(page.url, { version: versionIn(page.html) })
    assert.equal(refused.status, 422)
  })
})

suite('a rewrite', () => {
  test('is carried out with one press and taken back with another', async () => {
    const { browser, page, pieceId } = await draftWith()
    const replaced = await press(browser, page, 'Replace with “a parent”')
    assert.match(replaced.text, /I learnt from a parent that silence/)
    assert.match(replaced.text, /We found no names we recognise/)
    assert.match(replaced.text, /The words are replaced/)
    assert.doesNotMatch(replaced.url, /Kelly|parent/)

    const back = await press(browser, replaced, 'Undo')
    assert.match(back.text, /I learnt from Kelly Marsh that silence/)
    assert.doesNotMatch(back.text, /The words are replaced/)
    // What was replaced only for a moment is not kept as though another text had taken its place.
    const versions = await world.database.read
      .selectFrom('revision')
      .select('wasReplaced')
      .where('pieceId', '=', pieceId)
      .execute()
    assert.ok(versions.every(({ wasReplaced }) => !wasReplaced))
  })

  test('can still be taken back when something else is kept, or submitting was asked about', async () => {
    const { browser, page } = await draftWith({
      ...named,
      impact: 'Ask kelly@example.org, or ring 07700 900123.',
    })
    const replaced = await press(browser, page, 'Replace with “a parent”')
    const kept = await press(browser, replaced, 'Keep it')
    assert.match(kept.text, /thing that you chose to keep/)
    assert.match(kept.text, /The words are replaced/)
    const submitTo = /<form action="([^"]+)"[^>]*data-asks-about/.exec(kept.html)?.[1] ?? ''
    const asked = await browser.postOnce(submitTo.replaceAll('&amp;', '&'), {
      version: versionIn(kept.html),
    })
    assert.equal(asked.status, 422)
    assert.match(asked.text, /The words are replaced/)
    const back = await browser.post(page.url, {
      version: versionIn(asked.html),
      press: pressOf(asked, 'Undo'),
    })
    assert.match(back.text, /I learnt from Kelly Marsh that silence/)
    assert.doesNotMatch(back.text, /The words are replaced/)
  })

  test('is not offered to be taken back once the piece was changed', async () => {
    const { browser, page, pieceId } = await draftWith()
    const replaced = await press(browser, page, 'Replace with “a parent”')
    await givenChanges(browser, pieceId, { ...completePiece, learning: 'Something else by now.' })
    const again = await browser.get(replaced.url)
    assert.doesNotMatch(again.text, /The words are replaced/)
    const stale = await browser.postOnce(page.url, {
      version: versionIn(replaced.html),
      press: pressOf(replaced, 'Undo'),
    })
    assert.equal(stale.status, 409)
    assert.match(stale.text, /Something else by now/)
  })

  test('of a text that was changed meanwhile is refused, and all is as it was left', async () => {
    const { browser, page, pieceId } = await draftWith()
    await givenChanges(browser, pieceId, { ...named, learning: 'Yes: Kelly Marsh, again.' })
    await browser.get(page.url)
    const reply = await browser.postOnce(page.url, {
      version: versionIn(page.html),
      checkedBy: /name="checkedBy" value="([^"]+)"/.exec(page.html)?.[1] ?? '',
      press: pressOf(page, 'Replace with “a parent”'),
    })
    assert.equal(reply.status, 409)
    assert.match(reply.text, /Nothing was replaced .*This piece was changed after this page was shown/)
    assert.match(reply.text, /Yes: Kelly Marsh, again\./)
  })

  test('that another check offered is refused', async () => {
    const { browser, page } = await draftWith()
    const reply = await browser.postOnce(page.url, {
      version: versionIn(page.html),
      checkedBy: 'before',
      press: pressOf(page, 'Replace with “a parent”'),
    })
    assert.equal(reply.status, 409)
  })

  test('of a job role changes that role alone', async () => {
    const { browser, page } = await draftWith({
      ...completePiece,
      ...peerReflection,
      'peer-category-2': 'nurse',
      'peer-role-2': 'Priya',
    })
    const removed = await press(browser, page, 'Remove it')
    assert.match(removed.text, /senior social worker/)
    assert.doesNotMatch(removed.text, /Priya/)
  })
})

suite('a word that is kept', () => {
  test('is asked about no more in this piece, in whichever case, and in other pieces still', async () => {
    const { browser, page } = await draftWith({ ...named, impact: 'KELLY MARSH’S way. Kelly Marsh’s.' })
    const kept = await press(browser, page, 'Keep it')
    assert.match(kept.text, /We found no names we recognise/)
    assert.match(kept.text, /things? that you chose to keep/)
    const other = await givenDraft(browser, { ...named, title: 'Another one' })
    assert.match((await browser.get(`/cpd/pieces/${other}/check`)).text, /We found 1 thing/)
  })

  test('can be asked about again', async () => {
    const { browser, page } = await draftWith()
    const kept = await press(browser, page, 'Keep it')
    const again = await press(browser, kept, 'Ask about it again')
    assert.match(again.text, /We found 1 thing to look at/)
  })

  test('is nowhere in what is remembered of it, and another person’s same word is another hash', async () => {
    const hashes: string[] = []
    for (let people = 0; people < 2; people++) {
      const { browser, page, pieceId } = await draftWith()
      await press(browser, page, 'Keep it')
      const rows = await world.database.read
        .selectFrom('keptWord')
        .selectAll()
        .where('pieceId', '=', pieceId)
        .execute()
      assert.equal(rows.length, 1)
      assert.doesNotMatch(JSON.stringify(rows), /kelly/i)
      hashes.push(rows[0]?.wordHash.toString('hex') ?? '')
    }
    assert.notEqual(hashes[0], hashes[1])
  })

  test('is told to a script by its hash alone, and can be told by it', async () => {
    const { browser, page, pieceId } = await draftWith()
    await press(browser, page, 'Keep it')
    const address = `/cpd/pieces/${pieceId}/kept-words`
    const told = async (press: string) =>
      JSON.parse((await browser.postOnce(address, { press })).html) as { key: string; words: string[] }
    const before = await told('')
    assert.equal(before.words.length, 1)
    assert.match(before.words[0] ?? '', /^[0-9a-f]{64}$/)
    assert.equal(Buffer.from(before.key, 'base64').length, 32)
    assert.deepEqual((await told(`ask-again ${before.words[0]}`)).words, [])
    assert.deepEqual((await told(`keep ${before.words[0]}`)).words, before.words)
  })
})

suite('submitting', () => {
  test('with something likely asks once more, and goes on with a second press', async () => {
    const { browser, page, personId, pieceId } = await draftWith()
    const asked = await browser.postOnce(page.url, { version: versionIn(page.html) })
    assert.equal(asked.status, 422)
    assert.match(asked.text, /We found 1 thing that is likely to identify somebody/)
    assert.match(asked.title, /^Not submitted yet/)
    const submitted = await browser.post(page.url, {
      version: versionIn(asked.html),
      press: pressOf(asked, 'Submit anyway'),
    })
    assert.match(submitted.text, /It found 1 thing likely to identify somebody\. What it found is not kept/)
    const row = await world.database.read
      .selectFrom('submission')
      .select(['checkVersion', 'foundLikely', 'foundCheck', 'foundNote', 'foundKept'])
      .where('personId', '=', personId)
      .where('pieceId', '=', pieceId)
      .executeTakeFirstOrThrow()
    assert.deepEqual(
      { ...row, checkVersion: typeof row.checkVersion },
      {
        checkVersion: 'string',
        foundLikely: 1,
        foundCheck: 0,
        foundNote: 0,
        foundKept: 0,
      },
    )
  })

  test('with what is kept or only to be checked does not ask', async () => {
    const { browser, page } = await draftWith({ ...named, impact: 'It was on 3 May 2024.' })
    const kept = await press(browser, page, 'Keep it')
    const submitted = await browser.post(page.url, { version: versionIn(kept.html) })
    assert.match(submitted.title, /^This piece is submitted/)
    assert.match(submitted.text, /It found 1 thing to check and 1 thing that you had chosen to keep/)
  })
})

suite('a name that stands there more than once', () => {
  const often = {
    ...completePiece,
    learning: 'I learnt from Kelly Marsh. I rang Kelly Marsh.',
    impact: 'Now Kelly Marsh’s views count.',
  }

  test('is replaced everywhere with one press, and taken back with another', async () => {
    const { browser, page } = await draftWith(often)
    const replaced = await press(browser, page, 'Replace it everywhere with “a child”')
    assert.match(replaced.text, /I learnt from a child\. I rang the child\./)
    assert.match(replaced.text, /Now the child’s views count\./)
    const back = await press(browser, replaced, 'Undo')
    assert.match(back.text, /I learnt from Kelly Marsh\. I rang Kelly Marsh\./)
    assert.match(back.text, /Now Kelly Marsh’s views count\./)
  })

  test('becomes “the child” once it was “a child” before', async () => {
    const { browser, page } = await draftWith(often)
    const first = await press(browser, page, 'Replace with “a child”')
    assert.match(first.text, /I learnt from a child\. I rang Kelly Marsh\./)
    const second = await press(browser, first, 'Replace with “the child”')
    assert.match(second.text, /I learnt from a child\. I rang the child\./)
    const third = await press(browser, second, 'Replace with “the child”')
    assert.match(third.text, /Now the child’s views count\./)
  })
})
