import type { Writing } from '../device/device.ts'
import { isOfQuestion, type Fields } from './fields.ts'
import type { FormNow } from './rebase.ts'
import type { FormView } from './writer.ts'

/** A form in the page, as the writer knows it. */
export function viewOf(form: HTMLFormElement): FormView {
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const pieceId = field('pieceId')?.value ?? idIn(form.action)
  return {
    pieceId,
    read: () => ({ action: new URL(form.action).pathname, fields: fieldsIn(form) }),
    caret: () => caretIn(form),
    canShow: answer => answer.every(([name, value]) => placesFor(form, name, value).length > 0),
    show: now => show(form, now),
  }
}

/**
 * What a form is about: a piece of CPD, or whatever the last id in its address names, such as the session whose record it
 * is.
 */
function idIn(action: string): string {
  return /\/pieces\/([^/]+)/.exec(action)?.[1] ?? /.*\/([0-9a-f-]{36})(?:\/|$)/.exec(action)?.[1] ?? ''
}

function fieldsIn(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'formToken' ? [[name, value] as const] : [],
  )
}

export function caretIn(form: HTMLFormElement, active: unknown = document.activeElement): Writing['caret'] {
  const isText = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement
  if (!isText || !form.contains(active) || active.selectionStart === null) return null
  return {
    name: active.name,
    start: active.selectionStart,
    end: active.selectionEnd ?? active.selectionStart,
  }
}

export function putCaret(form: HTMLFormElement, caret: Writing['caret']): void {
  const field = caret && form.querySelector(`[name="${CSS.escape(caret.name)}"]`)
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  field.focus()
  field.setSelectionRange(caret?.start ?? 0, caret?.end ?? 0)
}

type Place = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function placesFor(form: HTMLFormElement, name: string, value: string): Place[] {
  return [...form.querySelectorAll<Place>(`[name="${CSS.escape(name)}"]`)].filter(place => {
    if (place instanceof HTMLSelectElement) return [...place.options].some(option => option.value === value)
    return place.type !== 'checkbox' || place.value === value
  })
}

/** Fields that have what they are to have are not touched, nor is the caret in them. */
function show(form: HTMLFormElement, { action, fields }: FormNow): void {
  for (const place of form.querySelectorAll<Place>('input[name], textarea[name], select[name]')) {
    if (place.name === 'formToken') continue
    const values = fields.filter(([name]) => name === place.name).map(([, value]) => value)
    if (place.type === 'checkbox') (place as HTMLInputElement).checked = values.includes(place.value)
    else if (values[0] !== undefined && place.value !== values[0]) place.value = values[0]
    // A row for one more peer, which the answer does not have, is emptied; what the page itself added goes.
    else if (values[0] === undefined && place.type === 'hidden') place.remove()
    else if (values[0] === undefined && isRow(place.name)) place.value = ''
  }
  if (new URL(form.action).pathname === action) return
  form.action = action
  history.replaceState(history.state, '', action)
}

function isRow(name: string): boolean {
  const question = name.replace(/-(?:category|role)-\d+$/, '')
  return question !== name && isOfQuestion(name, question)
}
