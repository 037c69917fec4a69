import { openDevice, openDeviceOffline, type Device } from '../device/device.ts'
import { hideBar, showBar } from './bar.ts'
import { bringCopies, copiesAreOld } from './bring-copies.ts'
import { putCaret, viewOf } from './form-view.ts'
import { sayWhatCame } from './say-what-came.ts'
import { sendLeftOvers, type LeftOver } from './send-left-overs.ts'
import { sendSave } from './send-save.ts'
import { askSession, renewFormTokens, type SessionNow } from './session.ts'
import { signInAgain } from './sign-in-again.ts'
import { clearDeviceOnSignOut } from './sign-out.ts'
import { saveBeforeLeaving, startWriting, type WritingPage } from './start-writing.ts'
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
  #device: Promise<Device | null> = Promise.resolve(null)
  #page: WritingPage | null = null
  #isAskingToSignIn = false

  constructor(person: string) {
    this.#person = person
  }

  async start(session: string, keepsDays: number): Promise<void> {
    this.#device = openDevice({ person: this.#person, session, keepsDays })
    const form = document.querySelector<HTMLFormElement>('form[data-saves-itself]')
    if (form) this.#write(form)
    watchSession(({ ended }) => this.#offerToSignIn(ended, false))
    // Signing in in another tab does as well as signing in here.
    document.addEventListener('visibilitychange', () => {
      if (this.#isAskingToSignIn && document.visibilityState === 'visible') void this.#resume()
    })
    document.addEventListener('submit', copiesAreOld)
    const device = await this.#device
    if (device === null) return
    localStorage.setItem(hasDevice, 'yes')
    clearDeviceOnSignOut(
      () => this.#device,
      async () => {
        await this.#page?.writer.flush()
        await this.#sendLeftOvers()
      },
    )
    window.addEventListener('online', () => void this.#settleLeftOvers())
    await this.#settleLeftOvers()
    await bringCopies(device).catch(() => undefined)
  }

  #write(form: HTMLFormElement): void {
    this.#page = startWriting(form, this.#device, {
      person: this.#person,
      writing: null,
      onUnsaved: why => {
        if (why.outcome === 'signed-out') this.#offerToSignIn(why.ended, isSetAside(why))
      },
    })
    const caret = sessionStorage.getItem(caretAfterReload)
    sessionStorage.removeItem(caretAfterReload)
    if (caret !== null) putCaret(form, JSON.parse(caret) as Parameters<typeof putCaret>[1])
    if (this.#page) saveBeforeLeaving(this.#page)
  }

  async #sendLeftOvers(): Promise<readonly LeftOver[]> {
    const device = await this.#device
    if (device === null) return []
    return sendLeftOvers(device, (action, fields) => sendSave(this.#person, action, fields)).catch(() => [])
  }

  async #settleLeftOvers(): Promise<void> {
    // This very page asks which of two texts is to stand: it is not to be asked twice.
    if (document.querySelector('input[name="choosing"]')) return
    const leftOvers = await this.#sendLeftOvers()
    const device = await this.#device
    if (device === null || leftOvers.length === 0) return
    const { form = null } = this.#page ?? {}
    const ours =
      form && leftOvers.find(({ why, writing }) => why === null && writing.pieceId === viewOf(form).pieceId)
    if (!ours || this.#page?.isTouched() !== false) return sayWhatCame(device, leftOvers)
    // The form shows the piece as it was before that: nothing has been typed in it yet that a reload could lose.
    sessionStorage.setItem(caretAfterReload, JSON.stringify(ours.writing.caret))
    location.reload()
  }

  #offerToSignIn(ended: SessionNow['ended'] | 'unknown', isSetAsideForThem: boolean): void {
    if (this.#isAskingToSignIn) return
    this.#isAskingToSignIn = true
    if (ended === 'revoked' && (isSetAsideForThem || this.#page?.writer.isSaved() !== false))
      void this.#device.then(device => device && settleOn(device))
    showBar({
      text:
        ended === 'revoked'
          ? 'You were signed out somewhere else.'
          : 'You are signed out, because nothing was done here for a long time. What you typed is still on this page.',
      button: { label: 'Sign in again', act: () => void this.#signInAgain() },
    })
  }

  async #signInAgain(): Promise<void> {
    const session = await askSession()
    if (session?.person === this.#person) return this.#resume()
    await signInAgain(() => void this.#resume())
  }

  async #resume(): Promise<void> {
    const session = await askSession()
    if (session === null || session.person === '' || !this.#isAskingToSignIn) return
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
    this.#device = openDevice(session)
    this.#page?.writer.resume(await this.#device)
    await this.#settleLeftOvers()
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
  await settleOn(device)
}

/**
 * Sends what is here, to be set aside for its writer, then destroys the key that opens it. Where another page still has
 * something of its own to send, that page does it.
 */
async function settleOn(device: Device): Promise<void> {
  await sendLeftOvers(device, (action, fields) => sendSave(device.person, action, fields))
  if ((await device.listWritings()).length > 0) return
  await device.destroy()
  localStorage.removeItem(hasDevice)
}
