import { dayIn, type Day } from '../platform/day.ts'
import { packOn } from '../schemes/registration-year.ts'
import type { RulePack, RulePacks } from '../schemes/rule-pack.ts'

/** The questions as they are asked today, and which day that is where the regulator is. */
export function todaysForm(packs: RulePacks, now: Date): { readonly pack: RulePack; readonly today: Day } {
  const newest = packs.at(-1)
  if (newest === undefined) throw new Error('There is no rule pack')
  const today = dayIn(newest.registrationYear.timeZone, now)
  // A day that no pack governs is one after a last pack that ends: its questions are the best we have.
  return { pack: packOn(packs, today) ?? newest, today }
}
