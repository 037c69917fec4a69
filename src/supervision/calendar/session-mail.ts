import { z } from 'zod'
import type { Job } from '../../platform/jobs/queue.ts'

const sessionMail = z.strictObject({
  change: z.enum(['planned', 'moved', 'cancelled']),
  personId: z.uuid(),
  /** Of a series all of them, with spaces between. */
  sessionIds: z
    .string()
    .transform(ids => ids.split(' '))
    .pipe(z.array(z.uuid()).min(1)),
})

/** Tells one person that sessions of theirs were planned, moved or cancelled, with what a calendar reads. */
export type SessionMail = z.infer<typeof sessionMail>

export const sessionMailJobName = 'supervision-session-mail'

export function sessionMailJob({ change, personId, sessionIds }: SessionMail): Job {
  return { name: sessionMailJobName, payload: { change, personId, sessionIds: sessionIds.join(' ') } }
}

export function readSessionMail(payload: Job['payload']): SessionMail {
  return sessionMail.parse(payload)
}
