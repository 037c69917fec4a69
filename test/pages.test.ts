import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  makeRemindersOffLink,
  makeSignatureMailsOffLink,
  makeSignInLink,
} from '../src/accounts/actions/make-mailed-link.ts'
import { keepForm } from '../src/set-aside/actions/keep-form.ts'
import {
  arrive,
  headingOf,
  mailedLink,
  ownFetchesAreIn,
  press,
  pressInNavigation,
  signUp,
  statusOf,
  typeDate,
  visit,
} from './journeys/steps.ts'
import { startChromium, type Chromium } from './support/chromium.ts'
import { checkPage } from './support/page-checks.ts'
import {
  completePiece,
  day,
  givenChanges,
  givenDraft,
  givenPractitioner,
  givenSubmission,
  givenSubmittedPiece,
  peerReflection,
  signInBrowser,
  versionIn,
  type Practitioner,
} from './support/given.ts'
import { isOfSupervision } from './support/walked-elsewhere.ts'
import { startWorld, type World } from './support/world.ts'

/**
 * Every page of the product in every state that looks different, through every check that a page has to pass. Those of
 * supervision have files of their own: see `isOfSupervision`.
 */

let world: World
let chromium: Chromium
let address: string
let page: Page
let cast: Cast
before(async () => {
  world = await startWorld()
  address = await world.listen()
  chromium = await startChromium(address)
  page = await chromium.open()
  cast = await makeCast()
})
after(async () => {
  await chromium.close()
  await world.close()
})

type Who = 'nobody' | 'newcomer' | 'lateJoiner' | 'oneByOne' | 'veteran' | 'finished'

interface Cast {
  readonly people: Readonly<Record<Exclude<Who, 'nobody'>, Practitioner>>
  /** The veteran's pieces, by the state they are in. */
  readonly pieces: Readonly<Record<PieceName, string>>
}

type PieceName =
  | 'submitted'
  | 'peer'
  | 'resubmitted'
  | 'changed'
  | 'withdrawn'
  | 'draft'
  | 'empty'
  | 'identical'
  | 'alike'
  | 'outside'
  | 'thrown'
  | 'naming'

async function makeCast(): Promise<Cast> {
  const later = world.clock.now()
  world.clock.set('2025-03-10T12:00:00Z')
  const veteran = await givenPractitioner(world)
  const { browser } = veteran
  await givenSubmittedPiece(browser, {
    ...completePiece,
    ...peerReflection,
    ...about('an old piece'),
    'date-year': '2024',
    'date-month': '12',
  })
  world.clock.set(later)
  await signInBrowser(world, veteran.personId, browser)

  const pieces = {
    submitted: await givenSubmittedPiece(browser, { ...completePiece, ...about('falls at home') }),
    peer: await givenSubmittedPiece(browser, {
      ...completePiece,
      ...peerReflection,
      ...about('advocacy'),
      'peer-category-2': 'nurse',
      'peer-role-2': 'community nurse',
      'peer-setting': ['group', 'online'],
      standards: ['4.1', '4.6'],
    }),
    resubmitted: await givenSubmittedPiece(browser, { ...completePiece, ...about('care leavers') }),
    changed: await givenSubmittedPiece(browser, { ...completePiece, ...about('kinship care') }),
    withdrawn: await givenSubmittedPiece(browser, { ...completePiece, ...about('something withdrawn') }),
    draft: await givenDraft(browser, {
      title: 'A draft with_aVeryLongWordThatNobodyWouldEverBreakAnywhereInItsMiddleByThemselves',
      'date-day': '31',
      'date-month': '11',
      'date-year': '2026',
      description: 'First line\n\nThird line, <b>not bold</b> & “quoted”',
      peer: 'We talked.',
    }),
    empty: await givenDraft(browser, {}),
    identical: await givenSubmittedPiece(browser, { ...completePiece, ...about('falls at home') }),
    alike: await givenSubmittedPiece(browser, {
      ...completePiece,
      ...about('falls at home'),
      impact: `${completePiece.impact} That is all.`,
    }),
    outside: await givenSubmittedPiece(browser, {
      ...completePiece,
      ...about('an activity of long ago'),
      'date-year': '2018',
    }),
    thrown: await givenSubmittedPiece(browser, { ...completePiece, ...about('words kept') }),
    naming: await givenDraft(browser, {
      ...completePiece,
      ...peerReflection,
      title: 'A draft that names somebody',
      learning: 'I learnt it from Kelly Marsh (kelly@example.org, LS1 4DY), who reads Bowlby (1969).',
    }),
  }
  await givenChanges(browser, pieces.thrown, { ...completePiece, ...about('words thrown away') })
  await pressed(browser, `/cpd/pieces/${pieces.thrown}/discard-changes`)
  await pressed(browser, `/cpd/pieces/${await givenDraft(browser, { title: 'Not wanted' })}/delete`)
  await copied(browser, pieces.submitted)
  await copied(browser, pieces.resubmitted)
  await givenChanges(browser, pieces.resubmitted, { ...completePiece, ...about('care leavers, again') })
  await givenSubmission(browser, pieces.resubmitted)
  await givenChanges(browser, pieces.changed, {
    ...completePiece,
    ...peerReflection,
    title: 'Kinship, changed',
  })
  await pressed(browser, `/cpd/pieces/${pieces.withdrawn}/withdraw`)

  const finished = await givenPractitioner(world)
  for (const typed of [
    { ...completePiece, ...peerReflection },
    { ...completePiece, ...about('hoarding') },
  ])
    await copied(finished.browser, await givenSubmittedPiece(finished.browser, typed))
  for (const step of ['form', 'fee']) {
    await finished.browser.get(`/renewal/2026/${step}`)
    await finished.browser.postOnce(`/renewal/2026/${step}`, { ...dated('done'), press: 'done' })
  }

  const oneByOne = await givenPractitioner(world)
  await oneByOne.browser.get('/cpd/new')
  await oneByOne.browser.postOnce('/cpd/new', {
    pieceId: crypto.randomUUID(),
    version: '0',
    press: 'switch',
    title: 'One at a time',
  })
  const lateJoiner = await givenPractitioner(world, {
    periods: [{ from: day('2026-10-01'), to: null, kind: 'joined' }],
  })
  const newcomer = await givenPractitioner(world)
  return { people: { newcomer, lateJoiner, oneByOne, veteran, finished }, pieces }
}

/** Different enough from every other piece not to be taken for it. */
function about(topic: string): Record<string, string> {
  const learnt = Array.from({ length: 12 }, (_, index) => `${topic.replaceAll(/\W/g, '')}${index}`).join(' ')
  return { title: `On ${topic}`, learning: learnt }
}

/** Presses the one button of a page that asks whether to go on. */
async function pressed(browser: Practitioner['browser'], address: string): Promise<void> {
  const { html } = await browser.get(address)
  const reply = await browser.postOnce(address, { version: versionIn(html) })
  assert.equal(reply.status, 303, reply.text)
}

function dated(prefix: string): Record<string, string> {
  return { [`${prefix}-day`]: '17', [`${prefix}-month`]: '11', [`${prefix}-year`]: '2026' }
}

async function copied(browser: Practitioner['browser'], pieceId: string): Promise<void> {
  await browser.get(`/cpd/pieces/${pieceId}/copy`)
  const marked = await browser.postOnce(`/cpd/pieces/${pieceId}/copy`, {
    number: '1',
    ...dated('copied'),
    press: 'copied',
  })
  assert.equal(marked.status, 303, marked.text)
}

/** One page in one state: where somebody goes, and what they do there to see it. */
interface Look {
  readonly who: Who
  readonly at: string | (() => string | Promise<string>)
  readonly act?: (page: Page) => Promise<unknown>
  readonly status?: number
  readonly heading?: RegExp
}

const piece =
  (name: PieceName, rest = '') =>
  () =>
    `/cpd/pieces/${cast.pieces[name]}${rest}`
const token = async (path: Promise<string>) => path

/** By the pattern of the route. A page with no parameter and no states of its own need not be listed. */
const looks: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
  '/': {
    'before signing in': { who: 'nobody', at: '/', heading: /Record your CPD/ },
    'with nothing recorded': { who: 'newcomer', at: '/', heading: /You are not done yet/ },
    'with steps left to tell': { who: 'veteran', at: '/', heading: /you have not told us/ },
    'with something set aside': {
      who: 'veteran',
      at: async () => {
        await givenSetAside({ title: 'Sent too late' })
        return '/'
      },
      heading: /you have not told us/,
    },
    'with nothing left to do': { who: 'finished', at: '/', heading: /requirement for 2025 to 2026 is met/ },
    'where nothing is required': { who: 'lateJoiner', at: '/', heading: /You do not have to record CPD/ },
  },
  '/cpd': {
    'with nothing recorded': { who: 'newcomer', at: '/cpd' },
    'with pieces in every state': { who: 'veteran', at: '/cpd?done=draft-deleted' },
  },
  '/cpd/years/:closingYear': {
    'a year that is over': { who: 'veteran', at: '/cpd/years/2025' },
    'a year that nobody has': { who: 'veteran', at: '/cpd/years/1999', status: 404 },
  },
  '/cpd/new': {
    'all on one page': { who: 'newcomer', at: '/cpd/new' },
    'one question a page': { who: 'oneByOne', at: '/cpd/new' },
    'with what is known filled in': {
      who: 'newcomer',
      at: '/cpd/new?type=supervision&category=social-worker&setting=online',
    },
  },
  '/cpd/pieces/:pieceId': {
    submitted: { who: 'veteran', at: piece('submitted') },
    'with a peer reflection': { who: 'veteran', at: piece('peer') },
    'resubmitted after it was copied': { who: 'veteran', at: piece('resubmitted') },
    'with changes that are not resubmitted': { who: 'veteran', at: piece('changed') },
    withdrawn: { who: 'veteran', at: piece('withdrawn', '?done=withdrawn') },
    'a draft': { who: 'veteran', at: piece('draft') },
    'a draft with nothing in it': { who: 'veteran', at: piece('empty') },
    'the same as another': { who: 'veteran', at: piece('identical') },
    'very like another': { who: 'veteran', at: piece('alike') },
    'dated before every year': { who: 'veteran', at: piece('outside') },
    'somebody else’s': { who: 'newcomer', at: piece('submitted'), status: 404 },
  },
  '/cpd/pieces/:pieceId/edit': {
    'a draft': { who: 'veteran', at: piece('draft', '/edit?saved=draft&removed=3') },
    'a draft with what is wrong': { who: 'veteran', at: piece('draft', '/edit?problems=show') },
    'a draft with nothing in it': { who: 'veteran', at: piece('empty', '/edit?problems=show') },
    submitted: { who: 'veteran', at: piece('submitted', '/edit') },
    'with a row for another peer': { who: 'veteran', at: piece('peer', '/edit?peer=add') },
    withdrawn: { who: 'veteran', at: piece('withdrawn', '/edit') },
    'with what was found while somebody writes': {
      who: 'veteran',
      at: piece('naming', '/edit'),
      act: page => findWhileWriting(page),
    },
    'with something replaced while somebody writes': {
      who: 'veteran',
      at: piece('naming', '/edit'),
      async act(page) {
        await findWhileWriting(page)
        await page
          .getByRole('button', { name: /^Replace with/ })
          .first()
          .click()
        await page.getByRole('button', { name: /^Undo/ }).waitFor()
      },
    },
    'saved somewhere else meanwhile': {
      who: 'veteran',
      at: piece('draft', '/edit'),
      status: 409,
      async act(page) {
        await givenChanges(cast.people.veteran.browser, cast.pieces.draft, { title: 'Saved first' })
        await page.getByLabel('What is the title').fill('Typed second')
        await press(page, 'Save draft')
      },
    },
  },
  '/cpd/pieces/:pieceId/edit/:questionId': {
    ...Object.fromEntries(
      ['title', 'type', 'date', 'description', 'peer', 'standards'].map(question => [
        question,
        { who: 'veteran', at: piece('draft', `/edit/${question}?problems=show`) } satisfies Look,
      ]),
    ),
    'a question that there is not': { who: 'veteran', at: piece('draft', '/edit/colour'), status: 404 },
  },
  '/cpd/pieces/:pieceId/check': {
    'nothing missing': { who: 'veteran', at: piece('changed', '/check?removed=1') },
    'something missing': { who: 'veteran', at: piece('draft', '/check') },
    'with what might identify somebody': { who: 'veteran', at: piece('naming', '/check') },
    'asking once more': {
      who: 'veteran',
      at: piece('naming', '/check'),
      status: 422,
      act: page => press(page, 'Submit'),
    },
    'with a word that is kept': {
      who: 'veteran',
      at: piece('naming', '/check'),
      async act(page) {
        await press(page, /^Keep it/)
        await page.getByText('that you chose to keep').click()
        await page.getByText('most likely nobody’s identity').click()
      },
    },
    'with something replaced': {
      who: 'veteran',
      at: piece('naming', '/check'),
      act: page => press(page, /^Replace with/),
    },
    'replaced after it was changed somewhere else': {
      who: 'veteran',
      at: async () => {
        await nameAnew('Kelly Marsh again.')
        return piece('naming', '/check')()
      },
      status: 409,
      async act(page) {
        await nameAnew('Kelly Marsh once more.')
        await press(page, /^Replace with/)
      },
    },
    'submitted although something is missing': {
      who: 'veteran',
      at: piece('empty', '/check'),
      status: 422,
      act: page => press(page, 'Submit'),
    },
    'changed somewhere else meanwhile': {
      who: 'veteran',
      at: piece('changed', '/check'),
      status: 409,
      async act(page) {
        await givenChanges(cast.people.veteran.browser, cast.pieces.changed, {
          ...completePiece,
          ...peerReflection,
          title: 'Kinship, changed again',
        })
        await press(page, 'Resubmit')
      },
    },
  },
  '/cpd/pieces/:pieceId/submitted/:number': {
    'with something left to do': { who: 'veteran', at: piece('submitted', '/submitted/1') },
    'for the second time': { who: 'veteran', at: piece('resubmitted', '/submitted/2') },
    'a piece that is the same as another': { who: 'veteran', at: piece('identical', '/submitted/1') },
    'with nothing left to do': {
      who: 'finished',
      at: '/cpd',
      async act(page) {
        await press(page, 'Reading about hoarding')
        await press(page, /^Submitted on/)
        await visit(page, page.url().replace('submissions', 'submitted'))
      },
    },
  },
  '/cpd/pieces/:pieceId/submissions/:number': {
    'the last one': { who: 'veteran', at: piece('peer', '/submissions/1') },
    'a withdrawn one': { who: 'veteran', at: piece('withdrawn', '/submissions/1') },
    'one that there is not': { who: 'veteran', at: piece('peer', '/submissions/9'), status: 404 },
  },
  '/cpd/pieces/:pieceId/submissions/:number/file': {
    'of a piece that there is not': {
      who: 'newcomer',
      at: piece('peer', '/submissions/1/file'),
      status: 404,
    },
  },
  '/cpd/pieces/:pieceId/copy': {
    'not copied yet': { who: 'veteran', at: piece('peer', '/copy') },
    copied: { who: 'veteran', at: piece('submitted', '/copy') },
    'copied before it was resubmitted': { who: 'veteran', at: piece('resubmitted', '/copy') },
    'a date that is none': {
      who: 'veteran',
      at: piece('peer', '/copy'),
      status: 422,
      act: page => press(page, 'Mark as copied'),
    },
  },
  '/cpd/pieces/:pieceId/delete': { 'a draft': { who: 'veteran', at: piece('draft', '/delete') } },
  '/cpd/pieces/:pieceId/discard-changes': {
    changes: { who: 'veteran', at: piece('changed', '/discard-changes') },
  },
  '/cpd/pieces/:pieceId/withdraw': {
    'which changes nothing': { who: 'veteran', at: piece('submitted', '/withdraw') },
    'which leaves the year not met': {
      who: 'finished',
      at: '/cpd',
      async act(page) {
        await press(page, 'Reading about hoarding')
        await press(page, 'Withdraw this piece')
      },
    },
    'changed somewhere else meanwhile': {
      who: 'veteran',
      at: piece('changed', '/withdraw'),
      status: 409,
      async act(page) {
        await givenChanges(cast.people.veteran.browser, cast.pieces.changed, {
          ...completePiece,
          ...peerReflection,
          title: 'Kinship, changed once more',
        })
        await press(page, 'Withdraw')
      },
    },
  },
  '/cpd/pieces/:pieceId/revisions': {
    none: { who: 'veteran', at: piece('empty', '/revisions') },
    some: { who: 'veteran', at: piece('thrown', '/revisions') },
  },
  '/cpd/pieces/:pieceId/revisions/:number': {
    'what would change': { who: 'veteran', at: piece('thrown', '/revisions/1') },
    'one that there is not': { who: 'veteran', at: piece('thrown', '/revisions/9'), status: 404 },
  },
  '/cpd/deleted': {
    none: { who: 'newcomer', at: '/cpd/deleted' },
    some: { who: 'veteran', at: '/cpd/deleted' },
  },
  '/renewal/:closingYear/:step': {
    'not told yet': { who: 'veteran', at: '/renewal/2026/form' },
    told: { who: 'finished', at: '/renewal/2026/fee' },
    'a date that is none': {
      who: 'veteran',
      at: '/renewal/2026/form',
      status: 422,
      async act(page) {
        await typeDate(page, 'When did you do it?', ['31', '11', '2026'])
        await press(page, 'Save')
      },
    },
    'a step that there is not': { who: 'veteran', at: '/renewal/2026/dance', status: 404 },
  },
  '/create-account': {
    empty: { who: 'nobody', at: '/create-account' },
    'with everything missing': {
      who: 'nobody',
      at: '/create-account',
      status: 422,
      act: page => press(page, 'Create account'),
    },
    'with two periods': {
      who: 'nobody',
      at: '/create-account',
      async act(page) {
        await press(page, 'Add another period')
      },
    },
    'sent off': {
      who: 'nobody',
      at: '/create-account',
      act: page => askForAccount(page, 'somebody-new@example.org'),
      heading: /Check your e-mail/,
    },
    'sent off from a network that asked for too many': {
      who: 'nobody',
      at: '/create-account',
      status: 429,
      async act(page) {
        const { write } = world.database
        const before = await write.selectFrom('throttle').selectAll().execute()
        await write.updateTable('throttle').set({ tries: 1_000_000 }).execute()
        await askForAccount(page, 'somebody-else@example.org')
        for (const { bucket, tries } of before)
          await write.updateTable('throttle').set({ tries }).where('bucket', '=', bucket).execute()
      },
    },
  },
  '/confirm/:token': {
    'a link that works': { who: 'nobody', at: () => token(mailedLink(world, 'somebody-new@example.org')) },
    'with a wrong password': {
      who: 'nobody',
      at: () => token(mailedLink(world, 'somebody-new@example.org')),
      status: 422,
      async act(page) {
        await page.getByLabel('The password you chose', { exact: true }).fill('not the one')
        await press(page, 'Confirm and sign in')
      },
    },
    'a link that no longer works': { who: 'nobody', at: '/confirm/used', status: 404 },
  },
  '/sign-in': {
    empty: { who: 'nobody', at: '/sign-in?next=%2Fcpd' },
    'with a wrong password': {
      who: 'nobody',
      at: '/sign-in',
      status: 422,
      async act(page) {
        await page.getByLabel('E-mail address').fill(cast.people.newcomer.email)
        await page.getByLabel('Password', { exact: true }).fill('not the one')
        await press(page, 'Sign in')
      },
    },
  },
  '/sign-in-link/:token': {
    'a link that works': {
      who: 'nobody',
      at: () => makeSignInLink(world.database.write, cast.people.newcomer.personId, world.clock.now()),
    },
    'a link that no longer works': { who: 'nobody', at: '/sign-in-link/used', status: 404 },
  },
  '/forgotten-password': {
    empty: { who: 'nobody', at: '/forgotten-password' },
    'with no address': {
      who: 'nobody',
      at: '/forgotten-password',
      status: 422,
      act: page => press(page, 'Send the link'),
    },
    'sent off': {
      who: 'nobody',
      at: '/forgotten-password',
      async act(page) {
        await page.getByLabel('E-mail address').fill(cast.people.newcomer.email)
        await press(page, 'Send the link')
      },
      heading: /Check your e-mail/,
    },
  },
  '/new-password/:token': {
    'a link that works': {
      who: 'nobody',
      at: () => token(mailedLink(world, cast.people.newcomer.email)),
    },
    'with a password that is too short': {
      who: 'nobody',
      at: () => token(mailedLink(world, cast.people.newcomer.email)),
      status: 422,
      async act(page) {
        await page.getByLabel('New password', { exact: true }).fill('short')
        await press(page, 'Save and sign in')
      },
    },
    'a link that no longer works': { who: 'nobody', at: '/new-password/used', status: 404 },
  },
  '/reminders-off/:token': {
    'a link that works': {
      who: 'nobody',
      at: () => makeRemindersOffLink(world.database.write, cast.people.newcomer.personId, world.clock.now()),
    },
    pressed: {
      who: 'nobody',
      at: () => makeRemindersOffLink(world.database.write, cast.people.newcomer.personId, world.clock.now()),
      act: page => press(page, 'Turn reminders off'),
      heading: /Reminders are off/,
    },
    'a link that no longer works': { who: 'nobody', at: '/reminders-off/used', status: 404 },
  },
  '/signature-mails-off/:token': {
    'a link that works': {
      who: 'nobody',
      at: () =>
        makeSignatureMailsOffLink(world.database.write, cast.people.newcomer.personId, world.clock.now()),
    },
    pressed: {
      who: 'nobody',
      at: () =>
        makeSignatureMailsOffLink(world.database.write, cast.people.newcomer.personId, world.clock.now()),
      act: page => press(page, 'Turn these mails off'),
      heading: /Mails about signatures are off/,
    },
    'a link that no longer works': { who: 'nobody', at: '/signature-mails-off/used', status: 404 },
  },
  '/settings/signature-mails': { 'as they are': { who: 'veteran', at: '/settings/signature-mails' } },
  '/settings': { 'with something saved': { who: 'veteran', at: '/settings?saved=registration' } },
  '/settings/password': {
    empty: { who: 'veteran', at: '/settings/password' },
    'with everything missing': {
      who: 'veteran',
      at: '/settings/password',
      status: 422,
      act: page => page.getByRole('main').getByRole('button').last().click(),
    },
  },
  '/settings/registration': {
    'as it is': { who: 'veteran', at: '/settings/registration' },
    'with a period too many': {
      who: 'veteran',
      at: '/settings/registration',
      status: 422,
      async act(page) {
        await press(page, 'Add another period')
        await page.getByRole('main').getByRole('button', { name: 'Save' }).click()
      },
    },
  },
  '/settings/sessions': {
    'with another browser': {
      who: 'veteran',
      at: async () => {
        await signInBrowser(world, cast.people.veteran.personId, world.browse())
        return '/settings/sessions'
      },
    },
  },
  '/never-write-list': {
    'with nothing on it': {
      who: 'newcomer',
      at: '/never-write-list',
      act: page => page.getByText('There is nothing on it yet.').waitFor(),
    },
    'with something on it': {
      who: 'newcomer',
      at: '/never-write-list',
      async act(page) {
        await page.getByLabel('Add a name, a team or a place').fill('A_very_long_name'.repeat(8))
        await page.getByRole('button', { name: 'Add', exact: true }).click()
        await page.getByRole('button', { name: /^Remove/ }).waitFor()
      },
    },
  },
  '/set-aside': {
    'with nothing in it': { who: 'newcomer', at: '/set-aside' },
    'with two forms': {
      who: 'veteran',
      at: async () => {
        await givenSetAside({ title: 'Sent\n\ntoo <b>late</b>', learning: 'Something that took an hour' })
        await givenSetAside({ title: 'Sent too late again' })
        return '/set-aside?next=%2Fcpd'
      },
    },
  },
  '/set-aside/:formId/discard': {
    asked: {
      who: 'veteran',
      at: async () => `/set-aside/${await givenSetAside({ title: 'Sent too late once more' })}/discard`,
    },
  },
  '/which-is-it': {
    empty: { who: 'nobody', at: '/which-is-it' },
    'with everything missing': {
      who: 'nobody',
      at: '/which-is-it',
      status: 422,
      act: page => press(page, 'Tell me which it is'),
    },
    ...Object.fromEntries(
      [
        ['session-not-thought-over', 'no', 'no'],
        ['supervision-session', 'no', 'no'],
        ['supervision-session', 'with-social-worker', 'submitted'],
        ['other-activity', 'in-supervision', 'no'],
        ['other-activity', 'with-somebody-else', 'draft'],
      ].map(answers => [
        answers.join(', '),
        {
          who: 'nobody',
          at: `/which-is-it?learning=${answers[0]}&talked=${answers[1]}&recorded=${answers[2]}`,
          act: page => press(page, 'Tell me which it is'),
        } satisfies Look,
      ]),
    ),
  },
}

/** Pages that stand in for another, whatever its address. */
const refusals: Readonly<Record<string, Look>> = {
  'an address that there is not': { who: 'nobody', at: '/no-such-page', status: 404 },
  'a form whose page is from before signing out': {
    who: 'newcomer',
    at: '/cpd/new',
    status: 403,
    async act(page) {
      await ownFetchesAreIn(page)
      await page.context().clearCookies()
      await sendPlainly(page)
    },
  },
  'a form of somebody whose session was ended elsewhere': {
    who: 'nobody',
    at: '/cpd/new',
    status: 403,
    async act(page) {
      const own = await givenPractitioner(world)
      await page
        .context()
        .addCookies(
          [...own.browser.cookies].map(([name, value]) => ({ name, value, url: new URL(page.url()).origin })),
        )
      await visit(page, '/cpd/new')
      await ownFetchesAreIn(page)
      await own.browser.get('/settings')
      await own.browser.post('/sign-out')
      await sendPlainly(page)
    },
    heading: /You are signed out/,
  },
  'a form with a field that it does not have': {
    who: 'newcomer',
    at: '/cpd/new',
    status: 400,
    async act(page) {
      await page.getByLabel('What is the title').evaluate(box => box.setAttribute('name', 'colour'))
      await sendPlainly(page)
    },
  },
  'more than a form may hold': {
    who: 'newcomer',
    at: '/cpd/new',
    status: 413,
    async act(page) {
      await sendPlainly(page, '字'.repeat(500_000))
    },
  },
  'too many tries': {
    who: 'nobody',
    at: '/sign-in',
    async act(page) {
      for (let tries = 0; tries < 12; tries++) {
        if (!/Sign in/.test(await headingOf(page))) break
        await page.getByLabel('E-mail address').fill('guessed@example.org')
        await page.getByLabel('Password', { exact: true }).fill(`guess ${tries}`)
        await press(page, 'Sign in')
      }
    },
    heading: /Check your e-mail/,
  },
  'somebody who has just signed up': {
    who: 'nobody',
    at: '/',
    act: page => signUp(page, world, 'just-signed-up@example.org', 'teapot gravel lanternfish'),
    heading: /You are not done yet/,
  },
  'the menu on a narrow screen': {
    who: 'newcomer',
    at: '/',
    async act(page) {
      await page.setViewportSize({ width: 320, height: 800 })
      await pressInNavigation(page, 'Your CPD')
      await page.getByRole('button', { name: 'Menu' }).click()
    },
  },
}

for (const [pattern, states] of Object.entries(looks))
  for (const [state, look] of Object.entries(states))
    test(`${pattern}: ${state}`, () => lookAt(look, pattern))

for (const [name, look] of Object.entries(refusals)) test(name, () => lookAt(look))

/** No pages: a script of ours asks for them. */
const forScripts = new Set(['/session', '/session/of-device', '/cpd/drafts'])

test('every other page has no parameters, and is what it is', async t => {
  for (const { method, path, access } of world.app.routes) {
    if (method !== 'GET' || Object.hasOwn(looks, path.pattern) || forScripts.has(path.pattern)) continue
    if (isOfSupervision(path.pattern)) continue
    await t.test(path.pattern, () => {
      assert.doesNotMatch(path.pattern, /:/, 'say in this file at which addresses to look at this page')
      return lookAt({ who: access.name === 'anyone' ? 'nobody' : 'newcomer', at: path.pattern }, path.pattern)
    })
  }
})

test('every page that is looked at here is one of the product’s', () => {
  const patterns = new Set(world.app.routes.map(({ path }) => path.pattern))
  assert.deepEqual(
    Object.keys(looks).filter(pattern => !patterns.has(pattern)),
    [],
  )
})

async function lookAt({ who, at, act, status = 200, heading }: Look, pattern?: string): Promise<void> {
  await becomes(who)
  const address = typeof at === 'string' ? at : await at()
  await visit(page, address)
  await act?.(page)
  await page.waitForLoadState()
  assert.equal(await statusOf(page), status)
  if (heading) assert.match(await headingOf(page), heading)
  // Not the page that asks to sign in, say, in its place.
  if (pattern !== undefined) assert.match(new URL(page.url()).pathname, addressesOf(pattern))
  await checkPage(page)
}

/** Saves another text into the draft that names somebody. */
async function nameAnew(learning: string): Promise<void> {
  const { browser } = cast.people.veteran
  await givenChanges(browser, cast.pieces.naming, { ...completePiece, learning })
}

/** The check comes with the first pause. */
async function findWhileWriting(page: Page): Promise<void> {
  await page.getByLabel('What did you learn from it?').press('Control+End')
  await page.keyboard.type(' And so on.')
  await page
    .locator('#learning-findings')
    .getByText(/^We found \d/)
    .waitFor()
}

/** As a page does whose script does not run: nothing is kept or sent in the background first. */
async function sendPlainly(page: Page, text = 'Something that took an hour to write'): Promise<void> {
  const box = page.getByLabel('What did you learn from it?')
  await arrive(page, () =>
    box.evaluate((field: HTMLTextAreaElement, typed) => {
      const form = field.form?.cloneNode(true)
      if (!(form instanceof HTMLFormElement)) return
      document.body.append(form)
      const copy = form.querySelector<HTMLTextAreaElement>('#learning')
      if (copy) copy.value = typed
      form.submit()
    }, text),
  )
}

/** One window plays everybody: a new one for each page takes longer than all that is done in it. */
async function becomes(who: Who): Promise<void> {
  const context = page.context()
  await context.clearCookies()
  await page.setViewportSize({ width: 1024, height: 900 })
  if (who === 'nobody') return
  const { cookies } = cast.people[who].browser
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })))
}

/** What the veteran sent when they were signed out already. */
async function givenSetAside(typed: Readonly<Record<string, string>>): Promise<string | null> {
  const form = { personId: cast.people.veteran.personId, path: '/cpd/new', fields: Object.entries(typed) }
  return world.database.write.transaction().execute(db => keepForm(db, form, world.clock.now()))
}

async function askForAccount(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Registration number').fill('SW123456')
  await typeDate(page, 'The date you went on the register', ['1', '9', '2015'])
  await page.getByLabel('I joined it').check()
  await page.getByLabel('Password', { exact: true }).fill('teapot gravel lanternfish')
  await press(page, 'Create account')
}

function addressesOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)
}
