import type { Fields } from './fields.ts'

type Place = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Going back, browsers fetch a page anew and put into it what was typed in the old one, over text that may be newer, and
 * beside marks that are. Gives the form back what the server sent with it, and returns what it had instead.
 */
export function takeRestoredText(form: HTMLFormElement): Fields {
  const restored = placesIn(form).filter(isChanged)
  const fields = restored.map(place => [place.name, place.value] as const)
  if (restored.length > 0) form.reset()
  return fields
}

export function placesIn(form: HTMLFormElement): readonly Place[] {
  return [...form.querySelectorAll<Place>('input[name], textarea[name], select[name]')]
}

/** Whether somebody, or the browser, has changed what the server sent. */
export function isChanged(place: Place): boolean {
  if (place instanceof HTMLSelectElement) {
    const given = [...place.options].find(option => option.defaultSelected) ?? place.options[0]
    return place.value !== (given?.value ?? '')
  }
  if (place instanceof HTMLTextAreaElement) return place.value !== place.defaultValue
  if (place.type === 'checkbox' || place.type === 'radio') return place.checked !== place.defaultChecked
  return place.type !== 'hidden' && place.value !== place.defaultValue
}

/** Puts it into the form again: only a browser that keeps nothing elsewhere may have it here alone. */
export function putRestoredText(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields) {
    for (const place of form.querySelectorAll<Place>(`[name="${CSS.escape(name)}"]`)) {
      if (place instanceof HTMLInputElement && place.type === 'checkbox') {
        if (place.value === value) place.checked = !place.defaultChecked
      } else place.value = value
    }
  }
  // Typed when other answers were shown: wherever it differs from what is saved, its author is to choose.
  const seen = form.querySelector<HTMLInputElement>('input[name="seen"]')
  const isOfRestored = (id: string) => fields.some(([name]) => name === id || name.startsWith(`${id}-`))
  if (seen)
    seen.value = seen.value
      .split(' ')
      .filter(mark => !isOfRestored(mark.slice(0, mark.lastIndexOf(':'))))
      .join(' ')
  form.dispatchEvent(new Event('input', { bubbles: true }))
}
