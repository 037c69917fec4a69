import type { Finding, Level } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { digitsOf, makeFinding, textAfter, textBefore } from './surroundings.ts'
import { isCalledNhsNumber, isNhsNumber } from './nhs-number.ts'

const gap = String.raw`[ \u00a0\u2009.()\-‐‑–]{0,3}`
const extension = String.raw`(?:[ ,]{0,2}(?:x|ext\.?|extn\.?|extension)[ :.]{0,2}\d{1,6})?`

// With a country code, or the 00 that stands for its plus.
const british44 = new RegExp(
  String.raw`(?:\(?\+|00)[ ]?44${gap}(?:0${gap})?[1-9](?:${gap}\d){8,9}(?!\d)${extension}`,
  'gi',
)
const international = new RegExp(
  String.raw`(?:\+|\(\+|00[ \-]?(?=[1-9]))${gap}\d(?:${gap}\d){7,14}${extension}`,
  'gi',
)
// Ten or eleven digits with a nought first: Ofcom, National Telephone Numbering Plan.
const british = new RegExp(String.raw`\(?0(?:${gap}\d){9,10}${extension}`, 'gi')
// North American, and what is commonest elsewhere: only where the words around speak of a telephone.
const other = new RegExp(String.raw`\(?\d(?:${gap}\d){5,13}${extension}`, 'gi')

const calledBefore =
  /\b(?:(?:tele)?phone|tel|telephone|mobile|mob|cell|fax|landline|whats ?app|(?:call|ring|phone|text|reach)(?:ed|s|ing)?|rang|answering|dial(?:led)?|contact|helpline|extension|(?:my|his|her|their|mum['’]s|dad['’]s) (?:new |old |home |work )?number)\b(?: (?:me|us|him|her|them|you|back|number|numbers|no\.?|details|is|was|on|at|or|mum|dad|home|the|my|his|their|new))*[\s:.(=+-]{0,4}$/i
const calledAfter = /^[ \-,(]{0,3}(?:office|fax|mobile|mob|cell|home|work|landline|tel|phone)\b/i
// An 0300, 0800 or 116 number is an organisation's; it may still be the one of a refuge.
const organisations = /^(?:\+?44)?0?(?:3|80|84|87|9)/

export function findPhones(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (start: number, end: number, level: Level): void => {
    if (claimed.has(start, end)) return
    claimed.claim(start, end)
    found.push(makeFinding(['phone', 'phone', level], start, end))
  }
  for (const match of [...text.matchAll(british44), ...text.matchAll(international)]) {
    const span = trim(match)
    const digits = digitsOf(span.text.replace(/[xe].*$/i, ''))
    if (!touchesNothing(text, span.start, span.end)) continue
    if (span.text.startsWith('00') && digits.length < 11) continue
    add(span.start, span.end, organisations.test(digits.replace(/^00/, '')) ? 'check' : 'likely')
  }
  for (const match of text.matchAll(british)) {
    const span = trim(match)
    if (!touchesNothing(text, span.start, span.end) || isCalledNhsNumber(text, span.start)) continue
    const number = span.text.replace(/[ ,]{0,2}(?:x|e).*$/i, '')
    if (!isBritish(number)) continue
    add(span.start, span.end, organisations.test(digitsOf(number)) ? 'check' : 'likely')
  }
  for (const match of text.matchAll(other)) {
    const span = trim(match)
    if (!touchesNothing(text, span.start, span.end) || looksLikeDate(span.text)) continue
    if (text.charAt(span.start - 1) === '/' || /^\/\d/.test(textAfter(text, span.end, 2))) continue
    const before = textBefore(text, span.start, 32)
    if (!calledBefore.test(before) && !calledAfter.test(textAfter(text, span.end, 12))) continue
    if (/(?:£|\$|€) ?$/.test(before) || isCalledNhsNumber(text, span.start)) continue
    add(span.start, span.end, 'likely')
  }
  return found.sort((one, other) => one.start - other.start)
}

/** Whether a phone's words stand on either side: then it is one, even if it passes for an NHS number. */
export function isCalledPhone(text: string, start: number, end: number): boolean {
  return calledBefore.test(textBefore(text, start, 32)) || calledAfter.test(textAfter(text, end, 12))
}

function trim(match: RegExpExecArray): { start: number; end: number; text: string } {
  let [whole] = match
  let start = match.index
  // A bracket that opened before the number and closes after it is not part of it.
  if (whole.startsWith('(') && !whole.includes(')')) {
    whole = whole.slice(1)
    start += 1
  }
  return { start, end: start + whole.length, text: whole }
}

// Two numbers may have a slash between them: "07700 900123/07700 900124".
function touchesNothing(text: string, start: number, end: number): boolean {
  const before = textBefore(text, start, 2)
  const after = textAfter(text, end, 2)
  return !/[\p{L}\p{N}_+]$|\d[.,-]$|[£$€]$/u.test(before) && !/^(?:[\p{L}\p{N}_]|[.,:-]\d|%)/u.test(after)
}

function isBritish(number: string): boolean {
  const digits = digitsOf(number)
  if (!/^0[1-35-9]/.test(digits) || /^0(?:0|4)/.test(digits)) return false
  if (looksLikeDate(number) || number.includes('/')) return false
  // Ten digits: some towns of four-digit numbers, and old 0800 numbers.
  if (digits.length === 10) return /^0(?:1[2-9]|800|845|500)/.test(digits) && !isNhsNumber(digits)
  return /^0(?:1[1-9]|2[0-9]|3[0347]|5[56]|7[0-9]|8[0478]|9[018])/.test(digits)
}

function looksLikeDate(text: string): boolean {
  return /^\d{1,2}([./ -])\d{1,2}\1(?:19|20)\d{2}(?!\d)|^(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2}(?!\d)|^(?:19|20)\d{2} ?[-–/] ?(?:19|20)\d{2}$|^\d{1,2}[/]\d{1,2}[/]\d{2}$/.test(
    text,
  )
}
