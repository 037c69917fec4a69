import type { Finding, FindingKind } from '../finding.ts'
import { textAfter, textBefore } from '../patterns/surroundings.ts'
import { lengthBefore, remove, reword, type Rewording } from './rewording.ts'

const determiner =
  /\b(?:the|a|an|our|my|his|her|their|your|this|that|another|each|every|one|local|old|new|same) $/i

/** What may stand for it, without "the": what its own words say. */
const nouns: Partial<Readonly<Record<FindingKind, readonly (readonly [RegExp, string])[]>>> = {
  school: [
    [/college|sixth form/i, 'college'],
    [/nursery|pre-?school|playgroup/i, 'nursery'],
    [/^/, 'school'],
  ],
  home: [
    [/hospice/i, 'hospice'],
    [/hostel/i, 'hostel'],
    [/refuge/i, 'refuge'],
    [/children/i, 'children’s home'],
    [/^/, 'care home'],
  ],
  ward: [
    [/unit$/i, 'unit'],
    [/^/, 'ward'],
  ],
  team: [
    [/hub$/i, 'hub'],
    [/service$/i, 'service'],
    [/^/, 'team'],
  ],
  employer: [
    [/council|borough|city of/i, 'council'],
    [/trust/i, 'trust'],
    [/ltd|limited|llp|plc|inc|cic/i, 'company'],
    [/^/, 'service'],
  ],
  body: [
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
  ],
}

function nounsFor(kind: FindingKind, found: string): readonly string[] {
  const first = (nouns[kind] ?? nouns.body)?.find(([words]) => words.test(found))?.[1]
  const wider = { school: '', ward: '', home: 'home', team: 'service' }[kind as string] ?? 'organisation'
  return [...new Set([first ?? wider, wider])].filter(noun => noun !== '')
}

// "Barnsley MASH Team", "Leeds City Council (LCC)", "Ashby schools": what says the same once more.
const again =
  /^(?: (?:team|service|unit|ward|council|(school|college|home|hospital|team|service|ward)s)\b)?(?: \(\p{Lu}{2,6}\))?/iu

export function rewordOrganisation({ start, end, kind }: Finding, text: string): readonly Rewording[] {
  const found = text.slice(start, end)
  // "The council (LCC)"
  const short =
    /^\p{Lu}{2,6}$/u.test(found) && /\p{L} \($/u.test(textBefore(text, start, 3)) && text.charAt(end) === ')'
      ? [remove(text, start, end)]
      : []
  const [possessive = ''] = /['’]s?$/.exec(found) ?? []
  const isSaid = determiner.test(textBefore(text, start, 10))
  const isA = /\ba $/i.test(textBefore(text, start, 3))
  const [more = '', several] = possessive === '' ? (again.exec(textAfter(text, end, 24)) ?? []) : []
  return [
    ...short,
    ...(several === undefined ? nounsFor(kind, found) : [`${several.toLowerCase()}s`])
      .filter(noun => !isA || !/^[aeiou]/.test(noun))
      .map(noun => {
        const words = isSaid ? noun : `the ${noun}`
        return reword(text, start, end + more.length, possessive === '' ? words : `${words}’s`)
      }),
  ]
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
