import type { Queue } from '../platform/jobs/queue.ts'

/** What this feature is given once, when the process starts. */
export interface OrganisationSettings {
  readonly timeZone: string
  readonly queue: Pick<Queue, 'enqueue'>
}
