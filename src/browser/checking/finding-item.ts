import { levelClasses, levelNames } from '../../anonymisation/finding-words.ts'
import type { FoundInText } from './check-request.ts'

interface ItemActs {
  choose(which: number): void
  keep(): void
}

interface FindingItem {
  readonly element: HTMLElement
  /** Says what is found there by now. What stands right is left alone, so that a button in it keeps the focus. */
  update(found: FoundInText): void
}

/** One thing that was found: the words around it, why it is shown, and what can be done about it. */
export function findingItem(first: FoundInText, acts: ItemActs): FindingItem {
  const element = document.createElement('li')
  element.className = 'confer-finding'
  const parts = [aroundOf, reasonOf, buttonsOf].map(make => {
    const part = make(first, acts)
    element.append(part)
    return { make, part }
  })
  return {
    element,
    update(found) {
      for (const each of parts) {
        const fresh = each.make(found, acts)
        if (saidBy(fresh) === saidBy(each.part)) continue
        const focused = each.part.contains(document.activeElement) ? document.activeElement : null
        each.part.replaceWith(fresh)
        each.part = fresh
        if (focused) sameButton(fresh, focused)?.focus()
      }
    },
  }
}

function saidBy(part: HTMLElement): string {
  return [...part.childNodes].map(({ textContent }) => textContent).join('\n')
}

/** The one that does the same; else the last, which changes no text. */
function sameButton(place: HTMLElement, button: Element): HTMLButtonElement | undefined {
  const all = [...place.querySelectorAll('button')]
  return all.find(({ textContent }) => textContent === button.textContent) ?? all.at(-1)
}

function aroundOf({ words }: FoundInText): HTMLElement {
  const mark = document.createElement('mark')
  mark.className = 'confer-found'
  mark.textContent = words.found
  return paragraph('govuk-body confer-finding__words', words.before, mark, words.after)
}

function reasonOf({ level, why }: FoundInText): HTMLElement {
  const tag = document.createElement('strong')
  tag.className = `govuk-tag ${levelClasses[level]}`
  tag.textContent = levelNames[level]
  return paragraph('govuk-body', tag, ` ${why}`)
}

function buttonsOf({ words, choices }: FoundInText, acts: ItemActs): HTMLElement {
  const about = ` in place of “${words.found}”`
  return buttons(
    ...choices.map((choice, which) => button(choice.words, about, () => acts.choose(which))),
    button('Keep it', `: “${words.found}”`, acts.keep),
  )
}

/** What was done about it, until it is taken back or somebody types there. */
export function doneItem({
  words,
  about,
  undo,
}: {
  readonly words: string
  readonly about: string
  readonly undo: () => void
}): HTMLElement {
  const item = document.createElement('li')
  item.className = 'confer-finding'
  item.append(paragraph('govuk-body', words), buttons(button('Undo', `: ${about}`, undo)))
  return item
}

function paragraph(classes: string, ...content: readonly (string | Node)[]): HTMLElement {
  const element = document.createElement('p')
  element.className = classes
  element.append(...content)
  return element
}

function buttons(...all: readonly HTMLElement[]): HTMLElement {
  const group = document.createElement('div')
  group.className = 'govuk-button-group'
  group.append(...all)
  return group
}

/** `about` is for whoever hears the button without what stands around it. */
function button(words: string, about: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'govuk-button govuk-button--secondary'
  const hidden = document.createElement('span')
  hidden.className = 'govuk-visually-hidden'
  hidden.textContent = about
  element.append(words, hidden)
  element.addEventListener('click', act)
  return element
}
