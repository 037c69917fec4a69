import type { Html } from '../html.ts'
import { type Choice, choices, type ChoicesOptions } from './parts/choices.ts'

export interface RadiosOptions extends ChoicesOptions<Choice> {
  readonly value?: string | undefined
}

export function radios(options: RadiosOptions): Html {
  return choices(options, {
    block: 'govuk-radios',
    type: 'radio',
    name: () => options.name,
    isChosen: item => item.value === options.value,
    describesEach: false,
  })
}
