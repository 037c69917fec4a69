import { createAll, PasswordInput } from 'govuk-frontend'
import { openDevice, type Device } from '../device/device.ts'
import { makeRoomForBar, showBar } from './bar.ts'
import { bringCopies, copiesAreOld } from './bring-copies.ts'
import type { Fields } from './fields.ts'
import { putCaret, viewOf } from './form-view.ts'
import { recall, remember } from './browser-storage.ts'
import { rememberCaret, takeCaret } from './caret-after-reload.ts'
import { sayWhatCame } from './say-what-came.ts'
import { putRestoredText, takeRestoredText } from './restored-text.ts'
import { sendLeftOvers, type LeftOver } from './send-left-overs.ts'
import { sendSave } from './send-save.ts'
import { askSession, renewFormTokens, type SessionNow } from './session.ts'
import { rememberDevice, settle, settleDevices } from './settle-devices.ts'
import { signInAgain } from './sign-in-again.ts'
import { clearDeviceOnSignOut } from './sign-out.ts'
import { saveBeforeLeaving, startWriting, type WritingPage } from './start-writing.ts'
import { watchSession } from './watch-session.ts'
import { isSetAside } from './writer.ts'

/** Of a session of which nothing is known, as after signing out in another tab, no reason is made up. */
const signedOutInWords: Partial<Record<SessionNow['ended'] | 'unknown', string>> = {
  revoked: 'You were signed out somewhere else.',
  expired:
    'You are signed out, because nothing was done here for a long time. What you typed is still on this page.',
}
const reloadedFor = 'confer-reloaded-for'
const refusedHere = 'confer-refused'

/** Everything that keeps what is typed from being lost, on every page of the product but the one for want of a network. */
export function writeSafely(): void {
  const { person, session, keepsDays } = document.body.dataset
  if (person === undefined || session === undefined) void settleDevices(null).catch(() => undefined)
  else void new Desk(person).start(session, Number(keepsDays ?? 0))
}

/** A page for somebody who is signed in. */
class Desk {
  readonly #person: string
  #device: Promise<Device | null> = Promise.resolve(null)
  #page: WritingPage | null = null
  #isAskingToSignIn = false
  /** Nobody, or somebody else, is signed in in this browser now. */
  #isAway = false
  #bar: ReturnType<typeof showBar> | null = null

  constructor(person: string) {
    this.#person = person
  }

  async start(session: string, keepsDays: number): Promise<void> {
    makeRoomForBar()
    this.#device = openDevice({ person: this.#person, session, keepsDays })
    const form = document.querySelector<HTMLFormElement>('form[data-saves-itself]')
    if (form) this.#write(form)
    watchSession(({ ended }) => this.#offerToSignIn(ended, false))
    // Signing in in another tab does as well as signing in here.
    document.addEventListener('visibilitychange', () => {
      if (this.#isAway && document.visibilityState === 'visible') void this.#resume()
    })
    window.addEventListener('focus', () => {
      if (this.#isAway) void this.#resume()
    })
    document.addEventListener('submit', copiesAreOld)
    clearDeviceOnSignOut(
      () => this.#device,
      async () => {
        await this.#page?.writer.flush()
        await this.#sendLeftOvers()
      },
      () => void this.#signInAgain(),
    )
    window.addEventListener('online', () => void this.#settleLeftOvers())
    const device = await this.#device
    if (device) {
      rememberDevice()
      await this.#settleLeftOvers()
      await bringCopies(device).catch(() => undefined)
    }
    await settleDevices({ person: this.#person, keepsDays }).catch(() => undefined)
  }

  #write(form: HTMLFormElement): void {
    let restored = takeRestoredText(form)
    const page = startWriting(form, this.#device, {
      person: this.#person,
      writing: null,
      onUnsaved: why => {
        if (why.outcome === 'signed-out') this.#offerToSignIn(why.ended, isSetAside(why))
        else if (why.outcome === 'other-account') this.#isAway = true
      },
    })
    if (page === null) return
    this.#page = page
    putCaret(form, takeCaret())
    saveBeforeLeaving(page)
    // Some browsers restore later than others.
    const settleRestored = async () => {
      // A device has whatever did not reach the server, and sends it.
      const isElsewhere = (await this.#device) !== null
      if (!isElsewhere && restored.length > 0 && !page.isTouched()) putRestoredText(form, restored)
    }
    window.addEventListener('pageshow', ({ persisted }) => {
      if (!persisted && !page.isTouched()) restored = [...restored, ...takeRestoredText(form)]
      void settleRestored()
    })
  }

  async #sendLeftOvers(): Promise<readonly LeftOver[]> {
    const device = await this.#device
    if (device === null) return []
    const refused = (recall('sessionStorage', refusedHere) ?? '').split(' ')
    const send = (action: string, fields: Fields) => sendSave(this.#person, action, fields)
    // What Confer does not take, such as a text that is far too long, is not sent again with every page.
    const sent = await sendLeftOvers(device, send, writingId => !refused.includes(writingId)).catch(() => [])
    const now = sent.filter(({ why }) => why?.outcome === 'refused').map(({ writing }) => writing.writingId)
    if (now.length > 0) remember('sessionStorage', refusedHere, [...refused, ...now].join(' ').trim())
    return sent
  }

  async #settleLeftOvers(): Promise<void> {
    // This very page asks which of two texts is to stand: it is not to be asked twice.
    if (document.querySelector('input[name="choosing"]')) return
    const leftOvers = await this.#sendLeftOvers()
    const device = await this.#device
    if (device === null || leftOvers.length === 0) return
    copiesAreOld()
    const ours = leftOvers.find(({ why, writing }) => why === null && this.#isShown(writing.pieceId))
    // Once for each: a device that cannot delete would have it sent, and the page reloaded, for ever.
    const isNews = recall('sessionStorage', reloadedFor) !== ours?.writing.writingId
    if (!ours || !isNews || this.#page?.isTouched() === true) return sayWhatCame(device, leftOvers)
    // The page shows the piece as it was before that: nothing has been typed in it yet that a reload could lose.
    remember('sessionStorage', reloadedFor, ours.writing.writingId)
    rememberCaret(ours.writing.caret)
    location.reload()
  }

  /** Whether this page is the form of that piece, or said that there was no such piece, as of one begun without a network. */
  #isShown(pieceId: string): boolean {
    if (this.#page) return viewOf(this.#page.form).pieceId === pieceId
    return location.pathname.includes(`/pieces/${pieceId}/`) && document.querySelector('main form') === null
  }

  #offerToSignIn(ended: SessionNow['ended'] | 'unknown', isSetAsideForThem: boolean): void {
    if (this.#isAskingToSignIn) return
    this.#isAskingToSignIn = true
    this.#isAway = true
    if (ended === 'revoked' && (isSetAsideForThem || this.#page?.writer.isSaved() !== false))
      void this.#device.then(device => device && settle(device)).catch(() => undefined)
    this.#bar = showBar({
      text: signedOutInWords[ended] ?? 'You are signed out. What you typed is still on this page.',
      button: { label: 'Sign in again', act: () => void this.#signInAgain() },
    })
  }

  async #signInAgain(): Promise<void> {
    const session = await askSession()
    if (session?.person === this.#person) return this.#resume()
    const isShared = document.body.dataset['keepsDays'] === undefined
    const isAsked = await signInAgain(
      isShared,
      () => void this.#resume(),
      dialog => createAll(PasswordInput, undefined, dialog),
    )
    if (isAsked) return
    this.#bar = showBar({
      text: 'We cannot reach Confer, so you cannot sign in just now. What you typed stays on this page.',
      button: { label: 'Try again', act: () => void this.#signInAgain() },
    })
  }

  async #resume(): Promise<void> {
    const session = await askSession()
    if (session === null || !this.#isAway) return
    if (session.person === '') return this.#offerToSignIn(session.ended, false)
    if (session.person !== this.#person) {
      // The line below the answers says so already.
      if (!this.#isAskingToSignIn) return
      this.#bar = showBar({
        text: 'You signed in with another account. What is on this page was typed with the first one.',
      })
      // So that the line below says so too. It asks first who is signed in, and sends nothing.
      this.#page?.writer.resume()
      this.#page?.focusAgain()
      return
    }
    this.#isAskingToSignIn = false
    this.#isAway = false
    this.#bar?.hide()
    this.#page?.focusAgain()
    renewFormTokens(session.formToken)
    this.#device = openDevice(session)
    this.#page?.writer.resume(await this.#device)
    await this.#settleLeftOvers()
  }
}
