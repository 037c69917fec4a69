import type { Finding } from '../finding.ts'
import { startsSentence, textAfter, textBefore } from '../patterns/surroundings.ts'
import { lastSentence, lengthAfter, lengthBefore, remove, reword, type Rewording } from './rewording.ts'

/** Who somebody is by the words around the name: what they say, and what then fits. */
const roles: readonly (readonly [RegExp, string])[] = [
  [/(?:foster|adoptive) (?:carer|mum|mother|dad|father|parent)s?|foster family/, 'a foster carer'],
  [/(?:step-?)?(?:mum|mother|dad|father|parent|mam|mummy|daddy)|birth (?:mother|father|parent)/, 'a parent'],
  [/grand(?:mother|father|parent|ma|pa|ad)|granny|gran|nan|nana|nanny/, 'a grandparent'],
  [/(?:half-|step)?(?:brother|sister|sibling|twin)/, 'a sibling'],
  [/teenager|adolescent|young (?:person|man|woman)|care leaver/, 'a young person'],
  [/child|boy|girl|son|daughter|baby|toddler|pupil|kid|little one|infant|nursery/, 'a child'],
  [/head ?teacher|teacher|tutor|senco|lecturer/, 'a teacher'],
  [/gp|doctor|consultant|psychiatrist|paediatrician|dr/, 'a doctor'],
  [/nurse|midwife|health visitor|matron/, 'a nurse'],
  [/judge|barrister|solicitor|guardian/, 'a professional in the case'],
  [/police officer|pc|sergeant|detective|inspector/, 'a police officer'],
  [/line manager|team manager|service manager|manager|supervisor|head of service|boss/, 'a manager'],
  [
    /colleague|social worker|practitioner|practice educator|student|co-worker|worker|advocate|reviewing officer|iro|amhp|therapist|peer|assessor/,
    'a colleague (job role)',
  ],
  [/husband|wife|partner|boyfriend|girlfriend/, 'a partner'],
  [/neighbour|friend/, 'a friend of the family'],
  [/client|service user|patient|resident|tenant/, 'a person I work with'],
]
const ages = /\baged (?:[0-9]|1[0-2])\b|\b(?:[0-9]|1[0-2])[- ]year[- ]old/i

const several = ['the parents', 'the family', 'a couple']
// "My name is Sarah", "she is called Kelly": a name is all that could stand there.
const naming = /\b(?:names? (?:is|was|were|of)|named|called|known as|dear) $/i
// "Social worker Sarah rang", "Grandma Jean left": the words for them stand there without a "my" or a "the".
const bareRole = /(?:^|[.!?\n] )(\p{Lu}\p{Ll}+(?: \p{Ll}{2,15})? )$/u
const bareRelation = /\b(?:Gran|Nan|Mum|Dad|Grand)\p{Ll}{0,7} $/u
// "An angry Kelly", but not "the day Kelly came".
const adjectiveBefore =
  /\b(an?) ([\p{Ll}-]{1,20}(?:ed|ful|ous|ive|less|ing|gry|ppy|ied)|upset|sad|calm|quiet|young|shy) $/iu

// "14-year-old Jade"
const afterAge = /(\byear.old) $/i

const usual = ['a person I work with', 'a child', 'a parent', 'a colleague (job role)']
const title =
  /\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Lady|Lord|Rev(?:erend)?|Fr|Father|Sister|Imam|Rabbi|Sgt|PC|DC|DS|DI|Judge|Auntie?|Uncle|Nan|Nurse)\.? $/
const adjective = /\b(?:little|young|poor|baby|big|lovely|wee|late) $/i
const determiner = /\b(?:my|our|his|her|their|your|this|that|the|a|an) $/i
// "Her mum Kelly": what the name is there for has been said.
const determined = String.raw`(?:[\p{Ll}-]+ ){0,2}(?:mum|mother|dad|father|parent|mam|gran|nan|grandmother|grandfather|brother|sister|sibling|twin|son|daughter|child|boy|girl|baby|partner|husband|wife|aunt|uncle|cousin|carer|friend|neighbour|manager|colleague|supervisor|teacher|headteacher|tutor|worker|nurse|doctor|gp|consultant|solicitor|advocate|mentor|student|client|patient|resident|boyfriend|girlfriend|midwife|visitor|officer|judge|guardian|therapist|educator|man|woman|person)`
const apposition = new RegExp(
  String.raw`\b(?:my|our|his|her|their|the|a|an|this|that|one|another|[\p{L}]+['’]s) ${determined}(, | |: | called | named )$`,
  'iu',
)
// "Sarah, my manager, agreed"
const appositionAfter = new RegExp(`^, ((?:my|our|his|her|their|the|a|an) ${determined}),(?= )`, 'iu')
// "Sarah my manager agreed"
const appositionWithout = new RegExp(`^ ((?:my|our) ${determined})(?= )`, 'iu')
// Who has a mum is a child here, and who has a son a parent.
const hasParent =
  /^(?:['’]s| and (?:her|his|their)) (?:(?:birth|foster|step|new|old|primary|own) ?-?)?(?:mum|mother|dad|father|parents?|carers?|nursery|school|teacher|grandmother|gran|nan)\b/i
const hasChild =
  /^(?:['’]s| and (?:her|his|their)) (?:(?:new|own|two|three|four|young|eldest|youngest|older|younger) )?(?:sons?|daughters?|child|children|baby|boys?|girls?|toddler|twins)\b/i

export function rewordPerson({ start, end, kind }: Finding, text: string): readonly Rewording[] {
  const found = text.slice(start, end)
  const [possessive = ''] = /['’]s$/.exec(found) ?? possessiveOfS(found)
  const nameEnd = end - possessive.length
  const family = lengthAfter(text, end, /^ family\b/i)
  if (family > 0) return [rewordFamily(text, start, end + family)]
  const [whole, joint = ''] = apposition.exec(textBefore(text, start, 60)) ?? []
  const before = textBefore(text, start, 40)
  const isRelation = bareRelation.test(before) && possessive === ''
  const bare = isRelation || possessive !== '' ? null : roleBefore(before)
  if (bare) return [reword(text, start - bare.length, end, bare.role)]
  const alreadySaid =
    whole === undefined && !isRelation
      ? []
      : [withoutName(text, start, nameEnd, isRelation ? ' ' : joint, possessive)]
  // "My client Kelly drinks": without a comma nothing else fits there.
  if (alreadySaid.length > 0 && !/^[,:]/.test(joint)) return alreadySaid
  if (naming.test(before)) return [reword(text, start, end, '[name]')]
  const sentenceFirst = startsSentence(text, start)
  const then =
    appositionAfter.exec(textAfter(text, end, 60)) ??
    (sentenceFirst ? appositionWithout.exec(textAfter(text, end, 60)) : null)
  if (then) return [reword(text, start, end + then[0].length, then[1] ?? '')]
  const from = start - lengthBefore(text, start, title) - lengthBefore(text, start, adjective)
  const isPair = /^(?:Mr|Dr)s?\.? (?:and|&) (?:Mr|Dr|Ms|Miss)/.test(found)
  // "The Kowalczyks", "the Smiths’ house"
  const isFamily = /^\p{Lu}[\p{L}'’-]*s['’]?$/u.test(found) && /\bthe $/i.test(before)
  if (isPair || isFamily) {
    const apostrophe =
      possessive === '' ? lengthAfter(text, end, /^['’](?:s\b|(?= \p{Ll}))/u) : possessive.length
    return (isPair ? several : ['family', 'parents']).map(words =>
      reword(
        text,
        start,
        possessive === '' ? end + apostrophe : end,
        apostrophe === 0 ? words : `${words}${words.endsWith('s') ? '’' : '’s'}`,
      ),
    )
  }
  // "James’ file": the apostrophe stands after the name.
  const bareEnd = possessive === '' && found.endsWith('s') ? lengthAfter(text, end, /^['’](?= \p{Ll})/u) : 0
  const angry = adjectiveBefore.exec(before) ?? afterAge.exec(before)
  const said = angry?.[1] ?? determinerBefore(text, from)
  const isKnown =
    kind === 'name' && isSaidBefore(text, start, found.slice(0, found.length - possessive.length))
  const rewordings = [...new Set([...rolesAround(text, start, end), ...usual])]
    .slice(0, 4)
    .map(role => (said === '' || (!angry && /^(?:a|an)$/i.test(said)) ? role : role.replace(/^an? /, '')))
    .map(role => (isKnown && said === '' ? role.replace(/^an? /, 'the ') : role))
    .map(role => {
      const article = !angry && /^(?:a|an)$/i.test(said) ? said.length + 1 : 0
      const hasEnding = possessive !== '' || bareEnd > 0
      const words = !hasEnding && !isPossessive(text, end) ? role : possessiveOf(role, hasEnding)
      return reword(text, from - article, end + bareEnd, words)
    })
  return [...alreadySaid, ...rewordings]
}

// No lookbehind: the apostrophe alone after a name that ends with an s.
function possessiveOfS(found: string): readonly string[] {
  return /s['’]$/.test(found) ? [found.slice(-1)] : []
}

function rolesAround(text: string, start: number, end: number): readonly string[] {
  const before = lastSentence(textBefore(text, start, 70), /[.!?\n]\s/).toLowerCase()
  const after = (textAfter(text, end, 50).split(/[.!?\n](?:\s|$)/)[0] ?? '').toLowerCase()
  // What stands next to the name says more than what stands in its sentence.
  const near = roles.filter(([words]) => isAtEnd(words, before) || isAtStart(words, after))
  const far = roles.filter(([words]) => isIn(words, before) || isIn(words, after))
  const following = /^s?['’]s?/.test(text.slice(end - 2, end)) ? `’s${after}` : after
  const owned = hasParent.test(following) ? ['a child'] : hasChild.test(following) ? ['a parent'] : []
  const child = ages.test(before) || ages.test(after) ? ['a child'] : []
  return [...owned, ...near.map(([, role]) => role), ...child, ...far.map(([, role]) => role)]
}

function isAtEnd(words: RegExp, before: string): boolean {
  return new RegExp(String.raw`\b(?:${words.source})(?:,? (?:called |named |is |was )?|: ?)$`).test(before)
}

function isAtStart(words: RegExp, after: string): boolean {
  return new RegExp(
    String.raw`^(?:,| \(|,? (?:is|was)) ?(?:(?:a|an|the|my|his|her|our|their) )?(?:[a-z-]+ ){0,2}(?:${words.source})\b`,
  ).test(after)
}

function isIn(words: RegExp, around: string): boolean {
  return new RegExp(String.raw`\b(?:${words.source})\b`).test(around)
}

function roleBefore(before: string): { readonly length: number; readonly role: string } | null {
  const [, whole = ''] = bareRole.exec(before) ?? []
  const role = whole.trim().toLowerCase()
  const isRole = roles.some(([words]) => new RegExp(`^(?:${words.source})$`).test(role))
  return isRole ? { length: whole.length, role: `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}` } : null
}

/** Takes it away, where the sentence does not need it: not "Kelly was at court". */
export function removePerson({ start, end }: Finding, text: string): readonly Rewording[] {
  const before = textBefore(text, start, 40)
  const isNeeded =
    (startsSentence(text, start) && /^ \p{L}/u.test(textAfter(text, end, 2))) ||
    /['’]/.test(text.slice(end - 2, end + 1)) ||
    /\bthe $/i.test(before) ||
    [naming, adjectiveBefore, afterAge].some(pattern => pattern.test(before)) ||
    roleBefore(before) !== null
  return isNeeded ? [] : [remove(text, start, end)]
}

function withoutName(text: string, start: number, end: number, joint: string, possessive: string): Rewording {
  const from = start - joint.length
  // ", Kelly," loses both its commas.
  const comma = joint.startsWith(',') && possessive === '' ? lengthAfter(text, end, /^,/) : 0
  return { start: from, end: end + comma, replacement: '', label: 'Remove the name' }
}

function rewordFamily(text: string, start: number, end: number): Rewording {
  const article = lengthBefore(text, start, /\b(?:the|a|this) $/i)
  return reword(text, start - article, end, 'the family')
}

function determinerBefore(text: string, start: number): string {
  return determiner.exec(textBefore(text, start, 8))?.[0].trim() ?? ''
}

function isSaidBefore(text: string, start: number, name: string): boolean {
  const at = text.slice(Math.max(0, start - 4000), start).lastIndexOf(name)
  return name.length > 2 && at !== -1
}

// The possessive stands after the finding.
function isPossessive(text: string, end: number): boolean {
  return /^['’]s?(?![\p{L}])/u.test(textAfter(text, end, 3)) && /^['’]s/.test(textAfter(text, end, 2))
}

function possessiveOf(role: string, withEnding: boolean): string {
  const plain = role
    .replace(' (job role)', '')
    .replace('person I work with', 'person')
    .replace(/ (?:in the case|of the family)$/, '')
  return withEnding ? `${plain}’s` : plain
}
