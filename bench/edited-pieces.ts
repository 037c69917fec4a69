import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { App } from '../src/app.ts'
import type { Answers } from '../src/cpd/answers.ts'
import { marksOf, writeMarks } from '../src/cpd/merge-answers.ts'
import { editPath } from '../src/cpd/paths.ts'
import { fieldsOf } from '../src/cpd/screens/answers-form.ts'
import { todaysForm } from '../src/cpd/todays-form.ts'
import { formTokenField } from '../src/platform/web/form-body.ts'
import { makeFormToken } from '../src/platform/web/form-token.ts'
import type { RulePack } from '../src/schemes/rule-pack.ts'
import { onDatabase, textLength, type PreparedPiece } from './drafts.ts'
import { postRequest, type Exchange } from './load.ts'
import { answersFor } from './people.ts'
import { writing } from './writing.ts'

/** A piece whose form is open in somebody's browser. */
export interface EditedPiece {
  readonly prepared: PreparedPiece
  readonly pack: RulePack
  readonly formToken: string
  readonly answers: Answers
  /** As the server said them last. */
  readonly version: number
  readonly seen: string
  readonly saves: number
}

export function openForm(packs: App['packs'], prepared: PreparedPiece): EditedPiece {
  const { pack, today } = todaysForm(packs, new Date())
  const answers = answersFor(prepared.number, today, textLength)
  const seen = writeMarks(marksOf(pack.questions, answers))
  const formToken = makeFormToken(prepared.sessionToken)
  return { prepared, pack, formToken, answers, version: 1, seen, saves: 0 }
}

/** A few more words in the middle of one of its texts, another one every time. */
export function typeOn(piece: EditedPiece): EditedPiece {
  const { answers, saves, prepared } = piece
  const [id = ''] = ['description', 'learning', 'impact'].slice(saves % 3)
  const text = answers.texts[id] ?? ''
  const caret = 1 + Math.floor(text.length / 2)
  const words = ` ${writing(prepared.number * 100 + saves, 20)}`
  const texts = { ...answers.texts, [id]: text.slice(0, caret) + words + text.slice(caret) }
  return { ...piece, answers: { ...answers, texts }, saves: saves + 1 }
}

/** What the browser sends in the background for a piece as it is now. */
export function saveOf({ prepared, pack, formToken, answers, version, seen }: EditedPiece) {
  const form = new URLSearchParams(pack.questions.flatMap(question => fieldsOf(question, answers)))
  const machinery = { version: String(version), seen, saveId: randomUUID(), press: 'background' }
  for (const [name, value] of Object.entries({ [formTokenField]: formToken, ...machinery }))
    form.set(name, value)
  return {
    url: editPath.url({ pieceId: prepared.pieceId }),
    headers: {
      cookie: `confer_session=${prepared.sessionToken}`,
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
    },
    form,
  }
}

const savedReply = z.object({
  outcome: z.literal('saved'),
  version: z.int(),
  seen: z.string(),
  merged: z.array(z.unknown()).length(0),
})

/** Pieces being edited, each saved when its turn comes; whatever is answered otherwise than it should be is counted. */
export class EditedPieces {
  readonly #pieces: EditedPiece[]
  #turn = 0
  #errors = 0
  #saved = 0

  constructor(pieces: readonly EditedPiece[]) {
    this.#pieces = [...pieces]
  }

  get errors(): number {
    return this.#errors
  }

  /** How many saves were acknowledged. */
  get saved(): number {
    return this.#saved
  }

  next(): Exchange {
    const index = this.#turn++ % this.#pieces.length
    const before = this.#pieces[index]
    if (!before) throw new Error('There is no piece being edited')
    const piece = typeOn(before)
    const { url, headers, form } = saveOf(piece)
    return {
      request: postRequest(url, headers, form),
      answered: ({ status, body }) => {
        const reply = status === 200 ? savedReply.safeParse(JSON.parse(body.toString())) : null
        if (reply?.success !== true) {
          this.#errors++
          if (this.#errors <= 5)
            console.error(`A save was answered ${status}: ${body.toString().slice(0, 200)}`)
          return
        }
        const { version, seen } = reply.data
        this.#pieces[index] = { ...piece, version, seen }
        this.#saved++
      },
    }
  }

  /** How many of the pieces the database has otherwise than they were acknowledged, letter by letter. */
  async countLost(connectionString: string): Promise<number> {
    const rows = await onDatabase(
      connectionString,
      'select piece_id, version, draft from piece where piece_id = any($1)',
      [this.#pieces.map(({ prepared }) => prepared.pieceId)],
    )
    const stored = new Map(rows.map(row => [row['piece_id'], row]))
    return this.#pieces.filter(({ prepared, answers, version }) => {
      const row = stored.get(prepared.pieceId)
      return row?.['version'] !== version || !isDeepStrictEqual(row['draft'], answers)
    }).length
  }
}
