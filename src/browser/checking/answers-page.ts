import type { NeverWrite } from '../../anonymisation/finding.ts'
import { keptForm } from '../../anonymisation/kept-form.ts'
import { findNeverWrite } from '../../anonymisation/never-write.ts'
import { wordsAround, type WordsAround } from '../../anonymisation/words-around.ts'
import { findingItem } from './finding-item.ts'
import { keptInPiece } from './kept-in-piece.ts'
import { readNeverWrite } from './read-never-write.ts'

/**
 * The page with the answers: what of them is on the never-write list. The server has looked for all else; this it cannot,
 * as the list is on this device alone.
 */
async function lookAtAnswers(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-never-write-found]')
  if (!place) return
  const looked = lookFor(place)
  askOnceMore(looked)
  await looked
}

/** What a press of "Submit" is to be held up for once; `null` for nothing. */
type ToAsk = () => string | null

/** Shows what is on the list. */
async function lookFor(place: HTMLElement): Promise<ToAsk> {
  const list = await readNeverWrite()
  if (list === null) {
    const said = document.createElement('p')
    said.className = 'govuk-body'
    said.textContent = 'Your never-write list cannot be opened just now, so nothing on it was looked for.'
    place.append(said)
    return () =>
      'we could not look for what is on your never-write list. Read your answers through once more.'
  }
  const found = findInAnswers(list)
  const kept = keptInPiece(() => /\/pieces\/([^/]+)/.exec(location.pathname)?.[1] ?? '')
  const keptForms = await kept.findKept(new Set(found.map(({ keptForm }) => keptForm)))
  const open = found.filter(({ keptForm }) => !keptForms.has(keptForm))
  if (open.length === 0) return () => null
  const items = document.createElement('ul')
  items.className = 'govuk-list'
  const heading = document.createElement('h3')
  heading.className = 'govuk-heading-s'
  heading.tabIndex = -1
  const say = () => {
    heading.textContent =
      open.length === 0
        ? 'You kept what is on your never-write list'
        : `On your never-write list: ${open.length === 1 ? '1 thing' : `${open.length} things`}`
  }
  for (const one of open) {
    const { element: item } = findingItem(
      {
        start: 0,
        end: 0,
        level: 'likely',
        keptForm: one.keptForm,
        words: one.words,
        why: `It is on your never-write list. You wrote it in “${one.label}”.`,
        name: null,
        choices: [],
      },
      {
        choose: () => undefined,
        keep() {
          open.splice(open.indexOf(one), 1)
          item.remove()
          say()
          heading.focus()
          void kept.keep(one.keptForm)
        },
      },
    )
    item.lastElementChild?.append(linkTo(one))
    items.append(item)
  }
  say()
  place.append(heading, items)
  return () =>
    open.length > 0 ? 'something in it is on your never-write list. Look at it once more above.' : null
}

interface Found {
  readonly label: string
  /** Where it is changed. */
  readonly href: string
  readonly keptForm: string
  readonly words: WordsAround
}

function findInAnswers(list: readonly NeverWrite[]): Found[] {
  return [...document.querySelectorAll<HTMLElement>('[data-answer] [data-typed]')].flatMap(typed => {
    const answer = typed.closest<HTMLElement>('[data-answer]')
    if (!answer) return []
    const text = typed.textContent ?? ''
    const href = answer.closest('.govuk-summary-list__row')?.querySelector('a')?.href ?? ''
    return findNeverWrite(text, list).map(finding => ({
      label: answer.dataset['answer'] ?? '',
      href,
      keptForm: keptForm(finding, text),
      words: wordsAround(text, finding.start, finding.end),
    }))
  })
}

function linkTo({ href, words }: Found): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = href
  const about = document.createElement('span')
  about.className = 'govuk-visually-hidden'
  about.textContent = `: “${words.found}”`
  link.append('Change it yourself', about)
  return link
}

/** Once, as the server does for what it finds itself: a second press goes on. Where the server is going to ask it does for both. */
function askOnceMore(looked: Promise<ToAsk>): void {
  const form = document.querySelector<HTMLFormElement>('form[data-asks-about="0"]')
  const button = form?.querySelector<HTMLButtonElement>('button')
  if (!form || !button) return
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  form.prepend(said)
  let isAsked = false
  let toAsk: ToAsk | null = null
  const ask = (make: ToAsk): boolean => {
    const words = make()
    if (words === null) return false
    isAsked = true
    said.textContent = `Not submitted yet: ${words} If you are sure, press “${button.textContent?.trim() ?? ''}” again.`
    return true
  }
  let isPressed = false
  form.addEventListener('submit', event => {
    if (isAsked || (toAsk !== null && !ask(toAsk))) return
    event.preventDefault()
    // Pressed before it is known: it goes on, or is asked about, as soon as it is.
    if (toAsk === null) isPressed = true
  })
  const goOn = async () => {
    // Whatever goes wrong here, nobody is kept from submitting.
    const known = await looked.catch((): ToAsk => () => null)
    toAsk = known
    // Without another "submit" event.
    if (isPressed && !ask(known)) form.submit()
  }
  void goOn()
}

void lookAtAnswers()
