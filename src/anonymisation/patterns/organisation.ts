import type { Finding, FindingKind, Level } from '../finding.ts'
import { Claimed } from './claimed.ts'
import { isGeneric, isLeadIn } from './generic-words.ts'
import { makeFinding, startsSentence, textAfter, textBefore } from './surroundings.ts'
import { isCapital, type Word, wordsBefore } from './words-before.ts'

/** A word that ends the names of one kind of organisation. */
interface Head {
  readonly pattern: RegExp
  readonly kind: FindingKind
  readonly level: Level
}

const apostrophe = `['’]?`

const heads: readonly Head[] = [
  {
    kind: 'school',
    level: 'likely',
    pattern:
      /\b(?:(?:[Pp]rimary|[Ss]econdary|[Ii]nfants?|[Jj]unior|[Hh]igh|[Mm]iddle|[Gg]rammar|[Ss]pecial|[Nn]ursery|[Cc]omprehensive|[Bb]oarding) (?:[Ss]chool|[Aa]cademy)|School|Academy|College|Nursery|Pre-?[Ss]chool|Playgroup|Sixth Form|PRU)\b(?: for (?:Girls|Boys)\b)?/g,
  },
  {
    kind: 'school',
    level: 'check',
    pattern: /\b(?:Primary|Infants|Juniors|High|school|academy|college|nursery)\b/g,
  },
  {
    kind: 'home',
    level: 'likely',
    pattern: new RegExp(
      String.raw`\b(?:(?:[Rr]esidential [Cc]are|[Cc]are|[Nn]ursing|[Rr]esidential|[Cc]hildren${apostrophe}s|[Rr]est) [Hh]ome|Hospice|Hostel|Refuge|Foyer|Supported Living|Extra Care)\b`,
      'g',
    ),
  },
  { kind: 'home', level: 'check', pattern: /\b(?:House|Lodge|Manor|Grange)\b/g },
  {
    kind: 'body',
    level: 'likely',
    pattern:
      /\b(?:Hospital|Infirmary|Clinic|Surgery|surgery|Medical (?:Practice|Centre|Group)|Health Centre|Dental Practice|Pharmacy|Children['’]?s Centre|Family (?:Centre|Hub)|(?:Day|Community|Contact|Resource|Youth|Leisure|Wellbeing) Centre|Church|Mosque|Masjid|Temple|Mandir|Synagogue|Gurdwara|Cathedral|Chapel)\b/g,
  },
  {
    kind: 'body',
    level: 'check',
    pattern:
      /\b(?:(?:County|Crown|Family|Combined|Youth) Court|Magistrates['’]? Court|Justice Centre|Police Station|Police|Constabulary|Fire and Rescue|Housing Association|Solicitors|Food ?bank|Allotments|Scouts|Guides|Brownies|Rangers FC|United FC|Football Club|Boxing Club|Working Men['’]s Club|Leisure Centre|Library)\b/g,
  },
  {
    kind: 'employer',
    level: 'likely',
    pattern:
      /\b(?:(?:(?:City|County|Borough|District|Metropolitan|Town|Parish) ){0,3}Council|Children['’]?s Trust|NHS (?:Foundation )?Trust|Health Board|Integrated Care Board|Children['’]?s (?:Services|Social Care)|Adult Social Care|Social Services)\b/g,
  },
  {
    kind: 'employer',
    level: 'check',
    pattern: /\b(?:Ltd|Limited|LLP|PLC|plc|Inc|LLC|GmbH|Corp|CIC|ltd|llp)\b\.?/g,
  },
  {
    kind: 'team',
    level: 'check',
    pattern: /\b(?:[Tt]eam|Hub|Service|Partnership|MASH|MARAC|CAMHS|CMHT|CLDT|YOT|YJS|EDT|MAT)\b/g,
  },
  { kind: 'ward', level: 'check', pattern: /\b(?:[Ww]ard|Unit)\b/g },
]

/** Names whose word of kind stands first: "HMP Leeds", "London Borough of Hackney", "Ward 7". */
const capitalName = String.raw`\p{Lu}[\p{L}'’-]{1,25}(?: (?:and |upon |on |& )?\p{Lu}[\p{L}'’-]{1,25}){0,2}`
const forwards: readonly Head[] = [
  {
    kind: 'body',
    level: 'likely',
    pattern: new RegExp(
      String.raw`\b(?:HM ?P(?: ?(?:\/|&|and) ?(?:HM)?YOI)?|HM ?YOI|YOI|STC|SCH) ${capitalName}`,
      'gu',
    ),
  },
  {
    kind: 'employer',
    level: 'likely',
    pattern: new RegExp(
      String.raw`\b(?:London Borough|Royal Borough|Metropolitan Borough|Borough|City) of ${capitalName}`,
      'gu',
    ),
  },
  {
    kind: 'body',
    level: 'note',
    pattern: new RegExp(
      String.raw`\bUniversity of (?:the )?${capitalName}|\b${capitalName} University\b`,
      'gu',
    ),
  },
  {
    kind: 'body',
    level: 'check',
    pattern: new RegExp(String.raw`\b(?:Diocese|Parish|Church) of ${capitalName}`, 'gu'),
  },
  { kind: 'ward', level: 'check', pattern: /\b[Ww]ard (?:\d{1,3}[A-Za-z]?|[A-Z]\d{1,3}|[A-Z])\b/g },
  {
    kind: 'body',
    level: 'note',
    pattern:
      /\b(?:Barnardo['’]?s|Action for Children|The Children['’]s Society|Save the Children|Citizens Advice|Mencap|Samaritans|Women['’]s Aid|Age UK|Turning Point|St Mungo['’]s|Centrepoint|Family Rights Group|Change Grow Live|National Autistic Society|Alzheimer['’]s Society)(?![\p{L}\d])/gu,
  },
]

// Names of what everybody knows by these words.
const notNames = /^(?:Church of England|Church of Scotland|Church of Ireland|City of London Corporation)\b/
// Before a name of a ward, a house or a team: "Harriet Ward" is an author, "on Maple Ward" is none.
const leadsToPlace = /\b(?:on|to|from|at|in|off|onto|the|our|of|into|near|called|and) $/i

export function findOrganisations(text: string): readonly Finding[] {
  const found: Finding[] = []
  const claimed = new Claimed(text)
  const add = (start: number, end: number, kind: FindingKind, level: Level): void => {
    if (claimed.has(start, end)) return
    claimed.claim(start, end)
    found.push(makeFinding(['organisation', kind, level], start, end))
  }
  for (const { pattern, kind, level } of forwards) {
    for (const match of text.matchAll(pattern)) {
      if (notNames.test(match[0])) continue
      const words = match[0].split(' ')
      if (
        kind === 'ward' &&
        /^[A-Z]$/.test(words[1] ?? '') &&
        /^['’. ]?\p{Lu}/u.test(textAfter(text, match.index + match[0].length, 2))
      )
        continue
      if (level === 'note' && match[0].endsWith('University') && words.slice(0, -1).every(isGeneric)) continue
      add(match.index, match.index + match[0].length, kind, level)
    }
  }
  for (const head of heads) {
    for (const match of text.matchAll(head.pattern)) {
      const name = nameBefore(text, match.index, head, match[0])
      if (!name) continue
      const end = match.index + match[0].length
      add(name.start, end, head.kind, levelFor(text, head, name.start, end))
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

const connectors = /^(?:of|and|&|the|upon|on|in|for|de|le|la)$/

function nameBefore(text: string, at: number, head: Head, headText: string): { start: number } | null {
  const words = wordsBefore(text, at, 6)
  const isCompany = /^(?:ltd|llp|inc|plc)/i.test(headText)
  let kept: Word[] = []
  for (const [i, word] of words.entries()) {
    const next = words[i + 1]?.text ?? ''
    if (isCapital(word.text) || /^\d{1,3}(?:st|nd|rd|th)$/.test(word.text)) kept.push(word)
    else if (i > 0 && connectors.test(word.text) && isCapital(next)) kept.push(word)
    else if (isCompany && i === 0 && /^\p{L}{3,}$/u.test(word.text) && !isGeneric(word.text)) kept.push(word)
    else break
  }
  kept = withoutLeadIns(text, kept)
  const specific = kept.filter(
    ({ text: word }) => !connectors.test(word) && !isGeneric(word) && /\p{L}/u.test(word),
  )
  if (specific.length === 0) return null
  const first = kept[kept.length - 1]
  if (!first || !fits(text, head, headText, specific, first)) return null
  return { start: first.start }
}

function withoutLeadIns(text: string, words: readonly Word[]): Word[] {
  const kept = [...words]
  for (let last = kept[kept.length - 1]; last; last = kept[kept.length - 1]) {
    const small = connectors.test(last.text) || /^(?:The|A|An)$/.test(last.text)
    if (!small && !(isLeadIn(last.text) && startsSentence(text, last.start))) break
    kept.pop()
  }
  return kept
}

function fits(text: string, head: Head, headText: string, specific: readonly Word[], first: Word): boolean {
  const before = textBefore(text, first.start, 12)
  const onlyOneAtStart =
    specific.length === 1 && specific[0]?.start === first.start && startsSentence(text, first.start)
  const isAcronyms = specific.every(({ text: word }) => /^[\p{Lu}&'’./-]{2,7}s?$/u.test(word))
  const isSmallHead = headText === headText.toLowerCase()
  switch (head.kind) {
    case 'ward':
      return leadsToPlace.test(before) && !isAcronyms
    case 'team':
      // "Rang CAMHS", "Mosaic Team": a verb at the start of its sentence, or letters that everybody's team has.
      if (isAcronyms || /['’]s$/.test(first.text)) return false
      return !onlyOneAtStart && (!isSmallHead || leadsToPlace.test(before))
    case 'school':
      return !isAcronyms && !(isSmallHead && (onlyOneAtStart || /['’]s$/.test(specific[0]?.text ?? '')))
    case 'home':
      return head.level === 'likely' || (!onlyOneAtStart && leadsToPlace.test(before))
    default:
      return !isAcronyms || head.kind === 'employer'
  }
}

function levelFor(text: string, head: Head, start: number, end: number): Level {
  const name = text.slice(start, end)
  // "London School of Economics": published for everybody.
  if (
    head.kind === 'school' &&
    /^ of (?:Economics|Social|Policing|Hygiene|Medicine|Psychiatr|General|Nursing|Law)/.test(
      textAfter(text, end, 14),
    )
  )
    return 'note'
  // "Leeds City Council v X": a reported case. Publishers, and hospitals that models of practice are named after.
  if (/^ v\.? /.test(textAfter(text, end, 4)) || /\bv\.? $/.test(textBefore(text, start, 4))) return 'note'
  if (
    /(?:Press|Publish(?:ers|ing)|Books) (?:Ltd|Limited|Inc)\.?$/.test(name) ||
    /^(?:Tavistock|Maudsley|Great Ormond|Anna Freud)/.test(name)
  )
    return 'note'
  return head.level
}
