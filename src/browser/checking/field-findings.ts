import { foundInWords, notesInWords } from '../../anonymisation/finding-words.ts'
import type { FoundInText, RewriteOfText } from './check-request.ts'
import { doneItem, findingItem } from './finding-item.ts'
import { shiftRange, type Range } from './shift-range.ts'

export type CheckedField = HTMLTextAreaElement | HTMLInputElement

interface Acts {
  /** Something was done that calls for a new check at once. */
  checkNow(): void
  keep(keptForm: string): void
  askAgain(keptForm: string): void
}

/** What was found in one field, below it: a line that says how much, and a list with buttons. */
export interface FieldFindings {
  /** `found` was found in `checked`, which may not be quite what the field says by now. Returns how many things there are to look at. */
  show(checked: string, found: readonly FoundInText[]): number
}

interface Item {
  readonly element: HTMLElement
  /** Says anew what is found there, why, and what can be done. */
  update(found: FoundInText): void
  found: FoundInText
  /** Where it is by now; `null` once somebody has typed in it. */
  range: Range | null
}

interface Done {
  readonly element: HTMLElement
  range: Range | null
}

export function findingsOf(field: CheckedField, acts: Acts): FieldFindings {
  const { box, summary, line, list, notes, notesList, notesLine } = makeBox(field)
  let items: Item[] = []
  let done: Done[] = []
  let shown = field.value
  let hasFound = false

  field.addEventListener('input', () => {
    const now = field.value
    const moved = (range: Range | null) => range && shiftRange(range, shown, now)
    for (const item of items) item.range = moved(item.range)
    for (const one of done) one.range = moved(one.range)
    shown = now
    // What was replaced is not there any more, so there is nothing to take back.
    const gone = done.filter(({ range }) => range === null)
    done = done.filter(({ range }) => range !== null)
    for (const { element } of gone) remove(element)
  })

  /** What has the focus goes: it passes to what says how much is left. */
  function remove(element: HTMLElement): void {
    const hadFocus = element.contains(document.activeElement)
    element.remove()
    if (hadFocus) (box.hidden ? field : summary).focus()
  }

  /** Puts a text in the place of another as somebody's typing would, so that it is counted, kept and saved like that. */
  function replace(range: Range, text: string): void {
    field.setRangeText(text, range.start, range.end, 'preserve')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function rewrite(item: Item, { start, end, before, replacement }: RewriteOfText): void {
    const { found, range } = item
    const by = range === null ? null : range.start - found.start
    const target = by === null ? null : { start: start + by, end: end + by }
    if (target === null || field.value.slice(target.start, target.end) !== before) {
      // Somebody has typed there since it was found.
      acts.checkNow()
      return
    }
    replace(target, replacement)
    const entry: Done = {
      range: { start: target.start, end: target.start + replacement.length },
      element: doneItem({
        words:
          replacement.trim() === ''
            ? `Removed “${found.words.found}”.`
            : `Replaced “${found.words.found}” with “${replacement}”.`,
        about: `put back “${found.words.found}”`,
        undo() {
          const { range: at } = entry
          if (at) replace(at, before)
          done = done.filter(one => one !== entry)
          remove(entry.element)
          acts.checkNow()
        },
      }),
    }
    finish(item, entry)
  }

  function keep(item: Item): void {
    const { keptForm, words } = item.found
    const entry: Done = {
      range: item.range,
      element: doneItem({
        words: `Kept “${words.found}”.`,
        about: `ask about “${words.found}” again`,
        undo() {
          acts.askAgain(keptForm)
          done = done.filter(one => one !== entry)
          remove(entry.element)
          acts.checkNow()
        },
      }),
    }
    acts.keep(keptForm)
    finish(item, entry)
  }

  function finish(item: Item, entry: Done): void {
    items = items.filter(one => one !== item)
    done.push(entry)
    item.element.replaceWith(entry.element)
    entry.element.querySelector('button')?.focus()
    acts.checkNow()
  }

  return {
    show(checked, found) {
      const now = found.map(one => ({ one, range: shiftRange(one, checked, field.value) }))
      // By where it is: of two that read alike the second is to stay the second when the first goes.
      const known = new Map<string, Item>()
      for (const item of items) {
        const key = keyOf(item.found, item.range)
        if (key !== null) known.set(key, item)
      }
      const unseen = new Set(items)
      items = now.map(({ one, range }) => {
        const key = keyOf(one, range)
        const same = key === null ? undefined : known.get(key)
        if (same === undefined || !unseen.delete(same)) return makeItem(one, range)
        same.found = one
        same.range = range
        same.update(one)
        return same
      })
      for (const { element } of unseen) remove(element)
      place(
        list,
        items.filter(({ found }) => found.level !== 'note'),
      )
      const ofNotes = items.filter(({ found }) => found.level === 'note')
      place(notesList, ofNotes)
      const things = items.length - ofNotes.length
      if (things > 0) hasFound = true
      // An element that is told what it says already is read out again by some screen readers.
      say(line, foundInWords(things, ' in this answer'))
      say(notesLine, notesInWords(ofNotes.length))
      notes.hidden = ofNotes.length === 0
      box.hidden = !hasFound && items.length === 0 && done.length === 0
      return things
    },
  }

  function makeItem(found: FoundInText, range: Range | null): Item {
    // Made once and asked later: by then the item may have another place.
    const { element, update } = findingItem(found, {
      rewrite: which => rewriteNow(item, which),
      keep: () => keep(item),
    })
    const item: Item = { found, range, element, update }
    return item
  }

  function rewriteNow(item: Item, which: number): void {
    const chosen = item.found.rewrites[which]
    if (chosen) rewrite(item, chosen)
  }
}

/** What makes it the same thing as before, whatever may be said of it now; `null` once somebody has typed in it. */
function keyOf({ keptForm }: FoundInText, range: Range | null): string | null {
  return range && `${range.start} ${range.end} ${keptForm}`
}

/** In their order, without touching those that stand right: what is moved loses the focus. */
function place(list: HTMLElement, items: readonly Item[]): void {
  let next = list.firstElementChild
  for (const { element } of items) {
    // What was done stays where it was done.
    while (next !== null && !items.some(item => item.element === next) && next !== element)
      next = next.nextElementSibling
    if (next === element) next = next.nextElementSibling
    else list.insertBefore(element, next)
  }
}

function say(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words
}

function makeBox(field: CheckedField) {
  const box = document.createElement('details')
  box.className = 'govuk-details confer-findings'
  box.open = true
  box.hidden = true
  const summary = document.createElement('summary')
  summary.className = 'govuk-details__summary'
  const line = document.createElement('span')
  line.className = 'govuk-details__summary-text'
  line.id = `${field.id}-findings`
  summary.append(line)
  const content = document.createElement('div')
  content.className = 'govuk-details__text'
  const list = document.createElement('ul')
  list.className = 'govuk-list'
  const notes = document.createElement('details')
  notes.className = 'govuk-details'
  const notesSummary = document.createElement('summary')
  notesSummary.className = 'govuk-details__summary'
  const notesLine = document.createElement('span')
  notesLine.className = 'govuk-details__summary-text'
  notesSummary.append(notesLine)
  const notesList = document.createElement('ul')
  notesList.className = 'govuk-list govuk-details__text'
  notes.append(notesSummary, notesList)
  content.append(list, notes)
  box.append(summary, content)
  const group = field.closest('.govuk-form-group') ?? field
  group.after(box)
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${line.id}`.trim())
  return { box, summary, line, list, notes, notesList, notesLine }
}
