import { formPage } from '../../platform/ui/field-errors.ts'
import { defaultButton, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import { changeRegistrationPath } from '../paths.ts'
import type { RegistrationProblem, TypedRegistration } from '../registration-details.ts'
import {
  registrationErrors,
  registrationFieldNames,
  registrationFields,
  type NumberWords,
} from './registration-fields.ts'
import { backToSettings } from './settings-screen.ts'

export const changeRegistrationForm: FormShape = { once: registrationFieldNames }

export function changeRegistrationPage(
  visit: Visit,
  words: NumberWords,
  typed: TypedRegistration,
  problems: readonly RegistrationProblem[] = [],
): Page {
  const action = changeRegistrationPath.url({})
  return formPage({
    title: 'Your registration',
    errors: new Map(registrationErrors(problems, typed)),
    back: backToSettings,
    main: html`<h1 class="govuk-heading-l">Your registration</h1>
      ${postForm(
        visit,
        action,
        html`${defaultButton()} ${registrationFields({ action, words, typed, problems })}
        ${button({ content: 'Save', preventDoubleClick: true })}`,
      )}`,
  })
}
