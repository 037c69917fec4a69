import { levelClasses, levelNames, rewriteInWords } from '../../anonymisation/finding-words.ts'
import type { FoundInText } from './check-request.ts'

interface ItemActs {
  rewrite(which: number): void
  keep(): void
}

/** One thing that was found: the words around it, why it is shown, and what can be done about it. */
export function findingItem({ level, words, why, rewrites }: FoundInText, acts: ItemActs): HTMLElement {
  const item = document.createElement('li')
  item.className = 'confer-finding'
  const mark = document.createElement('mark')
  mark.className = 'confer-found'
  mark.textContent = words.found
  const tag = document.createElement('strong')
  tag.className = `govuk-tag ${levelClasses[level]}`
  tag.textContent = levelNames[level]
  const about = ` in place of “${words.found}”`
  item.append(
    paragraph('govuk-body confer-finding__words', words.before, mark, words.after),
    paragraph('govuk-body', tag, ` ${why}`),
    buttons(
      ...rewrites.map((rewrite, which) => button(rewriteInWords(rewrite), about, () => acts.rewrite(which))),
      button('Keep it', `: “${words.found}”`, acts.keep),
    ),
  )
  return item
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
