import type { RecordGoesTo } from '../platform/config.ts'
import type { Database } from '../platform/db/connect.ts'
import type { Queue } from '../platform/jobs/queue.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'

/** What this feature is given once, when the process starts. */
export interface ReminderSettings {
  readonly database: Database
  readonly enqueue: Queue['enqueue']
  readonly mailer: Mailer
  readonly baseUrl: string
  readonly packs: RulePacks
  readonly recordGoesTo: RecordGoesTo
}
