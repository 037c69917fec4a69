import type { Day } from '../platform/day.ts'
import type { FormLayout } from './form-layout.ts'
import type { Piece } from './piece.ts'
import type { Registration } from './registration.ts'

/** Everything that a verdict and a list of pieces need, and nothing that was written but the titles. */
export interface PractitionerRecord {
  readonly scheme: string
  readonly registration: Registration
  readonly formLayout: FormLayout
  readonly remindersOn: boolean
  /** When the account was made: of the years before, nothing is known unless something was submitted for them. */
  readonly keptSince: Date
  /** In the order they were started. */
  readonly pieces: readonly Piece[]
  readonly stepsTold: readonly StepTold[]
}

/** A renewal step that the practitioner says they did elsewhere. */
export interface StepTold {
  readonly closingYear: number
  readonly step: string
  readonly doneOn: Day
}
