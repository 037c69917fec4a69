import type { Device, Writing } from '../device/device.ts'
import { asOnlySender, claimWriting } from '../device/locks.ts'
import type { Fields } from './fields.ts'
import type { FormNow } from './rebase.ts'
import type { SaveReply } from './save-reply.ts'
import { makeWriter, type Unsaved } from './writer.ts'

export interface LeftOver {
  /** As it was sent: a page that asks which of two texts is to stand settles the save that this names. */
  readonly writing: Writing
  /** What stands in the way, or `null` once the server has all of it. */
  readonly why: Unsaved | null
  /** The address of the form by now: a new piece has another once the server has it. */
  readonly formUrl: string
}

type Send = (action: string, fields: Fields) => Promise<SaveReply>

/**
 * Sends what pages that are gone could not send, in the order it was begun. What the server keeps for its writer until they
 * sign in again is on this device no longer. Empty where there is nothing, or where another page is sending.
 */
export async function sendLeftOvers(
  device: Device,
  send: Send,
  isToSend: (writingId: string) => boolean = () => true,
): Promise<readonly LeftOver[]> {
  const sent: LeftOver[] = []
  await asOnlySender(async () => {
    for (const { writingId } of await device.listWritings()) {
      const letGo = isToSend(writingId) ? await claimWriting(writingId) : null
      if (letGo === null) continue
      try {
        // Once more, now that nobody else has it: another page may have gone on with it, or sent it.
        const writing = await device.findWriting(writingId)
        if (writing === null) continue
        const leftOver = await sendOne(device, send, writing)
        sent.push(leftOver)
        // The others would fare no better, and the order is kept.
        const { outcome } = leftOver.why ?? {}
        if (outcome === 'out-of-reach' || outcome === 'full') break
      } finally {
        letGo()
      }
    }
  })
  return sent
}

/** A form that nobody sees any more. */
async function sendOne(device: Device, send: Send, writing: Writing): Promise<LeftOver> {
  let form: FormNow = { action: writing.action, fields: writing.fields }
  let why: Unsaved | null = null
  let latest = writing
  const writer = makeWriter({
    leftOver: writing,
    writingId: writing.writingId,
    view: {
      pieceId: writing.pieceId,
      read: () => form,
      caret: () => writing.caret,
      canShow: () => true,
      show: next => {
        form = next
      },
    },
    device: {
      keepWriting: kept => {
        latest = kept
        return device.keepWriting(kept)
      },
      forgetWriting: device.forgetWriting,
    },
    send,
    say: whereabouts => {
      why = whereabouts.at === 'nowhere-yet' ? whereabouts.why : null
    },
    later: () => () => {},
    now: () => writing.changedAt,
  })
  const isSent = await writer.flush()
  writer.stop()
  return { writing: latest, why: isSent ? null : (why ?? { outcome: 'out-of-reach' }), formUrl: form.action }
}
