import type { Model } from '../anonymisation/names/model.ts'
import type { RecordGoesTo } from '../platform/config.ts'
import type { Queue } from '../platform/jobs/queue.ts'
import type { SignedInVisit } from '../platform/web/route.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'

/** What this feature is given once, when the process starts. */
export interface CpdSettings {
  readonly packs: RulePacks
  readonly recordGoesTo: RecordGoesTo
  readonly queue: Queue
  readonly welcome: WelcomeLinks
  /** Where other features take a piece from its own page, such as to a supervision session. */
  readonly linksFromPiece: (visit: SignedInVisit, pieceId: string) => Promise<readonly LinkFromPiece[]>
  /** The address of what was set aside for whoever asks, or null where nothing is. */
  readonly setAsideFor: (visit: SignedInVisit) => Promise<string | null>
  /** What the check for what might identify somebody needs to know. */
  readonly model: Model
  readonly scripts: CpdScripts
}

export interface LinkFromPiece {
  readonly href: string
  readonly content: string
}

/** Addresses of scripts that one page alone loads. */
export interface CpdScripts {
  /** Of the page for want of a network. */
  readonly offline: string
  /** What checks a form while somebody writes; it comes after their first pause. */
  readonly formCheck: string
  /** Of the page with the answers. */
  readonly answers: string
  /** Of the page with the never-write list. */
  readonly neverWrite: string
}

/** Addresses of other features that the first page leads to. */
export interface WelcomeLinks {
  readonly createAccount: string
  readonly signIn: string
  readonly whichIsIt: string
  readonly guidance: string
}
