import { randomUUID } from 'node:crypto'
import { createPerson } from '../src/accounts/actions/create-person.ts'
import { startSession } from '../src/accounts/actions/start-session.ts'
import type { App } from '../src/app.ts'
import { saveDraftOfPiece } from '../src/cpd/actions/save-draft.ts'
import { submitPiece } from '../src/cpd/actions/submit-piece.ts'
import type { Answers } from '../src/cpd/answers.ts'
import type { Registration } from '../src/cpd/registration.ts'
import { todaysForm } from '../src/cpd/todays-form.ts'
import { addDays, partsOfDay, type Day } from '../src/platform/day.ts'
import type { Database } from '../src/platform/db/connect.ts'
import { writing } from './writing.ts'

const week = 7 * 24 * 60 * 60 * 1000

export interface BenchPerson {
  readonly personId: string
  readonly sessionToken: string
}

export async function makePerson(
  { write }: Database,
  packs: App['packs'],
  email: string,
): Promise<BenchPerson> {
  const now = new Date()
  const { pack, today } = todaysForm(packs, now)
  const registration: Registration = {
    periods: [{ from: addDays(today, -4000), to: null, kind: 'joined' }],
    voluntaryRemovalAppliedOn: null,
  }
  const registrationNumber = 'SW12345'
  const personId = await createPerson(
    write,
    { email, scheme: pack.scheme, registrationNumber, registration },
    now,
  )
  const caller = { address: '127.0.0.1', userAgent: '', device: null }
  const { session } = await startSession(write, personId, caller, now)
  if (!session) throw new Error('A session gives its browser a token')
  return { personId, sessionToken: session }
}

/** Twelve pieces such as a busy year has: nine submitted, one of them with changes since, and three drafts. Returns a draft's id. */
export async function recordTwelvePieces(database: Database, app: App, personId: string): Promise<string> {
  let lastDraft = ''
  for (let i = 0; i < 12; i++) {
    const pieceId = randomUUID()
    // One a week, the first of them twelve weeks ago.
    const now = new Date(Date.now() - (12 - i) * week)
    const form = todaysForm(app.packs, now)
    const save = (seed: number, shownVersion: number) =>
      saveDraftOfPiece(database.write, {
        personId,
        pieceId,
        pack: form.pack,
        shown: { version: shownVersion, marks: null },
        answer: () => answersFor(seed, addDays(form.today, -2), 1200),
        now,
      })
    await save(i, 0)
    if (i < 9)
      await submitPiece(database.write, app.queue, {
        personId,
        pieceId,
        shownVersion: 1,
        ...form,
        model: app.model,
        anyway: true,
        now,
      })
    else lastDraft = pieceId
    if (i === 8) await save(100 + i, 2)
  }
  return lastDraft
}

/** Complete answers with a peer reflection. `size`: about how many characters each of the four texts has. */
export function answersFor(seed: number, day: Day, size: number): Answers {
  return {
    texts: {
      title: writing(seed, 60),
      description: writing(seed + 1_000_000, size),
      learning: writing(seed + 2_000_000, size),
      impact: writing(seed + 3_000_000, size),
    },
    type: 'supervision',
    date: partsOfDay(day),
    peerReflection: {
      text: writing(seed + 4_000_000, size),
      peers: [
        { category: 'social-worker', role: 'Senior practitioner' },
        { category: 'occupational-therapist', role: 'Occupational therapist in the same team' },
      ],
      settings: ['one-to-one', 'in-person'],
    },
    standards: ['4.1', '4.3', '4.6'],
  }
}
