import { isDeepStrictEqual } from 'node:util'
import type { Answers } from '../../src/cpd/answers.ts'
import { unpackAll } from '../../src/cpd/revisions/pack.ts'
import { answersOf, readContent } from '../../src/cpd/submission-content.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { tokensIn } from './tokens.ts'

export interface Kept {
  readonly pieces: readonly {
    readonly pieceId: string
    readonly version: number
    readonly draft: Answers | null
  }[]
  readonly submissions: readonly {
    readonly number: number
    readonly pieceVersion: number
    readonly isWithdrawn: boolean
    readonly answers: Answers
  }[]
  readonly earlier: readonly {
    readonly savedAt: Date
    readonly wasReplaced: boolean
    readonly answers: Answers
  }[]
  readonly setAside: readonly {
    readonly path: string
    readonly fields: readonly (readonly [string, string])[]
  }[]
}

/** What the database has of one person and piece, past every screen. */
export async function readKept(db: Db, personId: string, pieceId: string): Promise<Kept> {
  const [pieces, submissions, revisions, setAside] = await Promise.all([
    db.selectFrom('piece').select(['pieceId', 'version', 'draft']).where('personId', '=', personId).execute(),
    db
      .selectFrom('submission')
      .select(['number', 'pieceVersion', 'withdrawnAt', 'content'])
      .where('personId', '=', personId)
      .where('pieceId', '=', pieceId)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('revision')
      .select(['savedAt', 'wasReplaced', 'packed'])
      .where('personId', '=', personId)
      .where('pieceId', '=', pieceId)
      .orderBy('number')
      .execute(),
    db.selectFrom('setAsideForm').select(['path', 'fields']).where('personId', '=', personId).execute(),
  ])
  const texts = unpackAll(revisions.map(({ packed }) => packed))
  return {
    // Outside data: what the product stored is of this shape, or the test fails.
    pieces: pieces.map(piece => ({ ...piece, draft: piece.draft as Answers | null })),
    submissions: submissions.map(({ number, pieceVersion, withdrawnAt, content }) => ({
      number,
      pieceVersion,
      isWithdrawn: withdrawnAt !== null,
      answers: answersOf(readContent(content)),
    })),
    earlier: revisions.flatMap(({ savedAt, wasReplaced }, index) => {
      const answers = texts[index]
      return answers ? [{ savedAt, wasReplaced, answers }] : []
    }),
    setAside: setAside.map(({ path, fields }) => ({ path, fields: fields as [string, string][] })),
  }
}

export function allTokensIn(kept: Kept): Set<string> {
  return new Set(tokensIn(JSON.stringify(kept)))
}

/** What there is twice, in words; empty where there is nothing. */
export function doubled(kept: Kept, mayRepeat: ReadonlySet<string>): string[] {
  const { pieces, submissions, earlier, setAside } = kept
  const found: string[] = []
  if (pieces.length > 1) found.push(`${pieces.length} pieces`)
  if (new Set(submissions.map(({ pieceVersion }) => pieceVersion)).size < submissions.length)
    found.push('one version submitted twice')
  for (const [index, one] of earlier.entries())
    for (const other of earlier.slice(index + 1))
      if (one.savedAt.getTime() === other.savedAt.getTime() && isDeepStrictEqual(one.answers, other.answers))
        found.push('an earlier version twice')
  for (const [index, one] of setAside.entries())
    for (const other of setAside.slice(index + 1))
      if (isDeepStrictEqual(one, other)) found.push('a form set aside twice')
  const all = [
    ...pieces.flatMap(({ draft }) => draft ?? []),
    ...[...submissions, ...earlier].map(({ answers }) => answers),
  ]
  for (const { texts, peerReflection } of all)
    for (const [question, text] of Object.entries({ ...texts, peer: peerReflection.text }))
      if (!mayRepeat.has(question) && new Set(tokensIn(text)).size < tokensIn(text).length)
        found.push(`a word twice in “${question}”: ${text}`)
  const draft = pieces[0]?.draft
  const latest = submissions.at(-1)
  if (draft && latest && !latest.isWithdrawn && isDeepStrictEqual(draft, latest.answers))
    found.push('a draft that says what was submitted')
  return found
}
