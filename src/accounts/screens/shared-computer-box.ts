import { checkboxes } from '../../platform/ui/govuk/checkboxes.ts'
import type { Html } from '../../platform/ui/html.ts'
import type { FormBody } from '../../platform/web/form-body.ts'
import { sharedComputerField } from '../caller.ts'

/** On every page that signs in. `form` is what was posted, if the page comes again. */
export function sharedComputerBox(form: FormBody | null): Html {
  return checkboxes({
    name: sharedComputerField,
    classes: 'govuk-checkboxes--small',
    values: form?.all(sharedComputerField) ?? [],
    items: [
      {
        value: 'yes',
        content: 'This is a shared computer: keep nothing on it',
        hint: 'Confer otherwise keeps what you write on this device too, so that it is safe without a network',
      },
    ],
  })
}
