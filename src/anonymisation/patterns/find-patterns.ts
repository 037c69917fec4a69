import type { Finding, FindingClass } from '../finding.ts'
import { findAddresses } from './address.ts'
import { findAges } from './age.ts'
import { findDates } from './date.ts'
import { findDrivingLicences } from './driving-licence.ts'
import { findEmails } from './email.ts'
import { findHandles } from './handle.ts'
import { findNhsNumbers, isCalledNhsNumber } from './nhs-number.ts'
import { findNinos } from './nino.ts'
import { findOrganisations } from './organisation.ts'
import { findPassports } from './passport.ts'
import { findPhones, isCalledPhone } from './phone.ts'
import { findPlaces } from './place.ts'
import { findPlates } from './plate.ts'
import { findPostcodes } from './postcode.ts'
import { findReferences } from './reference.ts'
import { Claimed } from './claimed.ts'
import { findUrls } from './url.ts'

/**
 * Everything with a form of its own. Of two numbers in the same place one is kept, the one whose form says more; a
 * postcode within an address stays beside it.
 */
export function findPatterns(text: string): readonly Finding[] {
  const claimed = new Claimed(text)
  const numbers: Finding[] = []
  for (const find of numberFinders) {
    const free = find(text).filter(({ start, end }) => !claimed.has(start, end))
    for (const { start, end, class: of } of free) {
      if (!leavesRoom.has(of)) claimed.claim(start, end)
    }
    for (const one of free) numbers.push(one)
  }
  const names = withoutStreetNames(
    text,
    nameFinders.flatMap(find => find(text)).filter(({ start, end }) => !claimed.has(start, end)),
  )
  return [...numbers, ...names].sort((one, other) => one.start - other.start || one.end - other.end)
}

type Finder = (text: string) => readonly Finding[]

// In this order: what has a check digit, or a word for it, before what has only a shape.
const numberFinders: readonly Finder[] = [
  findEmails,
  findUrls,
  findHandles,
  findPassports,
  findDrivingLicences,
  text => findNhsNumbers(text).filter(one => !isPhoneInstead(text, one)),
  findNinos,
  findPlates,
  findReferences,
  findPhones,
  findDates,
]
const nameFinders: readonly Finder[] = [findPostcodes, findAddresses, findAges, findOrganisations, findPlaces]

// An address, an age or a school may have a date in it, but no e-mail address or number has a school.
const leavesRoom: ReadonlySet<FindingClass> = new Set(['date'])

// A British telephone number begins with a nought, others have hyphens or stops: "her number 485 777 3457" is neither.
function isPhoneInstead(text: string, { start, end }: Finding): boolean {
  if (!/^0|[.()\-‐‑–]/.test(text.slice(start, end))) return false
  return isCalledPhone(text, start, end) && !isCalledNhsNumber(text, start)
}

// "Holbeck Street Library" is a library, not somebody's street.
function withoutStreetNames(text: string, found: readonly Finding[]): readonly Finding[] {
  const claimed = new Claimed(text)
  for (const one of found) if (one.class === 'organisation') claimed.claim(one.start, one.end)
  return found.filter(
    ({ class: of, level, start, end }) => of !== 'address' || level !== 'check' || !claimed.has(start, end),
  )
}
