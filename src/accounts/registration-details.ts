import type { RegisterPeriod, Registration } from '../cpd/registration.ts'
import { readDate, type DatePart, type DateParts, type DateProblem, type Day } from '../platform/day.ts'
import { ok, refuse, type Result } from '../platform/result.ts'

/** Who somebody is to their regulator. */
export interface RegistrationDetails {
  /** '' of somebody who is not on the register and never was, who has no period either. */
  readonly registrationNumber: string
  readonly registration: Registration
}

/** What was typed about the register, verbatim. */
export interface TypedRegistration {
  /** Says so whoever is no social worker, such as a line manager of another profession: nothing else is then asked. */
  readonly isNotOnRegister: boolean
  readonly registrationNumber: string
  readonly periods: readonly TypedPeriod[]
  readonly voluntaryRemoval: boolean
  readonly voluntaryRemovalOn: DateParts
}

export interface TypedPeriod {
  readonly from: DateParts
  readonly to: DateParts
  readonly kind: string
}

/** What is wrong, as codes. `row` counts from 0, in the order typed. */
export type RegistrationProblem =
  | { readonly code: 'number-missing' | 'not-on-register-and-more' }
  | { readonly code: 'number-too-long'; readonly limit: number; readonly length: number }
  | { readonly code: 'too-many-periods'; readonly limit: number }
  | { readonly code: 'from-wrong' | 'to-wrong'; readonly row: number; readonly date: WrongDate }
  | { readonly code: 'from-in-the-future' | 'to-in-the-future' | 'to-before-from'; readonly row: number }
  | { readonly code: 'kind-missing' | 'period-overlaps'; readonly row: number }
  | { readonly code: 'removal-wrong'; readonly date: WrongDate }
  | { readonly code: 'removal-in-the-future' | 'removal-not-ticked' }

interface WrongDate {
  readonly problem: DateProblem
  readonly parts: readonly DatePart[]
}

/** No regulator's number is as long; ours to bound, since its format is theirs to know. */
const longestNumber = 40
/** In units of UTF-16: to normalise what is longer could take the square of its length. */
const longestTypedNumber = 100
/** More than anybody leaves and joins again. */
export const mostPeriods = 20

export const emptyDate: DateParts = { day: '', month: '', year: '' }
export const emptyPeriod: TypedPeriod = { from: emptyDate, to: emptyDate, kind: '' }

/** `today` is the day it is for the regulator. */
export function readRegistration(
  typed: TypedRegistration,
  today: Day,
): Result<RegistrationDetails, readonly RegistrationProblem[]> {
  if (typed.isNotOnRegister)
    return isNothingElse(typed) ? ok(neverRegistered) : refuse([{ code: 'not-on-register-and-more' }])
  const problems: RegistrationProblem[] = []
  const registrationNumber = tidyNumber(typed.registrationNumber)
  const length = Array.from(registrationNumber).length
  if (length === 0) problems.push({ code: 'number-missing' })
  else if (length > longestNumber) problems.push({ code: 'number-too-long', limit: longestNumber, length })

  const periods: (RegisterPeriod & { row: number })[] = []
  if (typed.periods.length > mostPeriods) problems.push({ code: 'too-many-periods', limit: mostPeriods })
  for (const [row, period] of typed.periods.entries()) {
    const read = readPeriod(period, row, today)
    if (read.ok) periods.push({ ...read.value, row })
    else problems.push(...read.refusal)
  }
  const inOrder = periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.row - b.row))
  for (const [i, { from, row }] of inOrder.entries()) {
    const before = inOrder[i - 1]
    if (before && (before.to === null || from <= before.to)) problems.push({ code: 'period-overlaps', row })
  }

  const removal = readRemoval(typed, today)
  if (!removal.ok) problems.push(removal.refusal)
  if (problems.length > 0 || !removal.ok) return refuse(problems)
  return ok({
    registrationNumber,
    registration: {
      periods: inOrder.map(({ from, to, kind }) => ({ from, to, kind })),
      voluntaryRemovalAppliedOn: removal.value,
    },
  })
}

export const neverRegistered: RegistrationDetails = {
  registrationNumber: '',
  registration: { periods: [], voluntaryRemovalAppliedOn: null },
}

/** Whoever ticks that they are not on the register and fills in the rest has made a mistake in one of the two. */
function isNothingElse({
  registrationNumber,
  periods,
  voluntaryRemoval,
  voluntaryRemovalOn,
}: TypedRegistration) {
  return (
    registrationNumber.trim() === '' &&
    periods.every(({ from, to, kind }) => isEmpty(from) && isEmpty(to) && kind === '') &&
    !voluntaryRemoval &&
    isEmpty(voluntaryRemovalOn)
  )
}

function tidyNumber(typed: string): string {
  const spaced = typed.trim().replace(/\s+/gu, ' ')
  return spaced.length > longestTypedNumber ? spaced : spaced.normalize('NFC')
}

function readPeriod(
  typed: TypedPeriod,
  row: number,
  today: Day,
): Result<RegisterPeriod, readonly RegistrationProblem[]> {
  const problems: RegistrationProblem[] = []
  const from = readDate(typed.from)
  if (!from.ok) problems.push({ code: 'from-wrong', row, date: from })
  else if (from.day > today) problems.push({ code: 'from-in-the-future', row })

  const kind = typed.kind === 'joined' || typed.kind === 'restored' ? typed.kind : null
  if (kind === null) problems.push({ code: 'kind-missing', row })

  const to = isEmpty(typed.to) ? null : readDate(typed.to)
  if (to?.ok === false) problems.push({ code: 'to-wrong', row, date: to })
  else if (to?.ok && to.day > today) problems.push({ code: 'to-in-the-future', row })
  else if (to?.ok && from.ok && to.day < from.day) problems.push({ code: 'to-before-from', row })

  if (problems.length > 0 || !from.ok || kind === null) return refuse(problems)
  return ok({ from: from.day, to: to?.ok ? to.day : null, kind })
}

function readRemoval(typed: TypedRegistration, today: Day): Result<Day | null, RegistrationProblem> {
  if (!typed.voluntaryRemoval) {
    return isEmpty(typed.voluntaryRemovalOn) ? ok(null) : refuse({ code: 'removal-not-ticked' })
  }
  const date = readDate(typed.voluntaryRemovalOn)
  if (!date.ok) return refuse({ code: 'removal-wrong', date })
  return date.day > today ? refuse({ code: 'removal-in-the-future' }) : ok(date.day)
}

function isEmpty({ day, month, year }: DateParts): boolean {
  return `${day}${month}${year}`.trim() === ''
}
