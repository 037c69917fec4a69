import { z } from 'zod'
import type { Job } from '../../platform/jobs/queue.ts'

const ids = { personId: z.uuid(), relationshipId: z.uuid() }
const signatureMail = z.discriminatedUnion('waits', [
  z.strictObject({ ...ids, waits: z.literal('agreement'), version: z.number().int() }),
  z.strictObject({ ...ids, waits: z.literal('record'), sessionId: z.uuid() }),
])

/** Tells one person that a version of an agreement or a signed record waits for their signature. */
export type SignatureMail = z.infer<typeof signatureMail>

export const signatureMailJobName = 'supervision-signature-mail'

export function signatureMailJob(mail: SignatureMail): Job {
  return { name: signatureMailJobName, payload: { ...mail } }
}

export function readSignatureMail(payload: Job['payload']): SignatureMail {
  return signatureMail.parse(payload)
}

/** That something waits, and neither what nor whose: others read along in a mailbox. */
export function signatureMailText(
  url: string,
  offUrl: string,
): { readonly subject: string; readonly text: string } {
  return {
    subject: 'Something in your supervision on Confer waits for your signature',
    text: `${[
      `Something in your supervision on Confer waits for your signature. Sign in to read it: ${url}`,
      `To get no more mails like this one, follow this link: ${offUrl}`,
      'Confer',
    ].join('\n\n')}\n`,
  }
}
