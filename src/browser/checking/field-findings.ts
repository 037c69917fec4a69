import { foundInWords, notesInWords } from '../../anonymisation/finding-words.ts'
import type { Replaced } from '../../anonymisation/offers.ts'
import type { FoundInText, RewriteOfText } from './check-request.ts'
import { doneItem, findingItem } from './finding-item.ts'
import { shiftRange, type Range } from './shift-range.ts'

export type CheckedField = HTMLTextAreaElement | HTMLInputElement

interface Acts {
  /** Something was done that calls for a new check at once. */
  checkNow(): void
  /** In whichever fields they are; `null` where the texts are not as they were when they were checked. */
  carryOut(edits: readonly RewriteOfText[], name: string | null): readonly Done[] | null
  keep(keptForm: string): void
  askAgain(keptForm: string): void
}

/** What was found in one field, below it: a line that says how much, and a list with buttons. */
export interface FieldFindings {
  /** `found` was found in `checked`, which may not be quite what the field says by now. Returns how many things there are to look at. */
  show(checked: string, found: readonly FoundInText[]): number
  /** What carries these out here; `null` where somebody has typed there since they were found. */
  prepare(edits: readonly RewriteOfText[], name: string | null): (() => Done) | null
  /** What stands here for a name by now. */
  replaced(index: number): readonly Replaced[]
}

interface Item {
  readonly element: HTMLElement
  /** Says anew what is found there, why, and what can be done. */
  update(found: FoundInText): void
  found: FoundInText
  /** Where it is by now; `null` once somebody has typed in it. */
  range: Range | null
}

/** What was done in one field with one press, for as long as any of it stands. */
export interface Done {
  /** What says so, in the field whose button was pressed. */
  element: HTMLElement | null
  parts: readonly Part[]
  undo(): void
}

interface Part {
  readonly range: Range | null
  readonly before: string
  readonly name: string | null
  readonly role: string | undefined
}

export function findingsOf(field: CheckedField, acts: Acts): FieldFindings {
  const { box, summary, line, list, notes, notesList, notesLine } = makeBox(field)
  let items: Item[] = []
  let done: Done[] = []
  let shown = field.value
  let lastChecked = shown
  let hasFound = false

  field.addEventListener('input', () => {
    const now = field.value
    const moved = (range: Range | null) => range && shiftRange(range, shown, now)
    for (const item of items) item.range = moved(item.range)
    for (const one of done) one.parts = one.parts.map(part => ({ ...part, range: moved(part.range) }))
    shown = now
    // What was replaced is not there any more, so there is nothing to take back.
    for (const one of done) if (one.parts.every(({ range }) => range === null)) forget(one)
  })

  function forget(one: Done): void {
    done = done.filter(other => other !== one)
    if (one.element) remove(one.element)
  }

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

  /** Where edits are by now that were made for the text that was checked last. */
  function prepare(edits: readonly RewriteOfText[], name: string | null): (() => Done) | null {
    const targets = edits.flatMap(edit => {
      const range = shiftRange(edit, lastChecked, field.value)
      return range && field.value.slice(range.start, range.end) === edit.before ? [{ ...edit, ...range }] : []
    })
    if (targets.length < edits.length) return null
    return () => {
      // The last first, so that the others stay where they are.
      for (const target of targets.toReversed()) replace(target, target.replacement)
      let by = 0
      const entry: Done = {
        element: null,
        parts: targets.map(({ start, end, before, replacement, role }) => {
          const range = { start: start + by, end: start + by + replacement.length }
          by += replacement.length - (end - start)
          return { range, before, name, role }
        }),
        undo() {
          for (const { range, before } of entry.parts.toReversed()) if (range) replace(range, before)
          forget(entry)
        },
      }
      done.push(entry)
      return entry
    }
  }

  function choose(item: Item, which: number): void {
    const { words, name, choices } = item.found
    const choice = choices[which]
    const all = choice && acts.carryOut(choice.edits, name)
    const here = all?.find(one => done.includes(one))
    // Somebody has typed there since it was found.
    if (!all || !here) return acts.checkNow()
    finish(
      item,
      here,
      doneItem({
        words: choice.done,
        about: `put back “${words.found}”`,
        undo() {
          for (const one of all) one.undo()
          acts.checkNow()
        },
      }),
    )
  }

  function keep(item: Item): void {
    const { keptForm, words } = item.found
    const entry: Done = {
      element: null,
      parts: [{ range: item.range, before: '', name: null, role: undefined }],
      undo() {
        acts.askAgain(keptForm)
        forget(entry)
        acts.checkNow()
      },
    }
    done.push(entry)
    acts.keep(keptForm)
    finish(
      item,
      entry,
      doneItem({
        words: `Kept “${words.found}”.`,
        about: `ask about “${words.found}” again`,
        undo: () => entry.undo(),
      }),
    )
  }

  function finish(item: Item, entry: Done, element: HTMLElement): void {
    items = items.filter(one => one !== item)
    entry.element = element
    item.element.replaceWith(element)
    element.querySelector('button')?.focus()
    acts.checkNow()
  }

  return {
    prepare,
    replaced: index =>
      done.flatMap(({ parts }) =>
        parts.flatMap(({ range, name, role }) =>
          range && name !== null && role !== undefined ? [{ index, start: range.start, name, role }] : [],
        ),
      ),
    show(checked, found) {
      lastChecked = checked
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
      choose: which => choose(item, which),
      keep: () => keep(item),
    })
    const item: Item = { found, range, element, update }
    return item
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
