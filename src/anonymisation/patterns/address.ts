import type { Finding, Level } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { isGeneric } from './generic-words.ts'
import { findPostcodes } from './postcode.ts'
import { makeFinding, standsAlone, startsSentence, textAfter, textBefore } from './surroundings.ts'
import { isCapital, type Word, wordsBefore } from './words-before.ts'

// What a street is called, in Britain and where its words went.
const streetType =
  /\b(?:road|rd|street|str?|avenue|ave?|lane|ln|close|cl|drive|dr|crescent|cres|terrace|grove|gardens?|gdns|place|pl|court|ct|square|sq|hill|rise|row|mews|walk|view|green|park|way|parade|mount|vale|dale|croft|fold|bank|quay|wharf|yard|gate|circus|villas|buildings|mansions|heights|boulevard|blvd|parkway|highway|hwy|trail|turnpike|plaza|circle|cottages?|broadway)\b\.?/gi
/** Of these the word alone, with a name before it, is a street: the others are as often something else. */
const plainStreet = /^(?:road|rd|street|avenue|ave|lane|close|drive|crescent|terrace|grove|mews|gardens)\.?$/i
const nextStreet = /^ (?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Way)\b/
const quietStreet = /^(?:drive|close|view|court|hill|walk|rise|row|way)$/i
const capitalStreet = /^(?:Road|Rd|Street|Avenue|Lane|Close|Crescent|Terrace|Grove|Mews)\.?$/
const houseNumber = /^\d{1,5}[a-z]?(?:[-–/]\d{1,4}[a-z]?)?$/i

const unitWord = String.raw`(?:flat|apartment|apt|unit|room|suite|floor|plot|bedsit|studio|block|caravan|pitch)`
const unitBefore = new RegExp(
  String.raw`\b(?:${unitWord}\.? ?[\p{L}\p{N}]{1,4}(?: ?[/-] ?\d{1,3})?,?\s{1,2}(?:\p{Lu}[\p{L}'’]{2,20} (?:House|Court|Lodge|Tower|Point|Heights|Mansions|Building),?\s{1,2})?)$`,
  'iu',
)
const houseBefore =
  /(?:\b(?:The )?\p{Lu}[\p{L}'’]{2,20} )?\b(?:House|Cottage|Farm|Lodge|Villa|Barn|Hall|Bungalow|Court|Tower),?\s{1,2}$/u
// "Orchard View, Station Road, Little Snoring", "Beech Cottage, 3 The Green": a house by its name, and its street.
const houseWord =
  '(?:Cottages?|Farm|Farmhouse|House|Lodge|Villa|Barn|Bungalow|View|Bank|Dene|Croft|Mill|Forge|Dairy|Rectory|Vicarage|Manor|Grange|Gables|Maltings|Stables|Oaks|Elms|Beeches|Firs|Laurels|Hollies|Willows|Orchard)'
const streetOf = String.raw`, ((?:\d{1,4}[a-z]? )?(?:The )?(?:\p{Lu}[\p{L}'’.]{1,20} ){0,2}(?:Road|Rd|Street|Avenue|Lane|Close|Crescent|Terrace|Grove|Mews|Hill|Green|Square|Drive|Way|Row|Rise|Gardens|Place)\b)`
const townOf = String.raw`(?:, (?!(?:Mum|Dad|Nan|Gran|I|He|She|They|We|It|The|This|Mr|Mrs|Ms|Miss|Dr|\p{L}{3,6}day)\b)\p{Lu}[\p{L}'’-]{2,20}(?: (?:on|upon|in|le|under|the|and)(?= \p{Lu}))?(?: \p{Lu}[\p{L}'’-]{2,20}){0,2})`
const houseAndStreet = new RegExp(
  String.raw`(?:\b(?:Flat|Apartment|Unit) \d{1,4}[a-z]?, )?\b(?:The )?(?:\p{Lu}[\p{L}'’]{1,20} ){0,2}${houseWord}${streetOf}${townOf}?`,
  'gu',
)
// "At Oakdene, Moor Lane, Wickersley": its name is no house's, so the town has to follow.
const nameAndStreet = new RegExp(
  String.raw`(?:\b(?:at|to|in|of|near|outside|from|behind|rents?|bungalow,|house,|flat,|home,)|[Aa]ddress:|[Aa]ddress (?:is|was)) (?=\p{Lu}\p{Ll}{3,20}(?: \p{Lu}\p{Ll}{3,20})?${streetOf}${townOf})`,
  'gu',
)
const wholeOfName = new RegExp(
  String.raw`^\p{Lu}\p{Ll}{3,20}(?: \p{Lu}\p{Ll}{3,20})?${streetOf}${townOf}`,
  'u',
)
// "Brook Farm, Nether Compton": a house in the country, on no street.
// Most texts have none, and to look for the rest would cost them more.
const anyHouse = new RegExp(String.raw`${houseWord}, [\d\p{Lu}]`, 'u')
const anyTown =
  /, [^,\n]{0,50}(?:Road|Rd|Street|Avenue|Lane|Close|Crescent|Terrace|Grove|Mews|Hill|Green|Square|Drive|Way|Row|Rise|Gardens|Place), \p{Lu}/u
// A word of the sentence before the house's name.
const leadOfHouse =
  /^(?:(?:At|In|To|From|Near|Outside|Visited|Saw|Address|Then|When|And|But|Mum|Dad|His|Her|Their|Our|My) )/
const countryHouse = new RegExp(
  String.raw`\b(?:The )?(?:\p{Lu}[\p{L}'’]{1,20} ){1,2}(?:Cottages?|Farm|Farmhouse|Barn|Bungalow|Rectory|Vicarage)${townOf}`,
  'gu',
)
// "At The Old Forge, Pudding Lane"
const namedHouse = /\b(?:at|of|to|is) ((?:The )?(?:\p{Lu}[\p{L}'’]{2,20} ?){1,3}, )$/u
const flatAlone =
  /\bflat \d{1,4}[a-z]?(?:,? (?:\p{Lu}[\p{L}'’]{2,20} ){1,3}(?:House|Court|Lodge|Tower|Point|Heights|Mansions|Building)\b)?/giu
const box =
  /\b(?:p\.? ?o\.? ?box \d{1,6}|(?:psc|unit) \d{1,5},? box \d{1,6}\s{1,3}[fad]po a[aep] \d{5}|us[ns]s \p{L}{2,20}\s{1,3}[fad]po a[aep] \d{5})/giu
// "Rue de la Sarthe 421", "Via Carlo Cattaneo 130": the word first, the number last or before.
const foreignFirst =
  /\b(?:rue|via|viale|vicolo|corso|piazza|calle|c\/|avda\.?|avenida|av\.|rua|travessa|carrer|camiño|camino|plaza|praça|ul\.|ulica|ulitsa|strada|trg|avenue|quai|boulevard|chemin|allée|impasse|wadi|jalan|rruga|str\.) (?:[\p{L}.'’-]{1,20} ){1,5}\d{1,5}\b/giu
// "Machelsesteenweg 197", "Frørupvej 8": the word is the end of the name.
const foreignEnd =
  /(?:straat|laan|weg|dreef|plaats|plein|kade|wal|gracht|gata|gatan|gate|vägen|vegen|veien|vegur|vej|gade|stræde|straße|strasse|stasse|gasse|platz|allee|ufer|damm|katu|tie|kuja|polku|utca|útja|braut|tún|stíg|stigen|backen|gränd|ulica|cesta|ulice|náměstí) \d{1,4}[a-z]?\b/gi
const suite = /\b(?:apt|suite|apartment)\.? ?\d{1,4}\b/gi

// What leads up to "Apt. 12" from the number of the house, on its line or on the one before.
const streetBeforeSuite =
  /(?:\b\d{1,5} (?=\d{1,5} ))?\b\d{1,5} (?:\p{L}[\p{L}\p{M}.'’/-]{0,20} ){0,5}(?:\p{L}[\p{L}\p{M}.'’/-]{0,20})(?: \d{1,5})?,?[ \n]{1,3}$/u
const townsAfterSuite =
  /^(?:(?:, |[ ,]{0,2}\n[ ,]{0,2}| )(?:\p{Lu}[\p{L}\p{M}'’.-]{1,25}|nan)(?: (?:of|and|the|de|di|en|i|la|del|\p{Lu}[\p{L}\p{M}'’.-]{0,25})){0,5}){0,3}(?:\s{1,2}\d{4,6}\b)?/u

export function findAddresses(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const postcodes = findPostcodes(text)
  const add = (start: number, end: number, level: Level): void => {
    if (claimed.has(start, end)) return
    claimed.claim(start, end)
    found.push(makeFinding(['address', 'address', level], start, end))
  }
  const postcodeEnds = new Map(postcodes.map(({ start, end }) => [start, end]))
  const addHouse = (start: number, house: string): void => {
    const [lead = ''] = leadOfHouse.exec(house) ?? []
    if (/^(?:Town|City|Guild|County|Village|Court) /.test(house.slice(lead.length))) return
    add(start + lead.length, withTown(text, start + house.length, postcodeEnds), 'likely')
  }
  const hasHouse = anyHouse.test(text)
  if (hasHouse) for (const match of text.matchAll(houseAndStreet)) addHouse(match.index, match[0])
  // Where a town follows a street somewhere.
  for (const match of anyTown.test(text) ? text.matchAll(nameAndStreet) : []) {
    const start = match.index + match[0].length
    const [house] = wholeOfName.exec(textAfter(text, start, 160)) ?? []
    if (house !== undefined) addHouse(start, house)
  }
  if (hasHouse) for (const match of text.matchAll(countryHouse)) addHouse(match.index, match[0])
  for (const match of text.matchAll(streetType)) {
    // "Benson Park Drive" is a drive.
    if (nextStreet.test(textAfter(text, match.index + match[0].length, 12))) continue
    const street = streetAt(text, match.index, match[0])
    if (!street || claimed.has(street.start, street.end)) continue
    add(street.start, street.hasNumber ? withTown(text, street.end, postcodeEnds) : street.end, street.level)
  }
  const addForeign = (from: number, end: number): void => {
    const start = withNumberBefore(text, from)
    if (!standsAlone(text, start, end) || claimed.has(start, end)) return
    add(start, withTown(text, withSuite(text, end), postcodeEnds), 'likely')
  }
  for (const match of text.matchAll(foreignFirst)) {
    // "Via" and "plaza" are English as well: in small letters they need a number before them.
    if (
      /^(?:via|plaza|avenue|boulevard|trg|camino)/.test(match[0]) &&
      !/\d $/.test(textBefore(text, match.index, 2))
    )
      continue
    if (/ (?:from|to|on|at|and|the) \d/i.test(match[0])) continue
    addForeign(match.index + lengthOfLeadIn(match[0]), match.index + match[0].length)
  }
  for (const match of text.matchAll(foreignEnd)) {
    // From the word that ends so, with one or two capital words before it.
    const space = match.index + match[0].indexOf(' ')
    let first = space
    while (first > 0 && space - first < 30 && /[\p{L}\p{M}'’-]/u.test(text.charAt(first - 1))) first -= 1
    if (space - first < match[0].indexOf(' ') + 2) continue
    for (const word of wordsBefore(text, first, 2)) {
      if (!isCapital(word.text) || isSentenceWord(word.text)) break
      first = word.start
    }
    addForeign(first, match.index + match[0].length)
  }
  for (const match of text.matchAll(box)) {
    add(match.index, withTown(text, match.index + match[0].length, postcodeEnds), 'likely')
  }
  for (const match of text.matchAll(flatAlone)) add(match.index, match.index + match[0].length, 'check')
  for (const match of text.matchAll(suite)) {
    const end = match.index + match[0].length
    const [street = ''] = streetBeforeSuite.exec(textBefore(text, match.index, 80)) ?? []
    const [towns = ''] = townsAfterSuite.exec(textAfter(text, end, 90)) ?? []
    const start = match.index - street.length
    const free = claimed.has(start, end) ? match.index : start
    add(
      free,
      Math.max(end + towns.length, withTown(text, end, postcodeEnds)),
      street === '' ? 'check' : 'likely',
    )
  }
  for (const match of text.matchAll(calledThe)) {
    const end = match.index + match[0].length
    const start = end - (match[1] ?? '').length
    add(start, withTown(text, end, postcodeEnds), 'likely')
  }
  for (const { start, end } of postcodes) {
    const from = linesBefore(text, start)
    if (from < start) add(from, end, 'likely')
  }
  return found.sort((one, other) => one.start - other.start)
}

// "27 The Beeches, Otley": no word of it is a street's.
const calledThe =
  /\b(?:at|of|moved to|address is|address:) (\d{1,3}[a-z]? The \p{Lu}\p{Ll}{2,20})(?= ?[,.;)\r\n]|$)/gu
const line =
  /^(?:\d{1,4}[a-z]? )?\p{Lu}[\p{L}'’.-]{1,25}(?: (?:of|on|in|le|the|by|upon|under|\p{Lu}[\p{L}'’.-]{1,25})){0,3}$/u

/** Where an address by name begins: the two to four lines, or parts between commas, of capitals above its postcode. */
function linesBefore(text: string, start: number): number {
  const parts = textBefore(text, start, 140).split(/(,? ?\r?\n|, )/)
  // Cut off by the window, unless the text begins there.
  const first = start > 140 ? 2 : 0
  let [from, count, at] = [start, 0, start]
  for (let i = parts.length - 1; i >= first && count < 4; i -= 2) {
    const part = parts[i] ?? ''
    at -= part.length
    if (part !== '' || count > 0 || i < parts.length - 1) {
      if (!line.test(part.trimEnd())) break
      from = at
      count += 1
    }
    at -= (parts[i - 1] ?? '').length
  }
  return count < 2 ? start : from
}

interface Street {
  readonly start: number
  readonly end: number
  readonly hasNumber: boolean
  readonly level: Level
}

function streetAt(text: string, at: number, type: string): Street | null {
  const end =
    at +
    (type.endsWith('.') && !/^(?:rd|st|str|ave?|dr|ln|cl|pl|ct|sq|gdns|cres|blvd|hwy)\.$/i.test(type)
      ? type.length - 1
      : type.length)
  const words = wordsBefore(text, at, 6)
  const named: Word[] = []
  for (const word of words) {
    if (houseNumber.test(word.text) && named.length > 0) return withNumber(text, word, named, end, type)
    // "of 12, Acacia Avenue" stops at the comma; see below.
    if (named.length === 4 || /^\d/.test(word.text)) break
    if (!/^\p{L}/u.test(word.text)) break
    named.push(word)
  }
  const names = leadingCapitals(words)
  const first = names[names.length - 1]
  if (!first || !isCapital(type)) return null
  // "12, Acacia Avenue"
  const [numbered] = /\d{1,4}[a-z]?,\s{1,2}$/i.exec(textBefore(text, first.start, 9)) ?? []
  if (numbered !== undefined && !/[\p{L}\p{N}]/u.test(text.charAt(first.start - numbered.length - 1))) {
    return { start: withUnit(text, first.start - numbered.length), end, hasNumber: true, level: 'likely' }
  }
  return withoutNumber(text, names, end, type)
}

function withNumber(
  text: string,
  number: Word,
  named: readonly Word[],
  end: number,
  type: string,
): Street | null {
  const isStrong = named.every(({ text: word }) => isCapital(word) || /^(?:of|the|and|de|la|le)$/.test(word))
  if (!isStrong || !isCapital(type)) {
    // "10 minutes down the road", "a 20 minute drive": small letters need a plain street and no word of a sentence.
    const isTold =
      named.length === 1 &&
      /\b(?:at|from|of|to|address is|address:) $/i.test(textBefore(text, number.start, 12))
    if (
      !((plainStreet.test(type) && !/^(?:drive|close)$/i.test(type)) || (isTold && quietStreet.test(type))) ||
      named.length > 2
    )
      return null
    if (named.some(({ text: word }) => isSentenceWord(word))) return null
  } else if (
    named.every(({ text: word }) => isSentenceWord(word)) ||
    !isCapital(named[named.length - 1]?.text ?? '')
  )
    return null
  // "In 2004 Gdansk Court": a year and a court of law.
  if (/^(?:court|place|park|square|hill|way|parade)$/i.test(type)) {
    if (/^(?:18|19|20)\d{2}$/.test(number.text) || named.some(({ text: word }) => ofLaw.test(word)))
      return null
  }
  if (/[£$€]$|\d[.,:]$/.test(textBefore(text, number.start, 2))) return null
  return { start: withUnit(text, number.start), end: withSuite(text, end), hasNumber: true, level: 'likely' }
}

const ofLaw =
  /^(?:Supreme|High|Crown|County|Family|Magistrates['’]?|Administrative|Regional|District|Labour|Military|Criminal|Appeal|Security|Constitutional|Cassation)$/

function withoutNumber(text: string, names: readonly Word[], end: number, type: string): Street | null {
  const first = names[names.length - 1]
  if (!first || !capitalStreet.test(type)) return null
  const specific = names.filter(({ text: word }) => !isGeneric(word) && !isSentenceWord(word))
  if (specific.length === 0) return null
  if (specific.length === 1 && names.length === 1 && startsSentence(text, first.start)) return null
  if (/^(?:Sesame|Coronation|Downing|Fleet|Wall|Harley) Street$/.test(text.slice(first.start, end)))
    return null
  const before = textBefore(text, first.start, 36)
  const house = houseBefore.exec(before)?.[0] ?? namedHouse.exec(before)?.[1]
  if (house !== undefined) return { start: first.start - house.length, end, hasNumber: true, level: 'likely' }
  return { start: first.start, end, hasNumber: false, level: 'check' }
}

function leadingCapitals(words: readonly Word[]): readonly Word[] {
  const names: Word[] = []
  for (const word of words) {
    if (!isCapital(word.text) || names.length === 3) break
    if (isSentenceWord(word.text) && names.length > 0) break
    names.push(word)
  }
  return names
}

// "Flat 3, 12 Acacia Avenue", "Rowan House, 12 Acacia Avenue"
function withUnit(text: string, start: number): number {
  const before = textBefore(text, start, 60)
  const [unit] = unitBefore.exec(before) ?? houseBefore.exec(textBefore(text, start, 36)) ?? []
  return start - (unit?.length ?? 0)
}

function withSuite(text: string, end: number): number {
  const [rest] =
    new RegExp(String.raw`^,?\s{1,3}${unitWord}\.? ?[\p{L}\p{N}]{1,5}\b`, 'iu').exec(
      textAfter(text, end, 24),
    ) ?? []
  return end + (rest?.length ?? 0)
}

function withNumberBefore(text: string, start: number): number {
  const [number] = /(?:\b\d{1,4} ){1,2}$/.exec(textBefore(text, start, 12)) ?? []
  return start - (number?.length ?? 0)
}

// The lead-in of a foreign address are words of the sentence: "lives at Lille Vibyvej 8".
function lengthOfLeadIn(address: string): number {
  let length = 0
  for (const word of address.split(' ').slice(0, -2)) {
    if (isCapital(word) || word.includes('/') || word.endsWith('.')) break
    if (!/^(?:at|to|in|on|is|of|it's|the|address|and|with|for|lives|lived|his|her|their|my|our)$/i.test(word))
      break
    length += word.length + 1
  }
  return length
}

const townPart =
  /^(?:,? ?\r?\n? ?|,? )(?:\p{Lu}[\p{L}'’.-]{1,25}(?:[ -](?:upon|on|in|le|de|the|under)[ -])? ?){1,4}/u

const smallTowns = /^(?:,\s{1,2}\p{L}[\p{L}'’-]{1,20}(?: [\p{L}'’-]{1,20}){0,2}){1,3},?\s{1,2}$/u

/** The towns after a street, up to a postcode if one follows at once: over commas and line ends. */
function withTown(text: string, end: number, postcodeEnds: ReadonlyMap<number, number>): number {
  let at = end
  let last = end
  // "12 acacia avenue, leeds, ls6 3ab": in small letters a postcode has to say where the towns end.
  for (let i = 2; i <= 60; i += 1) {
    const postcode = postcodeEnds.get(end + i)
    if (postcode !== undefined && smallTowns.test(text.slice(end, end + i))) return postcode
  }
  for (let i = 0; i < 5; i += 1) {
    const [gap = ''] = /^[,.]?\s{0,4}/.exec(textAfter(text, at, 6)) ?? []
    const postcode = postcodeEnds.get(at + gap.length)
    if (postcode !== undefined) return postcode
    const rest = textAfter(text, at, 70)
    const [part] = townPart.exec(rest) ?? []
    if (part === undefined) break
    const length = part.trimEnd().replace(/([^.]{3})\.$/, '$1').length
    at += shortOfPostcode(at, length, postcodeEnds)
    // One town without a postcode, if nothing goes on after it: "12 Acacia Avenue, Leeds."
    if (i === 0 && /^, \p{Lu}/u.test(part) && /^(?:$|[.;)\n]|, )/.test(textAfter(text, at, 2))) last = at
  }
  return last
}

// "Leeds LS1 4DY": the first half of the postcode looks like one more capital word, but for its digit.
function shortOfPostcode(at: number, length: number, postcodeEnds: ReadonlyMap<number, number>): number {
  for (let i = 1; i <= length; i += 1) if (postcodeEnds.has(at + i)) return i
  return length
}

function isSentenceWord(word: string): boolean {
  return sentenceWords.has(word.toLowerCase())
}

const sentenceWords = new Set(
  (
    'a an the staying this that these those my our your his her their its of in on at to from by for with without and or but as is are ' +
    'was were be been has have had do does did not no down up along across off over under near next same other another each ' +
    'every any all some both main busy long short quiet side back different new local whole minute minutes min mins hour ' +
    'hours hr hrs day days week weeks month months year years mile miles metre metres km people children families workers ' +
    'of per more less very too so one two three four five six seven eight nine ten way ways test hard rocky ring slip ' +
    'cul dead blind safe small big large into around through who which what when where'
  ).split(' '),
)
