import { findRecipient } from '../../../accounts/people-store.ts'
import type { Database } from '../../../platform/db/connect.ts'
import type { Job, JobHandler } from '../../../platform/jobs/queue.ts'
import type { Mailer } from '../../../platform/mail/mailer.ts'
import { supervisionPath } from '../../paths.ts'

const name = 'supervision-ends'

export function endMailJob(payload: { readonly personId: string }): Job {
  return { name, payload: { ...payload } }
}

interface EndMailParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
}

/** Says that a supervision ends, and neither which, by whom, when nor why: others read along in a mailbox. */
export function endMailHandler({ database, mailer, baseUrl }: EndMailParts): JobHandler {
  return {
    name,
    async run({ personId }) {
      const recipient = await findRecipient(database.read, String(personId))
      if (recipient === null) return
      await mailer.send({
        to: recipient.email,
        subject: 'A supervision of yours ends',
        text: `${[
          'Somebody has said that a supervision ends which you are part of, or somebody’s part in it.',
          `Sign in to see which one, when, who said so and why, and what is still to be done: ${baseUrl}${supervisionPath.url({})}`,
          'Confer',
        ].join('\n\n')}\n`,
      })
    },
  }
}
