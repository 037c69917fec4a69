import type { Queue } from '../platform/jobs/queue.ts'
import type { Reading } from './readings-store.ts'

/** What this feature is given once, when the process starts. */
export interface SupervisionSettings {
  readonly timeZone: string
  readonly queue: Pick<Queue, 'enqueue'>
  /**
   * Commits the trace of a reading before the page is shown. Pages run on connections that cannot write, and this is the one
   * thing that a page about somebody else writes.
   */
  readonly commitReading: (reading: Reading) => Promise<void>
}
