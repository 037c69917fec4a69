import type { Finding, FindingKind } from '../finding.ts'
import { textBefore } from '../patterns/surroundings.ts'
import { lengthBefore, reword, type Rewording } from './rewording.ts'

const determiner =
  /\b(?:the|a|an|our|my|his|her|their|your|this|that|another|each|every|one|local|old|new|same) $/i

/** What may stand for it, without "the": for a body it is what its own last words say. */
function nounsFor(kind: FindingKind, found: string): readonly string[] {
  switch (kind) {
    case 'school':
      return [
        /college|sixth form/i.test(found)
          ? 'college'
          : /nursery|pre-?school|playgroup/i.test(found)
            ? 'nursery'
            : 'school',
      ]
    case 'home':
      return /hospice|hostel|refuge/i.test(found)
        ? [(/hospice|hostel|refuge/i.exec(found)?.[0] ?? 'home').toLowerCase()]
        : /children/i.test(found)
          ? ['children’s home', 'home']
          : ['care home', 'home']
    case 'ward':
      return [/unit$/i.test(found) ? 'unit' : 'ward', 'hospital']
    case 'team':
      return [/hub$/i.test(found) ? 'hub' : /service$/i.test(found) ? 'service' : 'team', 'service']
    case 'employer':
      return [
        /council|borough|city of/i.test(found)
          ? 'council'
          : /trust/i.test(found)
            ? 'trust'
            : /ltd|limited|llp|plc|inc|cic/i.test(found)
              ? 'company'
              : 'service',
        'organisation',
      ]
    default:
      return [bodyOf(found), 'organisation']
  }
}

const bodies: readonly (readonly [RegExp, string])[] = [
  [/hospital|infirmary/i, 'hospital'],
  [/surgery|medical (?:practice|centre|group)|health centre/i, 'surgery'],
  [/clinic/i, 'clinic'],
  [/dental/i, 'dentist'],
  [/pharmacy/i, 'pharmacy'],
  [/family (?:centre|hub)|children/i, 'family centre'],
  [/centre/i, 'centre'],
  [/mosque|masjid/i, 'mosque'],
  [/church|chapel|cathedral|parish|diocese/i, 'church'],
  [/temple|mandir/i, 'temple'],
  [/synagogue/i, 'synagogue'],
  [/gurdwara/i, 'gurdwara'],
  [/court|justice/i, 'court'],
  [/hm ?p|yoi|stc/i, 'prison'],
  [/police|constabulary/i, 'police'],
  [/solicitors/i, 'solicitors'],
  [/library/i, 'library'],
  [/club|fc/i, 'club'],
  [/university/i, 'university'],
]

function bodyOf(found: string): string {
  return bodies.find(([words]) => words.test(found))?.[1] ?? 'organisation'
}

export function rewordOrganisation({ start, end, kind }: Finding, text: string): readonly Rewording[] {
  const found = text.slice(start, end)
  const [possessive = ''] = /['’]s?$/.exec(found) ?? []
  const isSaid = determiner.test(textBefore(text, start, 10))
  const isA = /\ba $/i.test(textBefore(text, start, 3))
  const nouns = [...new Set(nounsFor(kind, found))].filter(noun => !isA || !/^[aeiou]/.test(noun))
  return nouns.map(noun => {
    const words = isSaid ? noun : `the ${noun}`
    return reword(text, start, end, possessive === '' ? words : `${words}’s`)
  })
}

/** Of a place: what a reader needs is seldom more than that it was somewhere near. */
export function rewordPlace({ start, end }: Finding, text: string): readonly Rewording[] {
  const before = textBefore(text, start, 30)
  const called =
    /\b(?:the|a) (?:small |little |seaside |market )?(village|hamlet|town|suburb|parish|island|city) (?:of|called) $/i.exec(
      before,
    )
  if (called) return [reword(text, start - called[0].length, end, `a ${(called[1] ?? 'town').toLowerCase()}`)]
  if (/\bthe $/i.test(before))
    return [{ start, end: end + 1, replacement: '', label: 'Remove the name' }].filter(
      () => text.charAt(end) === ' ',
    )
  const area = reword(text, start, end, 'the area')
  const town = reword(text, start, end, 'a town')
  const village = reword(text, start, end, 'a village')
  return /\b(?:in|from|around|across|outside|of|round) $/i.test(before)
    ? [area, town, village]
    : [town, village, area]
}

const unitBefore = /(?:\b(?:number|no\.?|unit|flat|room)(?: \d{1,3}[a-z]?,?)?|\b\d{1,4}\/\d{1,4},?) $/i

export function rewordAddress({ start: from, end }: Finding, text: string): readonly Rewording[] {
  const start = from - lengthBefore(text, from, unitBefore)
  const found = text.slice(start, end)
  const isStreetOnly = !/\d|box/i.test(found)
  if (isStreetOnly) return [reword(text, start, end, 'a street'), reword(text, start, end, 'the area')]
  const before = textBefore(text, start, 12)
  // "Mr Marsh of 12 Acacia Avenue": where somebody is from, not where they are.
  if (/\bof $/i.test(before))
    return [reword(text, start, end, 'this area'), reword(text, start, end, '[address]')]
  return [
    reword(text, start, end, 'the family home'),
    reword(text, start, end, 'an address'),
    reword(text, start, end, '[address]'),
  ]
}
