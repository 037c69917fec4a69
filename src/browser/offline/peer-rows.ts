import { partOf } from './show-part.ts'

const row = '.confer-peer'

/** Gives the form this many rows for peers, made as the server makes them, with what is in them kept from the first on. */
export function showPeers(form: HTMLFormElement, count: number, without: number | null = null): void {
  const before = [...form.querySelectorAll(row)]
  const first = before[0]
  if (!first || (before.length === count && without === null)) return
  const typed = before
    .filter((_, index) => index !== without)
    .map(peer => fieldsIn(peer).map(field => ({ value: field.value, options: optionsOf(field) })))
  const rows = count === 1 ? [onlyRow()] : Array.from({ length: count }, (_, index) => rowOf(index + 1))
  const made = rows.filter(peer => peer !== null)
  for (const [index, peer] of made.entries())
    for (const [at, field] of fieldsIn(peer).entries()) {
      const was = typed[index]?.[at]
      if (!was) continue
      if (field instanceof HTMLSelectElement) field.replaceChildren(...was.options)
      field.value = was.value
    }
  first.before(...made)
  for (const peer of before) peer.remove()
}

/** What "Add another peer" and "Remove" do where no server does it. */
export function pressPeerButton(form: HTMLFormElement, press: string): boolean {
  const count = form.querySelectorAll(row).length
  if (press === 'add-peer') {
    showPeers(form, count + 1)
    focusOn(form, count)
    return true
  }
  const removed = Number(/^remove-peer-(\d+)$/.exec(press)?.[1] ?? 0)
  if (removed === 0) return false
  showPeers(form, Math.max(1, count - 1), removed - 1)
  focusOn(form, Math.min(removed - 1, count - 2))
  return true
}

function focusOn(form: HTMLFormElement, index: number): void {
  form.querySelectorAll(row)[Math.max(0, index)]?.querySelector('select')?.focus()
}

function onlyRow(): Element | null {
  return partOf('form').querySelector(row)
}

/** The template has two: the first says what a job role is, and from the second come all the others. */
function rowOf(number: number): Element | null {
  const [first, second] = partOf('peers').querySelectorAll(row)
  if (number === 1) return first ?? null
  if (second && number > 2) renumber(second, number)
  return second ?? null
}

function renumber(peer: Element, number: number): void {
  for (const element of peer.querySelectorAll('*')) {
    for (const { name, value } of element.attributes)
      if (name !== 'class') element.setAttribute(name, value.replace(/-2(?=$|-| )/g, `-${number}`))
    for (const text of element.childNodes)
      if (text instanceof Text) text.data = text.data.replace(/\bpeer 2\b/, `peer ${number}`)
  }
}

function fieldsIn(peer: Element): (HTMLSelectElement | HTMLInputElement)[] {
  return [...peer.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')]
}

function optionsOf(field: Element): HTMLOptionElement[] {
  return field instanceof HTMLSelectElement ? [...field.options] : []
}
