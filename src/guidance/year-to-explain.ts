import {
  packForYear,
  registrationYear,
  yearAt,
  yearOfDay,
  type RegistrationYear,
} from '../schemes/registration-year.ts'
import type { RulePack, RulePacks } from '../schemes/rule-pack.ts'

export interface YearToExplain {
  readonly year: RegistrationYear
  /** What governs the year. */
  readonly pack: RulePack
}

/**
 * The registration year whose numbers the public pages give: the one that is running. They have to say something at any
 * time, so where the packs know of no year at `now` (before a scheme began, or when its last pack has ended) it is the
 * scheme's last.
 */
export function yearToExplain(packs: RulePacks, now: Date): YearToExplain {
  const year = yearAt(packs, now) ?? lastYear(packs)
  const pack = year && packForYear(packs, year.closingYear)
  if (!year || !pack) throw new Error('There is no rule pack to explain')
  return { year, pack }
}

function lastYear(packs: RulePacks): RegistrationYear | null {
  const last = packs.at(-1)
  const closingYear = last ? yearOfDay(packs, last.validTo ?? last.validFrom) : null
  return closingYear === null ? null : registrationYear(packs, closingYear)
}
