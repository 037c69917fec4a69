import { findRecipient } from '../../../accounts/people-store.ts'
import type { Database } from '../../../platform/db/connect.ts'
import type { Job, JobHandler } from '../../../platform/jobs/queue.ts'
import type { Mailer } from '../../../platform/mail/mailer.ts'
import { openingsPath } from '../paths.ts'

const name = 'supervision-opened'

export function openingMailJob(payload: { readonly personId: string; readonly relationshipId: string }): Job {
  return { name, payload: { ...payload } }
}

interface OpeningMailParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
}

/** Says that something was opened, and neither by whom nor why: others read along in a mailbox. */
export function openingMailHandler({ database, mailer, baseUrl }: OpeningMailParts): JobHandler {
  return {
    name,
    async run({ personId, relationshipId }) {
      const recipient = await findRecipient(database.read, String(personId))
      if (recipient === null) return
      const address = `${baseUrl}${openingsPath.url({ relationshipId: String(relationshipId) })}`
      await mailer.send({
        to: recipient.email,
        subject: 'Records of supervision were opened',
        text: `${[
          'Records of a supervision that you are part of were opened, for a stated reason and for a stated time, by somebody who may do so.',
          `Sign in to see who it was, why, until when, and what they read: ${address}`,
          'You do not have to do anything.',
          'Confer',
        ].join('\n\n')}\n`,
      })
    },
  }
}
