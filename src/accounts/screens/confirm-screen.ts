import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { passwordInput } from '../../platform/ui/govuk/password-input.ts'
import { html } from '../../platform/ui/html.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { ConfirmSignUpRefusal } from '../actions/confirm-sign-up.ts'
import { confirmPath, createAccountPath, forgottenPasswordPath, signInPath } from '../paths.ts'
import { linkNotValidPage } from './link-not-valid.ts'
import { link, messagePage, paragraph } from './message-page.ts'
import { sharedComputerBox } from './shared-computer-box.ts'

export function confirmPage(visit: Visit<Visit['actor'], { token: string }>, errors = noErrors): Page {
  return formPage({
    title: 'Confirm your e-mail address',
    errors,
    main: html`<h1 class="govuk-heading-l">Confirm your e-mail address</h1>
      ${postForm(
        visit,
        confirmPath.url(visit.params),
        html`${passwordInput({
          name: 'password',
          label: 'The password you chose',
          hint: 'Entering it shows that it was you who asked for this account',
          autocomplete: 'current-password',
          error: errors.get('password'),
        })}
        ${sharedComputerBox(visit.form)}
        ${button({ content: 'Confirm and sign in', preventDoubleClick: true })}`,
      )}
      <p class="govuk-body">
        If you did not ask for an account, close this page: there will be none. If you no longer know the
        password, ${link(createAccountPath.url({}), 'start again')}.
      </p>`,
  })
}

export function confirmRefusedPage(
  visit: Visit<Visit['actor'], { token: string }>,
  refusal: ConfirmSignUpRefusal,
): Page {
  switch (refusal) {
    case 'link-not-valid':
      return confirmLinkNotValidPage()
    case 'password-missing':
      return confirmPage(visit, onPassword('Enter the password you chose'))
    case 'wrong-password':
      return confirmPage(visit, onPassword('That is not the password this account was asked for with'))
    case 'too-many-guesses':
      return confirmPage(
        visit,
        onPassword('There were too many wrong passwords. Wait an hour, or start again with a new password'),
      )
    case 'has-account-already':
      return messagePage(
        'You already have an account',
        [
          paragraph(
            'An account with this e-mail address was confirmed from another message. This one changed nothing.',
          ),
          paragraph(
            html`${link(signInPath.url({}), 'Sign in')}, or
            ${link(forgottenPasswordPath.url({}), 'choose a new password')} if that account’s is not yours.`,
          ),
        ],
        { status: 409 },
      )
  }
}

export function confirmLinkNotValidPage(): Page {
  return linkNotValidPage({ href: createAccountPath.url({}), text: 'Create an account' })
}

function onPassword(message: string): FieldErrors {
  return new Map([['password', message]])
}
