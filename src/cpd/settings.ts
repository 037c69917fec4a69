import type { RecordGoesTo } from '../platform/config.ts'
import type { Queue } from '../platform/jobs/queue.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'

/** What this feature is given once, when the process starts. */
export interface CpdSettings {
  readonly packs: RulePacks
  readonly recordGoesTo: RecordGoesTo
  readonly queue: Queue
  readonly welcome: WelcomeLinks
  /** Of the page for want of a network. */
  readonly offlineScriptUrl: string
}

/** Addresses of other features that the first page leads to. */
export interface WelcomeLinks {
  readonly createAccount: string
  readonly signIn: string
  readonly whichIsIt: string
  readonly guidance: string
}
