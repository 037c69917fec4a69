import type { Finding } from '../finding.ts'
import { makeFinding, standsAlone, textAfter, textBefore } from './surroundings.ts'

const form =
  /[a-z]{2}([ \u00a0.\-‐‑–]?)\d{2}([ \u00a0.\-‐‑–]?)\d{2}\2\d{2}(?:[ \u00a0.\-‐‑–]?[a-d](?![a-z\d]))?/gi
const called =
  /\b(?:n\.?i\.?(?:no\b)?|nino|national insurance|insurance)[ -]?(?:numbers?|nos?\b\.?|num\b)?(?: is| was)?[\s:=#(-]{0,4}$/i
const commonWord =
  /^(?:a[hmnst]|b[ey]|e[hrtx]|go|h[aei]|m[aersy]|n[ar]|o[hknrx]|p[amst]|r[e]|s[ht]|t[h]|we|ya|xx)$/i
// "12-05-24", "12 05 24"
const shortDate = /^(?:0?[1-9]|[12]\d|3[01])[ \u00a0.\-‐‑–]?(?:0[1-9]|1[0-2])/

/**
 * Two letters, six digits and, often left out, a letter from A to D. Which letters: HMRC, National Insurance Manual
 * NIM39110.
 */
function isNinoPrefix(letters: string): boolean {
  const prefix = letters.toUpperCase()
  return /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]$/.test(prefix) && !/^(?:BG|GB|KN|NK|NT|TN|ZZ)$/.test(prefix)
}

export function findNinos(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(form)) {
    const [whole, gap = '', separator = ''] = match
    const start = match.index
    const end = start + whole.length
    const prefix = whole.slice(0, 2)
    if (!isNinoPrefix(prefix) || !standsAlone(text, start, end)) continue
    const hasSuffix = /[a-d]$/i.test(whole)
    // "AB 12 34 56 E": no letter after D has been issued.
    if (
      !hasSuffix &&
      /^[ -]?[a-z](?![a-z\d'’])/i.test(textAfter(text, end, 3)) &&
      !textAfter(text, end, 3).startsWith(' a ')
    )
      continue
    if (/^[ .-]?\d/.test(textAfter(text, end, 2))) continue
    const isCalled = called.test(textBefore(text, start, 40))
    if (!isCalled) {
      // "At 10 20 30": a word of two letters and some numbers.
      const isCapital = prefix === prefix.toUpperCase()
      if (gap !== '' && commonWord.test(prefix) && !(isCapital && hasSuffix)) continue
      // Without its last letter it is one by its capitals alone: "ring ce 12-34-56", "CE 12-05-24".
      if (!hasSuffix && !isCapital) continue
      if (!hasSuffix && /[.\-‐‑–]/.test(separator) && shortDate.test(whole.slice(2 + gap.length))) continue
      // Two letters and six digits in one are any reference, such as a social worker's registration number.
      if (!hasSuffix && gap === '' && /^\d{6}$/.test(whole.slice(2))) continue
    }
    found.push(makeFinding(['nino', 'nino', hasSuffix || isCalled ? 'likely' : 'check'], start, end))
  }
  return found
}
