import type { Finding } from '../finding.ts'
import { tokenise, type Token } from '../tokens.ts'
import { markAddressRuns } from './address-runs.ts'
import { foldWord } from './fold-word.ts'
import { classOf, wordClasses } from './word-classes.ts'
import { englishUse, factsOf } from './word-facts.ts'
import type { Model } from './model.ts'
import { shapeOf, shapes } from './word-shapes.ts'

/** Names of people that one text gave away, so that they are found again, there and in other texts. */
export interface LearntNames {
  /** Folded words, each with whether it is an English word too: "hope" is found again only with a capital. */
  readonly words: ReadonlyMap<string, boolean>
}

/** More names than anybody writes into one piece: what is beyond is not learnt. */
const mostLearnt = 400

/** From what is likely a person; not from initials. */
export function learnNames(findings: readonly Finding[], text: string, model: Model): LearntNames {
  const words = new Map<string, boolean>()
  for (const { start, end, class: found, level, kind } of findings) {
    if (found !== 'person' || level !== 'likely' || kind !== 'name' || words.size >= mostLearnt) continue
    for (const token of tokenise(text.slice(start, end))) {
      if (token.kind !== 'word' || token.text.length < 2) continue
      const word = foldWord(token.text)
      const kind = classOf(word)
      if (kind === wordClasses.title || kind === wordClasses.particle || kind === wordClasses.roleTitle)
        continue
      if (word.length > 2 || shapeOf(token) === shapes.capital)
        words.set(word, englishUse(factsOf(word, model)) > 0)
    }
  }
  return { words }
}

/** Names learnt from several texts, together. */
export function joinLearnt(all: readonly LearntNames[]): LearntNames {
  return { words: new Map(all.flatMap(({ words }) => [...words]).slice(0, mostLearnt)) }
}

/**
 * Every mention of a learnt name, likely as the first was. What `findNames` has found may be among them: whoever puts
 * findings together keeps the longer.
 */
export function findLearnt(
  text: string,
  { words }: LearntNames,
  tokens: readonly Token[] = words.size === 0 ? [] : tokenise(text),
): readonly Finding[] {
  if (words.size === 0) return []
  const findings: { start: number; end: number; class: 'person'; level: 'likely' | 'check'; kind: 'name' }[] =
    []
  let isStart = true
  const addresses = markAddressRuns(tokens)
  for (const [at, token] of tokens.entries()) {
    const isWord = token.kind === 'word'
    const isFree = isWord && addresses[at] === 0
    const isSure = isFree && isMention(tokens, at, isStart, words)
    if (isSure || (isFree && isActing(tokens, at, words))) {
      const last = findings.at(-1)
      if (last && /^[ -]?$/.test(text.slice(last.end, token.start))) last.end = token.end
      else
        findings.push({
          start: token.start,
          end: token.end,
          class: 'person',
          level: isSure ? 'likely' : 'check',
          kind: 'name',
        })
    }
    isStart = isWord ? false : isStart || token.kind === 'break' || /^[.!?]$/.test(token.text)
  }
  return findings
}

/** "Marsh rang": a name that is a word too, at the start of a sentence, where its capital says nothing. */
function isActing(tokens: readonly Token[], at: number, words: LearntNames['words']): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || shapeOf(token) !== shapes.capital || !words.has(foldWord(token.text))) return false
  return next.kind === 'possessive' || deeds.has(next.text)
}

const deeds = new Set(
  `rang said told asked agreed refused cried came went lives lived swore phoned texted moved fell smiled shouted
  disclosed was is has`.split(/\s+/),
)

function isMention(
  tokens: readonly Token[],
  at: number,
  isStart: boolean,
  words: LearntNames['words'],
): boolean {
  const token = tokens[at]
  if (!token) return false
  const { text } = token
  const shape = shapeOf(token)
  const word = foldWord(text)
  // "The Petrovas".
  const isEnglish =
    words.get(word) ?? (/^\p{Lu}.{3,}s$/su.test(text) ? words.get(word.slice(0, -1)) : undefined)
  if (isEnglish === undefined) return false
  if (!isEnglish) return text.length > 2 || shape === shapes.capital
  // "MARSH": not where every word is in capitals.
  if (shape === shapes.capitals) return !isShouted(tokens[at - 1], words) && !isShouted(tokens[at + 1], words)
  return shape === shapes.capital && !isStart
}

function isShouted(token: Token | undefined, words: LearntNames['words']): boolean {
  return token?.kind === 'word' && shapeOf(token) === shapes.capitals && !words.has(foldWord(token.text))
}
