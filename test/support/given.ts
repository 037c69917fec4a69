import assert from 'node:assert/strict'
import { createPerson } from '../../src/accounts/actions/create-person.ts'
import { startSession } from '../../src/accounts/actions/start-session.ts'
import type { RegisterPeriod } from '../../src/cpd/registration.ts'
import { parseDay, type Day } from '../../src/platform/day.ts'
import type { Browser } from './browser.ts'
import type { World } from './world.ts'

/** Somebody with an account, and a browser without a window in which they are signed in. */
export interface Practitioner {
  readonly personId: string
  readonly email: string
  readonly password: string
  readonly browser: Browser
}

/** Three familiar words: what the rules for passwords let through. */
const password = 'teapot gravel lanternfish'

let people = 0

interface GivenPractitioner {
  readonly periods?: readonly RegisterPeriod[]
  readonly voluntaryRemovalAppliedOn?: Day
}

export async function givenPractitioner(
  world: World,
  {
    periods = [{ from: day('2015-09-01'), to: null, kind: 'joined' }],
    voluntaryRemovalAppliedOn,
  }: GivenPractitioner = {},
): Promise<Practitioner> {
  people += 1
  const email = `practitioner-${people}@example.org`
  const now = world.clock.now()
  const personId = await createPerson(
    world.database.write,
    {
      email,
      password,
      scheme: 'social-work-england',
      registrationNumber: `SW${100_000 + people}`,
      registration: { periods, voluntaryRemovalAppliedOn: voluntaryRemovalAppliedOn ?? null },
    },
    now,
  )
  const browser = world.browse(`192.0.2.${people % 250}`)
  await signInBrowser(world, personId, browser)
  return { personId, email, password, browser }
}

/** Signs a browser in without the sign-in page, as if it had been used already; again where days have passed. */
export async function signInBrowser(world: World, personId: string, browser: Browser): Promise<void> {
  const caller = { address: '192.0.2.1', device: null, userAgent: '' }
  const { session, device } = await startSession(world.database.write, personId, caller, world.clock.now())
  assert.ok(session && device)
  browser.cookies.set('confer_session', session)
  browser.cookies.set('confer_device', device)
}

/** What is typed into the form for a piece, by the names of its fields. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A piece that can be submitted, without a peer reflection. */
export const completePiece = {
  title: 'Reading about hoarding',
  type: 'reading',
  'date-day': '12',
  'date-month': '10',
  'date-year': '2026',
  description: 'A chapter about hoarding, because two people I work with find it hard to let things go.',
  learning: 'Clearing a house without the person tends to bring everything back within a year.',
  impact: 'I will ask what a thing means to somebody before I ask whether it can go.',
} satisfies Typed

export const peerReflection = {
  peer: 'My colleague said that she starts with one drawer, and that I hurry when I am anxious.',
  'peer-category-1': 'social-worker',
  'peer-role-1': 'senior social worker',
} satisfies Typed

/** A draft as the form saves it; returns its id. */
export async function givenDraft(browser: Browser, typed: Typed = completePiece): Promise<string> {
  const form = await browser.get('/cpd/new')
  const pieceId = /name="pieceId" value="([^"]+)"/.exec(form.html)?.[1]
  assert.ok(pieceId, form.title)
  const saved = await browser.postOnce('/cpd/new', { pieceId, version: '0', press: 'draft', ...typed })
  assert.equal(saved.status, 303, saved.text)
  return pieceId
}

/** Saves changes to a piece as the form on one page does. */
export async function givenChanges(browser: Browser, pieceId: string, typed: Typed): Promise<void> {
  const form = await browser.get(`/cpd/pieces/${pieceId}/edit`)
  const saved = await browser.postOnce(`/cpd/pieces/${pieceId}/edit`, {
    version: versionIn(form.html),
    press: 'draft',
    ...typed,
  })
  assert.equal(saved.status, 303, saved.text)
}

/** Submits what a piece's draft holds, whatever in it might identify somebody. */
export async function givenSubmission(browser: Browser, pieceId: string): Promise<void> {
  const check = await browser.get(`/cpd/pieces/${pieceId}/check`)
  const submitted = await browser.postOnce(`/cpd/pieces/${pieceId}/check`, {
    version: versionIn(check.html),
    press: 'anyway',
  })
  assert.equal(submitted.status, 303, submitted.text)
}

export async function givenSubmittedPiece(browser: Browser, typed: Typed = completePiece): Promise<string> {
  const pieceId = await givenDraft(browser, typed)
  await givenSubmission(browser, pieceId)
  return pieceId
}

export function versionIn(html: string): string {
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}

export function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}
