import type { Finding } from '../finding.ts'
import { startsSentence, textAfter, textBefore } from '../patterns/surroundings.ts'
import { lengthAfter, lengthBefore, remove, reword, rewordNumber, type Rewording } from './rewording.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekday = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?`
const on = new RegExp(String.raw`(?:\b(?:on|dated) (?:the )?${weekday}(?:the )?)$`, 'i')
const weekdayAlone = new RegExp(
  String.raw`\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?$`,
  'i',
)
// After these the season stands by itself: "since spring 2024".
const otherPreposition = new RegExp(
  String.raw`\b(?:since|until|till|from|to|by|before|after|between|and|of|for|in|during|around|about|or|than) (?:the )?${weekday}$`,
  'i',
)
const described = /\b(?:the|a|an|our|my|his|her|their|this|that|each|every) $/i
const span = /\b(?:between|from) (?:the )?$/i
const joined = /(?:\d|\bday in)[\p{L}\d ]{1,20} (?:and|or|&) (?:the )?$/u
const partOfDay = /\bon the (?:morning|afternoon|evening|night|day|eve) of (?:the )?$/i
const weekOf = /\b(?:the |a )?week (?:commencing|beginning|starting|ending)(?: on)?(?: the)? $/i
const isSubject = /^(?: (?:is|was|will|went)\b| ?[:–—-])/
const timeOfDay = /^,? (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|o[’']clock)\b|^,? at \d{1,2}[:.]\d\d\b/i
const bornOn = /\b(?:born )(?:on )?(?:the )?$/i
const birthLabel = /\b(?:d\.?\s?o\.?\s?b\b\.?|d\/o\/b|date of birth|birth ?date)(?: is| was)?[\s:=-]{0,3}$/i

/** Year and season are kept, for they say when somebody learnt something; the day goes. */
export function rewordDate({ start, end: dayEnd, kind }: Finding, text: string): readonly Rewording[] {
  const found = text.slice(start, dayEnd)
  // "In spring at 2pm" is no time.
  const end = dayEnd + lengthAfter(text, dayEnd, timeOfDay)
  const { month, year } = readDate(found)
  if (kind === 'birth-date') return rewordBirth(text, start, end, year)
  const season = month === null ? null : seasonOf(month, year)
  const choices = [season, year].filter(one => one !== null)
  const before = textBefore(text, start, 40)
  // "On 3 May and 5 May": the one leaves room for the other.
  if (/^ (?:and|or|&) (?:the )?\d/.test(textAfter(text, end, 9)) || joined.test(before))
    return choices.map(one => reword(text, start, end, `a day in ${one}`))
  const ofDay = lengthBefore(text, start, partOfDay)
  if (ofDay > 0) return choices.map(one => reword(text, start - ofDay, end, `in ${one}`))
  const week = lengthBefore(text, start, weekOf)
  if (week > 0) return choices.map(one => reword(text, start - week, end, `a week in ${one}`))
  // "It was 3 May 2024", "May 3rd was the hearing"
  if (
    /\bit(?:’s|'s| is| was) $/i.test(before) ||
    (startsSentence(text, start) && isSubject.test(textAfter(text, end, 8)))
  )
    return choices.map(one => reword(text, start, end, one))
  // "Between 14 and 27 July": both days are in what was found, and "between" has no other end.
  const isRange = /^\d[^\p{L}]*(?:and|to|or|[-–—])\s?\d/u.test(found) ? lengthBefore(text, start, span) : 0
  const atDay = isRange || lengthBefore(text, start, on)
  if (atDay > 0) {
    const dated = /dated/i.test(textBefore(text, start, atDay))
    return [
      ...choices.map(one => reword(text, start - atDay, end, `${dated ? 'from' : 'in'} ${one}`)),
      ...(choices.length > 1 || dated ? [] : [reword(text, start - atDay, end, 'one day')]),
    ]
  }
  if (otherPreposition.test(textBefore(text, start, 24))) {
    const the = lengthBefore(text, start, new RegExp(String.raw`(?:\bthe )?${weekday}$`, 'i'))
    return choices.map(one =>
      reword(text, start - the, end, one.replace(/^(early|late) in the/, '$1 in the')),
    )
  }
  // "Date: 03/05/2024"
  if (/[:(=] ?$/.test(textBefore(text, start, 2)))
    return [...choices.map(one => reworded(start, end, one)), remove(text, start, end)]
  // "The 3 May 2024 hearing"
  if (described.test(textBefore(text, start, 8)))
    return [...choices.map(one => reword(text, start, end, one)), remove(text, start, end)]
  const day = lengthBefore(text, start, weekdayAlone)
  return [...choices.map(one => reword(text, start - day, end, `in ${one}`)), remove(text, start - day, end)]
}

function rewordBirth(text: string, start: number, end: number, year: string | null): readonly Rewording[] {
  if (birthLabel.test(textBefore(text, start, 30)))
    return rewordNumber(text, start, end, birthLabel, '[removed]')
  const born = lengthBefore(text, start, bornOn)
  const prefix = born > 0 ? (/^born /i.exec(textBefore(text, start, born))?.[0].length ?? 0) : 0
  const from = born > 0 ? start - born + prefix : start
  return [
    ...(year === null ? [] : [reword(text, from, end, born > 0 ? `in ${year}` : year)]),
    reword(text, start, end, '[date of birth]'),
  ]
}

// In small letters: after a colon no sentence begins.
function reworded(start: number, end: number, words: string): Rewording {
  return { start, end, replacement: words, label: words }
}

/** Winter has two years: its months are early or late in their own. */
function seasonOf(month: number, year: string | null): string {
  if (month === 12) return year === null ? 'winter' : `late ${year}`
  if (month <= 2) return year === null ? 'winter' : `early ${year}`
  const season = month <= 5 ? 'spring' : month <= 8 ? 'summer' : 'autumn'
  return year === null ? season : `${season} ${year}`
}

function readDate(found: string): { readonly month: number | null; readonly year: string | null } {
  const [name] = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(found) ?? []
  const [full] = /(?:1[6-9]|20)\d{2}(?!\d)/.exec(found) ?? []
  if (name !== undefined) {
    const [, short] = /['’](\d{2})$/.exec(found) ?? []
    return {
      month: months.indexOf(name.toLowerCase()) + 1,
      year: full ?? (short === undefined ? null : withCentury(short)),
    }
  }
  const parts = found.split(/[ T]/)[0]?.split(/\D+/) ?? []
  const [first = '', second = '', last = ''] = parts
  if (first.length === 4) return { month: Number(second), year: first }
  // Day first, as in Britain, unless it cannot be.
  const month = Number(second) > 12 ? Number(first) : Number(second)
  const year = last.length === 4 ? last : last.length === 2 ? withCentury(last) : null
  return { month: month >= 1 && month <= 12 ? month : null, year }
}

function withCentury(short: string): string {
  return `${Number(short) < 50 ? '20' : '19'}${short}`
}
