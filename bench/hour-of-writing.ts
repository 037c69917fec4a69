import { randomUUID } from 'node:crypto'
import type { App } from '../src/app.ts'
import { saveDraftOfPiece } from '../src/cpd/actions/save-draft.ts'
import type { Answers } from '../src/cpd/answers.ts'
import { todaysForm } from '../src/cpd/todays-form.ts'
import type { Database } from '../src/platform/db/connect.ts'
import { onDatabase } from './drafts.ts'
import { print } from './figures.ts'
import { answersFor, makePerson } from './people.ts'
import { randomness, writing } from './writing.ts'

const pieces = 32
const hour = 60 * 60_000
/** 40 words a minute. */
const charactersPerSecond = (40 * 5.8) / 60
/** Saving waits for a pause of a second. On average, in seconds: */
const typingUntilSaved = 5
const pauseAfterwards = 9
/** One time in so many the writer goes back to a text, takes out a few words and puts in others. */
const changesOfMind = 1 / 6

/**
 * What an hour of writing one piece leaves in the database, on a clock of its own: tables, indexes and what is kept
 * outside the rows, once the rows that no longer count are cleared away, as PostgreSQL does from time to time by itself.
 */
export async function benchGrowth(
  connectionString: string,
  database: Database,
  packs: App['packs'],
): Promise<void> {
  const { personId } = await makePerson(database, packs, 'writer@example.org')
  const before = await keptBytes(connectionString)
  const written = await Promise.all(
    Array.from({ length: pieces }, (_, seed) => writeForAnHour(database, packs, personId, seed)),
  )
  const kept = (await keptBytes(connectionString)) - before
  const text = written.reduce((sum, { bytes }) => sum + bytes, 0)
  const saves = written.reduce((sum, piece) => sum + piece.saves, 0)
  print('autosave.growth.text', text / pieces, 'bytes')
  print('autosave.growth.saves', saves / pieces, 'saves')
  print('autosave.growth_per_hour', kept / pieces, 'bytes')
  print('autosave.growth', kept / text, 'bytes kept per byte of text')
}

async function writeForAnHour(
  { write }: Database,
  packs: App['packs'],
  personId: string,
  seed: number,
): Promise<{ readonly bytes: number; readonly saves: number }> {
  const chance = randomness(seed)
  const pieceId = randomUUID()
  const begin = Date.now() - 2 * hour + chance() * hour
  const { pack, today } = todaysForm(packs, new Date(begin))
  const planned = answersFor(seed, today, 1000)
  let answers = withTexts(planned, {})
  let version = 0
  let saves = 0
  for (let at = begin; at < begin + hour; at += 2 * pauseAfterwards * chance() * 1000) {
    const typing = 2 * typingUntilSaved * chance()
    const typed = Math.ceil(typing * charactersPerSecond)
    answers = withTexts(planned, typeMore(textsOf(answers), textsOf(planned), typed, chance))
    at += (typing + 1) * 1000
    const saved = await write.transaction().execute(db =>
      saveDraftOfPiece(db, {
        personId,
        pieceId,
        pack,
        shown: { version, marks: null },
        answer: () => answers,
        saveId: randomUUID(),
        now: new Date(at),
      }),
    )
    if (!saved.ok) throw new Error(`A save was refused: ${saved.refusal.kind}`)
    version = saved.value.version
    saves++
  }
  const bytes = Object.values(textsOf(answers)).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return { bytes, saves }
}

/** So many characters more: of the next text that is not finished, or in the place of others, anywhere in any of them. */
function typeMore(texts: Texts, planned: Texts, typed: number, chance: () => number): Texts {
  const unfinished = Object.keys(planned).find(id => (texts[id] ?? '').length < (planned[id] ?? '').length)
  const begun = Object.keys(texts).filter(id => texts[id] !== '')
  if (unfinished !== undefined && (begun.length === 0 || chance() >= changesOfMind)) {
    const text = texts[unfinished] ?? ''
    const more = planned[unfinished]?.slice(text.length, text.length + typed) ?? ''
    return { ...texts, [unfinished]: text + more }
  }
  const id = begun[Math.floor(chance() * begun.length)] ?? ''
  const text = texts[id] ?? ''
  const caret = Math.floor(chance() * text.length)
  const others = writing(Math.floor(chance() * 1_000_000), typed)
  return { ...texts, [id]: text.slice(0, caret) + others + text.slice(caret + typed) }
}

/** By question; and that of the peer reflection. */
type Texts = Readonly<Record<string, string>>

const peerReflection = 'peer reflection'

function textsOf({ texts, peerReflection: { text } }: Answers): Texts {
  return { ...texts, [peerReflection]: text }
}

function withTexts(
  answers: Answers,
  { [peerReflection]: text = '', ...texts }: Record<string, string>,
): Answers {
  return { ...answers, texts, peerReflection: { ...answers.peerReflection, text } }
}

async function keptBytes(connectionString: string): Promise<number> {
  await onDatabase(connectionString, 'vacuum full piece')
  await onDatabase(connectionString, 'vacuum full revision')
  const [row] = await onDatabase(
    connectionString,
    `select pg_total_relation_size('piece') + pg_total_relation_size('revision') as bytes`,
  )
  return Number(row?.['bytes'])
}
