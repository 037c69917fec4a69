import { z } from 'zod'
import type { Job } from '../platform/jobs/queue.ts'

const invitationMail = z.strictObject({ invitationId: z.uuid() })

/** The mail of an invitation. Its link is made when it is written, so that no job holds a secret that works. */
export type InvitationMail = z.infer<typeof invitationMail>

export const invitationMailJobName = 'invitation-mail'

export function invitationMailJob(mail: InvitationMail): Job {
  return { name: invitationMailJobName, payload: mail }
}

export function readInvitationMail(payload: Job['payload']): InvitationMail {
  return invitationMail.parse(payload)
}

/** No name, and nothing that somebody typed: a stranger may have typed it. The page says who asks. */
export function invitationMailText(url: string, days: number): { subject: string; text: string } {
  return {
    subject: 'You are invited to Confer',
    text: `${[
      'Somebody asks you to join them on Confer, where social workers keep their CPD and arrange supervision. This page says who asks, and for what:',
      url,
      `The link works for ${days} days, and once. You can accept or decline there. You need an account to do so: it is yours, and stays yours when you change jobs.`,
      'If you do not want this, you need do nothing. Whoever asked is not told whether you have an account.',
      'Confer',
    ].join('\n\n')}\n`,
  }
}
