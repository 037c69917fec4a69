import type { Finding } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, standsAlone, textAfter, textBefore } from './surroundings.ts'

// DVLA, INF104: which letters a number plate may have, and what the numbers between them mean.
const current = /([a-pr-y])([a-hj-pr-y])(\d{2})[ \u00a0]?([a-hj-pr-z]{3})/gi
const prefix = /[a-hj-npq-tv-y]\d{1,3}[ \u00a0]?[a-hj-pr-y]{3}/gi
const suffix = /[a-hj-pr-y]{3}[ \u00a0]?\d{1,3}[a-hj-npr-tv-y]/gi
const northern = /(?:[a-z][iz][a-z]?|[a-z]{2}[iz])[ \u00a0]?\d{1,4}/gi

// Before 1963, and since then of those who paid for it: "ABC 123", "1 ABC"; diplomats' "101 D 123". Anything looks like
// them, so the word for it has to stand right before.
const dateless =
  /\b(?:\d{3} [DX] \d{3}|[A-HJ-Y]{2} \d{2} [A-HJ-PR-Z]{3}|[A-HJ-PR-Y]{1,3} \d{1,4}|\d{1,4} [A-HJ-PR-Y]{1,3})(?![\p{L}\p{N}])/gu
const shouted = /\b(?:AND|ARE|AT|BUT|BY|FOR|GOT|HAD|HAS|HE|NEAR|NOT|PARK|THE|WAS|WE)\b/
const calledPlate =
  /\b(?:reg(?:istration)?\.?|plates?|vrn|vrm|car|van|taxi|cab|lorry|motorbike)(?: (?:number|no\.?|is|was)){0,2}[ :(,]{1,2}$/i

const vehicle =
  /\b(?:reg(?:istration|istered|\.)?|plates?|number plate|vrn|vrm|vehicle|car|van|taxi|cab|lorry|motor ?(?:bike|cycle)|moped|scooter|driv(?:es?|ing|en)|drove|parked|ford|vauxhall|bmw|audi|toyota|nissan|honda|renault|peugeot|volkswagen|vw|mercedes|kia|hyundai|fiesta|corsa|astra|golf|transit|mot)\b/i
const notVehicle = /\bregistration(?: number)? (?:with|as a social)|\bsocial work(?:er)?\b/i

/** The tag of the place, the age and three letters. The ages are those of 2001 to 2035: this code knows no today. */
function isCurrentPlate(first: string, age: string, letters: string): boolean {
  const months = Number(age)
  // J, T and U begin no local tag.
  return (
    !/^[IJQTUZ]$/i.test(first) &&
    ((months >= 2 && months <= 35) || (months >= 51 && months <= 85)) &&
    !/[IQ]/i.test(letters)
  )
}

export function findPlates(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (match: RegExpExecArray, needsVehicle: boolean): void => {
    const start = match.index
    const end = start + match[0].length
    if (!standsAlone(text, start, end) || /[-/]$/.test(textBefore(text, start, 1))) return
    if (/^[-/]\d/.test(textAfter(text, end, 2))) return
    if (claimed.has(start, end) || (needsVehicle && !hasVehicle(text, start, end))) return
    claimed.claim(start, end)
    found.push(makeFinding(['plate', 'plate', 'likely'], start, end))
  }
  for (const match of text.matchAll(current)) {
    const [whole, first = '', , age = '', letters = ''] = match
    if (!isCurrentPlate(first, age, letters)) continue
    // "AB12 CDE" speaks for itself; "ab12 the" and "NW10 FOR" in a text of capitals do not.
    const isShouted = /[A-Z]{2,} $/.test(textBefore(text, match.index, 12)) && /\s/.test(whole)
    add(match, whole !== whole.toUpperCase() || isShouted)
  }
  if (!vehicle.test(text)) return found
  for (const pattern of [prefix, suffix, northern]) {
    for (const match of text.matchAll(pattern)) {
      // "ABC 123D", but not "for 14b": small letters and a space are words.
      if (match[0] !== match[0].toUpperCase() && /\s/.test(match[0])) continue
      if (pattern === northern && /^ ?[a-z]{3}\b/i.test(textAfter(text, match.index + match[0].length, 5)))
        continue
      if (/^(?:[a-z]{3} ?0|[a-z]0)/i.test(match[0])) continue
      add(match, true)
    }
  }
  for (const match of text.matchAll(dateless)) {
    // "Registration number" is a social worker's as well.
    if (notVehicle.test(textBefore(text, match.index, 45)) || shouted.test(match[0])) continue
    if (calledPlate.test(textBefore(text, match.index, 24))) add(match, true)
  }
  return found.sort((one, other) => one.start - other.start)
}

function hasVehicle(text: string, start: number, end: number): boolean {
  const around = `${textBefore(text, start, 45)} ${textAfter(text, end, 25)}`
  return vehicle.test(around) && !notVehicle.test(around)
}
