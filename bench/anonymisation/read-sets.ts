import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FindingClass } from '../../src/anonymisation/finding.ts'
import type { MarkedText, TrueSpan } from './score.ts'

/** Open data that is not ours to keep here; its notice says where it is from. */
const shared = fileURLToPath(new URL('../../../shared/anonymisation-data/', import.meta.url))
const own = fileURLToPath(new URL('texts/', import.meta.url))

/** Where the open data lies: `ANONYMISATION_DATA`, or beside the checkout. */
function readShared(name: string): string | null {
  const path = join(process.env['ANONYMISATION_DATA'] ?? shared, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function readOwn(name: string): string | null {
  return existsSync(own + name) ? readFileSync(own + name, 'utf8') : null
}

const tabClasses: Readonly<Record<string, FindingClass>> = {
  PERSON: 'person',
  LOC: 'place',
  ORG: 'organisation',
  DATETIME: 'date',
  CODE: 'reference',
}

/** Each third judgment: those that the shipped model never saw (`scripts/anonymisation/read-corpora.ts`). */
export function readJudgments(): MarkedText[] {
  const lines = (readShared('tab-train-92.jsonl') ?? '').split('\n').filter(line => line !== '')
  return lines
    .filter((_, index) => index % 3 === 2)
    .map(line => {
      const { text, entities } = JSON.parse(line) as {
        text: string
        entities: { entity_type: string; start_offset: number; end_offset: number }[]
      }
      return {
        text,
        spans: inUnits(
          text,
          entities.map(one => [one.start_offset, one.end_offset, tabClasses[one.entity_type]]),
        ),
      }
    })
}

const presidioClasses: Readonly<Record<string, FindingClass>> = {
  PERSON: 'person',
  ADDRESS: 'address',
  LOCATION: 'place',
  ORGANIZATION: 'organisation',
  PHONE_NUMBER: 'phone',
  EMAIL_ADDRESS: 'email',
  DOMAIN_NAME: 'url',
  DATE_TIME: 'date',
}

/** Sentences made from templates with names of many nations. Nothing was learnt from them. */
export function readPresidio(): MarkedText[] {
  const texts = JSON.parse(readShared('presidio-generated_large.json') ?? '[]') as {
    full_text: string
    spans: { entity_type: string; start_position: number; end_position: number }[]
  }[]
  return texts.map(({ full_text, spans }) => ({
    text: full_text,
    spans: inUnits(
      full_text,
      spans.map(one => [one.start_position, one.end_position, presidioClasses[one.entity_type]]),
    ),
  }))
}

const redactaClasses: Readonly<Record<string, FindingClass>> = {
  PATIENT_NAME: 'person',
  RELATIVE_NAME: 'person',
  NHS_NUMBER: 'nhs',
  DATE_OF_BIRTH: 'date',
  PHONE: 'phone',
  POSTCODE: 'postcode',
  MRN: 'reference',
  NI_NUMBER: 'nino',
  EMAIL: 'email',
}

/**
 * Invented clinical notes. What they would keep, a clinician's name and the date of an appointment, may stand in no CPD: to
 * find it is right here, to let it be no miss.
 */
export function readRedacta(): MarkedText[] {
  const file = readShared('redacta-uk-clinical-dev-100.json')
  if (file === null) return []
  const { notes, freeTextNames } = JSON.parse(file) as {
    notes: {
      text: string
      gold: { value: string; cat: string }[]
      preserve: { value: string; reason: string }[]
    }[]
    freeTextNames: { text: string; name: string }[]
  }
  const allowedClass = (reason: string): FindingClass | undefined =>
    reason === 'clinician name' ? 'person' : reason === 'appointment date' ? 'date' : undefined
  return [
    ...notes.map(({ text, gold, preserve }) => ({
      text,
      spans: gold.flatMap(({ value, cat }) => locate(text, value, redactaClasses[cat])),
      allowed: preserve.flatMap(({ value, reason }) => locate(text, value, allowedClass(reason))),
    })),
    ...freeTextNames.map(({ text, name }) => ({ text, spans: locate(text, name, 'person') })),
  ]
}

/** Our own short texts that do identify somebody. */
export function readIdentifying(): MarkedText[] {
  const texts = JSON.parse(readOwn('identifying.json') ?? '[]') as {
    text: string
    spans: { value: string; class: FindingClass }[]
  }[]
  return texts.map(({ text, spans }) => ({
    text,
    spans: spans.flatMap(one => locate(text, one.value, one.class)),
  }))
}

/** Our own sentences of reflective writing: those whose misses we looked at, and each third, whose misses we did not. */
export function readReflections(): { seen: MarkedText[]; unseen: MarkedText[] } {
  const all = (readOwn('reflections.txt') ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => readMarked(line))
  return {
    seen: all.filter((_, index) => index % 3 !== 2),
    unseen: all.filter((_, index) => index % 3 === 2),
  }
}

/** "I met [[person:Shanice]] and [[~person:Mr Justice Holdcroft]]": to be found, and right to find but no miss to let be. */
function readMarked(line: string): MarkedText {
  let text = ''
  const spans: TrueSpan[] = []
  const allowed: TrueSpan[] = []
  for (const part of line.split(/(\[\[[^\]]*\]\])/)) {
    const [, tilde, name, value] = /^\[\[(~?)(\w+):([^\]]*)\]\]$/.exec(part) ?? []
    if (value === undefined) text += part
    else {
      const list = tilde === '~' ? allowed : spans
      list.push({ start: text.length, end: text.length + value.length, class: name as FindingClass })
      text += value
    }
  }
  return { text, spans, allowed }
}

export interface NameFrames {
  readonly frames: readonly string[]
  readonly origins: Readonly<Record<string, readonly string[]>>
  readonly firstNames?: Readonly<Record<string, readonly string[]>>
}

export function readNameFrames(): NameFrames {
  return JSON.parse(readOwn('name-frames.json') ?? '{"frames":[],"origins":{}}') as NameFrames
}

export interface KnownFrames {
  readonly names: readonly string[]
  readonly frames: readonly string[]
}

export function readKnownFrames(): KnownFrames {
  return JSON.parse(readOwn('known.json') ?? '{"names":[],"frames":[]}') as KnownFrames
}

/** Professional prose in which nobody can be recognised. */
export function readClean(): string[] {
  if (!existsSync(own)) return []
  return readdirSync(own)
    .filter(name => /^clean-.*\.txt$/.test(name))
    .toSorted()
    .flatMap(name => readOwn(name) ?? [])
}

/** Spans given in code points. */
function inUnits(
  text: string,
  spans: readonly (readonly [number, number, FindingClass | undefined])[],
): TrueSpan[] {
  const units: number[] = []
  let at = 0
  for (const sign of text) {
    units.push(at)
    at += sign.length
  }
  units.push(at)
  return spans.flatMap(([from, to, name]) => {
    const [start, end] = [units[from], units[to]]
    return name && start !== undefined && end !== undefined ? [{ start, end, class: name }] : []
  })
}

/** Every mention of a value, however its digits are grouped. */
function locate(text: string, value: string, name: FindingClass | undefined): TrueSpan[] {
  if (!name) return []
  const exact = [...text.matchAll(new RegExp(escape(value), 'g'))]
  const loose = [...value.replaceAll(/[^\p{L}\p{N}]/gu, '')].map(sign => escape(sign)).join('[\\s.-]*')
  const found = exact.length > 0 ? exact : [...text.matchAll(new RegExp(loose, 'g'))]
  return found.map(match => ({ start: match.index, end: match.index + match[0].length, class: name }))
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
