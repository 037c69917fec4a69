import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { WindowOptions } from '../support/chromium.ts'
import { raiseStage } from './stage.ts'
import {
  checkAndSubmit,
  headingOf,
  mainText,
  openNewPiece,
  openPiece,
  press,
  signUp,
  standing,
  write,
  writePeerTalk,
  type PeerTalk,
  type Writing,
} from './steps.ts'

/**
 * The five situations that the regulator's page on peer reflection gives as examples, each acted out from an empty
 * account to its verdict. Between them the peer reflection is added to a new piece, to a draft and to a submitted piece.
 */

const stage = raiseStage()

interface Situation {
  readonly name: string
  readonly writing: Writing
  readonly talk: PeerTalk
  /** From an empty account until this piece, with its peer reflection, is submitted. */
  readonly act: (page: Page, situation: Situation) => Promise<void>
  readonly signsUp?: boolean
}

const situations: readonly Situation[] = [
  {
    name: 'talking over the day with a colleague, and writing it down later',
    signsUp: true,
    writing: {
      title: 'The first five minutes of a visit',
      type: 'Reviewing my own practice',
      date: ['9', '11', '2026'],
      description:
        'I compared how I begin a visit with how a colleague does: most people I meet did not ask for me.',
      learning: 'I explain too much too early, because I am nervous.',
      impact: 'I now begin with one open question, and people talk sooner.',
    },
    talk: {
      learnt:
        'She asks how the week has been before she says why she came. Being warm and being clear do not compete.',
      peers: [{ category: 'Social worker registered in the United Kingdom', role: 'social worker' }],
      how: ['One to one', 'Informal', 'In person'],
    },
    async act(page, { writing, talk }) {
      await openNewPiece(page)
      await write(page, writing)
      await writePeerTalk(page, talk)
      await checkAndSubmit(page)
    },
  },
  {
    name: 'writing about feedback, and taking what was written to supervision',
    writing: {
      title: 'Letters that people can bear to open',
      type: 'Feedback I received',
      date: ['2', '10', '2026'],
      description: 'A parent told me that my letters frighten them. I write to families every week.',
      learning: 'I write long sentences to protect myself. Putting the main point first is kinder.',
      impact: 'I have rewritten my usual letter, and ring before I send it.',
    },
    talk: {
      learnt:
        'My manager asked what I had hoped the parent would feel. I had not thought about feelings at all.',
      peers: [{ category: 'Line manager or supervisor', role: 'team manager' }],
      how: ['One to one', 'In supervision'],
    },
    async act(page, { writing, talk }) {
      await openNewPiece(page)
      await write(page, writing)
      await press(page, 'Save draft')
      assert.match(await mainText(page), /Saved as a draft\. It does not count until you submit it\./)
      // After supervision.
      await pressThrough(page, writing.title, 'Continue editing')
      await writePeerTalk(page, talk)
      await checkAndSubmit(page)
    },
  },
  {
    name: 'a documentary on long leave, discussed online with another social worker',
    writing: {
      title: 'A documentary about young carers',
      type: 'Documentary, film or online talk',
      date: ['20', '9', '2026'],
      description: 'I am on leave and not practising. The film follows three children who care for a parent.',
      learning: 'None of the three called themselves a carer, so nobody asked them the right question.',
      impact: 'When I am back I will ask every child what they do at home, and not whether they are a carer.',
    },
    talk: {
      learnt:
        'She had seen the same film and noticed who was missing from it: the schools. It kept my knowledge fresh.',
      peers: [
        { category: 'Social worker registered in the United Kingdom', role: 'children’s social worker' },
      ],
      how: ['One to one', 'Online'],
    },
    async act(page, { writing, talk }) {
      await openNewPiece(page)
      await write(page, writing)
      await checkAndSubmit(page)
      const before = await standing(page)
      assert.deepEqual([before.pieces, before.withPeerReflection], ['1 of 2', '0 of 1'])
      // After the video call.
      await pressThrough(page, writing.title, 'Edit this piece')
      await writePeerTalk(page, talk)
      await checkAndSubmit(page, 'Resubmit')
    },
  },
  {
    name: 'a book read at home, tried out at work, and compared with a colleague who tried it too',
    writing: {
      title: 'A novel about growing old far from home',
      type: 'Reading: a book, an article or research',
      date: ['1', '8', '2026'],
      description:
        'A novel I read for pleasure. I work with people who came to this country sixty years ago.',
      learning: 'Food and songs carry a memory that questions do not reach.',
      impact: 'I ask what somebody used to cook, and listen to where that leads.',
    },
    talk: {
      learnt: 'It worked for her with one person and hurt another. I now ask first whether it is welcome.',
      peers: [{ category: 'Social worker registered in the United Kingdom', role: 'social worker, adults' }],
      how: ['Informal'],
    },
    async act(page, { writing, talk }) {
      // One question a page, from the first question to the last.
      await openNewPiece(page)
      await press(page, 'Switch to one question a page')
      const { title, type, date, description, learning, impact } = writing
      for (const answer of [{ title }, { type }, { date }, { description }, { learning }, { impact }]) {
        await write(page, answer)
        await press(page, 'Save and continue')
      }
      await writePeerTalk(page, talk)
      await press(page, 'Save and continue')
      assert.match(await headingOf(page), /Which parts of professional standard 4/)
      await page.getByLabel('4.6 Reflection').check()
      await press(page, 'Save and continue')
      await press(page, 'Submit')
      assert.equal(await headingOf(page), 'This piece is submitted')
    },
  },
  {
    name: 'an event whose participants tell each other at its end what they learnt',
    writing: {
      title: 'A seminar on self-neglect',
      type: 'Conference, seminar, webinar or lecture',
      date: ['18', '11', '2026'],
      description:
        'An online seminar for several professions. I work alone, as an independent social worker.',
      learning: 'Refusing help once is not refusing it for good.',
      impact: 'I will agree with people when I may ask again.',
    },
    talk: {
      learnt:
        'A nurse and an occupational therapist saw risks that I would have walked past. I rarely meet others.',
      peers: [
        { category: 'Nurse', role: 'district nurse' },
        { category: 'Occupational therapist', role: 'occupational therapist' },
      ],
      how: ['In a group', 'Online'],
    },
    async act(page, { writing, talk }) {
      await openNewPiece(page)
      await write(page, writing)
      await writePeerTalk(page, talk)
      await checkAndSubmit(page)
    },
  },
]

const secondPiece: Writing = {
  title: 'An update on the law about deprivation of liberty',
  type: 'Update on case law, legislation or policy',
  date: ['15', '7', '2026'],
  description: 'A bulletin about two judgments. I assess people who cannot agree to where they live.',
  learning: 'What somebody would have wanted must be written down, and not only what is safe.',
  impact: 'My assessments begin with the person’s own words.',
}

const ways: Readonly<Record<string, WindowOptions>> = {
  'with JavaScript': { javaScript: true },
  'without JavaScript': { javaScript: false },
  'on a screen of 320 pixels': { javaScript: true, width: 320 },
}

for (const [way, options] of Object.entries(ways)) {
  suite(way, () => {
    for (const situation of situations) {
      test(situation.name, async () => {
        const page = await openEmptyAccount(situation, options)
        await situation.act(page, situation)
        assert.match(
          await mainText(page),
          /you still need to submit 1 more different piece of CPD\. /,
          'the page after submitting says what is still missing',
        )

        const alone = await standing(page)
        assert.equal(
          alone.sentence,
          'You are not done yet for 2025 to 2026: you still need to submit 1 more different piece of CPD.',
        )
        assert.deepEqual([alone.pieces, alone.withPeerReflection], ['1 of 2', '1 of 1'])
        await openPiece(page, situation.writing.title)
        assert.match(await mainText(page), /Counts for 2025 to 2026, with a peer reflection\./)

        await openNewPiece(page)
        await writeAnyWay(page, secondPiece)
        const both = await standing(page)
        assert.match(both.sentence, /our record shows that your CPD requirement is met/)
        assert.deepEqual([both.pieces, both.withPeerReflection], ['2 of 2', '1 of 1'])
        await page.context().close()
      })
    }
  })
}

let signUps = 0

async function openEmptyAccount({ signsUp }: Situation, options: WindowOptions): Promise<Page> {
  if (!signsUp) return (await stage.practitioner(options)).page
  const page = await stage.chromium.open(options)
  await signUp(page, stage.world, `new-${++signUps}@example.org`, 'teapot gravel lanternfish')
  assert.match(await headingOf(page), /^You are not done yet for 2025 to 2026/)
  return page
}

/** Home, the list, the piece, and the button on it. */
async function pressThrough(page: Page, title: string, button: string): Promise<void> {
  await openPiece(page, title)
  await press(page, button)
}

/** The form stays as the practitioner last chose: all on one page, or one question a page. */
async function writeAnyWay(page: Page, writing: Writing): Promise<void> {
  if (/question 1 of/.test(await mainText(page))) await press(page, 'Switch to all questions on one page')
  await write(page, writing)
  await checkAndSubmit(page)
}
