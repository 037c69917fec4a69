import type { Day } from '../platform/day.ts'

/** A registration year, known by the calendar year in which it closes. Instants are the first ones that are too late. */
export type RegistrationYear = {
  closingYear: number
  firstDay: Day
  lastDay: Day
  /** The first instant after the cut-off: midnight at the end of the last day. */
  submitBy: Date
  /** The first instant after any grace; equal to `submitBy` where there is none. */
  graceUntil: Date
}
