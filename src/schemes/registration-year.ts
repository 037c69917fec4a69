import { addDays, dayIn, parseDay, startOfDayIn } from '../platform/day.ts'
import type { Day } from '../platform/day.ts'
import type { Reminder, RulePack, RulePacks } from './rule-pack.ts'

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

/** The pack that governs a registration year: the one in force on the last day of the year. */
export function packForYear(packs: RulePacks, closingYear: number): RulePack | null {
  return governed(packs, closingYear)?.pack ?? null
}

/** The pack whose form is shown on a day. */
export function packOn(packs: RulePacks, day: Day): RulePack | null {
  return packs.find(pack => inForce(pack, day)) ?? null
}

/** The registration year that closes in `closingYear`; `null` where no pack governs one. */
export function registrationYear(packs: RulePacks, closingYear: number): RegistrationYear | null {
  return governed(packs, closingYear)?.year ?? null
}

/** The closing year of the registration year that a day falls in; `null` for a day in none that the packs know. */
export function yearOfDay(packs: RulePacks, day: Day): number | null {
  const calendarYear = Number(day.slice(0, 4))
  for (const closingYear of [calendarYear, calendarYear + 1]) {
    const year = registrationYear(packs, closingYear)
    if (year !== null && year.firstDay <= day && day <= year.lastDay) return closingYear
  }
  return null
}

/** The registration year that is running at an instant, by the clock of the pack in force. */
export function yearAt(packs: RulePacks, at: Date): RegistrationYear | null {
  // Which pack's clock? Of the packs in force on the day that their own clock shows, the first.
  for (const pack of packs) {
    const day = dayIn(pack.registrationYear.timeZone, at)
    if (!inForce(pack, day)) continue
    const closingYear = yearOfDay(packs, day)
    return closingYear === null ? null : registrationYear(packs, closingYear)
  }
  return null
}

/** The last minute in which a piece can be submitted in time, to be shown: '30 November 2026 at 11:59pm'. */
export function lastMinuteOf(year: RegistrationYear): Date {
  return new Date(year.submitBy.getTime() - 60_000)
}

/** The day within a registration year that has this month and day; 12-01 falls in the calendar year before. */
export function dayInYear(pack: RulePack, closingYear: number, monthDay: string): Day {
  return dayOf(monthDay > pack.registrationYear.endsOn ? closingYear - 1 : closingYear, monthDay)
}

/** The reminders of a registration year with their days, in order. */
export function remindersIn(pack: RulePack, closingYear: number): { on: Day; kind: Reminder['kind'] }[] {
  return pack.reminders
    .map(({ on, kind }) => ({ on: dayInYear(pack, closingYear, on), kind }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function inForce(pack: RulePack, day: Day): boolean {
  return pack.validFrom <= day && (pack.validTo === null || day <= pack.validTo)
}

type Governed = { pack: RulePack; year: RegistrationYear }

// A page asks for the same few years over and over. Packs do not change once loaded, so neither do their years.
const known = new WeakMap<RulePacks, Map<number, Governed | null>>()

function governed(packs: RulePacks, closingYear: number): Governed | null {
  // A date typed in a draft may be as late as 9999, and a year that closes later has no days we can write.
  if (closingYear < 1000 || closingYear > 9998) return null
  const years = known.get(packs) ?? new Map<number, Governed | null>()
  known.set(packs, years)
  const before = years.get(closingYear)
  if (before !== undefined) return before

  const pack = packs.find(it => inForce(it, dayOf(closingYear, it.registrationYear.endsOn))) ?? null
  const found = pack && { pack, year: yearUnder(pack, packs[0] ?? pack, closingYear) }
  years.set(closingYear, found)
  return found
}

function yearUnder(pack: RulePack, firstPack: RulePack, closingYear: number): RegistrationYear {
  const { startsOn, endsOn, timeZone } = pack.registrationYear
  const lastDay = dayOf(closingYear, endsOn)
  const wholeYear = dayOf(startsOn > endsOn ? closingYear - 1 : closingYear, startsOn)
  return {
    closingYear,
    // A scheme need not begin with a whole year: Social Work England's first one began on 2 December 2019.
    firstDay: wholeYear > firstPack.validFrom ? wholeYear : firstPack.validFrom,
    lastDay,
    submitBy: startOfDayIn(timeZone, addDays(lastDay, 1)),
    graceUntil: startOfDayIn(timeZone, addDays(lastDay, 1 + pack.graceDays)),
  }
}

function dayOf(calendarYear: number, monthDay: string): Day {
  const day = parseDay(`${calendarYear}-${monthDay}`)
  if (day === null)
    throw new RangeError(`${calendarYear}-${monthDay} is not a day from the year 1000 to 9999`)
  return day
}
