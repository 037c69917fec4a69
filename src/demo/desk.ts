import { randomUUID } from 'node:crypto'
import { saveDraftOfPiece } from '../cpd/actions/save-draft.ts'
import { submitPiece } from '../cpd/actions/submit-piece.ts'
import { withdraw } from '../cpd/actions/take-back.ts'
import type { Answers } from '../cpd/answers.ts'
import { copyPath, stepPath } from '../cpd/paths.ts'
import { todaysForm } from '../cpd/todays-form.ts'
import { addDays, partsOfDay, type Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Queue } from '../platform/jobs/queue.ts'
import type { Result } from '../platform/result.ts'
import { readFormBody } from '../platform/web/form-body.ts'
import type { Route } from '../platform/web/route.ts'
import { demoAnswers } from './demo-answers.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoPiece } from './demo-pieces.ts'

interface DeskParts {
  readonly db: Db
  readonly routes: readonly Route[]
  readonly calendar: DemoCalendar
}

/** A piece as it was left: what the next press has to name. */
export interface DeskPiece {
  readonly pieceId: string
  readonly version: number
}

interface Written {
  readonly on: Day
  readonly withPeer?: boolean
  /** When it was written and submitted, where that was not on the evening of the day itself. */
  readonly at?: Date
}

/** What one invented person can do, by the product's own actions and with a clock of their own. */
export interface Desk {
  draft(piece: DemoPiece, written: Written, change?: (answers: Answers) => Answers): Promise<DeskPiece>
  submit(piece: DemoPiece, written: Written): Promise<DeskPiece>
  /** Changes what was submitted, and does not resubmit it. */
  change(left: DeskPiece, piece: DemoPiece, written: Written): Promise<DeskPiece>
  withdraw(left: DeskPiece): Promise<void>
  /** Every step of renewal that the person tells us of; nothing before they can be taken. */
  tellAllSteps(): Promise<void>
  copy(left: DeskPiece): Promise<void>
}

// Nobody reads the mail of invented people.
export const noMail: Queue = { enqueue: async () => undefined, stop: async () => undefined }

export function sitDown({ db, routes, calendar }: DeskParts, personId: string): Desk {
  const { packs } = calendar

  async function save(left: DeskPiece, at: Date, answers: (form: ReturnType<typeof todaysForm>) => Answers) {
    const form = todaysForm(packs, at)
    const { pieceId } = left
    const saved = must(
      await saveDraftOfPiece(db, {
        personId,
        pieceId,
        pack: form.pack,
        shown: { version: left.version, marks: null },
        answer: () => answers(form),
        now: at,
      }),
    )
    return { pieceId, version: saved.version }
  }

  /** A press on a page for which there is no action: its own handler answers, as it would a browser. */
  async function press(
    pattern: string,
    params: object,
    fields: Readonly<Record<string, string>>,
  ): Promise<void> {
    const route = routes.find(({ method, path }) => method === 'POST' && path.pattern === pattern)
    // Nothing is copied where the regulator runs Confer.
    if (route === undefined) return
    const reply = await route.handle({
      actor: { kind: 'practitioner', personId, sessionId: '', keepsOnDevice: false },
      former: null,
      params,
      query: new URLSearchParams(),
      form: readFormBody(new URLSearchParams(fields).toString()),
      db,
      now: calendar.now,
      address: '',
      userAgent: '',
      device: null,
      inBackground: false,
      formToken: '',
    })
    if (reply.kind !== 'redirect') throw new Error(`the page ${pattern} did not take what was pressed`)
  }

  const desk: Desk = {
    draft: (piece, { on, withPeer = false, at = calendar.evening(on) }, change = answers => answers) =>
      save({ pieceId: randomUUID(), version: 0 }, at, ({ pack }) =>
        change(demoAnswers(pack, piece, { on, withPeer })),
      ),

    async submit(piece, written) {
      const at = written.at ?? calendar.evening(written.on)
      const { pieceId, version } = await desk.draft(piece, written)
      must(
        await submitPiece(db, noMail, {
          personId,
          pieceId,
          shownVersion: version,
          ...todaysForm(packs, at),
          now: at,
        }),
      )
      return { pieceId, version: version + 1 }
    },

    change: (left, piece, { on, withPeer = false, at = calendar.now }) =>
      save(left, at, ({ pack }) => demoAnswers(pack, piece, { on, withPeer })),

    async withdraw({ pieceId, version }) {
      must(await withdraw(db, { personId, pieceId, shownVersion: version, now: calendar.now }))
    },

    async tellAllSteps() {
      if (!calendar.isRenewalOpen) return
      const { renewalOpensOn, today } = calendar
      const doneOn = addDays(renewalOpensOn, 9)
      for (const { id, toldBy } of calendar.pack.steps) {
        if (toldBy === 'record') continue
        const params = { closingYear: String(calendar.closingYear), step: id }
        await press(stepPath.pattern, params, dateFields('done', doneOn < today ? doneOn : today))
      }
    },

    copy: ({ pieceId }) =>
      press(copyPath.pattern, { pieceId }, { number: '1', ...dateFields('copied', calendar.today) }),
  }
  return desk
}

function dateFields(name: string, on: Day): Record<string, string> {
  const { day, month, year } = partsOfDay(on)
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

export function must<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok)
    throw new Error(`the demonstration asked for what is refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
