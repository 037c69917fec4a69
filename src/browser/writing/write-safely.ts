import { openDevice, openDeviceOffline, type Device } from '../device/device.ts'
import { hideBar, showBar } from './bar.ts'
import { bringCopies } from './bring-copies.ts'
import type { Fields } from './fields.ts'
import { sendLeftOvers, type LeftOver } from './send-left-overs.ts'
import { sendSave } from './send-save.ts'
import { askSession, renewFormTokens, type SessionNow } from './session.ts'
import { signInAgain } from './sign-in-again.ts'
import { clearDeviceOnSignOut } from './sign-out.ts'
import { saveBeforeLeaving, startWriting, type WritingPage } from './start-writing.ts'
import { putCaret, viewOf } from './form-view.ts'
import { watchSession } from './watch-session.ts'
import { isSetAside } from './writer.ts'

const caretAfterReload = 'confer-caret'
/** Whether there may be something of somebody on this device. */
const hasDevice = 'confer-device'

/** Everything that keeps what is typed from being lost, on every page of the product but the one for want of a network. */
export function writeSafely(): void {
  const { person, session, keepsDays } = document.body.dataset
  if (person === undefined || session === undefined) void settleRevoked().catch(() => undefined)
  else void new Desk(person).start(session, Number(keepsDays ?? 0))
}

/** A page for somebody who is signed in. */
class Desk {
  readonly #person: string
  #page: WritingPage | null = null
  #isAskingToSignIn = false

  constructor(person: string) {
    this.#person = person
  }

  async start(session: string, keepsDays: number): Promise<void> {
    const opened = openDevice({ person: this.#person, session, keepsDays })
    const form = document.querySelector<HTMLFormElement>('form[data-saves-itself]')
    if (form) {
      this.#page = startWriting(form, opened, {
        person: this.#person,
        writing: null,
        onUnsaved: why => {
          if (why.outcome === 'signed-out') this.#offerToSignIn(opened, why.ended, isSetAside(why))
        },
      })
      restoreCaret(form)
      if (this.#page) saveBeforeLeaving(this.#page)
    }
    watchSession(ended => this.#offerToSignIn(opened, ended.ended, false))
    const device = await opened
    if (device === null) return
    localStorage.setItem(hasDevice, 'yes')
    clearDeviceOnSignOut(device, async () => {
      await this.#page?.writer.flush()
      await this.#sendLeftOvers(device)
    })
    this.#sayWhatCame(await this.#sendLeftOvers(device))
    window.addEventListener(
      'online',
      () => void this.#sendLeftOvers(device).then(sent => this.#sayWhatCame(sent)),
    )
    await bringCopies(device).catch(() => undefined)
  }

  #sendLeftOvers(device: Device): Promise<readonly LeftOver[]> {
    return sendLeftOvers(device, (action, fields) => sendSave(this.#person, action, fields)).catch(() => [])
  }

  #sayWhatCame(sent: readonly LeftOver[]): void {
    const clash = sent.find(({ why }) => why?.outcome === 'clash')
    if (clash) {
      showBar({
        text: `What you typed on this device in ${titleOf(clash)} and what was saved elsewhere differ in the same answer.`,
        button: { label: 'See both and choose', act: () => postAsForm(clash) },
      })
      return
    }
    const arrived = sent.filter(({ why }) => why === null)
    const [first] = arrived
    if (!first) return
    const isThisForm = arrived.some(
      ({ writing }) => writing.pieceId === (this.#page && viewOf(this.#page.form).pieceId),
    )
    if (isThisForm && this.#page?.isTouched() === false) {
      sessionStorage.setItem(caretAfterReload, JSON.stringify(first.writing.caret))
      location.reload()
      return
    }
    showBar({
      text: `What you typed on this device in ${titleOf(first)} had not reached Confer. It is saved there now.`,
      button: { label: 'Show this page with it', act: () => location.reload() },
    })
  }

  #offerToSignIn(
    opened: Promise<Device | null>,
    ended: SessionNow['ended'] | 'unknown',
    isKeptForThem: boolean,
  ): void {
    if (this.#isAskingToSignIn) return
    this.#isAskingToSignIn = true
    // Signed out somewhere else: the key that opens what is here goes too, once what was typed has been set aside.
    if (ended === 'revoked' && (this.#page === null || isKeptForThem || this.#page.writer.isSaved()))
      void opened.then(device => device && settleOn(device, this.#person))
    showBar({
      text:
        ended === 'revoked'
          ? 'You were signed out somewhere else.'
          : 'You are signed out, because nothing was done here for a long time. What you typed is still on this page.',
      button: { label: 'Sign in again', act: () => void signInAgain(() => void this.#resume()) },
    })
    // Signing in in another tab does as well.
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const session = await askSession()
      if (session?.person === this.#person) await this.#resume()
    }
    document.addEventListener('visibilitychange', () => void look())
  }

  async #resume(): Promise<void> {
    if (!this.#isAskingToSignIn) return
    const session = await askSession()
    if (session === null) return
    if (session.person !== this.#person) {
      showBar({
        text: 'You signed in with another account. What is on this page was typed with the first one.',
      })
      return
    }
    this.#isAskingToSignIn = false
    hideBar()
    this.#page?.focusAgain()
    renewFormTokens(session.formToken)
    const device = await openDevice(session)
    this.#page?.writer.resume(device)
    if (device) this.#sayWhatCame(await this.#sendLeftOvers(device))
  }
}

/** On a page for nobody: whoever was signed out somewhere else leaves nothing on this device. */
async function settleRevoked(): Promise<void> {
  // Most browsers that nobody is signed in at have nothing of anybody.
  if (localStorage.getItem(hasDevice) === null) return
  const device = await openDeviceOffline()
  if (device === null) return
  const session = await askSession()
  if (session?.ended !== 'revoked') return
  renewFormTokens(session.formToken)
  await settleOn(device, device.person)
}

/** Sends what is here, to be set aside for its writer, and then destroys the key, unless something could not be sent. */
async function settleOn(device: Device, person: string): Promise<void> {
  const sent = await sendLeftOvers(device, (action, fields: Fields) => sendSave(person, action, fields))
  if (sent.every(({ why }) => why === null || isSetAside(why))) await device.destroy()
  localStorage.removeItem(hasDevice)
}

function titleOf({ writing }: LeftOver): string {
  return writing.title.trim() === '' ? 'a piece with no title yet' : `“${writing.title}”`
}

/** As the page itself would have sent it: the server answers with both texts. */
function postAsForm({ writing }: LeftOver): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = writing.action
  const token = document.querySelector('input[name="formToken"]')?.cloneNode()
  if (token) form.append(token)
  for (const [name, value] of writing.pending?.fields ?? writing.fields) {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    form.append(field)
  }
  form.hidden = true
  document.body.append(form)
  form.submit()
}

function restoreCaret(form: HTMLFormElement): void {
  const stored = sessionStorage.getItem(caretAfterReload)
  sessionStorage.removeItem(caretAfterReload)
  if (stored !== null) putCaret(form, JSON.parse(stored) as Parameters<typeof putCaret>[1])
}
