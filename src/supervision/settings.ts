import type { Model } from '../anonymisation/names/model.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import type { Queue } from '../platform/jobs/queue.ts'
import type { Reading } from './readings-store.ts'

/** What this feature is given once, when the process starts. */
export interface SupervisionSettings {
  readonly timeZone: string
  /** For a piece of CPD that begins in a session. */
  readonly packs: RulePacks
  /** What the check for what might identify somebody needs to know. */
  readonly model: Model
  /** The address of the script that looks for it while somebody writes. */
  readonly checkScriptUrl: string
  /** After how many days backups are thrown away; null where nobody has said. */
  readonly backupDays: number | null
  readonly queue: Pick<Queue, 'enqueue'>
  /** Before each address that is to work outside our pages, such as a calendar's. */
  readonly baseUrl: string
  /**
   * Commits the trace of a reading before the page is shown. Pages run on connections that cannot write, and this is the one
   * thing that a page about somebody else writes.
   */
  readonly commitReading: (reading: Reading) => Promise<void>
}
