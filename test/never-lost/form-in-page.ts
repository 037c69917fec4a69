import { isOfQuestion, type Fields } from '../../src/browser/writing/fields.ts'
import type { FormNow } from '../../src/browser/writing/rebase.ts'

interface Place {
  readonly name: string
  readonly type: string
  value: string
  isChosen: boolean
  readonly options: readonly string[]
}

/** The form of a page as it came from the server, without a window: what `form-view.ts` sees of one. */
export class FormInPage {
  action: string
  places: Place[]

  constructor(action: string, places: Place[]) {
    this.action = action
    this.places = places
  }

  /** What `FormData` has of it, but for the token. */
  get fields(): Fields {
    return this.places
      .filter(({ name, isChosen }) => isChosen && name !== 'formToken')
      .map(({ name, value }) => [name, value])
  }

  read(): FormNow {
    return { action: this.action, fields: this.fields }
  }

  value(name: string): string {
    return this.places.find(place => place.name === name)?.value ?? ''
  }

  has(name: string): boolean {
    return this.places.some(place => place.name === name)
  }

  fill(name: string, value: string): void {
    const place = this.places.find(known => known.name === name)
    if (place) place.value = value
  }

  /** Chooses one of several under one name. */
  choose(name: string, value: string): void {
    for (const place of this.places)
      if (place.name === name && place.type === 'radio') place.isChosen = place.value === value
  }

  canShow(answer: Fields): boolean {
    return answer.every(([name, value]) =>
      this.places.some(
        place =>
          place.name === name &&
          (place.type !== 'select' || place.options.includes(value)) &&
          (place.type !== 'checkbox' || place.value === value),
      ),
    )
  }

  /** As `show` in `form-view.ts`. */
  show({ action, fields }: FormNow): void {
    this.places = this.places.filter(place => {
      if (place.name === 'formToken') return true
      const values = fields.filter(([name]) => name === place.name).map(([, value]) => value)
      if (place.type === 'checkbox') place.isChosen = values.includes(place.value)
      else if (values[0] !== undefined) place.value = values[0]
      else if (place.type === 'hidden') return false
      else if (isRow(place.name)) place.value = ''
      return true
    })
    this.action = action
  }
}

function isRow(name: string): boolean {
  const question = name.replace(/-(?:category|role)-\d+$/, '')
  return question !== name && isOfQuestion(name, question)
}

/** A form that is made of fields alone, as the page for want of a network makes it. */
export function formOfFields(action: string, fields: Fields): FormInPage {
  const machinery = new Set(['version', 'seen', 'saveId', 'pieceId', 'question'])
  return new FormInPage(
    action,
    fields.map(([name, value]) => ({
      name,
      value,
      type: machinery.has(name) ? 'hidden' : 'text',
      isChosen: true,
      options: [],
    })),
  )
}

/** The first form of a page whose markup has `mark` in it. */
export function findForm(page: string, mark: string): FormInPage | null {
  for (const [form, opening = '', content = ''] of page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g))
    if (form.includes(mark)) return new FormInPage(attributesIn(opening)['action'] ?? '', placesIn(content))
  return null
}

const control = /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g

function placesIn(content: string): Place[] {
  return [...content.matchAll(control)].flatMap(
    ([, input, textarea, text = '', select, inner = '']): Place[] => {
      const {
        name = '',
        type = 'text',
        value = '',
        ...others
      } = attributesIn(input ?? textarea ?? select ?? '')
      if (name === '') return []
      if (input !== undefined) {
        const isChosen = (type !== 'checkbox' && type !== 'radio') || 'checked' in others
        return [{ name, type, value, isChosen, options: [] }]
      }
      if (textarea !== undefined)
        return [
          { name, type: 'textarea', value: plain(text.replace(/^\n/, '')), isChosen: true, options: [] },
        ]
      const all = [...inner.matchAll(/<option([^>]*)>/g)].map(([, attributes = '']) =>
        attributesIn(attributes),
      )
      const chosen = all.find(option => 'selected' in option) ?? all[0]
      const options = all.map(option => option['value'] ?? '')
      return [{ name, type: 'select', value: chosen?.['value'] ?? '', isChosen: true, options }]
    },
  )
}

function attributesIn(markup: string): Record<string, string> {
  return Object.fromEntries(
    [...markup.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  )
}

export function plain(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
