import type { NeverWrite } from '../../anonymisation/finding.ts'
import { changeNeverWriteList, findNeverWriteList } from '../device/never-write-list.ts'
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
    if (list === null)
      return say(
        place,
        'There is a list of yours in this browser that cannot be opened any more. It is left as it is. To begin a new one, clear what this browser keeps for this site.',
      )
    fill(place, template, list, change => changeNeverWriteList(key, person, change))
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

type Change = (list: readonly NeverWrite[]) => readonly NeverWrite[]

function isSame(one: NeverWrite, other: NeverWrite): boolean {
  return one.text.toLowerCase() === other.text.toLowerCase()
}

function fill(
  place: HTMLElement,
  template: HTMLTemplateElement,
  known: readonly NeverWrite[],
  keep: (change: Change) => Promise<readonly NeverWrite[]>,
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

  const change = async (make: Change, words: string, next: HTMLElement) => {
    try {
      list = await keep(make)
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
          const without: Change = now => now.filter(other => !isSame(other, one))
          void change(without, `“${one.text}” is removed.`, heading)
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
    const added: NeverWrite = { text, class: kindOfThing }
    if (text === '' || list.some(one => isSame(one, added))) {
      field.focus()
      return
    }
    field.value = ''
    void change(
      now => (now.some(one => isSame(one, added)) ? now : [...now, added]),
      `“${text}” is added.`,
      field,
    )
  })
  place.replaceChildren(content)
  show()
}

void showList()
