import { Temporal } from 'temporal-polyfill'

declare const dayBrand: unique symbol

/**
 * A calendar date with no time of day and no time zone, as 'YYYY-MM-DD' with a year from 1000 to 9999, so that
 * comparing two as strings compares them as dates.
 */
export type Day = string & { readonly [dayBrand]: true }

/** A date as somebody typed it, in three fields, kept verbatim. */
export type DateParts = { day: string; month: string; year: string }
export type DatePart = keyof DateParts

/** What is wrong with a typed date, as a code: the screen owns the words. */
export type DateProblem =
  | 'missing-all'
  | 'missing-day'
  | 'missing-month'
  | 'missing-year'
  | 'missing-day-and-month'
  | 'missing-day-and-year'
  | 'missing-month-and-year'
  | 'year-not-4-digits'
  | 'not-a-real-date'

/** `parts` are the fields to mark as wrong: those missing or impossible by themselves, or all three. */
export type ReadDate =
  { ok: true; day: Day } | { ok: false; problem: DateProblem; parts: readonly DatePart[] }

/** Reads 'YYYY-MM-DD' strictly; `null` for anything else, 2026-11-31 included. */
export function parseDay(text: string): Day | null {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  return match && isRealDate(Number(match[1]), Number(match[2]), Number(match[3])) ? (text as Day) : null
}

/** Reads a date typed as day, month (a number or an English name) and a year of four digits. */
export function readDate(typed: DateParts): ReadDate {
  const day = tidy(typed.day)
  const month = tidy(typed.month)
  const year = tidy(typed.year)

  const missing: DatePart[] = []
  if (day === '') missing.push('day')
  if (month === '') missing.push('month')
  if (year === '') missing.push('year')
  if (missing.length > 0) return { ok: false, problem: missingProblem(missing), parts: missing }

  if (/^\d+$/.test(year) && year.length !== 4)
    return { ok: false, problem: 'year-not-4-digits', parts: ['year'] }

  const dayNumber = /^\d{1,2}$/.test(day) ? Number(day) : 0
  const monthNumber = readMonth(month)
  const impossible: DatePart[] = []
  if (dayNumber < 1 || dayNumber > 31) impossible.push('day')
  if (monthNumber < 1 || monthNumber > 12) impossible.push('month')
  if (!/^[1-9]\d{3}$/.test(year)) impossible.push('year')
  if (impossible.length > 0) return { ok: false, problem: 'not-a-real-date', parts: impossible }

  const real = parseDay(`${year}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`)
  return real === null
    ? { ok: false, problem: 'not-a-real-date', parts: ['day', 'month', 'year'] }
    : { ok: true, day: real }
}

export function dayFromParts(typed: DateParts): Day | null {
  const read = readDate(typed)
  return read.ok ? read.day : null
}

/** The three fields that would be typed for a day, to fill a form: 30, 11, 2026. */
export function partsOfDay(day: Day): DateParts {
  return { day: String(dayOfMonth(day)), month: String(monthOf(day)), year: day.slice(0, 4) }
}

/** The calendar date that a clock on the wall shows in `timeZone` at `instant`. */
export function dayIn(timeZone: string, instant: Date): Day {
  const ms = instant.getTime()
  const known = latestDays.get(timeZone)
  if (known && known.starts <= ms && ms < known.ends) return known.day
  const date = zoned(timeZone, ms).toPlainDate()
  const day = date.toString() as Day
  const starts = startOfDayIn(timeZone, day).getTime()
  const ends = startOfDayIn(timeZone, addDays(day, 1)).getTime()
  if (latestDays.size >= 100) latestDays.clear()
  latestDays.set(timeZone, { day, starts, ends })
  return day
}

/** The first instant of `day` in `timeZone`: midnight, or later where the clocks skip midnight. */
export function startOfDayIn(timeZone: string, day: Day): Date {
  const key = `${day} ${timeZone}`
  let ms = daysStart.get(key)
  if (ms === undefined) {
    ms = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
    if (daysStart.size >= 2000) daysStart.clear()
    daysStart.set(key, ms)
  }
  return new Date(ms)
}

/** The instant at which a clock in `timeZone` shows `local`, such as '2026-11-30T23:59:59'. */
export function instantIn(timeZone: string, local: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds)
}

export function addDays(day: Day, days: number): Day {
  const moved = new Date(midnightUtc(day) + days * dayLength).toISOString().slice(0, 10)
  const result = parseDay(moved)
  if (result === null) throw new RangeError(`${day} plus ${days} days leaves the years 1000 to 9999`)
  return result
}

/** How many days after `from` is `to`: 1 from today to tomorrow, negative for a day before. */
export function daysBetween(from: Day, to: Day): number {
  return (midnightUtc(to) - midnightUtc(from)) / dayLength
}

/** '30 November 2026' */
export function formatDay(day: Day): string {
  return `${dayOfMonth(day)} ${monthNames[monthOf(day) - 1] ?? ''} ${day.slice(0, 4)}`
}

/** '30 November 2026 at 11:59pm', by the clock in `timeZone`. */
export function formatMoment(timeZone: string, instant: Date): string {
  const { hour, minute } = zoned(timeZone, instant.getTime())
  return `${formatDay(dayIn(timeZone, instant))} at ${hour % 12 || 12}:${twoDigits(minute)}${hour < 12 ? 'am' : 'pm'}`
}

/** Hours and minutes on a clock in `timeZone`. */
export function clockTimeIn(
  timeZone: string,
  instant: Date,
): { readonly hour: number; readonly minute: number } {
  const { hour, minute } = zoned(timeZone, instant.getTime())
  return { hour, minute }
}

const dayLength = 86_400_000

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

// Both caches are bounded: time zones come from rule packs, but days also come from what people type.
const daysStart = new Map<string, number>()
const latestDays = new Map<string, { day: Day; starts: number; ends: number }>()

function zoned(timeZone: string, ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
}

function isRealDate(year: number, month: number, day: number): boolean {
  // Day 0 of the next month is the last day of this one.
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** In units of UTF-16: to normalise what is longer could take the square of its length, and it is no part of a date. */
const longestPart = 100

/** Full-width digits are read as digits, and what cannot be seen is no reason to refuse a date. */
function tidy(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length > longestPart) return trimmed
  return trimmed
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
}

function missingProblem(missing: readonly DatePart[]): DateProblem {
  const has = (part: DatePart) => missing.includes(part)
  if (missing.length === 3) return 'missing-all'
  if (has('day'))
    return has('month') ? 'missing-day-and-month' : has('year') ? 'missing-day-and-year' : 'missing-day'
  if (has('month')) return has('year') ? 'missing-month-and-year' : 'missing-month'
  return 'missing-year'
}

function readMonth(month: string): number {
  if (/^\d{1,2}$/.test(month)) return Number(month)
  const letters = month.toLowerCase().replace(/\.$/, '')
  // Three letters are enough to tell the months apart, and 'sept' is as common as 'sep'.
  if (letters.length < 3) return 0
  return monthNames.findIndex(name => name.toLowerCase().startsWith(letters)) + 1
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8))
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

function midnightUtc(day: Day): number {
  return Date.parse(day)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
