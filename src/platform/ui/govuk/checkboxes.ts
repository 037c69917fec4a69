import type { Html } from '../html.ts'
import { type Choice, choices, type ChoicesOptions } from './parts/choices.ts'

interface Checkbox extends Choice {
  /** The group's, unless said otherwise. */
  readonly name?: string | undefined
  /** "None of these": clears the others. */
  readonly behaviour?: 'exclusive' | undefined
}

export interface CheckboxesOptions extends ChoicesOptions<Checkbox> {
  readonly values?: readonly string[] | undefined
}

export function checkboxes(options: CheckboxesOptions): Html {
  return choices(options, {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    name: item => item.name ?? options.name,
    isChosen: item => options.values?.includes(item.value) ?? false,
    behaviour: item => item.behaviour,
    describesEach: true,
  })
}
