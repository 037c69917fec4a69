import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startWorld, type World } from '../../test/support/world.ts'
import { learnings, recordings, talks } from './which-is-it.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

async function ask(answers: Readonly<Record<string, string>>) {
  const browser = world.browse()
  await browser.get('/which-is-it')
  return browser.post('/which-is-it', answers)
}

test('somebody who is not signed in is asked three questions', async () => {
  const page = await world.browse().getOnce('/which-is-it')
  assert.equal(page.status, 200)
  assert.equal(page.html.match(/<fieldset/g)?.length, 3)
  assert.doesNotMatch(page.html, / checked/)
})

test('answers that are missing are named, and those that are given are kept', async () => {
  const page = await ask({ talked: 'in-supervision' })
  assert.equal(page.status, 422)
  assert.match(page.title, /^Error: /)
  assert.match(page.html, /<a href="#learning"[^>]*>Select what your learning is about<\/a>/)
  assert.match(page.html, /<a href="#recorded"[^>]*>/)
  assert.doesNotMatch(page.html, /<a href="#talked"/)
  assert.match(page.html, /id="learning-error"/)
  assert.equal(/value="([^"]+)"\s+checked/.exec(page.html)?.[1], 'in-supervision')
})

test('an answer that the page does not offer is no answer', async () => {
  const page = await ask({ learning: '<b>', talked: 'no', recorded: 'no' })
  assert.equal(page.status, 422)
  assert.match(page.html, /id="learning-error"/)
})

test('a field that the page does not have is refused', async () => {
  assert.equal(
    (await ask({ learning: 'other-activity', talked: 'no', recorded: 'no', why: 'x' })).status,
    400,
  )
})

test('every combination of answers gets a page that says which it is and what to do', async () => {
  for (const learning of learnings)
    for (const talked of talks)
      for (const recorded of recordings) {
        const page = await ask({ learning, talked, recorded })
        assert.equal(page.status, 200)
        assert.match(page.text, /What to do next/)
        assert.match(page.html, /href="\/cpd/)
      }
})

test('a reflection on supervision by oneself opens the form with its type and without a peer', async () => {
  const page = await ask({ learning: 'supervision-session', talked: 'no', recorded: 'no' })
  assert.match(page.text, /This is a reflection on supervision/)
  assert.match(page.text, /It is not a peer reflection/)
  assert.match(page.html, /<a href="\/cpd\/new\?type=supervision" role="button"/)
  assert.match(
    page.text,
    /submit 1 more different piece of CPD and include a peer reflection with 1 of your pieces/,
  )
})

test('a talk in supervision about other learning opens the form at the peer reflection, with who and where', async () => {
  const page = await ask({ learning: 'other-activity', talked: 'in-supervision', recorded: 'no' })
  assert.match(page.text, /This is a peer reflection/)
  assert.match(
    page.html,
    /<a href="\/cpd\/new\?setting=in-supervision&amp;category=line-manager-or-supervisor" role="button"/,
  )
  assert.match(page.text, /start a reflection on supervision/)
})

test('a reflection on supervision that was talked over is both', async () => {
  const page = await ask({ learning: 'supervision-session', talked: 'with-social-worker', recorded: 'no' })
  assert.match(page.text, /This is both/)
  assert.match(page.html, /href="\/cpd\/new\?type=supervision&amp;category=social-worker"/)
})

test('a piece that is recorded already is edited where it is, and a submitted one resubmitted', async () => {
  const draft = await ask({ learning: 'other-activity', talked: 'with-manager', recorded: 'draft' })
  assert.match(draft.text, /Continue editing/)
  const submitted = await ask({ learning: 'other-activity', talked: 'with-manager', recorded: 'submitted' })
  assert.match(submitted.text, /Edit this piece.*remember to select “Resubmit”/)
  for (const page of [draft, submitted]) assert.match(page.html, /<a href="\/cpd" role="button"/)
})

test('the way back to the questions keeps the answers', async () => {
  const browser = world.browse()
  await browser.get('/which-is-it')
  const outcome = await browser.post('/which-is-it', {
    learning: 'other-activity',
    talked: 'no',
    recorded: 'draft',
  })
  const back = /href="(\/which-is-it\?[^"]+)"/.exec(outcome.html)?.[1]?.replaceAll('&amp;', '&')
  assert.ok(back)
  const questions = await browser.get(back)
  assert.equal(questions.status, 200)
  assert.equal(questions.html.match(/ checked/g)?.length, 3)
})

test('the numbers are those of the rule pack of the year', async () => {
  world.clock.set('2020-11-18T14:00:00Z')
  try {
    const page = await ask({ learning: 'supervision-session', talked: 'no', recorded: 'no' })
    assert.match(page.text, /It is all that the requirement asks for/)
  } finally {
    world.clock.set('2026-11-18T14:00:00Z')
  }
})
