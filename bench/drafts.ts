import pg from 'pg'
import type { App } from '../src/app.ts'
import { todaysForm } from '../src/cpd/todays-form.ts'
import { hashToken } from '../src/platform/web/token.ts'
import { answersFor } from './people.ts'

/** A complete draft of about 4 kB that waits to be submitted, and what its owner's browser would send. */
export interface PreparedPiece {
  readonly number: number
  readonly personId: string
  readonly pieceId: string
  readonly sessionToken: string
}

/** Of each of a piece's four texts, in characters. */
export const textLength = 1000
/** Twelve digits, so that a number can be put at the end of an id as it is. */
export const firstNumber = 100_000_000_000

/** An id's beginning; its end is `firstNumber` and the number of the person or the piece. */
export const idStart = {
  person: '00000000-0000-4000-8000-',
  piece: '00000000-0000-4000-9000-',
  /** Of the hash that stands for a session's token. Each person has such a session for `pgbench`, and one with a token. */
  session: '0'.repeat(52),
} as const

/** Piece `n` belongs to person `n % people`, so that those submitted at the same moment are different people's. */
export async function addDrafts(
  connectionString: string,
  packs: App['packs'],
  { count, piecesEach }: { readonly count: number; readonly piecesEach: number },
): Promise<{ readonly people: number; readonly pieces: readonly PreparedPiece[] }> {
  const people = Math.ceil(count / piecesEach)
  const { pack, today } = todaysForm(packs, new Date())
  const pieces = Array.from({ length: count }, (_, number): PreparedPiece => {
    const person = number % people
    const end = String(firstNumber + person)
    return {
      number,
      personId: idStart.person + end,
      pieceId: idStart.piece + String(firstNumber + number),
      sessionToken: `bench${'-'.repeat(26)}${end}`,
    }
  })
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(addPeople, [
      JSON.stringify(
        pieces.slice(0, people).map(({ personId, sessionToken }) => ({
          person_id: personId,
          email: `${personId}@example.org`,
          token_hash: hashToken(sessionToken),
          other_hash: idStart.session + personId.slice(-12),
        })),
      ),
      pack.scheme,
    ])
    for (let from = 0; from < count; from += 1000) {
      const rows = pieces.slice(from, from + 1000).map(({ number, personId, pieceId }) => {
        const draft = answersFor(number, today, textLength)
        return { person_id: personId, piece_id: pieceId, draft, draft_title: draft.texts['title'] }
      })
      await client.query(addPieces, [JSON.stringify(rows), today])
    }
    // What a server that has been running for a while has done already, and would otherwise do meanwhile.
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
  return { people, pieces }
}

const addPeople = `
  with given as (
    select * from json_to_recordset($1) as row (person_id uuid, email text, token_hash text, other_hash text)
  ), people as (
    insert into person (person_id, email, email_key, password_hash, created_at)
    select person_id, email, email, '', now() from given
  ), registrations as (
    insert into registration (person_id, scheme, registration_number, periods)
    select person_id, $2, 'SW12345', '[{"from": "2015-09-01", "to": null, "kind": "joined"}]' from given
  )
  insert into session (token_hash, person_id, created_at, last_seen_at, browser)
  select hash, person_id, now(), now(), 'Firefox on Windows'
  from given cross join lateral (values (token_hash), (other_hash)) as hashes (hash)`

const addPieces = `
  insert into piece (
    person_id, piece_id, created_at, changed_at, version, draft, draft_title, draft_date, recent_saves)
  select person_id, piece_id, now(), now(), 1, draft, draft_title, $2,
    -- As many as a piece remembers.
    array(select gen_random_uuid() from generate_series(1, 16))
  from json_to_recordset($1) as row (person_id uuid, piece_id uuid, draft jsonb, draft_title text)`

/** Takes away the jobs that a run left behind, so that no run does the work of the one before. */
export async function clearQueue(connectionString: string): Promise<void> {
  await onDatabase(connectionString, 'delete from pgboss.job')
}

/** What there is to show for the submissions that were acknowledged. */
export async function countSubmitted(
  connectionString: string,
): Promise<{ submissions: number; events: number }> {
  const [row] = await onDatabase(
    connectionString,
    `select (select count(*) from submission)::integer as submissions,
      (select count(*) from audit_event where event = 'piece-submitted')::integer as events`,
  )
  return { submissions: Number(row?.['submissions']), events: Number(row?.['events']) }
}

export async function onDatabase(
  connectionString: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
