import { makeSignatureMailsOffLink } from '../../../accounts/actions/make-mailed-link.ts'
import { findRecipient } from '../../../accounts/people-store.ts'
import { dayIn } from '../../../platform/day.ts'
import type { Database } from '../../../platform/db/connect.ts'
import type { JobHandler } from '../../../platform/jobs/queue.ts'
import type { Mailer } from '../../../platform/mail/mailer.ts'
import { agreementVersionPath } from '../../agreements/paths.ts'
import { recordPath } from '../../record/paths.ts'
import {
  readSignatureMail,
  signatureMailJobName,
  signatureMailText,
  type SignatureMail,
} from '../signature-mail.ts'
import { findIsWaiting } from '../waiting-store.ts'

interface SignatureMailParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
  readonly timeZone: string
}

/** Writes and sends one such mail, unless it is not wanted or what it tells of was signed, replaced or ended meanwhile. */
export function signatureMailHandler({
  database,
  mailer,
  baseUrl,
  timeZone,
}: SignatureMailParts): JobHandler {
  return {
    name: signatureMailJobName,
    async run(payload, now) {
      const mail = readSignatureMail(payload)
      const recipient = await findRecipient(database.read, mail.personId)
      if (!recipient?.signatureMailsOn) return
      if (!(await findIsWaiting(database.read, mail, dayIn(timeZone, now)))) return
      const unsubscribeUrl = baseUrl + (await makeSignatureMailsOffLink(database.write, mail.personId, now))
      await mailer.send({
        to: recipient.email,
        ...signatureMailText(baseUrl + urlOf(mail), unsubscribeUrl),
        unsubscribeUrl,
      })
    },
  }
}

function urlOf(mail: SignatureMail): string {
  return mail.waits === 'agreement'
    ? agreementVersionPath.url({ relationshipId: mail.relationshipId, version: String(mail.version) })
    : recordPath.url(mail)
}
