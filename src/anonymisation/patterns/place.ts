import type { Finding } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { isGeneric } from './generic-words.ts'
import { makeFinding, textAfter } from './surroundings.ts'

const name = String.raw`\p{Lu}[\p{L}'’-]{2,25}(?: (?:(?:upon|on|in|under|le|de|the|by)[ -])?\p{Lu}[\p{L}'’-]{1,25}){0,2}`
const estate = new RegExp(
  String.raw`\b(?:the|The) (${name}) (?:[Ee]state|[Ee]states|[Hh]ousing [Ee]state|[Cc]ouncil [Ee]state)\b`,
  'gu',
)
const called = new RegExp(
  String.raw`\b(?:[Vv]illage|[Hh]amlet|[Tt]own|[Mm]arket town|[Pp]arish|[Ss]uburb|[Ss]easide town|[Ii]sland|[Cc]ity) (?:of|called) (${name})`,
  'gu',
)
// By its ending alone only after a word of place, for people bear these names too.
const ending = new RegExp(
  String.raw`\b(?:in|near|from|around|outside|live[sd]? at|moved to|moving to) (\p{Lu}[\p{Ll}]{1,14}(?:ton|ham|bury|ford|ley|worth|wick|thorpe|chester|cester|borough|burgh|mouth|stead|combe|dale|pool|minster|well|bridge|hampton|hurst))(?![\p{L}\p{N}'’])`,
  'gu',
)
// People of the literature, and words.
const notPlaces =
  /^(?:Clifford|Burnham|Winston|Hamilton|Horwath|Newton|Milton|Clinton|Washington|Boston|Wellington|Button|Skeleton|Farewell|Maxwell|Cromwell|Orwell|Bradley|Stanley|Wesley|Shirley|Kimberley|Ashley|Beverley|Stafford|Bowell|Ashton|Hampton|Boydell|Trevithick)$/

// So large that to have been there points to nobody.
const large =
  /^(?:(?:Man|Col)chester|Chester|(?:Lei|Wor|Glou)cester|(?:Brad|Ox|Sal|Tel|Chelms)ford|Bolton|(?:Nort|Sout|Wolver)hampton|Birmingham|Nottingham|Rotherham|Oldham|Cheltenham|Brighton|Luton|Warrington|(?:Black|Liver|Hartle)pool|(?:Ply|Bourne|Ports)mouth|Peterborough|Edinburgh)$/

export function findPlaces(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (match: RegExpExecArray): void => {
    const value = match[1] ?? ''
    const start = match.index + match[0].indexOf(value, match[0].search(/\p{Lu}/u))
    const end = start + value.length
    if (claimed.has(start, end) || value.split(' ').every(isGeneric)) return
    claimed.claim(start, end)
    found.push(makeFinding(['place', 'place', large.test(value) ? 'note' : 'check'], start, end))
  }
  for (const match of text.matchAll(estate)) add(match)
  for (const match of text.matchAll(called)) {
    const [first = ''] = (match[1] ?? '').split(' ')
    // London is smaller than a country, but not small.
    if (!/^(?:London|Westminster)$/.test(first)) add(match)
  }
  for (const match of text.matchAll(ending)) {
    // "In Ashton (2019)", "in Ashton et al.", "in Ashton and Jones": somebody's work.
    const after = textAfter(text, match.index + match[0].length, 12)
    if (notPlaces.test(match[1] ?? '') || /^,? (?:\(?(?:19|20)\d{2}|et al|and \p{Lu}|& )/u.test(after))
      continue
    add(match)
  }
  return found.sort((one, other) => one.start - other.start)
}
