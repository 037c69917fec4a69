import { todaysForm } from '../cpd/todays-form.ts'
import { addDays, daysBetween, instantIn, type Day } from '../platform/day.ts'
import { dayInYear, packForYear, registrationYear, yearOfDay } from '../schemes/registration-year.ts'
import type { RegistrationYear } from '../schemes/registration-year.ts'
import type { RulePack, RulePacks } from '../schemes/rule-pack.ts'

/**
 * The days on which invented people do things, told from the day on which the demonstration starts: whether that is the
 * first day of a registration year or the last, nothing happens in the future.
 */
export interface DemoCalendar {
  readonly packs: RulePacks
  readonly now: Date
  readonly today: Day
  readonly closingYear: number
  /** The first year that any rules are known for, and a day well before it. */
  readonly firstClosingYear: number
  readonly longAgo: Day
  /** The rules of the running year. */
  readonly pack: RulePack
  /** The day on which the steps of renewal can first be taken, and whether it has come. */
  readonly renewalOpensOn: Day
  readonly isRenewalOpen: boolean
  /** A day of a registration year: 0 is its first, 1 its last, or today where that is earlier. */
  dayOf(closingYear: number, share: number): Day
  /** The first day of a year on which joining means not having to record. */
  lateFrom(closingYear: number): Day
  /** The evening of a day, or this moment where that is earlier. */
  evening(day: Day): Date
}

export function makeCalendar(packs: RulePacks, now: Date): DemoCalendar {
  const { today } = todaysForm(packs, now)
  const running = yearOfDay(packs, today)
  const [oldest] = packs
  const firstClosingYear = oldest && yearOfDay(packs, oldest.validFrom)
  if (running === null || oldest === undefined || firstClosingYear == null)
    throw new Error('No rule pack governs today')
  const { pack } = governing(packs, running)
  const opening = pack.steps.flatMap(({ opensOn }) =>
    opensOn === null ? [] : [dayInYear(pack, running, opensOn)],
  )
  const renewalOpensOn = opening.sort().at(-1) ?? governing(packs, running).year.firstDay
  return {
    packs,
    now,
    today,
    closingYear: running,
    firstClosingYear,
    longAgo: addDays(oldest.validFrom, -1918),
    pack,
    renewalOpensOn,
    isRenewalOpen: renewalOpensOn <= today,
    dayOf(closingYear, share) {
      const { firstDay, lastDay } = governing(packs, closingYear).year
      const last = lastDay < today ? lastDay : today
      return addDays(firstDay, Math.floor(daysBetween(firstDay, last) * share))
    },
    lateFrom(closingYear) {
      const { pack } = governing(packs, closingYear)
      return dayInYear(pack, closingYear, pack.whoMust.registeredBefore)
    },
    evening(day) {
      const evening = instantIn(pack.registrationYear.timeZone, `${day}T19:20:00`)
      return evening < now ? evening : now
    },
  }
}

function governing(packs: RulePacks, closingYear: number): { pack: RulePack; year: RegistrationYear } {
  const pack = packForYear(packs, closingYear)
  const year = registrationYear(packs, closingYear)
  if (pack === null || year === null) throw new Error(`No rule pack governs ${closingYear}`)
  return { pack, year }
}
