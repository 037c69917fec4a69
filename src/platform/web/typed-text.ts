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
  'replaces',
  'returnTo',
  'next',
])

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
export function typedText(fields: readonly Field[]): string[] {
  return fields
    .filter(([name, value]) => !notTyped.has(name) && !isPassword(name) && value.trim() !== '')
    .map(([, value]) => value)
}

/** Texts as they were typed, each in a box of its own, to be read or copied. */
export function textInBoxes(texts: readonly string[]): Html {
  return html`${texts.map(text => html`<div class="govuk-inset-text confer-as-typed">${text}</div>`)}`
}

function isPassword(name: string): boolean {
  return /password/i.test(name)
}
