import type { Finding } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, standsAlone, textAfter, textBefore } from './surroundings.ts'

const monthName = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
const dash = String.raw`(?:-|‐|‑|–|—)`
const ordinalWord = String.raw`(?:(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)`
const dayNumber = String.raw`(?:\d{1,2}(?: ?(?:st|nd|rd|th))?)`
const year = String.raw`(?:(?:1[6-9]|20)\d{2}|['’]\d{2})`
// "14 and 27 July", "3–5 May": the first day belongs to the date.
const earlierDays = String.raw`(?:${dayNumber} ?(?:,|and|&|to|or|/|${dash}) ?){0,4}`

const dayFirst = new RegExp(
  String.raw`\b(${earlierDays})(${dayNumber}|${ordinalWord})(?: ?day)?(?: of|,)?[ \u00a0${'\\-'}/]{1,2}(${monthName})\b\.?(?:[, \u00a0/\-]{1,3}(${year})(?!\d))?`,
  'gi',
)
const monthFirst = new RegExp(
  String.raw`\b(${monthName})\b\.?[ \u00a0]{1,2}(?:the )?(\d{1,2})(?: ?(st|nd|rd|th))?(?:,? {1,2}(${year})(?!\d))?`,
  'gi',
)
const numeric = /(\d{1,4})([./\-‐‑–])(\d{1,2})\2(\d{4}|\d{2})/g
const iso = /((?:19|20)\d{2})[-/.](\d{2})[-/.](\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?/g
const dayAndMonth =
  /\b(?:on|dated|since|until|till|from|by) (?:the )?(\d{2})[/.](\d{2})(?![\d/.:]|\.\d| ?[ap]m)/gi
const run =
  /\b(?:dob|d\.o\.b\.?|date of birth)(?: is| was)?[\s:=-]{1,4}(\d{8}|\d{6}|\d{1,2} \d{1,2} (?:\d{4}|\d{2}))(?!\d)/gi

const bornBefore =
  /(?:\bborn\b|\bdob\b|\bd\.?o\.?b\b\.?|\bd\.\s?o\.\s?b\.?|\bdate of birth\b|\bbirth ?date\b|\bbirthday\b|\bd\/o\/b\b)(?: (?:in|at) [\p{L} ,]{1,25})?(?:[\s:=(\-–]| is| was| on| of| the| falls)*(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?$/iu
const bornAfter = /^[\s(,-]{1,3}(?:dob|d\.o\.b|date of birth)\b/i
// When a page was read says nothing about anybody.
const accessed = /\b(?:accessed|retrieved|last viewed|viewed|downloaded)(?: on)?:? (?:the )?$/i

// Dates of a law, or of a court's own affairs, are nobody's.
const ofLaw =
  /\b(?:(?:Law|Act|Bill|Code|Decree|Regulations?|Directive|Constitution|Treaty|Convention) of|Official Gazette (?:on|of)|(?:came|comes|coming|brought) into (?:force|effect)(?: on| from)?|(?:Act|Regulations|Code|Rules)(?: \d{4})? (?:commenced|was enacted|took effect)(?: on| from)?) $/
const ofLawAfter =
  /^,? (?:when (?:Protocol|the (?:new )?\p{Lu}[\p{L} ]{1,40}(?:Act|Regulations|Code) )|the Court changed|the (?:\p{Lu}\p{L}+ ){1,4}(?:Act|Regulations|Code)(?: \d{4})? (?:came|comes|took|takes))/u

export function findDates(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (start: number, end: number): void => {
    if (claimed.has(start, end)) return
    claimed.claim(start, end)
    found.push(judge(text, start, end))
  }
  for (const match of text.matchAll(iso)) {
    const [whole, , month = '', day = ''] = match
    const end = match.index + whole.length
    if (isDay(day) && isMonth(month) && isFree(text, match.index, end)) add(match.index, end)
  }
  for (const match of text.matchAll(dayFirst)) addDayFirst(text, match, add)
  for (const match of text.matchAll(monthFirst)) {
    const [whole, month = '', day = '', ordinal, inYear] = match
    if (!isDay(day) || !standsAlone(text, match.index, match.index + whole.length)) continue
    // "June 20" without more is as often June and twenty of something.
    if (inYear === undefined && ordinal === undefined && !/\bon $/i.test(textBefore(text, match.index, 4)))
      continue
    if (month === month.toLowerCase() && inYear === undefined && /^(?:may|march)$/.test(month)) continue
    if (/^[.:]\d|^ ?%/.test(textAfter(text, match.index + whole.length, 2))) continue
    add(match.index, match.index + whole.length)
  }
  for (const match of text.matchAll(numeric)) {
    const [whole, first = '', mark = '', second = '', last = ''] = match
    const end = match.index + whole.length
    if (first.length > 2 || !isFree(text, match.index, end)) continue
    const isEither = (isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second))
    if (!isEither || (last.length === 4 && !/^(?:1[89]|20)/.test(last))) continue
    // "3.2.14" is a paragraph; "12-05-24" after "sort code" is a bank's.
    if (last.length === 2 && mark === '.' && (first.length < 2 || second.length < 2)) continue
    if (
      /sort ?code[ :]{0,3}(?:is )?$|\b(?:paras?|paragraph|section|version|v)\.? ?$/i.test(
        textBefore(text, match.index, 16),
      )
    )
      continue
    const [time = ''] = /^ \d{2}:\d{2}:\d{2}(?!\d)/.exec(textAfter(text, end, 10)) ?? []
    add(match.index, end + time.length)
  }
  for (const match of text.matchAll(dayAndMonth)) {
    const [whole, day = '', month = ''] = match
    if (!isDay(day) || !isMonth(month)) continue
    add(match.index + whole.length - 5, match.index + whole.length)
  }
  for (const match of text.matchAll(run)) {
    const end = match.index + match[0].length
    const start = end - (match[1] ?? '').length
    const [day = '', month = ''] =
      match[1]?.includes(' ') === true
        ? match[1].split(' ')
        : [text.slice(start, start + 2), text.slice(start + 2, start + 4)]
    if (!isDay(day) || !isMonth(month)) continue
    if (claimed.has(start, end)) continue
    claimed.claim(start, end)
    found.push(makeFinding(['date', 'birth-date', 'likely'], start, end))
  }
  return found.sort((one, other) => one.start - other.start)
}

function addDayFirst(text: string, match: RegExpExecArray, add: (start: number, end: number) => void): void {
  const [whole, earlier = '', day = '', month = '', inYear] = match
  const isWord = !/^\d/.test(day)
  if (!isWord && !isDay(day.replaceAll(/\D/g, ''))) return
  let start = match.index
  let { length } = whole
  // "Between 45 and 27 July", or a weekday's list of people before it: only days belong to the date.
  const days = earlier.match(/\d+/g) ?? []
  if (!days.every(isDay) || /[/.:]$/.test(textBefore(text, start, 1))) {
    start += earlier.length
    length -= earlier.length
  }
  const small = month === month.toLowerCase()
  const isOrdinal = isWord || /[a-z]/i.test(day)
  if (inYear === undefined) {
    // "The 3 may need", "the first may be", "a second march": words, not months.
    if (small && /^(?:may|march|mar|sept?|dec|oct|jan)$/.test(month) && !/\bof\b/.test(whole)) return
    if (isWord && !/\bof\b/i.test(whole)) return
    if (
      /^(?:may|mar|march)$/i.test(month) &&
      /^ (?:have|be|not|need|also|well|or may)\b/i.test(textAfter(text, start + length, 9))
    )
      return
    // "14 Dec." keeps no stop that ends the sentence; "3 sec" is none of these.
    if (small && !isOrdinal && /^(?:may|march|mar|dec|sept?|jan|jun|jul|oct|nov)$/.test(month)) return
  }
  if (inYear === undefined && text.slice(start, start + length).endsWith('.')) length -= 1
  if (!standsAlone(text, start, start + length)) return
  if (/[£$€]$|\d[.,:]$/.test(textBefore(text, start, 2))) return
  add(start, start + length)
}

function judge(text: string, start: number, end: number): Finding {
  const before = textBefore(text, start, 60)
  if (bornBefore.test(before) || bornAfter.test(textAfter(text, end, 24))) {
    return makeFinding(['date', 'birth-date', 'likely'], start, end)
  }
  const level =
    accessed.test(before) || ofLaw.test(before) || ofLawAfter.test(textAfter(text, end, 60))
      ? 'note'
      : 'check'
  return makeFinding(['date', 'exact-date', level], start, end)
}

function isFree(text: string, start: number, end: number): boolean {
  return (
    standsAlone(text, start, end) &&
    !/[\d\p{L}][./\-–]$/u.test(textBefore(text, start, 2)) &&
    !/^[/\-–]\d|^\.\d/.test(textAfter(text, end, 2))
  )
}

function isDay(day: string): boolean {
  const value = Number(day)
  return value >= 1 && value <= 31 && day.length <= 2
}

function isMonth(month: string): boolean {
  const value = Number(month)
  return value >= 1 && value <= 12 && month.length <= 2
}
