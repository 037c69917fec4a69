import { draftsOnDevice, formToFill } from '../../src/browser/offline/drafts-on-device.ts'
import type { Device, DraftCopy, Writing } from '../../src/browser/device/device.ts'
import { holdWriting, isAbandoned } from '../../src/browser/device/locks.ts'
import type { Fields } from '../../src/browser/writing/fields.ts'
import { newId } from '../../src/browser/writing/new-id.ts'
import { sendLeftOvers, type LeftOver } from '../../src/browser/writing/send-left-overs.ts'
import type { SaveReply } from '../../src/browser/writing/save-reply.ts'
import { sendSave } from '../../src/browser/writing/send-save.ts'
import { askSession, renewFormTokens, type SessionNow } from '../../src/browser/writing/session.ts'
import { isSetAside, makeWriter, type Whereabouts, type Writer } from '../../src/browser/writing/writer.ts'
import { findForm, formOfFields, type FormInPage } from './form-in-page.ts'
import type { Machine } from './machine.ts'
import { inPage, type Surroundings } from './surroundings.ts'
import type { Tokens } from './tokens.ts'

type Told = SessionNow['ended'] | 'unknown'

interface Shown {
  readonly form: FormInPage
  readonly person: string
  readonly formToken: string
  readonly device: () => Promise<Device | null>
  readonly leftOver: Writing | null
}

/**
 * A page with the form of a piece and our script in it, as `write-safely.ts` and `start-writing.ts` put it together: the
 * writer, the device and what is sent are the product's own; the window around them is not there.
 */
export class EditPage {
  readonly form: FormInPage
  readonly machine: Machine
  readonly writer: Writer
  isTouched = false
  isGone = false
  isAskingToSignIn = false
  /** A left-over that clashed, behind the bar's button. */
  clash: LeftOver | null = null
  /** Set where the script loads the page anew. */
  reloads = false
  readonly #person: string
  readonly #tokens: Tokens
  readonly #surroundings: Surroundings
  #opened: Promise<Device | null>
  readonly #end = Promise.withResolvers<void>()
  #letGo = () => {}
  #clock = 0
  #timers: { readonly due: number; readonly act: () => void }[] = []

  constructor(machine: Machine, tokens: Tokens, shown: Shown) {
    this.machine = machine
    this.form = shown.form
    this.#person = shown.person
    this.#tokens = tokens
    this.#surroundings = machine.surroundings(shown.formToken, this.#end.promise)
    this.#opened = this.run(shown.device)
    const writingId = shown.leftOver?.writingId ?? newId()
    this.writer = makeWriter({
      leftOver: shown.leftOver,
      writingId,
      view: {
        pieceId: this.pieceId,
        read: () => this.form.read(),
        caret: () => null,
        canShow: answer => this.form.canShow(answer),
        show: form => this.form.show(form),
      },
      device: {
        keepWriting: writing =>
          this.#alive(async () => (await (await this.#opened)?.keepWriting(writing)) ?? false),
        forgetWriting: writingId => this.#alive(async () => (await this.#opened)?.forgetWriting(writingId)),
      },
      send: this.#send,
      say: whereabouts => this.#say(whereabouts),
      later: (milliseconds, act) => {
        const timer = { due: this.#clock + milliseconds, act }
        this.#timers.push(timer)
        return () => {
          this.#timers = this.#timers.filter(known => known !== timer)
        }
      },
      now: () => machine.now(),
    })
    this.run(() => {
      void this.#hold(writingId)
      if (shown.leftOver) this.writer.resume()
    })
  }

  async #hold(writingId: string): Promise<void> {
    const release = await holdWriting(writingId)
    if (this.isGone) release()
    else this.#letGo = release
  }

  get pieceId(): string {
    return this.form.value('pieceId') || (/\/pieces\/([^/]+)/.exec(this.form.action)?.[1] ?? '')
  }

  get formToken(): string {
    return this.#surroundings.formToken.value
  }

  /** Runs something as this page's script. */
  run<Outcome>(act: () => Outcome): Outcome {
    return inPage(this.#surroundings, act)
  }

  /** What a page does once it is there: sends what pages that are gone left on this device. */
  async start(): Promise<void> {
    const device = await this.#opened
    if (device) this.#sayWhatCame(await this.#sendLeftOvers(device))
  }

  type(name: string, change: (text: string) => string): void {
    this.form.fill(name, change(this.form.value(name)))
    this.isTouched = true
    this.run(() => this.writer.changed())
  }

  /** Time passes for the page's timers, one after another. */
  async wait(milliseconds: number, settled: () => Promise<void>): Promise<void> {
    const until = this.#clock + milliseconds
    for (;;) {
      const [next] = this.#timers.filter(({ due }) => due <= until).sort((one, other) => one.due - other.due)
      if (!next || this.isGone) break
      this.#clock = Math.max(this.#clock, next.due)
      this.#timers = this.#timers.filter(known => known !== next)
      this.run(next.act)
      await settled()
    }
    this.#clock = until
  }

  /** As `saveBeforeLeaving`: what is to be sent once all has arrived, or has clashed; `null` where the page stays. */
  async press(press: string): Promise<URLSearchParams | null> {
    const isSaved = await this.#alive(() => this.run(() => this.writer.flush()))
    const clashId = this.writer.clashId()
    if (!isSaved && clashId === null) return null
    this.form.fill('saveId', clashId ?? '')
    return postOf(this.form, this.formToken, press)
  }

  /** The network is back. */
  async goOnline(): Promise<void> {
    this.run(() => this.writer.resume())
    const device = await this.#opened
    if (device) this.#sayWhatCame(await this.#sendLeftOvers(device))
  }

  hide(): void {
    this.run(() => void this.writer.keep().then(() => this.writer.flush()))
  }

  /** Asks now and then who is signed in, as `watch-session.ts` does. */
  async lookAtSession(): Promise<void> {
    const session = await this.run(askSession)
    if (session?.person === '' && !this.isGone) this.#offerToSignIn(session.ended, false)
  }

  /** Somebody signed in, here or in another tab. */
  async resume(): Promise<void> {
    if (!this.isAskingToSignIn) return
    const session = await this.run(askSession)
    if (session?.person !== this.#person || this.isGone) return
    this.isAskingToSignIn = false
    this.run(() => renewFormTokens(session.formToken))
    this.#opened = this.run(() => this.machine.open(session))
    const device = await this.#opened
    if (this.isGone) return
    this.run(() => this.writer.resume(device && this.#aliveOn(device)))
    if (device) this.#sayWhatCame(await this.#sendLeftOvers(device))
  }

  /** As `bring-copies.ts`. */
  async bringCopies(): Promise<void> {
    const device = await this.#opened
    const reply = await this.machine.line
      .request('GET', '/cpd/drafts', null, { headers: { accept: 'application/json' } })
      .catch(() => null)
    if (!device || reply?.statusCode !== 200) return
    const { drafts } = JSON.parse(reply.body) as { readonly drafts: readonly DraftCopy[] }
    await this.run(() => device.keepCopies(drafts))
  }

  /** The page ends, whatever it was doing: nothing of its memory is left, and the browser lets go of its locks. */
  end(): void {
    if (this.isGone) return
    this.isGone = true
    this.#timers = []
    this.writer.stop()
    this.run(() => this.#letGo())
    this.#end.resolve()
  }

  /** To a page that is gone nothing answers: what it was doing comes to an end, as its memory does. */
  readonly #send = (action: string, fields: Fields): Promise<SaveReply> =>
    Promise.race([
      this.#alive(() => this.run(() => sendSave(this.#person, action, fields))),
      this.#end.promise.then((): SaveReply => ({ outcome: 'out-of-reach' })),
    ])

  /** A page that is gone changes nothing on the device. */
  #aliveOn(device: Device): Device {
    return {
      ...device,
      keepWriting: async writing => !this.isGone && device.keepWriting(writing),
      forgetWriting: async writingId => {
        if (!this.isGone) await device.forgetWriting(writingId)
      },
    }
  }

  /** A page that is gone neither begins anything nor learns what came of what it began. */
  async #alive<Outcome>(act: () => Promise<Outcome>): Promise<Outcome> {
    if (this.isGone) return new Promise<Outcome>(() => {})
    const outcome = await act()
    return this.isGone ? new Promise<Outcome>(() => {}) : outcome
  }

  #sendLeftOvers(device: Device): Promise<readonly LeftOver[]> {
    return this.#alive(() => this.run(() => sendLeftOvers(this.#aliveOn(device), this.#send).catch(() => [])))
  }

  #say(whereabouts: Whereabouts): void {
    if (this.isGone) return
    const { fields } = this.form
    if (whereabouts.at === 'server') this.#tokens.acknowledge(fields, 'saved')
    if (whereabouts.at !== 'nowhere-yet') return
    const { why, isOnDevice } = whereabouts
    if (isOnDevice) this.#tokens.acknowledge(fields, 'on this device')
    if (why.outcome === 'signed-out') this.#offerToSignIn(why.ended, isSetAside(why))
  }

  #sayWhatCame(sent: readonly LeftOver[]): void {
    this.clash = sent.find(({ why }) => why?.outcome === 'clash') ?? this.clash
    const ours = sent.some(({ why, writing }) => why === null && writing.pieceId === this.pieceId)
    if (ours && !this.isTouched) this.reloads = true
  }

  #offerToSignIn(ended: Told, isKeptForThem: boolean): void {
    if (this.isAskingToSignIn) return
    this.isAskingToSignIn = true
    if (ended === 'revoked' && (isKeptForThem || this.writer.isSaved()))
      void this.#opened.then(device => device && this.#settle(device))
  }

  async #settle(device: Device): Promise<void> {
    await this.#alive(() => this.run(() => sendLeftOvers(this.#aliveOn(device), this.#send)))
    const left = await this.#alive(() => this.run(() => device.listWritings()))
    if (left.length === 0) await this.#alive(() => this.run(() => device.destroy()))
  }
}

/** What a browser sends for a press on a button. */
export function postOf(form: FormInPage, formToken: string, press: string): URLSearchParams {
  const body = new URLSearchParams({ formToken })
  for (const [name, value] of form.fields) body.append(name, value)
  if (press !== '') body.append('press', press)
  return body
}

/** The page as the server sent it; `null` where it is another page, such as the one to sign in. */
export function readEditPage(machine: Machine, tokens: Tokens, html: string): EditPage | null {
  const form = findForm(html, 'data-saves-itself')
  const attribute = (name: string) => new RegExp(`<body[^>]* data-${name}="([^"]*)"`).exec(html)?.[1] ?? ''
  if (!form) return null
  const person = attribute('person')
  return new EditPage(machine, tokens, {
    form,
    person,
    formToken: form.value('formToken'),
    device: () =>
      machine.open({ person, session: attribute('session'), keepsDays: Number(attribute('keeps-days')) }),
    leftOver: null,
  })
}

/** The page for want of a network, as `show-form.ts` fills it with what this device has of the piece. */
export async function openOffline(
  machine: Machine,
  tokens: Tokens,
  pieceId: string,
): Promise<EditPage | null> {
  const surroundings = machine.surroundings('', new Promise(() => {}))
  return inPage(surroundings, async () => {
    const device = await machine.open('offline')
    if (!device) return null
    const drafts = draftsOnDevice(await device.listWritings(), await device.listCopies())
    const draft = drafts.find(known => known.pieceId === pieceId)
    const filled = draft && formToFill(draft)
    if (!filled) return null
    const typed = draft.writing
    const isLeftOver = typed !== null && (await isAbandoned(typed.writingId))
    return new EditPage(machine, tokens, {
      form: formOfFields(filled.action, filled.fields),
      person: device.person,
      formToken: '',
      device: async () => device,
      leftOver: isLeftOver ? typed : null,
    })
  })
}
