import type { Device, Writing } from '../device/device.ts'
import { holdWriting } from '../device/locks.ts'
import { caretIn, putCaret, viewOf } from './form-view.ts'
import { keepCopy } from './keep-copy.ts'
import { newId } from './new-id.ts'
import { sayWhereItIs } from './say-where-it-is.ts'
import { sendSave } from './send-save.ts'
import { savedWithout } from './whereabouts-in-words.ts'
import { makeWriter, type KeepingDevice, type Unsaved, type Writer } from './writer.ts'

export interface WritingPage {
  readonly writer: Writer
  readonly form: HTMLFormElement
  readonly writingId: string
  /** Whether anything was typed since the page was shown. */
  isTouched(): boolean
  /** Back to where somebody was typing, after something else had the focus. */
  focusAgain(): void
  /** Where that was. */
  lastCaret(): Writing['caret']
  /** Says where the text is to whoever pressed a button and hears nothing new. */
  sayAgain(): void
  /** Says that a press leads on once all is saved; or that it is over and the page stays. */
  leave(isGoing: boolean): void
}

interface Given {
  readonly person: string
  /** What a page that is gone left behind, and this form shows. */
  readonly writing: Writing | null
  /** Called when the text did not reach the server, with what stands in the way. */
  readonly onUnsaved?: (why: Unsaved) => void
}

/** Keeps what is typed in a form: on the device at once, on the server whenever its writer pauses. */
export function startWriting(
  form: HTMLFormElement,
  device: Promise<Device | null> | Device | null,
  { person, writing, onUnsaved }: Given,
): WritingPage | null {
  const status = form.querySelector<HTMLElement>('.confer-saved')
  if (!status) return null
  const writingId = writing?.writingId ?? newId()
  const speaker = sayWhereItIs(status)
  const view = viewOf(form)
  let isTouched = false
  let saved = status.dataset['saved'] ?? 'Saved.'
  let caret: Writing['caret'] = null
  const writer = makeWriter({
    leftOver: writing,
    writingId,
    view,
    device: onceOpen(device),
    async send(action, fields) {
      const reply = await sendSave(person, action, fields)
      if (reply.outcome === 'saved') {
        // It may have been submitted, or withdrawn, in another tab.
        status.dataset['state'] = reply.state ?? status.dataset['state']
        saved = reply.savedInWords ?? saved
        status.dataset['saved'] = savedWithout(saved, reply.removed ?? 0)
      }
      return reply
    },
    say: whereabouts => {
      speaker.say(whereabouts)
      if (whereabouts.at === 'nowhere-yet') onUnsaved?.(whereabouts.why)
      else if (whereabouts.at === 'server') void copy()
    },
    later: (milliseconds, act) => {
      const timer = window.setTimeout(act, milliseconds)
      return () => window.clearTimeout(timer)
    },
    now: () => Date.now(),
  })
  const copy = async () => {
    const opened = await device
    if (opened)
      await keepCopy(opened, view.pieceId, view.read(), status.dataset['state'] ?? 'draft').catch(
        () => undefined,
      )
  }
  void holdWriting(writingId)
  putCaret(form, writing?.caret ?? null)
  if (writing) writer.resume()

  form.addEventListener('input', () => {
    isTouched = true
    speaker.leave(false)
    writer.changed()
  })
  form.addEventListener('focusout', event => {
    caret = caretIn(form, event.target)
  })
  window.addEventListener('online', () => writer.resume())
  // The browser may end a page that is not seen without another word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void writer.keep().then(() => writer.flush())
  })
  window.addEventListener('beforeunload', event => {
    if (writer.isSafe()) return
    void writer.keep()
    event.preventDefault()
  })
  // Back to a page that the browser had put by: it let go of its locks.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return
    speaker.leave(false)
    void holdWriting(writingId)
  })
  return {
    writer,
    form,
    writingId,
    isTouched: () => isTouched,
    focusAgain: () => putCaret(form, caret),
    lastCaret: () => caret,
    sayAgain: () => speaker.sayAgain(),
    leave: isGoing => speaker.leave(isGoing),
  }
}

/** A press on a button saves too: first as a pause does, and only what has arrived leaves the page. */
export function saveBeforeLeaving({ writer, form, sayAgain, leave }: WritingPage): void {
  let isPassing = false
  const press = async (submitter: HTMLElement | null) => {
    leave(true)
    const isSaved = await writer.flush()
    const clashId = writer.clashId()
    if (!isSaved && clashId === null) {
      leave(false)
      sayAgain()
      return
    }
    // A clash is for the page that shows both texts; it is to know which save it settles.
    const saveId = form.querySelector<HTMLInputElement>('input[name="saveId"]')
    if (saveId) saveId.value = clashId ?? ''
    // Not before this press is over: until then a form takes no second one. The page may stay for a while yet, or for good
    // where the press leads nowhere: what is typed meanwhile is kept as ever.
    window.setTimeout(() => {
      isPassing = true
      form.requestSubmit(submitter)
      isPassing = false
    })
  }
  form.addEventListener('submit', event => {
    if (isPassing) return
    event.preventDefault()
    void press(event.submitter instanceof HTMLElement ? event.submitter : null)
  })
}

/** A device that is still being opened takes what it is given as soon as it can. */
function onceOpen(device: Promise<Device | null> | Device | null): KeepingDevice {
  return {
    keepWriting: async writing => (await (await device)?.keepWriting(writing)) ?? false,
    forgetWriting: async writingId => (await device)?.forgetWriting(writingId),
  }
}
