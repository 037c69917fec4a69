import { html, type Html } from '../ui/html.ts'
import { formTokenField, setAsideField, type FormBody } from './form-body.ts'

export type Field = readonly [name: string, value: string]

/** Fields that our own pages fill. */
const notTyped = new Set([
  formTokenField,
  setAsideField,
  'version',
  'seen',
  'saveId',
  'pieceId',
  'question',
  'number',
  'session',
  'press',
  'checkedBy',
  'settles',
  'choosing',
  'fromDevice',
  'returnTo',
  'next',
  'mark',
  'shownEnd',
])

/** What a new piece starts from, and which of two texts is to stand: buttons and codes of ours. */
const notTypedEither = /^(?:starting|choose)-/

/** An id or a hash, in a hidden field or of somebody who was chosen. */
const ours = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64})$/

/** What a form posted, field by field, without what is of no use later: its token, and passwords. */
export function fieldsToKeep(form: FormBody): Field[] {
  return [...form.fields].flatMap(([name, values]) =>
    name === formTokenField || name === setAsideField || isPassword(name)
      ? []
      : values.map(value => [name, value] as const),
  )
}

export function hasPassword(form: FormBody): boolean {
  return [...form.fields.keys()].some(isPassword)
}

/** What somebody typed: never a password, and nothing that our own pages filled in. */
export function typedFields(fields: readonly Field[]): Field[] {
  return fields.filter(
    ([name, value]) =>
      !notTyped.has(name) &&
      !notTypedEither.test(name) &&
      !ours.test(value) &&
      !isPassword(name) &&
      value.trim() !== '',
  )
}

export function typedText(fields: readonly Field[]): string[] {
  return typedFields(fields).map(([, value]) => value)
}

/** Longer than this, or of several lines, and a text has a box of its own. */
const short = 60

/** Texts as they were typed, to be read or copied: dates, choices and the like together, as they were on the form. */
export function textInBoxes(texts: readonly string[]): Html {
  const isShort = (text: string) => text.length <= short && !text.includes('\n')
  const boxes: string[][] = []
  for (const [at, text] of texts.entries()) {
    const before = texts[at - 1]
    if (before !== undefined && isShort(before) && isShort(text)) boxes.at(-1)?.push(text)
    else boxes.push([text])
  }
  return html`${boxes.map(box => html`<div class="govuk-inset-text confer-as-typed">${box.join('\n')}</div>`)}`
}

function isPassword(name: string): boolean {
  return /password/i.test(name)
}
