import type { Fact, Finding } from './finding.ts'

/**
 * Several mild facts about a person, each nothing by itself, that together may point to one: at least three different ones
 * in a piece. A fact counts where its sentence speaks of a person; law, services and literature speak of none.
 *
 * Gives for each text what is to be shown in it, given what was found in each: at most one finding in all of them, on the
 * stretch of sentences that has most of the facts.
 */
export function findCombinations(
  texts: readonly string[],
  findings: readonly (readonly Finding[])[],
): readonly (readonly Finding[])[] {
  const sightings = texts.map((text, i) => sightingsIn(text, findings[i] ?? []))
  const all = new Set(sightings.flat().map(({ fact }) => fact))
  if (all.size < 3) return texts.map(() => [])
  const stretches = sightings.map(densest)
  const most = Math.max(...stretches.map(stretch => stretch?.facts ?? 0))
  const chosen = stretches.findIndex(stretch => stretch?.facts === most)
  const facts = order.filter(fact => all.has(fact))
  return texts.map((_, i) => {
    const stretch = stretches[i]
    if (i !== chosen || !stretch) return []
    const level = facts.length >= 5 ? 'likely' : 'check'
    const { start, end } = stretch
    return [{ start, end, class: 'combination', kind: 'combination', level, facts } satisfies Finding]
  })
}

const order: readonly Fact[] = [
  'age',
  'family',
  'place',
  'condition',
  'event',
  'ethnicity',
  'date',
  'occupation',
]

interface Sighting {
  readonly fact: Fact
  readonly sentence: number
  /** Of the sentence. */
  readonly start: number
  readonly end: number
}

const patterns: readonly (readonly [Fact, RegExp])[] = [
  [
    'family',
    /\b(?:one of (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?:siblings|children|brothers|sisters|boys|girls|half-siblings)|(?:the )?(?:eldest|oldest|youngest|middle(?: child)?|second|third|fourth|fifth) of (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})|(?:identical )?(?:twins?|triplets?|quadruplets)\b(?! track)|only (?:child|son|daughter) of|an only child|(?:mother|father|mum|dad|parent) of (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})|(?:her|his|their|with) (?:three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:other |younger |older |half-)?(?:children|siblings|brothers|sisters|sons|daughters|grandchildren)|(?:three|four|five|six|seven|eight|nine|ten) (?:younger |older |half-)?(?:siblings|brothers|sisters)|two (?:mums|dads|mothers|fathers)|both (?:her|his|their|of her|of his) parents (?:died|are deaf|are in prison|were killed))\b/gi,
  ],
  [
    'condition',
    /\b(?:(?:a|an|his|her|their|with|has|had) (?:very |extremely )?rare (?:[a-z-]+ ){0,3}(?:condition|disease|disorder|syndrome|cancer|illness|tumou?r|mutation)|(?:Rett|Prader[- ]Willi|Angelman|Williams|Turner|Marfan|Usher|Hunter|Hurler|Sanfilippo|Cornelia de Lange|Smith[- ]Magenis|Wolf[- ]Hirschhorn|DiGeorge|Di George|Edwards|Patau|Klinefelter|Lesch[- ]Nyhan|Kleine[- ]Levin|Guillain[- ]Barr[eé]|Korsakoff|Noonan|Apert|Treacher Collins|Dravet|Landau[- ]Kleffner|CHARGE|cri du chat|fragile X|locked-in)(?:['’]s)? syndrome|(?:Huntington|Batten|Tay[- ]Sachs|Krabbe|Creutzfeldt[- ]Jakob|Pompe|Gaucher|Fabry|Wilson)(?:['’]s)? disease|motor neurone disease|cystic fibrosis|Duchenne|muscular dystrophy|epidermolysis bullosa|brittle bone|osteogenesis imperfecta|leukodystrophy|phenylketonuria|progeria|myasthenia gravis|Friedreich['’]?s? ataxia|achondroplasia|albinism|haemophilia|sickle cell|spinal muscular atrophy|narcolepsy|conjoined)\b/gi,
  ],
  [
    'event',
    /\b(?:inquest|in the (?:local |national )?(?:paper|papers|press|news|newspaper|newspapers|tabloids)|on the (?:local |national )?(?:news|radio|television|TV)|(?:local|national|regional) (?:paper|newspaper|news|press|media)|front page|headlines?|serious case review|(?:child|local) (?:safeguarding )?practice review|safeguarding adults? review|domestic homicide review|mental health homicide|(?:was|were|been) (?:murdered|stabbed|shot|kidnapped|abducted)|(?:murder|manslaughter|rape|terrorism) (?:trial|case|charge|conviction)|convicted of (?:the )?(?:murder|manslaughter)|went viral|house fire|documentary about)\b/gi,
  ],
  [
    'ethnicity',
    /\b(?:Nigerian|Somali|Eritrean|Ethiopian|Sudanese|Syrian|Afghan|Iraqi|Iranian|Kurdish|Polish|Romanian|Roma|Romany|Gypsy|Traveller|Bangladeshi|Bengali|Pakistani|Kashmiri|Punjabi|Gujarati|Indian|Sri Lankan|Tamil|Nepali|Nepalese|Gurkha|Chinese|Vietnamese|Thai|Filipin[oa]|Malaysian|Japanese|Korean|Ghanaian|Gambian|Sierra Leonean|Congolese|Ugandan|Kenyan|Rwandan|Zimbabwean|South African|Jamaican|Trinidadian|Barbadian|Guyanese|Caribbean|African|Turkish|Cypriot|Albanian|Kosovan|Bulgarian|Hungarian|Czech|Slovak(?:ian)?|Ukrainian|Russian|Lithuanian|Latvian|Estonian|Portuguese|Brazilian|Colombian|Bolivian|Ecuadorian|Mexican|Spanish|Italian|Greek|German|French|Dutch|Irish|Welsh|Scottish|Australian|American|Canadian|Egyptian|Libyan|Moroccan|Algerian|Tunisian|Yemeni|Saudi|Palestinian|Israeli|Lebanese|Jordanian|Mongolian|Uyghur|Tibetan|Burmese|Rohingya|Muslim|Hindu|Sikh|Jewish|Buddhist|Catholic|Mormon|Rastafarian|Quaker|Jehovah['’]s Witness(?:es)?|(?:Orthodox|Hasidic|Haredi) (?:Jew|family|community)|(?:dual|mixed)[- ](?:heritage|race)|Black (?:British|African|Caribbean)|White British)\b/g,
  ],
  [
    'occupation',
    /\b(?:(?:is|was|as|being|became|a|an|her|his|their|the|who is|who was) )?(?:an? |the )?(?:retired |former |ex-|serving |professional |well-known |local )(?:[a-z]+ )?(?:MP|councillor|mayor|vicar|priest|imam|rabbi|bishop|headteacher|head teacher|police officer|detective|firefighter|footballer|boxer|jockey|athlete|musician|singer|actor|actress|dancer|judge|barrister|magistrate|pilot|surgeon|soldier|sailor|paratrooper|miner|fisherman|trawlerman|farmer|gamekeeper|shepherd|blacksmith|undertaker|lifeboatman|diplomat|politician|broadcaster|journalist|author|artist|teacher|nurse|social worker)\b|\b(?:works?|worked|working|employed|known) as (?:an? |the )(?:[a-z]+ )?(?:vicar|priest|imam|rabbi|bishop|headteacher|head teacher|firefighter|footballer|boxer|jockey|musician|singer|actor|actress|dancer|judge|barrister|pilot|surgeon|miner|fisherman|trawlerman|gamekeeper|shepherd|blacksmith|undertaker|lifeboatman|diplomat|politician|broadcaster|journalist|beekeeper|bell[- ]ringer|lighthouse keeper|taxidermist|circus performer|clown|magician|stuntman|stuntwoman|town crier|MP|councillor|mayor)\b/gi,
  ],
]

// A sentence about somebody: not "children" or "carers", who are many.
const somebody =
  /\b(?:he|she|him|his|hers|her|himself|herself)\b|\b(?:a|an|the|this|that|one|my|our|another)(?: [\p{L}\p{N}-]{2,15}){0,3} (?:boy|girl|man|woman|child|baby|toddler|teenager|young person|client|patient|resident|mother|father|mum|dad|parent|grandmother|grandfather|grandparent|widow|widower|lady|gentleman|pensioner|family|couple|twins|service user|care leaver|mother of|father of)\b/iu

function sightingsIn(text: string, findings: readonly Finding[]): Sighting[] {
  const facts: { fact: Fact; at: number }[] = findings.flatMap(finding => {
    const fact = factOf(finding)
    return fact === null ? [] : [{ fact, at: finding.start }]
  })
  for (const [fact, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) facts.push({ fact, at: match.index })
  }
  // Most texts have none, and need not be taken apart.
  if (facts.length === 0) return []
  const sentences = sentencesOf(text)
  const persons = new Set(
    findings
      .filter(({ class: of, level }) => of === 'person' && level !== 'note')
      .map(({ start }) => sentenceAt(sentences, start)),
  )
  // Each sentence is read once, and says each fact once, however often it is said.
  const aboutSomebody = new Map<number, boolean>()
  const said = new Set<string>()
  return facts
    .flatMap(({ fact, at }): Sighting[] => {
      const sentence = sentenceAt(sentences, at)
      const bounds = sentences[sentence]
      const key = `${fact} ${String(sentence)}`
      if (!bounds || said.has(key)) return []
      said.add(key)
      const known = aboutSomebody.get(sentence)
      const isAboutSomebody =
        known ?? (persons.has(sentence) || somebody.test(text.slice(bounds.start, bounds.end)))
      aboutSomebody.set(sentence, isAboutSomebody)
      return isAboutSomebody ? [{ fact, sentence, ...bounds }] : []
    })
    .sort((one, other) => one.start - other.start)
}

function factOf({ class: of, kind, level }: Finding): Fact | null {
  if (level === 'note') return null
  switch (of) {
    case 'age':
      return 'age'
    case 'date':
      return 'date'
    case 'place':
    case 'address':
    case 'postcode':
      return 'place'
    case 'organisation':
      return kind === 'school' || kind === 'home' || kind === 'ward' ? 'place' : null
    default:
      return null
  }
}

interface Bounds {
  readonly start: number
  readonly end: number
}

const sentence = /[^.!?\n]{1,2000}[.!?\n]?/g

function sentencesOf(text: string): readonly Bounds[] {
  return [...text.matchAll(sentence)].map(match => {
    const lead = match[0].length - match[0].trimStart().length
    return { start: match.index + lead, end: match.index + match[0].trimEnd().length }
  })
}

function sentenceAt(sentences: readonly Bounds[], at: number): number {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sentences[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

// So many sentences a reader takes in together.
const reach = 6

function densest(sightings: readonly Sighting[]): { start: number; end: number; facts: number } | null {
  let best: { start: number; end: number; facts: number } | null = null
  const counts = new Map<Fact, number>()
  let first = 0
  for (const one of sightings) {
    counts.set(one.fact, (counts.get(one.fact) ?? 0) + 1)
    for (let oldest = sightings[first]; oldest && oldest !== one; oldest = sightings[first]) {
      const isRepeated = (counts.get(oldest.fact) ?? 0) > 1
      if (one.sentence - oldest.sentence < reach && !isRepeated) break
      drop(counts, oldest.fact)
      first += 1
    }
    const start = sightings[first]?.start ?? one.start
    if (best === null || counts.size > best.facts) best = { start, end: one.end, facts: counts.size }
  }
  return best
}

function drop(counts: Map<Fact, number>, fact: Fact): void {
  const left = (counts.get(fact) ?? 0) - 1
  if (left > 0) counts.set(fact, left)
  else counts.delete(fact)
}
