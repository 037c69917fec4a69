import type { Finding } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, standsAlone, textAfter, textBefore } from './surroundings.ts'

// Of a British passport: nine digits (HM Passport Office, basic passport checks). Of others the commonest forms: a letter or
// two and six to eight digits, or the nine letters and digits of a German one.
const form =
  /(?:\d{3} ?\d{3} ?\d{3}|[a-z]{2} ?\d{7}|[a-z] ?\d{7,8}|\d{2}[a-z]{2}\d{5}|[cfghjk][cfghjklmnprtvwxyz\d]{8})(?![\p{L}\p{N}])/giu
const word = /\b(?:passports?|pp (?:nos?\b\.?|number|num\b))/i
const upToLastWord = /^.*\b(?:passports?|pp (?:no|num))/isu
// "533401372 is her passport number"
const isOne = /^ (?:is|was) (?:my|her|his|their|the|a|an)\b[^.!?\n\d]{0,20}\bpassport\b/i
// The two lines of 44 of a passport (ICAO Doc 9303, TD3). Between them at most a line end and spaces.
const nameLine = /P[A-Z<][A-Z<]{3}[A-Z<]{39}/g
const numberLine = /[A-Z\d<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z\d<]{14}[\d<]\d/g

export function findPassports(text: string): readonly Finding[] {
  return [...findMachineReadable(text), ...findCalled(text)].sort((one, other) => one.start - other.start)
}

const otherNumber = /\b(?:nhs|phone|tel|mobile|insurance|licen[cs]e|case|visa|account|call(?:ed)?)\b[^.]*$/i

function findCalled(text: string): Finding[] {
  const found: Finding[] = []
  if (!word.test(text)) return found
  for (const match of text.matchAll(form)) {
    const start = match.index
    const end = start + match[0].length
    if (!standsAlone(text, start, end) || !/\d{2}/.test(match[0])) continue
    if (/[\d+][ -]?$/.test(textBefore(text, start, 2)) || /^[ -]?\d/.test(textAfter(text, end, 2))) continue
    const before = textBefore(text, start, 60).replace(/^.*(?:[!?\n]|\.(?= \p{Lu}))\s/su, '')
    // Something else is called by its own name nearer to the number.
    const near = before.replace(upToLastWord, '')
    const isAfter = isOne.test(textAfter(text, end, 40))
    if (!isAfter && otherNumber.test(near)) continue
    if (!isAfter && !word.test(before) && !/^.{0,6}\(?passport\b/i.test(textAfter(text, end, 20))) continue
    found.push(makeFinding(['passport', 'passport', 'likely'], start, end))
  }
  return found
}

function findMachineReadable(text: string): Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  for (const match of text.matchAll(numberLine)) {
    const start = match.index
    const end = start + match[0].length
    if (!standsAlone(text, start, end) || !isMachineReadableLine(match[0])) continue
    // The line above carries the name.
    const above = textBefore(text, start, 50)
    const [name] = /P[A-Z<][A-Z<]{3}[A-Z<]{39}\s{1,4}$/.exec(above) ?? []
    claimed.claim(start - (name?.length ?? 0), end)
    found.push(makeFinding(['passport', 'passport', 'likely'], start - (name?.length ?? 0), end))
  }
  for (const match of text.matchAll(nameLine)) {
    const start = match.index
    const end = start + match[0].length
    if (!match[0].includes('<<') || !standsAlone(text, start, end)) continue
    if (claimed.has(start, end)) continue
    // A name line alone has no check digit. With a second line that does not hold, it is no passport's.
    if (/^\s{1,4}[A-Z\d<]{40}/.test(textAfter(text, end, 48))) continue
    found.push(makeFinding(['passport', 'passport', 'check'], start, end))
  }
  return found
}

/** Whether all five check digits of the second line hold, and its dates have months and days. */
export function isMachineReadableLine(line: string): boolean {
  if (line.length !== 44) return false
  const holds = (part: string, digit: string) =>
    String(checkDigit(part)) === digit || (digit === '<' && /^<*$/.test(part))
  const birth = line.slice(13, 19)
  const expiry = line.slice(21, 27)
  return (
    holds(line.slice(0, 9), line.charAt(9)) &&
    holds(birth, line.charAt(19)) &&
    holds(expiry, line.charAt(27)) &&
    holds(line.slice(28, 42), line.charAt(42)) &&
    holds(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43), line.charAt(43)) &&
    hasMonthAndDay(birth) &&
    hasMonthAndDay(expiry)
  )
}

/** ICAO Doc 9303: digits as they are, A to Z as 10 to 35, the filler as 0, weighted 7, 3, 1; modulus 10. */
function checkDigit(part: string): number {
  let sum = 0
  for (let i = 0; i < part.length; i += 1) {
    const unit = part.charAt(i)
    const value = unit === '<' ? 0 : Number.parseInt(unit, 36)
    sum += value * ([7, 3, 1][i % 3] ?? 0)
  }
  return sum % 10
}

function hasMonthAndDay(yymmdd: string): boolean {
  const month = Number(yymmdd.slice(2, 4))
  const day = Number(yymmdd.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
