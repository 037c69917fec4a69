import type { Finding } from '../finding.ts'
import { startsSentence, textAfter, textBefore } from '../patterns/surroundings.ts'
import { articleFor, lengthAfter, lengthBefore, remove, reword, type Rewording } from './rewording.ts'

/** How a name was spoken of before: it decides between "a child" and "the child". */
export interface Earlier {
  /** Somebody reads the name, or what stands in its place, before they come to this one. */
  readonly isKnown: boolean
  /** What was put in the place of the same name. */
  readonly role: string | null
}

const anybody = 'a person I work with'
const usual = [anybody, 'a child', 'a parent', 'a colleague (job role)']
const several = ['the parents', 'the family', 'a couple']

/**
 * Titles say who somebody is, as nothing else does that stands near a name: other words there may speak of other people.
 */
const titles: readonly (readonly [string, string])[] = [
  ['Dr', 'a doctor'],
  ['PC|PCSO|D[CSI]|Sgt|Sergeant|Constable|Inspector', 'a police officer'],
  ['HHJ|DD?J|Judge|Recorder', 'a judge'],
  ['Nurse|Matron', 'a nurse'],
  ['Prof(?:essor)?', 'a professor'],
  ['Rev(?:erend|d)?|Fr|Imam|Rabbi|Pastor', 'a faith leader'],
  ['Cllr|Councillor', 'a councillor'],
  ['Aunt(?:ie|y)?|Uncle', 'a relative'],
  ['Gran(?:ny|dma|dad|dpa)?|Nan(?:a|ny)?', 'a grandparent'],
  ['[Bb]aby', 'a child'],
  ['Mrs?|Ms|Miss|Mx|Sir|Lady|Lord|Sister|[Ll]ittle|[Yy]oung|[Pp]oor', anybody],
]
const anyTitle = `(?:District |Circuit |Detective |Police )?(${titles.map(([words]) => words).join('|')})\\.? `
const titleBefore = new RegExp(String.raw`\b${anyTitle}$`)

const kin =
  'mum|mother|dad|father|mam|mummy|daddy|gran|granny|nan|nana|grand(?:mother|father|parent|ma|pa|dad)|brother|sister'
const jobs =
  'carer|manager|supervisor|(?:head)?teacher|tutor|worker|nurse|midwife|visitor|doctor|gp|consultant|psych\\p{L}+|solicitor|advocate|mentor|student|client|patient|resident|user|officer|judge|guardian|therapist|educator|assessor|practitioner|iro|amhp|lead|head'
/** Who somebody is to others: where it stands beside the name, what the name is there for has been said. */
export const nouns = `${kin}|${jobs}|parent|sibling|twin|(?:grand)?(?:son|daughter)|child|boy|girl|baby|aunt|uncle|cousin|niece|nephew|partner|husband|wife|(?:boy|girl)?friend|neighbour|colleague|peer|(?:wo)?man|person`
const who = String.raw`(?:[\p{L}\d'’-]+ ){0,2}?(?:step-?|half-|ex-|co-)?(?:${nouns})`
const apposition = new RegExp(
  String.raw`\b(?:my|our|his|her|their|your|the|an?|this|that|one|another|[\p{L}]+['’]s) ${who}(?:,? called |,? named |(, )|: | )$`,
  'iu',
)
const appositionAfter = new RegExp(
  String.raw`^(, | \()((?:my|our|his|her|their|the|an?|[\p{L}]+['’]s) ${who}(?: (?:of|to|from|in|at) [\p{L}\d -]{1,20})?)([,)]|(?=[.;!?]|$))`,
  'iu',
)
const inBrackets = new RegExp(String.raw`^ \((?:(${kin})|(?:[\p{L}-]+ ){0,2}(?:${jobs}))\)`, 'iu')
// "Sarah my manager agreed"
const appositionWithout = new RegExp(`^ ((?:my|our) ${who})(?= )`, 'iu')
// "Grandma Jean left", "I rang mum Donna": the name goes. "Social worker Sarah rang": an article comes.
const bareKin = new RegExp(String.raw`(?:^|[^\p{L}-])(?:${kin}) $`, 'iu')
const bareJob = new RegExp(
  String.raw`(?:^|[^\p{L}-])((?:(?:asye|deputy|team|line|senior|assistant|practice|service|social|support|key|family|foster|youth|police|health|student) ){0,2}(?:${jobs}) )$`,
  'iu',
)
// "I told her mum Kelly was ill": who was told, and then what.
const telling = /\b(?:t(?:old|ell)|remind|assur|inform|warn|show|g[ai]v|sent|send)\p{L}* $/iu
const age = /\b(an? |the )?(\d{1,2}[- ](?:year|month|week)s?[- ]old) $/i
const ageAfter =
  /^(?:,? \(?aged? |, | \()(\d{1,2})(?:[ -](?:y|m|w)\p{L}*(?:[ -]old)?)?(?=[,).;]|$| (?:and|is|was|has)\b)/iu
// Who has a son is a parent here.
const hasChild =
  /^(?:['’]s?|( and (?:her|his|their))) (?:(?:\d[\w-]*|year|two|three|young\w*|eld\w*|old\w*) ){0,3}(?:sons?|daughters?|children)(?![\p{L}'’])/iu

// "My name is Sarah", "Dear Kelly": a name is all that could stand there.
const naming = /\b(?:names? (?:is|was|were|of)|named|called|known as|dear|hi|hello|hey) $/i
const addressed = /\b(?:thanks|thank you), $/i
// "An angry Kelly", but not "the day Kelly came".
const adjectiveBefore =
  /\b(an?) ([\p{Ll}-]{1,20}(?:ed|ful|ous|ive|less|ing|gry|ppy|ied)|upset|sad|calm|quiet|young|shy) $/iu
const closing = /^,(?! (?:an?|the|who|my|our|his|her|their) )/
const determiner = /\b(?:my|our|his|her|their|your|the|an?) $/i

const word = String.raw`\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*`
const namesBefore = new RegExp(String.raw`(,)? ((?:${word}, )*(?:${word},? (?:and|&) )?)$`, 'u')
const namesAfter = new RegExp(String.raw`^(?:, ${word})*(?:,? (?:and|&) ${word})?`, 'u')
const many = new RegExp(String.raw`(?:^|[^\p{L}])(?:${nouns})s$|\bchildren$`, 'iu')

/** The likeliest first. Where the words around do not say who it is, the first says least. */
export function rewordPerson(
  finding: Finding,
  text: string,
  earlier: Earlier = { isKnown: isSaidBefore(finding, text), role: null },
): readonly Rewording[] {
  const without = sayWithout(finding, text)
  if (without.length > 0) return without
  const roles = [earlier.role ?? '', roleOf(finding, text), ...usual].filter(role => role !== '')
  return [...new Set(roles)].slice(0, 4).map(role => rewordAs(finding, text, role, earlier.isKnown))
}

/** With a role that somebody chose for this name elsewhere, where the sentence has room for one. */
export function rewordPersonAs(finding: Finding, text: string, role: string, isKnown: boolean): Rewording {
  return sayWithout(finding, text)[0] ?? rewordAs(finding, text, role, isKnown)
}

/** What needs no role: the sentence has said who it is, or nothing but a name could stand there. */
function sayWithout({ start, end }: Finding, text: string): readonly Rewording[] {
  const { nameEnd, isPossessive } = possessiveOf(text, start, end)
  const family = lengthAfter(text, end, /^ family\b/i)
  if (family > 0) {
    const article = lengthBefore(text, start, /\b(?:the|a|this) $/i)
    return [reword(text, start - article, end + family, 'the family')]
  }
  const before = textBefore(text, start, 60)
  const after = textAfter(text, end, 70)
  const listed = withoutNames(text, start, end)
  if (listed !== null) return [listed]
  const [old, article, years = ''] = age.exec(before) ?? []
  if (old !== undefined) {
    const isSaid = article !== undefined || determiner.test(before.slice(0, -old.length))
    const words = `${isSaid ? (article ?? '') : `${articleFor(years)} `}${years}`
    return [reword(text, start - old.length, nameEnd, words)]
  }
  const kinBefore = bareKin.exec(before)
  const said = apposition.exec(before) ?? kinBefore
  if (said) {
    const [joint = ''] = /(?:,? (?:called|named)|[,:])? $/i.exec(before) ?? []
    const isAside = joint === ', '
    const isClause =
      telling.test(before.slice(0, said.index + (said === kinBefore ? 1 : 0))) &&
      /^(?:['’]s| (?!(?:about|to|of|that|how|wh\p{L}+|for|and)\b)\p{Ll})/u.test(text.slice(nameEnd))
    // "His teacher, Tom and the nurse": more than one person, or only one?
    if (isAside ? !isPossessive && !/^ (?:and|or|&)\b/.test(after) : !isClause)
      return [withoutName(start - joint.length, nameEnd + (isAside ? lengthAfter(after, 0, closing) : 0))]
  }
  const [, job] = bareJob.exec(before) ?? []
  if (job !== undefined && !titleBefore.test(before) && !determiner.test(before.slice(0, -job.length)))
    // "Social worker" stands behind an article now; "ASYE assessor" keeps its capitals.
    return [
      reword(
        text,
        start - job.length,
        nameEnd,
        `${articleFor(job)} ${job.trim().replace(/^\p{Lu}(?=\p{Ll})/u, first => first.toLowerCase())}`,
      ),
    ]
  if (text.charAt(start - 1) === '(' && after.startsWith(')')) return [remove(text, start, end)]
  if (naming.test(before)) return [reword(text, start, nameEnd, '[name]')]
  if (addressed.test(before) && /^(?:[.,!?\n]|$)/.test(after)) return [remove(text, start, end)]
  const then = isPossessive ? null : appositionAfter.exec(after)
  if (then && (then[1] === ' (') === (then[3] === ')'))
    return [reword(text, start, end + then[0].length, then[2] ?? '')]
  const [bracket, isKin] = inBrackets.exec(after) ?? []
  if (bracket !== undefined) {
    const words = bracket.slice(2, -1)
    return [
      reword(
        text,
        start,
        end + bracket.length,
        `${isKin === undefined ? articleFor(words) : 'the'} ${words}`,
      ),
    ]
  }
  const next = startsSentence(text, start) ? appositionWithout.exec(after) : null
  if (next) return [reword(text, start, end + next[0].length, next[1] ?? '')]
  return rewordSeveral(text, start, end)
}

/** "Mr and Mrs Rowe", "the Kowalczyks", "the Smiths’ house" */
function rewordSeveral(text: string, start: number, end: number): readonly Rewording[] {
  const found = text.slice(start, end)
  const isPair = /^(?:Mr|Dr)s?\.? (?:and|&) (?:Mr|Dr|Ms|Miss)/.test(found)
  const isFamily = /^\p{Lu}[\p{L}'’-]*s['’]?$/u.test(found) && /\bthe $/i.test(textBefore(text, start, 5))
  if (!isPair && !isFamily) return []
  const { nameEnd, isPossessive } = possessiveOf(text, start, end)
  const ending = isPossessive ? (/^['’]s?/.exec(text.slice(nameEnd, nameEnd + 2))?.[0].length ?? 0) : 0
  return (isPair ? several : ['family', 'parents']).map(words =>
    reword(
      text,
      start,
      nameEnd + ending,
      isPossessive ? `${words}${words.endsWith('s') ? '’' : '’s'}` : words,
    ),
  )
}

/** Who it is as far as that is certain: by title, by age, by having children. */
function roleOf({ start, end }: Finding, text: string): string {
  const found = text.slice(start, end)
  const [, title] =
    titleBefore.exec(textBefore(text, start, 24)) ?? new RegExp(`^${anyTitle}`).exec(found) ?? []
  const titled = titles.find(([words]) => title !== undefined && new RegExp(`^(?:${words})$`).test(title))
  if (titled && titled[1] !== anybody) return titled[1]
  const after = textAfter(text, end, 50)
  const [aged = '', years] = ageAfter.exec(after) ?? []
  if (Number(years) < 13 || /\d[ -][mw]/i.test(aged)) return 'a child'
  if (Number(years) < 18) return 'a young person'
  const having = hasChild.exec(/['’]s$/.test(found) ? `’s${after}` : after)
  return having && (having[1] === undefined || startsSentence(text, start)) ? 'a parent' : ''
}

function rewordAs({ start, end }: Finding, text: string, role: string, isKnown: boolean): Rewording {
  const { nameEnd, isPossessive } = possessiveOf(text, start, end)
  const from = start - lengthBefore(text, start, titleBefore)
  const before = textBefore(text, from, 40)
  const angry = adjectiveBefore.exec(before)
  const [said = ''] = determiner.exec(before) ?? []
  // "I told her Kelly was ill"
  const isObject = /^her /i.test(said) && telling.test(before.slice(0, -said.length))
  const isArticle = !angry && /^an? /i.test(said)
  const isSaid = (angry !== null || said !== '') && !isArticle && !isObject
  const plain =
    isPossessive || isKnown || /\bwork(?:s|ed|ing)? (?:\p{L}+ )?with $/iu.test(before)
      ? role.replace(/ (?:I work with|\(job role\))$/, '')
      : role
  const words = isSaid
    ? plain.replace(/^an? /, '')
    : isKnown && !isArticle
      ? plain.replace(/^an? /, 'the ')
      : plain
  const rest = text.slice(nameEnd, nameEnd + 2)
  // "James’ file"
  const bare = isPossessive && /^['’](?!s)/.test(rest) ? 1 : 0
  return {
    ...reword(text, from - (isArticle ? said.length : 0), nameEnd + bare, bare ? `${words}’s` : words),
    role,
  }
}

/** Where the name ends without its "’s", which may stand in what was found or behind it. */
function possessiveOf(text: string, start: number, end: number) {
  const found = text.slice(start, end)
  const [inside = ''] = /['’]s$|s['’]$/.exec(found) ?? []
  const nameEnd = end - (inside.startsWith('s') ? 1 : inside.length)
  return {
    nameEnd,
    isPossessive: inside !== '' || /^['’](?:s\b|(?= \p{Ll}))/u.test(textAfter(text, end, 3)),
  }
}

/** "Foster carers Pat and Jim": both go, whichever of the two is asked about. */
function withoutNames(text: string, start: number, end: number): Rewording | null {
  const before = textBefore(text, start, 90)
  const [whole = '', joint] = namesBefore.exec(before) ?? []
  const head = before.slice(0, -whole.length)
  if (whole === '' || !many.test(head)) return null
  const to = end + lengthAfter(text, end, namesAfter, 90)
  const next = text.slice(to, to + 2)
  if (/^(?:['’]| \()/.test(next) || (joint === ',' && !/^(?:[,.;!?)]|$)/.test(next))) return null
  return withoutName(start - whole.length, to + (joint === ',' && next.startsWith(',') ? 1 : 0))
}

function withoutName(start: number, end: number): Rewording {
  return { start, end, replacement: '', label: 'Remove the name' }
}

/** What tells whether two mentions are of one person: nothing else does. */
export function nameIn({ start, end }: Finding, text: string): string {
  return text
    .slice(start, possessiveOf(text, start, end).nameEnd)
    .toLowerCase()
    .replace(/\s+/g, ' ')
}

export function isSaidBefore({ start, end, kind }: Finding, text: string): boolean {
  const name = text.slice(start, possessiveOf(text, start, end).nameEnd)
  return (
    kind === 'name' &&
    name.length > 2 &&
    text.slice(Math.max(0, start - 4000), start).lastIndexOf(name) !== -1
  )
}
