import { dayIn, type Day } from '../platform/day.ts'
import { packForYear, remindersIn, yearAt, yearOfDay } from '../schemes/registration-year.ts'
import type { ReminderKind, RulePacks } from '../schemes/rule-pack.ts'

/** One of the days on which a registration year's rule pack has people reminded. */
export interface ReminderDay {
  readonly day: Day
  readonly closingYear: number
  readonly kind: ReminderKind
}

/** The reminder of a day; `null` on most days. */
export function reminderOn(packs: RulePacks, day: Day): ReminderDay | null {
  const closingYear = yearOfDay(packs, day)
  const pack = closingYear === null ? null : packForYear(packs, closingYear)
  if (closingYear === null || pack === null) return null
  const reminder = remindersIn(pack, closingYear).find(({ on }) => on === day)
  return reminder ? { day, closingYear, kind: reminder.kind } : null
}

/** The reminder of the day that it is where the regulator is. */
export function reminderAt(packs: RulePacks, at: Date): ReminderDay | null {
  const closingYear = yearAt(packs, at)?.closingYear
  const pack = closingYear === undefined ? null : packForYear(packs, closingYear)
  return pack && reminderOn(packs, dayIn(pack.registrationYear.timeZone, at))
}
