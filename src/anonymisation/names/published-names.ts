import { tokenise } from '../tokens.ts'
import type { Reading } from './features.ts'
import { foldWord } from './fold-word.ts'
import { knownAuthors, knownBodies } from './known-names.ts'
import { uses } from './uses-elsewhere.ts'
import { wordClasses } from './word-classes.ts'
import { englishUse, firstNameUse, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/** What is published, token by token. */
export const published = {
  no: 0,
  /** Someone whose work is read: a note at most. */
  author: 1,
  /** Cited here, with a year or "et al.". */
  cited: 2,
  /** A body, a law, a model of practice, a product: nothing to find. */
  body: 3,
} as const

interface Known {
  readonly words: readonly string[]
  readonly kind: number
}

/** Of authors, and of many others: "Howe", "Taylor". */
const authorSurnames = new Set<string>()

let knownByFirst: ReadonlyMap<string, readonly Known[]> | null = null

/** Made when first asked for: a page that never checks a text does not pay for it. */
function listKnown(): ReadonlyMap<string, readonly Known[]> {
  if (knownByFirst) return knownByFirst
  const lists = new Map<string, Known[]>()
  const add = (words: readonly string[], kind: number): void => {
    const [first] = words
    if (first === undefined) return
    const list = lists.get(first) ?? []
    list.push({ words, kind })
    lists.set(first, list)
  }
  for (const name of knownBodies) add(wordsOf(name), published.body)
  for (const name of knownAuthors) {
    const words = wordsOf(name)
    add(words, published.author)
    const surname = words.at(-1) ?? ''
    // "Jones" alone may be anybody; "Winnicott" alone is the theorist.
    if (words.length > 1) {
      if (everydaySurnames.has(surname)) authorSurnames.add(surname)
      else add([surname], published.author)
    }
  }
  for (const list of lists.values()) list.sort((a, b) => b.words.length - a.words.length)
  knownByFirst = lists
  return lists
}

const everydaySurnames = new Set(
  `leonard bernard joseph samuel arnold dickens o'brien o'donoghue o'byrne adams allen anda archer arnold bailey baker banks baron barnes beck beckett beek bell berg berne bloom bowen bradley
  brown burke butler cassidy collins cooper cornes cree daniel davis dickens duffy duncan edwards ellis england
  fook fraser gardner george gill glasser golding grant green gupta hall harris hart hawkins helm hill hoffman holmes
  holman hood hooks howe hughes johns jones jay kelly keene kent king klein lamb leddra lees lord main marx mate
  miller mill moon moore morris morrison mumford norman oliver parker parkes parton payne pearce pence perry powell reid
  robert rose ruth said scott sen senge shakespeare sinclair skinner slade steele stern stevens stevenson sullivan gray mcmahon neil mendes maxwell stanley ward winter noble beddoe rees holland diaz westlake stein wade keating barn husband ahmad fernando weinstein rogowski frost rowe lindsey mitchell phillips sanders watson hull grant burns bass blake morgan stacey patterson locke ahmed bell craig townsend booth bevan castle hudson coles atkinson willow howell jackson reynolds robinson goldstein roberts reason pickett wilkinson barnes croft fish humphreys radford smith oakley connell saad joseph samuel perry glass hayden johnstone boyle clarkson little packman quinton lindsay levinson gardner bruner asch allport duckworth kline covey drucker bass adair kerr hayden casey shah boss music orr hughes wroe laird powell
  taylor thomas thompson waters weber webb wenger west white whittaker wood francis fox alleyne wilkins sharif
  wells chapman lawrence beckford carlile hobson karen rustin hale
  singh siddiqui james bullock cameron buckley saunders lambert richmond gilbert mcfadden mcintosh goodman murphy atkins cherry may
  schwartz snyder clegg lister healy cooney sewell milner maclean romeo delgado levine macdonald herman isaacs coy`.split(
    /\s+/,
  ),
)

function wordsOf(name: string): string[] {
  return tokenise(name).map(token =>
    token.kind === 'word' ? foldWord(token.text) : token.text.toLowerCase(),
  )
}

/** For each token one of `published`. */
export function markPublished(reading: Reading): Uint8Array {
  const marks = new Uint8Array(reading.tokens.length)
  markKnown(reading, marks)
  markScholars(reading, marks)
  markCompanions(reading, marks)
  markCitations(reading, marks)
  return marks
}

function markKnown({ words, shape, facts }: Reading, marks: Uint8Array): void {
  const lists = listKnown()
  for (let at = 0; at < words.length; at++) {
    const list = lists.get(words[at] ?? '')
    const known = list?.find(one => one.words.every((word, index) => isSame(words[at + index], word)))
    // In small letters a body is what its words say, and an author only where the word is no other.
    const isSmall = shape[at] === shapes.small
    if (!known || (isSmall && (known.kind !== published.author || englishUse(facts[at] ?? 0) > 0))) continue
    const end = at + known.words.length
    // "Brandon" alone is sooner a boy than Marian Brandon.
    if (known.kind !== published.author || known.words.length > 1 || !isGivenName(facts[at] ?? 0))
      marks.fill(known.kind, at, end)
    at = end - 1
  }
}

/** "Re B-S." ends with what looks like an initial. */
function isSame(word: string | undefined, known: string): boolean {
  return word === known || (known.length === 1 && word === `${known}.`)
}

/** What is done in books: nobody says of a client that they "posit". */
const arguing = new Set(
  `argue argues posit posits contend contends theorise theorises theorize theorizes conceptualise conceptualises assert asserts
  propose proposes outline outlines critique critiques define defines emphasise emphasises`.split(/\s+/),
)
/** What others do too: only of a surname that an author has. */
const saying = new Set(
  `suggest suggests describe describes remind reminds put puts note notes call calls highlight highlights identify
  identifies explore explores discuss discusses maintain maintains believe explain explains show shows write writes wrote argued
  suggested proposed described points observes`.split(/\s+/),
)
const somebodys = new Set(
  `me him his her hers he she himself herself my i mum dad they'd he'd she'd asked told been had`.split(' '),
)

/** "Bowlby argues", "as Howe reminds us", "according to Adams": a surname alone, as one cites. */
function markScholars({ words, shape, facts, tokens, elsewhere, place }: Reading, marks: Uint8Array): void {
  for (let at = 0; at < words.length; at++) {
    if (
      shape[at] !== shapes.capital ||
      marks[at] !== published.no ||
      (shape[at - 1] === shapes.capital && place[at - 1] === 0)
    )
      continue
    const before = words[at - 1] ?? ''
    const next = words[at + 1] ?? ''
    const isAuthor = authorSurnames.has(words[at] ?? '')
    if (!isAuthor && !arguing.has(next)) continue
    if (((elsewhere[at] ?? 0) & uses.titled) !== 0 || (before === '.' && shape[at - 2] !== shapes.small))
      continue
    const isMet = [2, 3, 4].some(step => somebodys.has(words[at + step] ?? ''))
    const isGiven = isGivenName(facts[at] ?? 0)
    const isArguing = arguing.has(next) && (isAuthor || !isGiven)
    const isSaying =
      isAuthor &&
      ((saying.has(next) && (!isGiven || before === 'as')) ||
        (/^(?:to|on|of|read|reread|quoted|cited|following|using)$/.test(before) &&
          /^(?:according to|drawing on|drew on|draws on|words of|work of|i (?:read|reread|quoted|cited)|ideas of|writing of)$/.test(
            /^(?:to|on|of)$/.test(before) ? `${words[at - 2] ?? ''} ${before}` : `i ${before}`,
          ) &&
          shape[at + 1] !== shapes.capital &&
          !/^(?:an?|the|his|her)$/.test(next)))
    const isWork =
      isAuthor &&
      tokens[at + 1]?.kind === 'possessive' &&
      /^(?:theory|theories|model|models|framework|concept|concepts|typology|research|writing|levels|cycle|idea|ideas|argument|definition)$/.test(
        words[at + 2] ?? '',
      )
    if (((isArguing || isSaying) && !isMet) || isWork) {
      marks[at] = published.cited
      if (isArguing && before === 'and' && shape[at - 2] === shapes.capital) marks[at - 2] = published.cited
    }
  }
  for (let at = 1; at < words.length - 1; at++) {
    if (words[at] !== 'and' && words[at] !== '&') continue
    // "Beck and Ellis": two of them together are two authors, unless both may be children.
    const pair = [at - 1, at + 1]
    const areAuthors = pair.every(
      one =>
        shape[one] === shapes.capital &&
        (authorSurnames.has(words[one] ?? '') || marks[one] === published.author),
    )
    const isWhole = shape[at - 2] !== shapes.capital && shape[at + 2] !== shapes.capital
    // "Our founders, Novosel, Robinson and Holmes".
    const isListed =
      words[at - 2] === ',' && shape[at - 3] === shapes.capital && marks[at - 3] !== published.author
    if (!areAuthors || !isWhole || isListed || pair.every(one => isGivenName(facts[one] ?? 0))) continue
    if ([2, 3, 4].some(step => somebodys.has(words[at + step] ?? ''))) continue
    for (const one of pair) if (marks[one] === published.no) marks[one] = published.cited
    // "Featherstone, White and Morris".
    if (words[at - 2] === ',' && marks[at - 3] === published.author) marks[at - 1] = published.cited
  }
}

/** "Hawkins and Shohet", "Munby LJ": who is named with somebody published is so too. */
function markCompanions({ words, shape, facts }: Reading, marks: Uint8Array): void {
  for (let at = 1; at < words.length - 1; at++) {
    if (words[at] === 'and' && words[at + 1] === 'colleagues') {
      if (
        listKnown()
          .get(words[at - 1] ?? '')
          ?.some(one => one.words.length === 1)
      )
        marks[at - 1] = published.author
    } else if (words[at] === 'and' || words[at] === '&') {
      const [before, after] = [marks[at - 1], marks[at + 1]]
      if (before === published.author && after === published.no && isSurname(at + 1))
        marks[at + 1] = published.cited
      if (after === published.author && before === published.no && isSurname(at - 1))
        marks[at - 1] = published.cited
    } else if (/^(?:lj|ljj|mr justice)$/.test(words[at] ?? '') && shape[at] === shapes.capitals) {
      marks.fill(published.cited, at - 1, at + 1)
    }
  }
  function isSurname(at: number): boolean {
    return shape[at] === shapes.capital && !isGivenName(facts[at] ?? 0)
  }
}

/** A first name, and no usual surname unless a very usual first name. */
export function isGivenName(facts: number): boolean {
  return firstNameUse(facts) === 3 || (firstNameUse(facts) > 1 && surnameUse(facts) < 3)
}

/** A citation holds no more tokens than this: authors beyond are not looked for. */
const longestCitation = 24

/** "Smith and Jones (2020)", "(Smith, 2019; Brown et al., 2020)", "Smith et al.", "Smith, J. (2019) Title". */
function markCitations(reading: Reading, marks: Uint8Array): void {
  const { tokens, words } = reading
  const cited = new Set<string>()
  for (const [at, token] of tokens.entries()) {
    if (isYear(token.text)) {
      const before = tokens[at - 1]?.text
      if (before === '(') markBack(reading, at - 2, false, marks, cited)
      else if (before === ',' || words[at - 1] === 'al' || tokens[at - 1]?.kind === 'word')
        markBack(reading, at - 1, true, marks, cited)
    } else if (words[at] === 'v' || words[at] === 'vs') {
      markCase(reading, at, marks)
    } else if (words[at] === 'et' && words[at + 1] === 'al') {
      markBack(reading, at - 1, false, marks, cited)
    }
  }
  if (cited.size === 0) return
  for (const [at, word] of words.entries()) {
    if (marks[at] === published.no && cited.has(word) && reading.shape[at] !== shapes.small)
      marks[at] = published.cited
  }
}

/** "Lambert v. the United Kingdom", "R v Brown": a reported case is published, whoever it was about. */
function markCase({ tokens, shape, words }: Reading, versus: number, marks: Uint8Array): void {
  const isParty = (at: number) =>
    shape[at] === shapes.capital || shape[at] === shapes.letter || shape[at] === shapes.initial
  const mark = (at: number) => {
    if (marks[at] === published.no) marks[at] = published.cited
  }
  for (let at = versus - 1; at >= versus - 4 && isParty(at); at--) mark(at)
  let at = versus + 1
  while (tokens[at]?.text === '.' || words[at] === 'the') at += 1
  for (const end = at + 4; at < end && isParty(at); at++) mark(at)
}

function isYear(text: string): boolean {
  return /^(1[89]|20)\d\d[a-e]?$/.test(text)
}

/** `inBrackets`: only where an opening bracket stands before, as "In June, 2019" is no citation. */
function markBack(
  { words, tokens, shape, wordClass }: Reading,
  from: number,
  inBrackets: boolean,
  marks: Uint8Array,
  cited: Set<string>,
): void {
  const found: number[] = []
  let isOpen = !inBrackets
  for (let at = from; at >= 0 && at > from - longestCitation; at--) {
    const word = words[at] ?? ''
    const form = shape[at]
    if (tokens[at]?.text === '(' || tokens[at]?.text === ';') {
      isOpen ||= true
      break
    }
    if (form === shapes.capital || form === shapes.mixed || form === shapes.capitals) {
      const kind = wordClass[at]
      if (kind === wordClasses.month || kind === wordClasses.title) break
      found.push(at)
      continue
    }
    const joins =
      form === shapes.initial ||
      form === shapes.letter ||
      form === shapes.possessive ||
      wordClass[at] === wordClasses.particle ||
      /^(?:and|&|,|et|al|\.|-|‐|–|see|eg|cf|in)$/.test(word)
    if (!joins) break
  }
  if (!isOpen) return
  for (const at of found) {
    if (marks[at] === published.no) marks[at] = published.cited
    cited.add(words[at] ?? '')
  }
}
