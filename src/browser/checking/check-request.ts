import type { Finding, NeverWrite } from '../../anonymisation/finding.ts'
import type { Replaced } from '../../anonymisation/offers.ts'
import type { Rewrite } from '../../anonymisation/rewrites.ts'
import type { WordsAround } from '../../anonymisation/words-around.ts'

/** What a page asks its worker: to check all texts of a form together. */
export interface CheckRequest {
  readonly number: number
  readonly texts: readonly TextToCheck[]
  readonly neverWrite: readonly NeverWrite[]
  /** Of those who share what is written, where there are any: nothing to look at. */
  readonly knownNames: readonly string[]
  readonly replaced: readonly Replaced[]
}

export interface TextToCheck {
  readonly text: string
  readonly isJobRole: boolean
}

/** `found` has a list for each text, in their order; `null` where the worker has nothing to check with. */
export interface CheckReply {
  readonly number: number
  readonly found: readonly (readonly FoundInText[])[] | null
}

/** A finding with everything that is said and done about it, so that the page needs to know none of the rules. */
export interface FoundInText {
  readonly start: number
  readonly end: number
  readonly level: Finding['level']
  /** What it is remembered by when it is kept. */
  readonly keptForm: string
  readonly words: WordsAround
  readonly why: string
  readonly name: string | null
  readonly choices: readonly Choice[]
}

/** What one press does. */
export interface Choice {
  /** On its button. */
  readonly words: string
  /** Said once it is done. */
  readonly done: string
  /** In their order, in one text or several. */
  readonly edits: readonly RewriteOfText[]
}

export interface RewriteOfText extends Rewrite {
  /** In which of the texts. */
  readonly index: number
  /** What it replaces, so that it is carried out only where that still stands. */
  readonly before: string
}
