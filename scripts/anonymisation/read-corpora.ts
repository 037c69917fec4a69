import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the tagger learns to tell apart. */
export type NameClass = 'person' | 'organisation' | 'place'

export interface LabelledSpan {
  readonly start: number
  readonly end: number
  readonly class: NameClass
}

/** One text and the names in it, in UTF-16 units. */
export interface LabelledText {
  readonly text: string
  readonly spans: readonly LabelledSpan[]
}

interface TabDocument {
  readonly text: string
  readonly entities: readonly {
    readonly entity_type: string
    readonly start_offset: number
    readonly end_offset: number
  }[]
}

const tabClasses: Readonly<Record<string, NameClass>> = {
  PERSON: 'person',
  ORG: 'organisation',
  LOC: 'place',
}

/**
 * The judgments of the Text Anonymization Benchmark that the tagger may learn from: two of three. Each third one is kept
 * out of the model that we ship, and the benchmark scores on those only.
 */
export function readJudgments(folder: string): LabelledText[] {
  const lines = readFileSync(join(folder, 'tab-train-92.jsonl'), 'utf8').split('\n')
  return lines
    .filter(line => line !== '')
    .filter((_, index) => index % 3 !== 2)
    .map(line => {
      const { text, entities } = JSON.parse(line) as TabDocument
      const units = unitOffsets(text)
      return {
        text,
        spans: entities.flatMap(({ entity_type, start_offset, end_offset }) => {
          const name = tabClasses[entity_type]
          const [start, end] = [units[start_offset], units[end_offset]]
          return name && start !== undefined && end !== undefined ? [{ start, end, class: name }] : []
        }),
      }
    })
}

/** The benchmark counts code points. */
function unitOffsets(text: string): number[] {
  const offsets = []
  let at = 0
  for (const sign of text) {
    offsets.push(at)
    at += sign.length
  }
  return [...offsets, at]
}

const tweetClasses: Readonly<Record<string, NameClass>> = {
  PER: 'person',
  person: 'person',
  LOC: 'place',
  location: 'place',
  ORG: 'organisation',
  corporation: 'organisation',
  group: 'organisation',
}

/** Short messages, from WNUT-2017 and the Broad Twitter Corpus, put together again from their words. */
export function readMessages(folder: string): LabelledText[] {
  const files = [
    'wnut17-wnut17train.conll',
    'wnut17-emerging.dev.conll',
    'btc-f.conll',
    'btc-g.conll',
    'btc-h.conll',
  ]
  return files.flatMap(file =>
    readFileSync(join(folder, file), 'utf8')
      .split(/\n\s*\n/)
      .map(block => joinWords(block.split('\n').map(line => line.split('\t'))))
      .filter(({ text }) => text.length > 10),
  )
}

function joinWords(rows: readonly (readonly string[])[]): LabelledText {
  let text = ''
  const spans: { start: number; end: number; class: NameClass }[] = []
  let afterAt = false
  for (const [word = '', label = 'O'] of rows) {
    // A handle is not a name in a sentence: another rule finds it.
    const isHandle = afterAt || word.startsWith('@') || word.startsWith('#') || word.startsWith('http')
    afterAt = word === '@'
    if (isHandle || word === '' || word === 'RT') continue
    const glued = /^([.,!?;:)\]%]|['’](s|m|re|ve|ll|d|t)|n['’]t)$/i.test(word) || /[([]$/.test(text)
    if (text !== '' && !glued) text += ' '
    const start = text.length
    text += word
    const name = tweetClasses[label.slice(2)]
    const last = spans.at(-1)
    if (name && label.startsWith('I-') && last?.class === name) last.end = text.length
    else if (name) spans.push({ start, end: text.length, class: name })
  }
  return { text, spans }
}
