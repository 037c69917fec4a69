import type { Database } from '../../platform/db/connect.ts'
import type { Job, JobHandler } from '../../platform/jobs/queue.ts'
import type { Mailer } from '../../platform/mail/mailer.ts'
import { formatMoment } from '../../platform/day.ts'
import type { RecordGoesTo } from '../../platform/config.ts'
import type { RulePacks } from '../../schemes/rule-pack.ts'
import { findRecipient } from '../../accounts/people-store.ts'
import { findReceipt } from '../store.ts'
import { findRecord } from '../record-store.ts'
import { piecePath } from '../paths.ts'
import { standingSentence } from '../standing-words.ts'
import { whereYouStand } from '../where-you-stand.ts'
import { whoReceivesIt } from '../who-receives-it.ts'

const name = 'cpd-receipt'

export function receiptJob(payload: { personId: string; pieceId: string; number: number }): Job {
  return { name, payload }
}

interface ReceiptParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
  readonly packs: RulePacks
  readonly recordGoesTo: RecordGoesTo
}

/** Mails the receipt of a submission: its number, its hash, and what is still missing. Never a word of the piece. */
export function receiptHandler({ database, mailer, baseUrl, packs, recordGoesTo }: ReceiptParts): JobHandler {
  return {
    name,
    async run(payload, now) {
      const { personId, pieceId, number } = payload
      const receipt = await findReceipt(database.read, String(personId), String(pieceId), Number(number))
      const record = await findRecord(database.read, String(personId))
      const recipient = await findRecipient(database.read, String(personId))
      if (receipt === null || record === null || recipient === null) return
      const standing = whereYouStand({ packs, record, recordGoesTo, at: now })
      const { registrationYear, names } = standing.current.pack
      await mailer.send({
        to: recipient.email,
        subject: `You ${number === 1 ? 'submitted' : 'resubmitted'} a piece of CPD: receipt ${receipt.receipt}`,
        text: [
          `Our record shows that you ${number === 1 ? 'submitted' : 'resubmitted'} a piece of CPD on ${formatMoment(registrationYear.timeZone, receipt.submittedAt)}.`,
          `Receipt number: ${receipt.receipt}\nSubmission of this piece: ${number}\nSHA-256 of what was submitted: ${receipt.sha256}`,
          'The SHA-256 is a fingerprint: the file of your submission, which you can download from the piece’s history, gives the same one as long as not a single letter has changed.',
          standingSentence(standing),
          whoReceivesIt(recordGoesTo, names.regulator),
          `See the piece: ${baseUrl}${piecePath.url({ pieceId: String(pieceId) })}`,
        ].join('\n\n'),
      })
    },
  }
}
