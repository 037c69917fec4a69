import type { Finding } from '../finding.ts'
import { makeFinding, standsAlone, textBefore } from './surroundings.ts'

// A driver number of Great Britain: sixteen characters, printed as 5, 6 and 5, with the two of the issue after them.
const form =
  /([a-z][a-z9]{4})[ \u00a0-]?(\d{6})[ \u00a0-]?([a-z][a-z9]|99)([2-9a-hj-npr-x])([a-z]{2})(?:[ \u00a0-]?\d{2})?/gi
// Northern Ireland: eight digits, nothing by themselves.
const northernDigits = /\d{8}/g
// "License" is how it is written where each state has a form of its own.
const american =
  /\bdriv(?:er['’]?s?|ing) license(?: (?:numbers?|no\.?))?(?: is| was)?[\s:=#(-]{0,4}([a-z]{0,2}\d{6,14}[a-z]?)(?!\d)/gi
const called =
  /\b(?:driv(?:ing|er'?s?|er’s)[ -]licen[cs]e|licen[cs]e|driver|dvla|dva)(?: (?:numbers?|no\.?|num))?(?: is| was)?(?: \(ni\))?[\s:=#(-]{0,4}$/i

export function findDrivingLicences(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(form)) {
    const [whole, surname = '', born = '', initials = ''] = match
    const start = match.index
    const end = start + whole.length
    if (!standsAlone(text, start, end)) continue
    if (!isDriverNumber(surname, born, initials)) continue
    found.push(makeFinding(['driving_licence', 'driving-licence', 'likely'], start, end))
  }
  for (const match of text.matchAll(northernDigits)) {
    const start = match.index
    const end = start + 8
    if (!standsAlone(text, start, end) || !called.test(textBefore(text, start, 50))) continue
    if (/license[^s]/i.test(textBefore(text, start, 30))) continue
    found.push(makeFinding(['driving_licence', 'driving-licence', 'likely'], start, end))
  }
  for (const match of text.matchAll(american)) {
    const end = match.index + match[0].length
    const start = end - (match[1] ?? '').length
    if (standsAlone(text, start, end))
      found.push(makeFinding(['driving_licence', 'driving-licence', 'likely'], start, end))
  }
  return found.sort((one, other) => one.start - other.start)
}

/**
 * By the form that DVLA publishes (GOV.UK, Government Data Standards Catalogue, Driver Number): five letters of the surname
 * filled up with 9s; of the birth the decade, the month (50 more for a woman), the day and the year's last digit; two
 * initials or 9s. How its last two letters are computed is not published.
 */
function isDriverNumber(surname: string, born: string, initials: string): boolean {
  if (!/^[A-Z]{1,5}9{0,4}$/i.test(surname) || surname.length !== 5) return false
  if (!/^(?:99|[A-Z][A-Z9])$/i.test(initials)) return false
  const digits = Number(born.slice(1, 3))
  const month = digits > 50 ? digits - 50 : digits
  const day = Number(born.slice(3, 5))
  const year = Number(`${born.charAt(0)}${born.charAt(5)}`)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)
}

// In the years 00 to 99 of one century or the other: a leap year in one is one in the other, for 1900 nobody drives by.
function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
