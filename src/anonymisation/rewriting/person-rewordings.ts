import type { Finding } from '../finding.ts'
import { textAfter, textBefore } from '../patterns/surroundings.ts'
import { lastSentence, lengthAfter, lengthBefore, reword, type Rewording } from './rewording.ts'

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

const usual = ['a person I work with', 'a child', 'a parent', 'a colleague (job role)']
const title =
  /\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Lady|Lord|Rev(?:erend)?|Fr|Father|Sister|Imam|Rabbi|Sgt|PC|DC|DS|DI|Judge|Auntie?|Uncle|Nan|Nurse)\.? $/
const adjective = /\b(?:little|young|poor|baby|big|old|dear|lovely|wee|late) $/i
const determiner = /\b(?:my|our|his|her|their|your|this|that|the|a|an) $/i
// "Her mum Kelly": what the name is there for has been said.
const apposition =
  /\b(?:my|our|his|her|their|the|a|an|this|that|one|another|[\p{L}]+['’]s) (?:[\p{Ll}-]+ ){0,2}(?:mum|mother|dad|father|parent|mam|gran|nan|grandmother|grandfather|brother|sister|sibling|twin|son|daughter|child|boy|girl|baby|partner|husband|wife|aunt|uncle|cousin|carer|friend|neighbour|manager|colleague|supervisor|teacher|headteacher|tutor|worker|nurse|doctor|gp|consultant|solicitor|advocate|mentor|student|client|patient|resident|boyfriend|girlfriend|midwife|visitor|officer|judge|guardian|therapist|educator|man|woman|person)(, | |: | called | named )$/iu

// "Sarah, my manager, agreed"
const appositionAfter =
  /^, ((?:my|our|his|her|their|the|a|an) (?:[\p{Ll}-]+ ){0,2}(?:mum|mother|dad|father|gran|nan|grandmother|grandfather|brother|sister|son|daughter|partner|husband|wife|aunt|uncle|carer|friend|neighbour|manager|colleague|supervisor|teacher|headteacher|worker|nurse|doctor|gp|consultant|solicitor|advocate|mentor|student|client|midwife|visitor|officer|guardian|therapist|educator)),(?= )/iu
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
  const alreadySaid = whole === undefined ? [] : [withoutName(text, start, nameEnd, joint, possessive)]
  const then = appositionAfter.exec(textAfter(text, end, 60))
  if (then) return [reword(text, start, end + then[0].length, then[1] ?? '')]
  const from = start - lengthBefore(text, start, title) - lengthBefore(text, start, adjective)
  const said = determinerBefore(text, from)
  const isKnown =
    kind === 'name' && isSaidBefore(text, start, found.slice(0, found.length - possessive.length))
  const rewordings = [...new Set([...rolesAround(text, start, end), ...usual])]
    .slice(0, 4)
    .map(role => (said === '' || /^(?:a|an)$/i.test(said) ? role : role.replace(/^an? /, '')))
    .map(role => (isKnown && said === '' ? role.replace(/^an? /, 'the ') : role))
    .map(role => {
      const article = /^(?:a|an)$/i.test(said) ? said.length + 1 : 0
      const words =
        possessive === '' && !isPossessive(text, end) ? role : possessiveOf(role, possessive !== '')
      return reword(text, from - article, end, words)
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
