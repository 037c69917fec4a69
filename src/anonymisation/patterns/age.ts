import type { Finding } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { makeFinding, standsAlone, startsSentence, textAfter, textBefore } from './surroundings.ts'

const units = 'one|two|three|four|five|six|seven|eight|nine'
const numberWord = String.raw`(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${units}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${units})`
const number = String.raw`(?:\d{1,3}(?:½|\.5)?|${numberWord}(?: and a half)?)`
const list = String.raw`(?:${number}(?:, | and |, and | & | ?/ ?)){0,4}`
const period = String.raw`(?:years?|yrs?|months?|mths?|mnths?|weeks?|wks?|days?)`
const hyphen = String.raw`[ \u00a0\-‐‑–]{0,2}`

const old = new RegExp(String.raw`\b(${list})(${number})${hyphen}${period}['’]?${hyphen}olds?\b`, 'gi')
// "14 years and 3 months old", "aged 2 years, 4 months".
const compound = new RegExp(
  String.raw`\b${number} (?:years?|yrs?)(?:,| and|, and)? ${number} ${period}(?: old\b)?`,
  'gi',
)
/** Most texts have none, and to look for its numbers would cost them more. */
const anyCompound =
  /(?:years?|yrs?)(?:,| and|, and)? [\da-z-]{1,12} (?:months?|mths?|mnths?|weeks?|wks?|days?)/i
const ofSomebody = /\b(?:aged|age:?|s?he (?:is|was)|(?:child|boy|girl|baby|son|daughter) (?:of|at)) $/i
const short = new RegExp(String.raw`\b\d{1,3} ?(?:y\/?o|y\.o\.?|yo|yr ?olds?|m\/o)(?![a-z])`, 'gi')
const aged = new RegExp(
  String.raw`\b(?:aged|ages?|age of|age:)[ :]{1,2}(?:just |only |about |nearly |almost )?(${list}${number})(?: (?:and a half|${period})\b)?`,
  'gi',
)
const kin = 'mum|mother|dad|father|nan|gran|grandma|grandmother|grandfather|grandad'
const somebody = `(?:${kin}|son|daughter|child|boy|girl|baby|sister|brother|sibling|twins?|aunt|uncle|partner|husband|wife|client|service user|patient|resident|youngest|eldest|oldest|carer|young person|young man|young woman|man|woman|lady|gentleman)`
// "Mum is 34": a relation needs no "my".
const person = String.raw`(?:(?:my|her|his|their|our|the|an?) (?:[a-z]{3,8}[- ]?)?${somebody}|${kin})`
const is = new RegExp(
  String.raw`\b(?:(?:s?he|i|${person}) (?:is|am|was|will be|turns|had (?:just )?turned|has (?:just )?turned|just turned|turned)|s?he(?:'|’)s)(?: (?:only|just|now|already|nearly|almost|about to turn|still))?(?: (?:a|aged))? (${number})(?![\w%:/]|[.,]\d)`,
  'gi',
)
const turned = new RegExp(String.raw`\bturned (${number})\b`, 'gi')
const nameBefore = /(?:^|[^\p{L}])\p{Lu}[\p{L}'’-]{1,20} (?:has )?(?:just )?$/u
const birthday =
  /\b(\d{1,3}(?:st|nd|rd|th)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|(?:twenty|thirty|forty)[- ]first|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth)) birthday/gi
// "Dad, 36, works", "the boy, 9, is Polish"
const betweenCommas = new RegExp(String.raw`\b${person}, (\d{1,2})(?=,(?: \p{L}|$))`, 'giu')
// "A man of 19": what is counted is people's, so a number alone after it is an age.
const of = /\b(?:man|woman|boy|girl|lad|lady|gentleman) of (\d{1,2})(?![\d%/:]|[.,]\d)/gi
// "14F presented with", "Saw 43M": as doctors and nurses write.
const ageAndSex = /\b\d{1,2} ?[MF](?![\p{L}\p{N}+/&-])/gu
const bracketed = new RegExp(
  String.raw`\b(?:${somebody}|middle child|(?:fe)?male)s? \((\d{1,2})(?: ?(?:yrs?|years?|y|months?|mths?|m))?\)`,
  'gi',
)

// What is as old as that and is nobody.
const things =
  /^[ -]?(?:s\b|(?:[a-z-]{2,15} )?(?:polic(?:y|ies)|system|stud(?:y|ies)|report|research|guidance|building|house|law|legislation|act|car|laptop|computer|plan|programme|project|service|practice|tradition|document|data|article|book|review|case law|record|assessment|model|framework|strategy|charity|organisation|team|debate|problem|dispute|marriage|relationship)\b)/i
const thresholdBefore =
  /\b(?:under|over|below|above|until|till|before|after|from|up to|reach(?:es|ed|ing)?|beyond|past|to|between|at least|minimum|by|since|than|legal|school|retirement|pension|voting|of)(?: the)?(?: school)? $/i
const thresholdAfter =
  /^(?: years?)?(?: old)?(?: ?(?:\+|plus\b)| ?[-–‑] ?\d| ?(?:to|or) (?:\d|under|over|above|older|younger|below|more|upwards|beyond|(?:twenty|thirty|sixteen|seventeen|eighteen)\b)| and (?:over|under|above|older|younger|up|upwards|below|beyond)\b|s\b|(?: years?)? and \d{1,2}[- ]year|-plus)/i
const people =
  /\b(?:children|adults|people|young people|persons|those|pupils|students|anyone|someone|everyone|teenagers|adolescents|care leavers|individuals|carers|parents|women|men|boys|girls|learners|they|we|babies|infants|you|child|person) (?:(?:who (?:are|were|is)|that are|is|are|were|was|if|when|being) )?$/i

// "Two boys aged 3 and 5", "her children aged 2 and 4": these are some of them, not all.
const counted =
  /\b(?:(?:her|his|my)(?: (?:two|three|four|five|six|seven|eight|nine|[2-9]))?|(?:their |the )?(?:two|three|four|five|six|seven|eight|nine|[2-9])) (?:(?:little|small|young|younger|older|other|foster|own|birth) )?(?:children|boys|girls|babies|pupils|child) $/i
const happened = /^,? (?:s?he|i) (?!can\b|could\b|may\b|might\b|must\b|should\b|will\b|would\b)\p{L}/iu

// "Oscar and Mabel, who are four and two": two numbers of people and nothing counted.
const pair = new RegExp(
  String.raw`\b(?:who|they|twins|siblings|children|girls|boys|sons|daughters|brothers|sisters) (?:are|were)(?: now| only| just)? ((?:${number}, ){0,3}${number},? and ${number})(?= and\b| now\b| but\b| when\b|[.,;:)]|$)`,
  'gi',
)
// "R (male, 47, ex-miner)", "Kofi (17 next month)"
const inBrackets =
  /\((?:(?:fe)?male|m|f|man|woman|boy|girl),? (\d{1,3})(?=[,;)]| ?y)|\((\d{1,2} (?:next|this|last) (?:week|month|year|birthday))/gi

export function findAges(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (start: number, end: number): void => {
    if (claimed.has(start, end) || !standsAlone(text, start, end)) return
    claimed.claim(start, end)
    found.push(makeFinding(['age', 'age', 'check'], start, end))
  }
  for (const match of anyCompound.test(text) ? text.matchAll(compound) : []) {
    const isOfSomebody = ofSomebody.test(textBefore(text, match.index, 24))
    const isTold =
      match[0].endsWith(' old') && !things.test(textAfter(text, match.index + match[0].length, 32))
    if (isOfSomebody || isTold) add(match.index, match.index + match[0].length)
  }
  for (const match of /old/i.test(text) ? text.matchAll(old) : []) {
    const [whole, , last = ''] = match
    const { index } = match
    const end = index + whole.length
    const after = textAfter(text, end, 32)
    // "16-year-olds" are a group, "a 30-year-old policy" is nobody.
    if (/olds$/i.test(whole) || things.test(after) || thresholdAfter.test(after)) continue
    if (/^(?: or (?:over|under|older|younger|above)| and (?:over|under|above))/i.test(after)) continue
    if (isThreshold(text, index) || /\d ?[-–] ?$/.test(textBefore(text, index, 4)) || last === '') continue
    if (/\b(?:to|or|between) $/i.test(textBefore(text, index, 8))) continue
    add(index, end)
  }
  for (const match of text.matchAll(short)) add(match.index, match.index + match[0].length)
  for (const match of text.matchAll(aged)) {
    const [whole, value = ''] = match
    const { index } = match
    const end = index + whole.length
    if (thresholdAfter.test(textAfter(text, end, 24)) || isThreshold(text, index)) continue
    if (/^ages/i.test(whole) && !/,|and|&/.test(value)) continue
    if (/^[\d./:%]/.test(textAfter(text, end, 1)) && !/^\.(?:\s|$)/.test(textAfter(text, end, 2))) continue
    if (isOfMany(text, index, whole, value)) continue
    add(index, end)
  }
  for (const match of text.matchAll(is)) addAtEnd(text, match, add, true)
  for (const match of /, \d{1,2},/.test(text) ? text.matchAll(betweenCommas) : [])
    addAtEnd(text, match, add, false)
  for (const match of text.matchAll(of)) addAtEnd(text, match, add, true)
  for (const match of text.matchAll(ageAndSex)) {
    const before = textBefore(text, match.index, 14)
    const isPatient = startsSentence(text, match.index)
      ? /^ (?:with|who|presented|presents|presenting|admitted|referred|seen|living|lives|known|from|in|on|brought|found|has|had|is|was)\b/.test(
          textAfter(text, match.index + match[0].length, 12),
        )
      : /\b(?:[Ss]aw|[Vv]isited|[Mm]et|[Ss]een|[Aa]ssessed|[Cc]lient|[Pp]atient|[Pp]t):? $|\($/.test(before)
    if (isPatient) add(match.index, match.index + match[0].length)
  }
  for (const match of text.matchAll(turned)) {
    if (nameBefore.test(textBefore(text, match.index, 34))) addAtEnd(text, match, add, false)
  }
  for (const match of /birthday/i.test(text) ? text.matchAll(birthday) : []) {
    const value = match[1] ?? ''
    const start = match.index + match[0].length - value.length - ' birthday'.length
    if (!/(?:\b(?:his|her|my)|['’]s) $/i.test(textBefore(text, start, 5))) continue
    add(start, match.index + match[0].length)
  }
  for (const match of [...text.matchAll(pair), ...text.matchAll(inBrackets)]) {
    const value = match[1] ?? match[2] ?? ''
    const end = match.index + match[0].length
    add(end - value.length, end)
  }
  for (const match of text.matchAll(bracketed)) {
    const start = match.index + match[0].lastIndexOf('(') + 1
    add(start, match.index + match[0].length - 1)
  }
  return found.sort((one, other) => one.start - other.start)
}

const afterAge =
  /^(?:$|[.,;:!?)\]–—"”’\n]| (?:and|but|now|when|with|who|so|years? old|this|next|last|at the time|today|tomorrow|yesterday|on|in (?:a|two|three|january|february|march|april|may|june|july|august|september|october|november|december))\b| [-–—])/i

/** Whether what follows a bare number leaves it an age: not "he is 5 minutes late", "she was 1 of 3". */
export function endsAge(after: string): boolean {
  return afterAge.test(after)
}

function addAtEnd(
  text: string,
  match: RegExpExecArray,
  add: (start: number, end: number) => void,
  needsEnd: boolean,
): void {
  const value = match[1] ?? ''
  const end = match.index + match[0].length
  const after = textAfter(text, end, 20)
  if (needsEnd && !endsAge(after)) return
  // "He was one, I was two": numbers of other things, unless digits say it.
  if (/^(?:one|two|three)$/i.test(value) && needsEnd && !/turn/i.test(match[0])) return
  if (Number(value) > 115 || thresholdAfter.test(after)) return
  add(end - value.length, end)
}

// Ages at which the law changes: under 18, until the age of 25.
function isThreshold(text: string, start: number): boolean {
  return thresholdBefore.test(textBefore(text, start, 24))
}

// "Young people aged 16 and 17", "leave care at the age of 18": what a service is for.
function isOfMany(text: string, start: number, whole: string, value: string): boolean {
  const before = textBefore(text, start, 60)
  if (people.test(before)) return !counted.test(before)
  const isLegal =
    /^(?:1[0468]|17|21|25|65|16 and 17|16, 17 and 18|eighteen|sixteen|twenty-five|twenty-one)$/i.test(value)
  if (!isLegal || !/^age\b/i.test(whole)) return false
  // "At the age of 16 she left home": it happened.
  if (happened.test(textAfter(text, start + whole.length, 16))) return false
  return !/\b(?:s?he|his|her|my|i|was|had)\b[^.]*$/i.test(before)
}
