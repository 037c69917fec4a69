import { markAddressRuns } from './address-runs.ts'
import type { Reading } from './features.ts'
import { doesWhatPeopleDo, isMeetingBefore } from './somebody-met.ts'
import { uses } from './uses-elsewhere.ts'
import type { Model } from './model.ts'
import { classOf, wordClasses } from './word-classes.ts'
import { englishUse, factsOf, firstNameUse, placeSize, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/** What rules say of a token, whatever the tagger thinks. */
export const personMarks = {
  none: 0,
  titled: 1,
  initials: 2,
  notAName: 3,
  /** A first name that is a word too, or unknown, before what only somebody does: "Ken is deaf". */
  acting: 4,
} as const

/** Titles, initials and the letters that stand for somebody. Each token is looked at once, and a few after it. */
export function markPersons(reading: Reading, model: Model): Uint8Array {
  const marks = new Uint8Array(reading.tokens.length)
  for (const [at, isAddress] of markAddressRuns(reading.tokens).entries())
    if (isAddress === 1) marks[at] = personMarks.notAName
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] !== personMarks.none) continue
    if (reading.wordClass[at] === wordClasses.title) markTitled(reading, at, marks)
    else if (markRole(reading, at, marks)) continue
    else if (isBeforeJob(reading, at)) marks[at] = personMarks.acting
    else if (isFamily(reading, at, model))
      marks[at] = isFamilySure(reading, at) ? personMarks.titled : personMarks.acting
    else if (isThing(reading, at)) marks[at] = personMarks.notAName
    // "Max. two pages".
    else if (
      /^m(?:ax|in)$/.test(reading.words[at] ?? '') &&
      reading.tokens[at + 1]?.text === '.' &&
      reading.shape[at + 2] === shapes.small
    )
      marks[at] = personMarks.notAName
    else if (reading.shape[at] === shapes.initial) markInitials(reading, at, marks)
    else if (reading.shape[at] === shapes.letter) markLetter(reading, at, marks)
    else if (reading.shape[at] === shapes.unsureLetter && reading.tokens[at]?.text === 'A')
      markLetter(reading, at, marks)
    else if (reading.shape[at] === shapes.capitals || reading.shape[at] === shapes.unsure)
      markBareInitials(reading, at, marks)
    else marks.fill(personMarks.acting, at, actingEnd(reading, at))
  }
  return marks
}

/** "Car reg", "the Ford (reg …)", "Tel: …", "141 Deutsche Mark". */
function isThing({ words, tokens, shape }: Reading, at: number): boolean {
  const before = words[at - 1] ?? ''
  switch (words[at]) {
    case 'reg':
      return shape[at] !== shapes.capital || /^(?:car|vehicle|van|plate|no)$/.test(before)
    case 'ford':
      return /^(?:the|an?|his|her|their|my|our|old|new|red|blue|black|white|silver|grey|green)$/.test(before)
    case 'tel':
      return tokens[at + 1] === undefined || /^(?:[:.]|\n|\+?\d+|no|number)$/.test(tokens[at + 1]?.text ?? '')
    case 'deutsch':
    case 'deutsche':
      return words[at + 1] === 'mark' || words[at + 1] === 'marks'
    case 'mark':
    case 'marks':
      return /^deutsche?$/.test(before)
    default:
      // "Saint-Didier-au-Mont-d’Or", "Val-d’Isère".
      return before === '-' && (words[at] ?? '').startsWith("d'")
  }
}

const longestName = 8

/** "Mrs Anna Petrova", "MR. SMITH", "dr khan", "Mr van der Berg", "Ms K". */
function markTitled(
  { tokens, words, shape, facts, wordClass }: Reading,
  title: number,
  marks: Uint8Array,
): void {
  const written = shape[title]
  if ((written === shapes.small || marks[title] !== personMarks.none) && !isUsualTitle(words[title])) return
  let at = title + 1
  if (tokens[at]?.text === '.') at += 1
  // "PC 4521 Hughes".
  if (tokens[at]?.kind === 'number' && /^(?:pc|pcso|wpc|dc|ds|sgt)$/.test(words[title] ?? '')) at += 1
  // "Mr and Mrs Rowe".
  if (/^(?:and|&)$/.test(words[at] ?? '') && wordClass[at + 1] === wordClasses.title) {
    at += 2
    if (tokens[at]?.text === '.') at += 1
  }
  const first = at
  let end = title
  for (; at < first + longestName; at++) {
    const form = shape[at]
    const token = tokens[at]
    if (!token || token.kind === 'break') break
    const kind = wordClass[at]
    if (form === shapes.initial) {
      end = at
    } else if (token.text === '-' || (kind === wordClasses.particle && form !== shapes.capital)) {
      continue
    } else if (form === shapes.letter || form === shapes.unsureLetter) {
      if (words[at] === 'i') break
      end = at
    } else if (
      form === shapes.capital ||
      form === shapes.mixed ||
      form === shapes.capitals ||
      form === shapes.uncased
    ) {
      if (at > first && stopsName(kind)) break
      end = at
    } else if (
      form === shapes.unsure &&
      kind === 0 &&
      (englishUse(facts[at] ?? 0) < (at === first ? 3 : 1) ||
        (at === first && surnameUse(facts[at] ?? 0) > 1))
    ) {
      end = at
    } else if (
      form === shapes.small &&
      at === first &&
      (englishUse(facts[at] ?? 0) === 0 || surnameUse(facts[at] ?? 0) > 1) &&
      isUsualTitle(words[title])
    ) {
      // "mr patel said": the title is enough.
      end = at
    } else {
      break
    }
  }
  if (end === title) return
  const isLetter = end === first && (shape[end] === shapes.letter || shape[end] === shapes.unsureLetter)
  const mark = isLetter
    ? /^[xyz]$/.test(words[end] ?? '')
      ? personMarks.notAName
      : personMarks.initials
    : personMarks.titled
  marks.fill(mark, title, end + 1)
}

/** What stands before a name as "Mr" does, where both have capitals: "Judge Applegarth", "Auntie Pearl". */
const roleTitles = new Set(
  `uncle aunt auntie aunty nan nana nanna nanny gran granny grandma grandad granddad grandpa grandmother grandfather
  sister brother father mother coach judge recorder magistrate inspector superintendent constable sergeant detective
  commissioner nurse matron midwife canon bishop archdeacon deacon vicar sheikh pandit colonel major captain alderman
  baroness lord lady justice consultant headteacher visitor worker principal sensei swami abbot warden`.split(
    /\s+/,
  ),
)
const roleBefore = new Set(
  `detective chief deputy district circuit his her honour staff ward charge lord health social senior acting assistant
  police sheriff high court inspector`.split(/\s+/),
)

/** Whether it did: "Detective Inspector Rao", "Her Honour Judge Anne Whitby". */
function markRole(reading: Reading, title: number, marks: Uint8Array): boolean {
  const { words, shape, facts, tokens } = reading
  if (shape[title] !== shapes.capital || !roleTitles.has(words[title] ?? '')) return false
  const isNamed = (at: number) => {
    const form = shape[at]
    const known = facts[at] ?? 0
    if (reading.wordClass[at] !== 0 || (form !== shapes.capital && form !== shapes.mixed)) return false
    const use = Math.max(firstNameUse(known), surnameUse(known))
    return englishUse(known) === 0 ? true : use > 1 || (use > 0 && englishUse(known) < 3)
  }
  const name = title + 1
  if (!isNamed(name)) return false
  // "Nan Said So": a title of something.
  if (englishUse(facts[name] ?? 0) > 0 && shape[name + 1] === shapes.capital && !isNamed(name + 1))
    return false
  let end = name + 1
  while (end < name + 3 && isNamed(end)) end += 1
  if (tokens[end]?.text === '-' && isNamed(end + 1)) end += 2
  let first = title
  while (first > title - 4 && shape[first - 1] === shapes.capital && roleBefore.has(words[first - 1] ?? ''))
    first -= 1
  marks.fill(personMarks.titled, first, end)
  return true
}

/** "Singh, occupational therapist": a surname alone that begins a line, and a job in small letters. */
function isBeforeJob({ tokens, shape, place, wordClass, facts }: Reading, at: number): boolean {
  const known = facts[at] ?? 0
  if (place[at] === 0 || shape[at] !== shapes.capital || wordClass[at] !== 0) return false
  if (!/^[,(]$/.test(tokens[at + 1]?.text ?? '') || englishUse(known) > 1) return false
  if (surnameUse(known) === 0 && known !== 0) return false
  return [2, 3, 4].some(
    step =>
      wordClass[at + step] === wordClasses.role &&
      Array.from({ length: step - 1 }, (_, index) => shape[at + 2 + index]).every(
        one => one === shapes.small,
      ) &&
      shape[at + step] === shapes.small,
  )
}

/** "The Hendersons", "the O’Driscolls": several of one surname. */
function isFamily({ words, shape, wordClass, facts }: Reading, at: number, model: Model): boolean {
  const form = shape[at]
  const word = words[at] ?? ''
  if (form !== shapes.capital && form !== shapes.mixed) return false
  if (words[at - 1] !== 'the' || !word.endsWith('s') || word.length < 5 || wordClass[at] !== 0) return false
  // "The Rogers Centre", "the Jones case".
  if (shape[at + 1] === shapes.capital || placeSize(facts[at] ?? 0) > 0) return false
  const stems = [word.slice(0, -1), /(?:[sxz]|[cs]h)es$/.test(word) ? word.slice(0, -2) : '']
  return stems.some(stem => {
    if (stem === '' || classOf(stem) !== 0 || stem.endsWith("'")) return false
    const known = factsOf(stem, model)
    return englishUse(known) > 0
      ? surnameUse(known) === 3 && isFamilyBeside(words, shape, at)
      : surnameUse(known) > 0 && placeSize(known) === 0
  })
}

const familyDeeds = new Set(
  `foster fostered live lived moved came went rang said told asked agreed refused want wanted visited adopted met
  arrived were are have had know knew felt feel`.split(/\s+/),
)

/** "The Walkers" may be people who walk: unless a home, or what somebody does, follows. */
function isFamilyBeside(words: readonly string[], shape: Uint8Array, at: number): boolean {
  return (
    familyDeeds.has(words[at + 1] ?? '') ||
    /^['’]$/.test(words[at + 1] ?? '') ||
    shape[at + 1] === shapes.possessive ||
    /^(?:visited|visit|met|rang|with|to|about|at|saw|know|see)$/.test(words[at - 2] ?? '')
  )
}

function isFamilySure({ facts }: Reading, at: number): boolean {
  return englishUse(facts[at] ?? 0) === 0
}

function isUsualTitle(word: string | undefined): boolean {
  return /^(?:mr|mrs|ms|dr|mx|prof)$/.test(word ?? '')
}

function stopsName(kind: number | undefined): boolean {
  return (
    kind === wordClasses.role ||
    kind === wordClasses.organisationHead ||
    kind === wordClasses.jargon ||
    kind === wordClasses.title ||
    kind === wordClasses.month ||
    kind === wordClasses.weekday
  )
}

const abbreviations = new Set(
  'dob po iban uk us usa un eu gp ps pps nb am pm ba ma bsc msc phd ie eg id tv ad bc nhs cv pc ok rip aob qa ta tba hr it'.split(
    ' ',
  ),
)

/** "J.S.", "F.E.": two or more. One alone counts after "her son". */
function markInitials(reading: Reading, start: number, marks: Uint8Array): void {
  const { tokens, words, shape } = reading
  let end = start
  while (
    shape[end] === shapes.initial &&
    end < start + 6 &&
    (end === start || tokens[end]?.start === tokens[end - 1]?.end)
  )
    end += 1
  const letters = words
    .slice(start, end)
    .map(word => word.charAt(0))
    .join('')
  if (words[start - 1] === 'baby' && end - start === 1) {
    marks.fill(personMarks.initials, start - 1, end)
    return
  }
  const isRange = /^(?:to|and|or|-|–)$/.test(words[start - 1] ?? '') && shape[start - 2] === shapes.letter
  if (end - start > 1 ? abbreviations.has(letters) : isRange || tokens[end]?.kind === 'number')
    marks.fill(personMarks.notAName, start, end)
  else if (end - start > 1 || isSomebody(reading, start)) marks.fill(personMarks.initials, start, end)
}

/** "K’s mum", "her brother M", "Baby K". "Child A" and "Parent X" are how a person is left out. */
function markLetter(reading: Reading, at: number, marks: Uint8Array): void {
  const { words, tokens, wordClass, shape } = reading
  const word = words[at] ?? ''
  if (word === 'i') return
  if (
    /^(?:child|parent|family|adult|person|mother|father|participant|worker|client|patient|colleague|student|practitioner)$/.test(
      words[at - 1] ?? '',
    )
  ) {
    marks[at] = personMarks.notAName
    return
  }
  const isOwner =
    tokens[at + 1]?.kind === 'possessive' &&
    (wordClass[at + 2] === wordClasses.relation || wordClass[at + 2] === wordClasses.role)
  if (words[at - 1] === 'baby' && word !== 'a') {
    marks.fill(personMarks.initials, at - 1, at + 1)
    return
  }
  const isMet =
    isMeetingBefore(reading, { first: at, end: at + 1 }) &&
    /^(?:and|,)$/.test(words[at + 1] ?? '') &&
    /^(?:her|his|their)$/.test(words[at + 2] ?? '')
  const isDoing = word !== 'a' && reading.place[at] !== 0 && doesWhatPeopleDo(reading, at + 1)
  if (
    isOwner ||
    isMet ||
    isDoing ||
    (word !== 'a' && shape[at + 1] !== shapes.initial && isSomebody(reading, at))
  )
    marks[at] = personMarks.initials
}

function isSomebody({ wordClass, words, shape }: Reading, at: number): boolean {
  return (
    wordClass[at - 1] === wordClasses.relation &&
    shape[at - 1] === shapes.small &&
    !/^(?:child|children|parent|parents)$/.test(words[at - 1] ?? '')
  )
}

/** West African first names that the dictionary has as words only, or not at all. */
const virtues = new Set(
  `favour happy bright innocent peace praise promise prosper wisdom success miracle testimony godswill godspower
  godstime goodness gladness given blessed thankgod sunshine marvellous destiny progress`.split(/\s+/),
)

/** They "come", "fall" and "are missing" as people do: only what is done to somebody tells. */
const abstract = new Set(
  `hope joy faith grace patience comfort mercy charity gift peace favour trust will dawn summer happy praise promise wisdom
  success progress goodness prudence constance verity honour justice glory victory destiny miracle given bright liberty
  harmony unity serenity destiny pride`.split(/\s+/),
)

const vague = new Set(
  'seen missing removed placed adopted late sad quiet suspended dying fell moved came'.split(' '),
)

/** Where such a name ends that starts a sentence, or `at`: "Frank swore at me", "Comfort’s mum rang". */
function actingEnd(reading: Reading, at: number): number {
  const { shape, place, facts, words, elsewhere, wordClass, tokens } = reading
  if (place[at] === 0 || shape[at] !== shapes.capital || tokens[at]?.kind !== 'word') return at
  const word = words[at] ?? ''
  const known = facts[at] ?? 0
  const kind = wordClass[at] ?? 0
  const isName = firstNameUse(known) > 1 || virtues.has(word) || (known === 0 && kind === 0)
  const isUsual = kind === 0 || kind === wordClasses.month || kind === wordClasses.weekday
  if (!isName || !isUsual || ((elsewhere[at] ?? 0) & uses.small) !== 0) return at
  let end = at + 1
  // "Peter Green attacked".
  if (shape[end] === shapes.capital && surnameUse(facts[end] ?? 0) > 0 && wordClass[end] === 0) end += 1
  if (!doesWhatPeopleDo(reading, end)) return at
  // A word that the dictionary lacks may be a slip of the keyboard.
  const isDoubtful = kind !== 0 || abstract.has(word) || known === 0
  return isDoubtful && (vague.has(words[end] ?? '') || vague.has(words[end + 1] ?? '')) ? at : end
}

/** Usual abbreviations of this work, which do and are told things as people are. */
const bodies = new Set(
  `abe adhd alt ama amh ap apc api app asc asd ash ask bame bed bme bp bsl btp cab cam camh cbt cc ccg cct cd ceo cfo cg chc ci cic cid
  cio clc cmht cmo cms co cop cos cp cpa cpc cpn cpp cps cqc csa csc cse csw cto ctr cv cwd cyp da dbt de dfe dh dip
  dm dna dob dof dos dpo drs ds dsl dss dst dv dvd dwp ea ed edt ehc eh ehw ei eis elsa em ep epo er eu fa faq fc fe ff
  fft fgc fgm fi fii fip fm fp fpp fs fsw ft fu fw fy gdpr gmc gps gum gcse hb hcp hcsw hmp hmo hq hr ha hv hvs ia ic icb ico
  icp icpc ics ict icu id ifa ihc im imca imha io ipa iro irp iso isp isw it itu iv job jsa jsna jtai la lado lap las lbc lcs ld
  lea led lgbt lgo llp log lpa lps lsa lscb lsp ltd ma map mat mba mdt me mh mhs mht mi mm mod moj mot mou mp mps mri
  ms msp mst nai nct ndis ne neet nfa ngo nhs nmc no nok nqsw nrm nspcc nvq nw oah ocd ocg od odd ofsted oh ok ooh
  op opg os ot ota ots pa pas pace pbs pc pcf pct pd pda pdf pds pe pea pep pf pfi phb phd pho pip pj pl plo pm pms pod poa pod
  pp ppe ppo pps pr pro prt pru ps psi psw psws ptsd pve qa qb qc qi qso rag rcpc re ri rip rna ro rp rsh rso rsw s sa sab
  sar sat sb sba scr sd sdm se sen senco sef send sgo sir slt smt sop sos spa spoc sro ssw sta std stp su sud sus sw swe swp sws
  ta tac taf tbc td tm tms tms ti toe tor tp tv uasc uc uk un uns us usa va var vat vc vcs vip voc vs wfh who wi wip wra yjb yjs
  yot yots yp ypa ypas yps yw st nd rd th am cob cpd dols asye amhp eta diy sos lol omg tba ooo ny la nyc ra rnr ot aa na fgc ils rmo rmn rgn pmld sld mld slcn sencos iep ehcp
  ihp vi hi msi ct crp ecg eeg gcs uti copd ckd bmi bm tb hiv dka cva tia mca dnr dnacpr ae nhse icd dsm pbr ecr isf`.split(
    /\s+/,
  ),
)

const sayings =
  /^(?:told|said|says|asked|agreed|refused|disclosed|denied|replied|felt|wants|wanted|became|came|went|and)$/

/** "I visited KM", "Mum (KM) agreed", "KM’s mum", "KM told me": two capitals, or three where somebody stands beside. */
function markBareInitials(reading: Reading, at: number, marks: Uint8Array): void {
  const { words, tokens, wordClass, facts, place, shape } = reading
  const word = words[at] ?? ''
  if (
    !/^[a-z]{2,3}$/.test(word) ||
    wordClass[at] !== 0 ||
    bodies.has(word) ||
    tokens[at]?.text !== word.toUpperCase()
  )
    return
  if (word.length === 3 && englishUse(facts[at] ?? 0) > 0) return
  const isBeside =
    tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')' && wordClass[at - 2] === wordClasses.relation
  const isOwner = tokens[at + 1]?.kind === 'possessive' && wordClass[at + 2] === wordClasses.relation
  const run = { first: at, end: at + 1 }
  const isMet = isMeetingBefore(reading, run)
  const isStart = place[at] !== 0
  const next = words[at + 1] ?? ''
  const isDoing =
    isStart &&
    word.length === 2 &&
    (doesWhatPeopleDo(reading, at + 1) || (sayings.test(next) && next !== 'and'))
  // "NB and PB were seen".
  const isPair =
    isStart &&
    next === 'and' &&
    /^[A-Z]{2}$/.test(tokens[at + 2]?.text ?? '') &&
    wordClass[at + 2] === 0 &&
    word.length === 2 &&
    !bodies.has(words[at + 2] ?? '')
  // "SW: KM", in notes of who was there.
  const isListed =
    word.length === 2 &&
    tokens[at - 1]?.text === ':' &&
    /^(?:sw|mum|dad|mother|father|child|client|carer|yp|iro|hv|ot|present|attended|worker)$/.test(
      words[at - 2] ?? '',
    )
  const isSure = isBeside || isListed
  const isLikely = isOwner || isMet || isDoing || isPair
  if (isSure || (isLikely && shape[at] === shapes.capitals)) {
    marks[at] = personMarks.initials
    if (isPair) marks[at + 2] = personMarks.initials
  }
}
