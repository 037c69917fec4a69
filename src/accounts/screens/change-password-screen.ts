import { formPage, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { passwordInput } from '../../platform/ui/govuk/password-input.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { ChangePasswordProblems } from '../actions/change-password.ts'
import { changePasswordPath } from '../paths.ts'
import { passwordHint, passwordMessages } from './password-words.ts'
import { backToSettings } from './settings-screen.ts'

export const changePasswordForm: FormShape = { once: ['currentPassword', 'newPassword'] }

const currentMessages = {
  missing: 'Enter your current password',
  wrong: 'That is not your current password',
  'too-many':
    'There were too many wrong passwords. Wait an hour, or sign out and choose “I have forgotten my password”',
} as const

export function changePasswordPage(
  visit: Visit,
  problems: ChangePasswordProblems = { current: null, chosen: null },
): Page {
  const errors = errorsOf(problems)
  return formPage({
    title: 'Change your password',
    errors,
    back: backToSettings,
    main: html`<h1 class="govuk-heading-l">Change your password</h1>
      ${postForm(
        visit,
        changePasswordPath.url({}),
        html`${passwordInput({
          name: 'currentPassword',
          label: 'Current password',
          autocomplete: 'current-password',
          error: errors.get('currentPassword'),
        })}
          ${passwordInput({
            name: 'newPassword',
            label: 'New password',
            hint: passwordHint,
            autocomplete: 'new-password',
            error: errors.get('newPassword'),
          })}
          <p class="govuk-body">You will stay signed in here, and be signed out everywhere else.</p>
          ${button({ content: 'Change password', preventDoubleClick: true })}`,
      )}`,
  })
}

function errorsOf({ current, chosen }: ChangePasswordProblems): FieldErrors {
  const errors = new Map<string, string>()
  if (current !== null) errors.set('currentPassword', currentMessages[current])
  if (chosen !== null) errors.set('newPassword', passwordMessages[chosen])
  return errors
}
