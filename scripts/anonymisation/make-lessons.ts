import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { read } from '../../src/anonymisation/names/features.ts'
import { foldWord } from '../../src/anonymisation/names/fold-word.ts'
import { knownBodies } from '../../src/anonymisation/names/known-names.ts'
import {
  endsAsEnglish,
  englishUse,
  isContraction,
  looksEnglish,
  surnameUse,
  type WordFacts,
} from '../../src/anonymisation/names/word-facts.ts'
import type { Model } from '../../src/anonymisation/names/model.ts'
import { makeName, makeOrganisation, makePlace, makeStreet, misspell } from './make-names.ts'
import { addressFrames, knownFrames, makeSentence, nameFrames } from './name-frames.ts'
import type { NameSources } from './name-pools.ts'
import { plainSentences } from './plain-sentences.ts'
import { seededRandom, type Random } from './random.ts'
import {
  readJudgments,
  readMessages,
  type LabelledSpan,
  type LabelledText,
  type NameClass,
} from './read-corpora.ts'
import type { Lesson } from './train-tagger.ts'

const relations =
  'mum mother dad father son daughter brother sister nan grandmother grandfather aunt uncle cousin partner husband wife boyfriend girlfriend stepdad stepmother ex-partner friend carer'.split(
    ' ',
  )

/** Never read: the dictionary stands in for it. */
const noModel: Model = {
  words: new Uint32Array(1),
  weights: new Int8Array(0),
  scale: 1,
  transitions: new Float64Array(0),
}

/** What the tagger reads in one epoch; every epoch with other names, so that it learns sentences and not names. */
export function makeLessons(
  folder: string,
  names: NameSources,
  dictionary: ReadonlyMap<string, WordFacts>,
): (epoch: number) => Lesson[] {
  const judgments = readJudgments(folder)
  const messages = readMessages(folder)
  const guidance = readGuidance()
  const english = plainWords(dictionary)
  return epoch => {
    const random = seededRandom(1000 + epoch)
    const texts: LabelledText[] = []
    for (const judgment of judgments) {
      texts.push(random.next() < 0.5 ? swapNames(judgment, names, random) : judgment)
      texts.push(changeCase(cutPart(swapNames(judgment, names, random), random), random))
    }
    for (const message of messages) {
      if (random.next() < 0.5) continue
      const swapped = random.next() < 0.5 ? swapNames(message, names, random) : message
      texts.push(random.next() < 0.12 ? changeCase(swapped, random) : swapped)
    }
    for (let count = 0; count < 4500; count++) texts.push(compose(names, english, random))
    for (const text of guidance) {
      const part = { text, spans: [] }
      texts.push(random.next() < 0.15 ? changeCase(part, random) : part)
    }
    return random.shuffle(texts).map(text => teach(text, dictionary, random))
  }
}

/** Our own public pages: careful prose about this profession in which nobody is named. */
function readGuidance(): string[] {
  const folder = fileURLToPath(new URL('../../content/guidance/', import.meta.url))
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .toSorted()
    .flatMap(name => readFileSync(folder + name, 'utf8').split(/\n{2,}/))
    .map(text =>
      text
        .replaceAll(/\]\([^)]*\)|[#*_[\]`>]|\{[^}]*\}/g, '')
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim(),
    )
    .filter(text => text.length > 20)
}

function teach(
  { text, spans }: LabelledText,
  dictionary: ReadonlyMap<string, WordFacts>,
  random: Random,
): Lesson {
  const named = new Set(
    spans.flatMap(({ start, end }) => text.slice(start, end).split(/[\s\-.,]+/)).map(word => foldWord(word)),
  )
  // Names that no dictionary has must be found too: one in five is taken out of it, for this text.
  const forgotten = new Map<string, boolean>()
  const isEnglish = (word: string) => englishUse(dictionary.get(word) ?? 0) > 0
  const lookUp = (word: string): WordFacts => {
    if (isContraction(word)) return 3 << 4
    let facts = dictionary.get(word) ?? 0
    if (facts !== 0 && named.has(word)) {
      let gone = forgotten.get(word)
      if (gone === undefined) {
        gone = random.next() < 0.2
        forgotten.set(word, gone)
      }
      if (gone) facts &= ~15 & 255
    }
    if (facts === 0 && /^[dlmo]'/.test(word)) return (dictionary.get(word.slice(2)) ?? 0) & 15
    if (facts === 0 && word.length > 3 && looksEnglish(word)) return 1 << 4
    if (englishUse(facts) === 0 && word.length > 3 && endsAsEnglish(word, isEnglish)) return facts | (1 << 4)
    if (facts === 0 && word.length > 4 && word.endsWith('s')) {
      const one = surnameUse(dictionary.get(word.slice(0, -1)) ?? 0)
      if (one > 0) return one << 2
    }
    return facts
  }
  return { reading: read(text, noModel, lookUp), spans }
}

/** Words that are English and no name at all. */
function plainWords(dictionary: ReadonlyMap<string, WordFacts>): string[] {
  return [...dictionary]
    .filter(([word, facts]) => (facts & ~0x30) === 0 && englishUse(facts) > 0 && word.length > 3)
    .map(([word]) => word)
}

/** A name among words that say nothing about it: what it is must show by itself. */
function makeSalad(words: readonly string[], random: Random): string {
  const word = () => random.pick(words)
  return random.pick([
    () => `{F} ${word()} ${word()} ${word()}.`,
    () => `{F} ${word()}ed today ${word()} ${word()} and ${word()}.`,
    () => `{N} ${word()} ${word()}.`,
    () => `The ${word()} ${word()} {F} ${word()} ${word()}.`,
    () => `I ${word()} {N} and ${word()} it.`,
    () => `${word()} {F} ${word()}`,
    () => `I ${word()} ${word()} {P} and ${word()}.`,
  ])()
}

/** Words with the capitals of a heading or of the start of a line, and nobody among them. */
function makePlainLine(words: readonly string[], random: Random): string {
  const small = () => random.pick(words)
  const large = () => {
    const word = small()
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  return random.pick([
    () => `${large()}, ${small()} and ${small()}.`,
    () => `- ${large()}: ${small()} ${small()}, ${small()}`,
    () => `- ${large()} ${small()}.`,
    () => `${large()} ${small()} the ${small()}. ${large()} is ${small()}.`,
    () => `${large()}, ${large()}, ${large()} and ${large()}`,
    () => `We looked at ${large()} ${large()} and the ${large()} ${small()}.`,
    () => `${large()} was the word that stayed with me.`,
    () => `The ${large()} ${large()} (${small()}) is ${small()}.`,
    () => `${large()} ${large()} ${large()}: a ${small()} ${small()}`,
    () => `the ${small()} said that ${small()} and ${small()} were ${small()}.`,
    () => `"${large()} ${small()}," they said.`,
  ])()
}

/** One to six sentences, with names and without. */
function compose(names: NameSources, english: readonly string[], random: Random): LabelledText {
  const count = 1 + Math.floor(random.next() * 6)
  const parts: LabelledText[] = []
  for (let index = 0; index < count; index++) {
    const draw = random.next()
    if (draw < 0.5) parts.push(fill(random.pick(nameFrames), names, random))
    else if (draw < 0.56) parts.push(fill(random.pick(knownFrames), names, random))
    else if (draw < 0.64) parts.push(fill(makeSentence(random), names, random))
    else if (draw < 0.66) parts.push(fill(makeSalad(english, random), names, random))
    else if (draw < 0.72) parts.push(fill(random.pick(addressFrames), names, random))
    else if (draw < 0.79) parts.push({ text: makePlainLine(english, random), spans: [] })
    else parts.push({ text: random.pick(plainSentences), spans: [] })
  }
  const whole = join(parts, random.next() < 0.75 ? ' ' : '\n')
  const draw = random.next()
  return draw < 0.2 ? changeCase(whole, random) : whole
}

function join(parts: readonly LabelledText[], between: string): LabelledText {
  let text = ''
  const spans: LabelledSpan[] = []
  for (const part of parts) {
    if (text !== '') text += between
    const offset = text.length
    text += part.text
    spans.push(...part.spans.map(span => ({ ...span, start: span.start + offset, end: span.end + offset })))
  }
  return { text, spans }
}

function fill(frame: string, names: NameSources, random: Random): LabelledText {
  let text = ''
  const spans: LabelledSpan[] = []
  const add = (value: string, name: NameClass): void => {
    spans.push({ start: text.length, end: text.length + value.length, class: name })
    text += value
  }
  for (const part of frame.split(/(\{[\w#]+\})/)) {
    switch (part) {
      case '{X}':
      case '{F}':
      case '{L}':
      case '{N}':
      case '{T}':
      case '{I}': {
        let name = makeName(part.charAt(1), names, random)
        if (random.next() < 0.03) name = misspell(name, random)
        if (random.next() < 0.02) name = name.toLowerCase()
        if (random.next() < 0.015) name = name.toUpperCase()
        add(name, 'person')
        break
      }
      case '{J}':
        add(`${makeName('I', names, random).charAt(0)}.`, 'person')
        break
      case '{S}':
        add(makeStreet(names, random), 'place')
        break
      case '{#}':
        text += String(1 + Math.floor(random.next() * 400))
        break
      case '{P}':
        add(makePlace(names, random), 'place')
        break
      case '{O}':
        add(makeOrganisation(names, random), 'organisation')
        break
      case '{K}':
        text += random.pick(knownBodies)
        break
      case '{R}':
        text += random.pick(relations)
        break
      case '{R0}':
        text += random.next() < 0.5 ? `their ${random.pick(relations)}` : random.pick(relations)
        break
      case '{R2}':
        text += random.pick(['her mum', 'his dad', 'her mother', 'their father', 'her sister', 'his brother'])
        break
      default:
        text += part
    }
  }
  return { text, spans }
}

/** Other people's names in the same places, the same for each mention. */
function swapNames({ text, spans }: LabelledText, names: NameSources, random: Random): LabelledText {
  const swapped = new Map<string, string>()
  let result = ''
  let at = 0
  const moved: LabelledSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at) continue
    result += text.slice(at, span.start)
    const old = text.slice(span.start, span.end)
    const start = result.length
    result += span.class === 'person' ? otherName(old, swapped, names, random) : old
    moved.push({ start, end: result.length, class: span.class })
    at = span.end
  }
  return { text: result + text.slice(at), spans: moved }
}

function otherName(old: string, swapped: Map<string, string>, names: NameSources, random: Random): string {
  const words = old.split(' ')
  const title = /^(Mr|Mrs|Ms|Miss|Dr|Prof)\.?$/.test(words[0] ?? '')
  const rest = title ? words.slice(1) : words
  if (!rest.every(word => /^\p{Lu}/u.test(word))) return old
  const pool = random.pick(names.pools)
  const others = rest.map((word, index) => {
    if (/\./.test(word) || word.length < 3) return word
    const known = swapped.get(word)
    if (known !== undefined) return known
    const other = random.pick(index === rest.length - 1 && (title || index > 0) ? pool.last : pool.first)
    swapped.set(word, other)
    return other
  })
  return [...(title ? words.slice(0, 1) : []), ...others].join(' ')
}

/** A few paragraphs of a long text. */
function cutPart({ text, spans }: LabelledText, random: Random): LabelledText {
  const start = text.indexOf('\n\n', Math.floor(random.next() * text.length * 0.9))
  if (start < 0) return { text, spans }
  const end = Math.min(text.length, text.indexOf('\n\n', start + 1000) + 1 || text.length)
  return {
    text: text.slice(start, end),
    spans: spans
      .filter(span => span.start >= start && span.end <= end)
      .map(span => ({ ...span, start: span.start - start, end: span.end - start })),
  }
}

/** All capitals or none. Letters whose other case has another length are left as they are: the spans must still fit. */
function changeCase({ text, spans }: LabelledText, random: Random): LabelledText {
  const upper = random.next() < 0.4
  const changed = [...text].map(sign => {
    const other = upper ? sign.toUpperCase() : sign.toLowerCase()
    return other.length === sign.length ? other : sign
  })
  return { text: changed.join(''), spans }
}
