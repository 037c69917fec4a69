import type { Finding } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, textAfter, textBefore } from './surroundings.ts'

// The letters of every postcode area, with those of the islands: Royal Mail, Postcode Address File.
const areas = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
    'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR ' +
    'NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA ' +
    'WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
)

const ordinary = /\b([a-z]{1,2})(\d[\da-z]?)([ \u00a0]{0,2})(\d[abd-hjlnp-uw-z]{2})\b/gi
const special =
  /\b(?:gir ?0aa|(?:ascn|bbnd|biqq|fiqq|pcrn|siqq|sthl|tdcu|tkca) ?1zz|gx11 ?1aa|bfpo ?(?:c\/o ?)?\d{1,4})\b/gi
const outwardOnly = /\b([a-z]{1,2})\d[\da-z]?\b/gi

// "S47 2nd visit", "w1 3hr": a section or a week and a number with its unit, not an inward code.
const unit = /^\d(?:st|nd|rd|th|hr|yr|ft|lb|pt|gb|tb)$/

// Which letters may end the outward code: "A9A" and "AA9A".
const lastOfThree = /^[ABCDEFGHJKPSTUW]$/
const lastOfFour = /^[ABEHMNPRVWXY]$/

export function findPostcodes(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  for (const match of text.matchAll(ordinary)) {
    const [whole, area = '', district = '', gap = '', inward = ''] = match
    if (!isOutward(area, district) || (gap !== '' && unit.test(inward))) continue
    claimed.claim(match.index, match.index + whole.length)
    found.push(makeFinding(['postcode', 'postcode', 'likely'], match.index, match.index + whole.length))
  }
  for (const match of text.matchAll(special)) {
    found.push(makeFinding(['postcode', 'postcode', 'likely'], match.index, match.index + match[0].length))
  }
  for (const match of text.matchAll(outwardOnly)) {
    const [whole, area = ''] = match
    const end = match.index + whole.length
    if (!isOutward(area, whole.slice(area.length)) || !isCalledPostcode(text, match.index, end)) continue
    if (claimed.has(match.index, end)) continue
    found.push(makeFinding(['postcode', 'postcode', 'check'], match.index, end))
  }
  return found.sort((one, other) => one.start - other.start)
}

function isOutward(area: string, district: string): boolean {
  const letters = area.toUpperCase()
  if (!areas.has(letters)) return false
  const last = district.charAt(1).toUpperCase()
  if (last === '' || /\d/.test(last)) return true
  return letters.length === 1 ? lastOfThree.test(last) : lastOfFour.test(last)
}

// Half a postcode is a motorway or a form as often as a place, so that it has to be called one.
function isCalledPostcode(text: string, start: number, end: number): boolean {
  return (
    /\bpost ?codes?(?: area| district)?(?: is| was|:)? {0,2}$/i.test(textBefore(text, start, 30)) ||
    /^ (?:post ?code|postal district)/i.test(textAfter(text, end, 18))
  )
}
