import type { NeverWrite } from '../../anonymisation/finding.ts'
import { findNeverWriteList, keepNeverWriteList } from '../device/never-write-list.ts'
import { fetchNeverWriteKey } from './never-write-key.ts'
import { readNeverWrite } from './read-never-write.ts'

/** The page on which somebody adds to their never-write list and takes from it. */
async function showList(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-never-write]')
  const template = document.querySelector<HTMLTemplateElement>('[data-never-write-part="list"]')
  const { person, keepsDays } = document.body.dataset
  if (!place || !template || person === undefined) return
  if (keepsDays === undefined) {
    // Takes along what may be left from before.
    await readNeverWrite()
    return say(
      place,
      'There is no list here, because nothing is kept in this browser. That is so where you signed in as on a shared computer.',
    )
  }
  const key = await fetchNeverWriteKey()
  if (key === null)
    return say(
      place,
      'The list cannot be opened just now. It needs a network, and a browser that may keep things for this site.',
    )
  try {
    const list = await findNeverWriteList(key, person)
    fill(place, template, list ?? [], changed => keepNeverWriteList(key, person, changed))
  } catch {
    say(place, 'This browser does not let Confer keep a list.')
  }
}

function say(place: HTMLElement, words: string): void {
  const paragraph = document.createElement('p')
  paragraph.className = 'govuk-body'
  paragraph.textContent = words
  place.replaceChildren(paragraph)
}

const classWords: Readonly<Record<NeverWrite['class'], string>> = {
  person: '(person)',
  organisation: '(organisation)',
  place: '(place)',
}

function fill(
  place: HTMLElement,
  template: HTMLTemplateElement,
  known: readonly NeverWrite[],
  keep: (list: readonly NeverWrite[]) => Promise<void>,
): void {
  let list = known
  const content = document.importNode(template.content, true)
  const heading = content.querySelector<HTMLElement>('h2')
  const none = content.querySelector<HTMLElement>('[data-when="none"]')
  const shown = content.querySelector<HTMLElement>('[data-list]')
  const blank = content.querySelector<HTMLElement>('[data-item]')
  const form = content.querySelector('form')
  const field = content.querySelector<HTMLInputElement>('input[name="never"]')
  const said = document.querySelector('[data-never-write-said]')
  if (!heading || !none || !shown || !blank || !form || !field) return

  const change = async (changed: readonly NeverWrite[], words: string, next: HTMLElement) => {
    try {
      await keep(changed)
      list = changed
      show()
      if (said) said.textContent = words
    } catch {
      none.hidden = false
      none.textContent = 'This browser could not keep that. Nothing is changed.'
    }
    next.focus()
  }
  const show = () => {
    none.hidden = list.length > 0
    shown.hidden = list.length === 0
    shown.replaceChildren(
      ...list.map(one => {
        const item = blank.cloneNode(true) as HTMLElement
        const slot = (name: string, words: string) => {
          const element = item.querySelector(`[data-slot="${name}"]`)
          if (element) element.textContent = words
        }
        slot('text', one.text)
        slot('class', classWords[one.class])
        slot('about', ` “${one.text}” from your list`)
        item.querySelector('button')?.addEventListener('click', () => {
          const others = list.filter(other => other !== one)
          void change(others, `“${one.text}” is removed.`, heading)
        })
        return item
      }),
    )
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    const text = field.value.trim().replace(/\s+/gu, ' ')
    const chosen = new FormData(form).get('class')
    const kindOfThing = chosen === 'organisation' || chosen === 'place' ? chosen : 'person'
    const isThere = list.some(one => one.text.toLowerCase() === text.toLowerCase())
    if (text === '' || isThere) {
      field.focus()
      return
    }
    field.value = ''
    void change([...list, { text, class: kindOfThing }], `“${text}” is added.`, field)
  })
  place.replaceChildren(content)
  show()
}

void showList()
