import type { Fields } from './drafts-on-device.ts'
import { showPeers } from './peer-rows.ts'

/** Fills the blank form. What it has no place for is taken along hidden, so that a save does not drop it. */
export function fillFields(form: HTMLFormElement, fields: Fields): void {
  const rows = fields.map(([name]) => Number(/-(?:category|role)-(\d+)$/.exec(name)?.[1] ?? 0))
  showPeers(form, Math.max(1, ...rows))
  for (const [name, value] of fields) {
    if (!fillOne(form, name, value)) form.append(hiddenField(name, value))
  }
}

function fillOne(form: HTMLFormElement, name: string, value: string): boolean {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field instanceof HTMLSelectElement) {
      // A choice that is no longer offered is shown, not dropped: as the server does it.
      const isOffered = [...field.options].some(option => option.value === value)
      if (!isOffered) field.add(new Option('Something no longer on this list', value))
      field.value = value
      return true
    }
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      if (field.value !== value) continue
      field.checked = true
      return true
    }
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
      field.value = value
      return true
    }
  }
  return false
}

function hiddenField(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  return field
}
