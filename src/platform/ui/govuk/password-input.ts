import type { Html } from '../html.ts'
import { button } from './button.ts'
import { input, type InputOptions } from './input.ts'
import { spaced } from './parts/attributes.ts'
import type { FieldOptions } from './parts/form-group.ts'
import { translations } from './parts/translations.ts'

export interface PasswordInputOptions extends FieldOptions, Pick<InputOptions, 'value'> {
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
}

export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id ?? options.name
  return input({
    ...options,
    id,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete ?? 'current-password',
    classes: spaced('govuk-password-input__input govuk-js-password-input-input', options.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    afterInput: toggle(id, options),
    formGroup: {
      classes: spaced('govuk-password-input', options.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        ...translations({
          'show-password': options.showPasswordText,
          'hide-password': options.hidePasswordText,
          'show-password-aria-label': options.showPasswordAriaLabelText,
          'hide-password-aria-label': options.hidePasswordAriaLabelText,
          'password-shown-announcement': options.passwordShownAnnouncementText,
          'password-hidden-announcement': options.passwordHiddenAnnouncementText,
        }),
        ...options.formGroup?.attributes,
      },
    },
  })
}

/** Hidden until the script that makes it work shows it. */
function toggle(id: string, options: PasswordInputOptions): Html {
  return button({
    type: 'button',
    classes: 'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
    content: options.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: { value: true, optional: true },
    },
  })
}
