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
  const list = place ? await readNeverWrite() : []
  if (!place || list.length === 0) return
  const kept = keptInPiece(() => /\/pieces\/([^/]+)/.exec(location.pathname)?.[1] ?? '')
  const open: Found[] = []
  for (const one of findInAnswers(list)) if (!(await kept.isKept(one.keptForm))) open.push(one)
  if (open.length === 0) return
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
        rewrites: [],
      },
      {
        rewrite: () => undefined,
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
  askOnceMore(() => open.length > 0)
}

interface Found {
  readonly label: string
  /** Where it is changed. */
  readonly href: string
  readonly keptForm: string
  readonly words: WordsAround
}

function findInAnswers(list: Awaited<ReturnType<typeof readNeverWrite>>): Found[] {
  return [...document.querySelectorAll<HTMLElement>('[data-answer]')].flatMap(answer => {
    const text = answer.textContent ?? ''
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
function askOnceMore(isAnyLeft: () => boolean): void {
  const form = document.querySelector<HTMLFormElement>('form[data-asks-about="0"]')
  const button = form?.querySelector<HTMLButtonElement>('button')
  if (!form || !button) return
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  form.prepend(said)
  let isAsked = false
  form.addEventListener('submit', event => {
    if (isAsked || !isAnyLeft()) return
    event.preventDefault()
    isAsked = true
    said.textContent = `Not submitted yet: something in it is on your never-write list. Look at it once more above. If you are sure, press “${button.textContent?.trim() ?? ''}” again.`
  })
}

void lookAtAnswers()
