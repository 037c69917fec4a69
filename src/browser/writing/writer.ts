import type { Device, Writing } from '../device/device.ts'
import {
  isOfQuestion,
  sameText,
  savingOthers,
  typedIn,
  valueOf,
  waitingIn,
  withoutQuestions,
  withValue,
  type Fields,
} from './fields.ts'
import { newId } from './new-id.ts'
import { rebase, type FormNow } from './rebase.ts'
import type { Clash, Saved, SaveReply, SignedOut } from './save-reply.ts'

/** How long somebody pauses before what they wrote goes to the device, and to the server, in milliseconds. */
const pauseForDevice = 150
const pauseForServer = 1_000
/** How long to wait before trying again, longer each time. */
const waits = [2_000, 5_000, 10_000, 30_000]
/** How long a save may be on its way before that is said, in milliseconds. */
const patienceWithServer = 4_000
/** How long a device may take before the server is asked all the same. */
const patienceWithDevice = 2_000
/** After so many faults in a row, what was sent gives way to what the form says now: it may be the one that cannot pass. */
const faultsBeforeGivingWay = 3
/**
 * Where no device keeps an answer that waits for its writer to choose, how long until it goes to the server's earlier versions
 * once more, in milliseconds; twice as long each time, because those are kept for long and there is room for some dozens.
 */
const firstWaitWithoutDevice = 30_000

export interface FormView {
  readonly pieceId: string
  read(): FormNow
  /** Where somebody is typing. */
  caret(): Writing['caret']
  /** Whether the page has a place for every field of an answer. */
  canShow(answer: Fields): boolean
  /** Gives the form an action and fields, without touching what they leave as it is. */
  show(form: FormNow): void
}

export type KeepingDevice = Pick<Device, 'keepWriting' | 'forgetWriting'>

/** Where what is on the screen is. */
export type Whereabouts =
  | { readonly at: 'saving' }
  /** Sent for some seconds already. */
  | { readonly at: 'sending'; readonly isOnDevice: boolean }
  | { readonly at: 'server'; readonly taken: readonly string[]; readonly leftOut: readonly string[] }
  | {
      readonly at: 'nowhere-yet'
      readonly why: Unsaved
      readonly isOnDevice: boolean
      /** Set where all but the answers in question is saved. */
      readonly isRestSaved?: true
    }

export type Unsaved = Exclude<SaveReply, Saved>

export interface WriterParts {
  /** What a page that is gone left behind, to be sent from here; or else a new writing of this page's own. */
  readonly leftOver: Writing | null
  readonly writingId: string
  readonly view: FormView
  readonly device: KeepingDevice | null
  /** Sends one save. Whatever happens it answers, with `out-of-reach` where nothing came back. */
  readonly send: (action: string, fields: Fields) => Promise<SaveReply>
  readonly say: (whereabouts: Whereabouts) => void
  /** Calls `act` after so many milliseconds, until told not to. */
  readonly later: (milliseconds: number, act: () => void) => () => void
  readonly now: () => number
}

/** Keeps what one form says on the device and on the server. */
export interface Writer {
  /** Somebody typed. */
  changed(): void
  /** Saves what the form says now. True when the server has all of it. */
  flush(): Promise<boolean>
  /** Keeps on the device what the form says now. True when the device, or the server, has all of it. */
  keep(): Promise<boolean>
  /** Whether the server has everything that the form says. */
  isSaved(): boolean
  /** Tries again at once, as after the network is back or somebody has signed in. */
  resume(device?: KeepingDevice | null): void
  /** The id of the save that clashed with what somebody changed elsewhere, if it did. */
  clashId(): string | null
  /** Whether everything on the screen would survive the end of the page. */
  isSafe(): boolean
  /** Nothing is sent or kept from now on: for a page that nobody sees. */
  stop(): void
}

interface Pending {
  readonly saveId: string
  readonly action: string
  readonly fields: Fields
}

/**
 * One save at a time. A save that no answer came to is sent again exactly as it was until one comes: the server knows it by
 * its id and its text, so that nothing is saved twice, and nothing newer goes before it.
 */
export function makeWriter(parts: WriterParts): Writer {
  const { leftOver, writingId, view, send, say, later, now } = parts
  let { device } = parts
  /** What the server has of it, as far as this page knows; of a left-over it cannot know. */
  let saved: Fields | null = leftOver === null ? view.read().fields : null
  let kept: Fields | null = leftOver?.fields ?? null
  let mayBeKept = leftOver !== null
  let pending: Pending | null = leftOver?.pending ? { action: leftOver.action, ...leftOver.pending } : null
  let why: Unsaved | null = null
  /** The clash that its writer has not settled yet, and the answers that it is about. */
  let clash: Clash | null = null
  let waiting: readonly string[] = []
  /** What was last asked to be saved with those answers, and from when on it may be asked again. */
  let lastWhole: Fields = []
  let mayAskWholeAt = 0
  let waitForWhole = firstWaitWithoutDevice
  let underWay: Promise<void> | null = null
  let failures = 0
  let taken: readonly string[] = []
  /** Whether the last word was that something is not saved yet. */
  let hasSaid = false
  let isStopped = false
  let isSlow = false
  let cancelSave = () => {}
  let cancelKeep = () => {}

  const isSaved = () =>
    pending === null && waiting.length === 0 && saved !== null && sameText(view.read().fields, saved)
  const others = (fields: Fields) => withoutQuestions(fields, waiting)
  const inQuestion = (fields: Fields) => fields.filter(([name]) => waiting.some(id => isOfQuestion(name, id)))
  /** Whether the server has all but what waits for its writer to choose. */
  const isRestSaved = () => saved !== null && sameText(others(view.read().fields), others(saved))
  const isOnDevice = () => kept !== null && sameText(view.read().fields, kept)

  function tell(): void {
    // Typed and taken back: all is as the server has it.
    if (isSaved()) {
      if (hasSaid) say({ at: 'server', taken: [], leftOut: [] })
      hasSaid = false
      return
    }
    hasSaid = true
    if (why === null) return say(isSlow ? { at: 'sending', isOnDevice: isOnDevice() } : { at: 'saving' })
    const isRest = why.outcome === 'clash' && isRestSaved() && typedIn(others(view.read().fields)).length > 0
    say({ at: 'nowhere-yet', why, isOnDevice: isOnDevice(), ...(isRest && { isRestSaved: true }) })
  }

  async function keep(): Promise<boolean> {
    cancelKeep()
    if (isStopped) return isSaved() || isOnDevice()
    if (isSaved()) return forget()
    const form = view.read()
    mayBeKept = true
    const isKept = await device?.keepWriting({
      writingId,
      pieceId: view.pieceId,
      title: valueOf(form.fields, 'title'),
      changedAt: now(),
      action: form.action,
      formUrl: form.action,
      fields: form.fields,
      seen: valueOf(form.fields, 'seen'),
      version: valueOf(form.fields, 'version'),
      pending: pending && { saveId: pending.saveId, fields: pending.fields },
      caret: view.caret(),
    })
    kept = isKept === true ? form.fields : null
    // It may have reached the server while the device was still writing, or been typed back: nothing is to be left over.
    if (isSaved()) return forget()
    return isKept === true
  }

  /** What the server has need not be on the device: a next page would send it once more. */
  async function forget(): Promise<true> {
    kept = null
    if (mayBeKept) await device?.forgetWriting(writingId)
    mayBeKept = false
    return true
  }

  /** A device that hangs must not keep the server waiting. */
  function inGoodTime(act: Promise<unknown>): Promise<unknown> {
    return Promise.race([act, new Promise(resolve => later(patienceWithDevice, () => resolve(null)))])
  }

  /** With `isWhole` also what waits for its writer to choose: then the server shows both texts. */
  function save(isWhole: boolean): Promise<void> {
    underWay ??= attempt(isWhole).finally(() => {
      underWay = null
    })
    return underWay
  }

  async function attempt(isWhole: boolean): Promise<void> {
    cancelSave()
    if (isStopped) return
    if (isSaved()) {
      await inGoodTime(forget())
      return tell()
    }
    // A text that was refused as it is gives way to what the form says now.
    const isRefused = why?.outcome === 'clash' || why?.outcome === 'refused'
    const isHopeless = why?.outcome === 'fault' && failures >= faultsBeforeGivingWay
    if (pending === null || isRefused || isHopeless) {
      const next = isWhole || why?.outcome !== 'clash' ? newSave() : nextBesidesClash()
      if (next === null) {
        await inGoodTime(keep())
        tell()
        if (isOnScreenOnly()) again(Math.min(Math.max(mayAskWholeAt - now(), 0), waitForWhole))
        return
      }
      pending = next
    }
    // Before it goes: whatever ends this page on the way, the next one sends the same again.
    await inGoodTime(keep())
    let sent = pending
    let reply = await sendInSight(sent)
    // What was typed since then is to be chosen from, or set aside, with the rest; and so is what waits to be chosen.
    const isAllOfIt = waitingIn(sent.fields).length === 0 && sameText(view.read().fields, sent.fields)
    if (isFinal(reply) && !isStopped && !isAllOfIt) {
      pending = sent = newSave()
      await inGoodTime(keep())
      reply = await sendInSight(sent)
    }
    if (isStopped) return
    if (reply.outcome === 'saved') return settle(sent, reply)
    why = reply
    if (reply.outcome === 'clash') {
      clash = reply
      waiting = (reply.clashes ?? []).map(({ id }) => id)
      lastWhole = sent.fields
      mayAskWholeAt = now() + waitForWhole
    }
    await inGoodTime(isSetAside(reply) ? forget() : keep())
    tell()
    if (triesAgain(reply)) again(waits[Math.min(failures++, waits.length - 1)] ?? pauseForServer)
    else if (reply.outcome === 'clash' && !isRestSaved()) again(pauseForServer)
  }

  async function sendInSight({ action, fields }: Pending): Promise<SaveReply> {
    const cancel = later(patienceWithServer, () => {
      isSlow = true
      tell()
    })
    const reply = await send(action, fields)
    cancel()
    isSlow = false
    return reply
  }

  function newSave(): Pending {
    const saveId = newId()
    const { action, fields } = view.read()
    return { saveId, action, fields: withValue(fields, 'saveId', saveId) }
  }

  /** While answers wait to be chosen: the others, if there is anything of them to save. */
  function nextBesidesClash(): Pending | null {
    const whole = newSave()
    // Typed back: it is as it was before anybody changed it, and clashes with nothing.
    if (waiting.length > 0) {
      if (saved !== null && sameText(inQuestion(whole.fields), inQuestion(saved))) return whole
      if (!isRestSaved()) return { ...whole, fields: savingOthers(whole.fields, waiting) }
    }
    if (!isOnScreenOnly() || mayAskWholeAt > now()) return null
    waitForWhole *= 2
    return whole
  }

  /** What waits to be chosen, as it is by now, is neither on the device nor among the server's earlier versions. */
  function isOnScreenOnly(): boolean {
    return !isOnDevice() && !sameText(view.read().fields, lastWhole)
  }

  async function settle(sent: Pending, reply: Saved): Promise<void> {
    pending = null
    waiting = waitingIn(sent.fields)
    if (waiting.length === 0) clash = null
    why = clash
    failures = 0
    const rebased = rebase(view.read(), sent.fields, reply, view.canShow)
    const before = inQuestion(saved ?? [])
    saved = [...others(rebase(sent, sent.fields, reply, view.canShow).form.fields), ...before]
    view.show(rebased.form)
    taken = [...new Set([...taken, ...rebased.taken])]
    if (why !== null) {
      await inGoodTime(keep())
      tell()
      if (!isRestSaved()) again(pauseForServer)
      return
    }
    if (!isSaved()) return again(pauseForServer)
    await inGoodTime(forget())
    if (!isSaved()) return
    say({ at: 'server', taken, leftOut: rebased.leftOut })
    hasSaid = false
    taken = []
  }

  function again(milliseconds: number): void {
    cancelSave()
    cancelSave = later(milliseconds, () => void save(false))
  }

  return {
    changed() {
      if (isStopped) return
      if (isSaved()) tell()
      else {
        hasSaid = true
        say({ at: 'saving' })
      }
      cancelKeep()
      // What was taken back is to be gone from the device before the page can be.
      if (isSaved()) void keep()
      else cancelKeep = later(pauseForDevice, () => void keep().then(tell))
      const isClash = why?.outcome === 'clash'
      if (why === null || isClash || mayHaveChanged(why) || triesAgain(why)) again(pauseForServer)
    },
    async flush() {
      await underWay
      if (why && mayHaveChanged(why)) why = null
      await save(true)
      // What was typed while the save before was under way, or was to be asked about after the others.
      if (pending === null && !isSaved()) await save(true)
      return isSaved()
    },
    keep,
    resume(newDevice = device) {
      device = newDevice
      isStopped = false
      // Saved now, it need not wait for its writer any longer.
      if (pending && why && isSetAside(why))
        pending = { ...pending, fields: withValue(pending.fields, 'setAside', why.setAside) }
      if (isSaved()) return
      failures = 0
      if (why?.outcome !== 'clash') why = null
      void save(false)
    },
    clashId: () => (why?.outcome === 'clash' ? (pending?.saveId ?? null) : null),
    isSaved,
    isSafe: () => isSaved() || isOnDevice(),
    stop() {
      isStopped = true
      cancelSave()
      cancelKeep()
    },
  }
}

/** Whether the server keeps a text for its writer until they have signed in again. */
export function isSetAside(reply: SaveReply): reply is SignedOut {
  return reply.outcome === 'signed-out' && reply.setAside !== ''
}

/** Whether nothing more comes of sending the same again. */
function isFinal(reply: SaveReply): boolean {
  return reply.outcome === 'clash' || isSetAside(reply)
}

/** Whether somebody may have put it right in another tab by the next time that something is typed here. */
function mayHaveChanged({ outcome }: Unsaved): boolean {
  return outcome === 'not-found' || outcome === 'other-account'
}

/** Whether trying again may help without anybody doing anything. */
function triesAgain({ outcome }: Unsaved): boolean {
  return outcome === 'out-of-reach' || outcome === 'full' || outcome === 'fault'
}
