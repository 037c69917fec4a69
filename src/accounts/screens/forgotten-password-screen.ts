import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { passwordInput } from '../../platform/ui/govuk/password-input.ts'
import { html } from '../../platform/ui/html.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { PasswordProblem } from '../password.ts'
import { forgottenPasswordPath, newPasswordPath } from '../paths.ts'
import { emailMessages } from './email-words.ts'
import { linkNotValidPage } from './link-not-valid.ts'
import { link, messagePage, paragraph } from './message-page.ts'
import { passwordHint, passwordMessages } from './password-words.ts'
import { sharedComputerBox } from './shared-computer-box.ts'

export function forgottenPasswordPage(
  visit: Visit,
  email: string,
  problem: keyof typeof emailMessages | null = null,
): Page {
  const errors: FieldErrors = problem === null ? noErrors : new Map([['email', emailMessages[problem]]])
  return formPage({
    title: 'Choose a new password',
    errors,
    main: html`<h1 class="govuk-heading-l">Choose a new password</h1>
      ${paragraph('Enter the e-mail address of your account. We send a link there.')}
      ${postForm(
        visit,
        forgottenPasswordPath.url({}),
        html`${input({
          name: 'email',
          label: 'E-mail address',
          type: 'email',
          autocomplete: 'username',
          spellcheck: false,
          value: email,
          error: errors.get('email'),
        })}
        ${button({ content: 'Send the link', preventDoubleClick: true })}`,
      )}`,
  })
}

/** The same for everybody. */
export function newPasswordMailedPage(email: string): Page {
  return messagePage('Check your e-mail', [
    paragraph(
      html`If <strong>${email}</strong> has an account, we have sent a link to it, unless many were asked for in
        the last hour. The link works once, within an hour.`,
    ),
    paragraph(
      html`No message after some minutes? Look among unwanted mail, check the address above for a slip, then
      ${link(forgottenPasswordPath.url({}), 'try again')}. An address gets no more than three an hour from
      one home or workplace.`,
    ),
  ])
}

export function newPasswordPage(
  visit: Visit<Visit['actor'], { token: string }>,
  problem: PasswordProblem | null = null,
): Page {
  const errors: FieldErrors = problem === null ? noErrors : new Map([['password', passwordMessages[problem]]])
  return formPage({
    title: 'Choose a new password',
    errors,
    main: html`<h1 class="govuk-heading-l">Choose a new password</h1>
      ${postForm(
        visit,
        newPasswordPath.url(visit.params),
        html`${passwordInput({
          name: 'password',
          label: 'New password',
          hint: passwordHint,
          autocomplete: 'new-password',
          error: errors.get('password'),
        })}
          ${sharedComputerBox(visit.form)}
          <p class="govuk-body">You will be signed in here, and signed out everywhere else.</p>
          ${button({ content: 'Save and sign in', preventDoubleClick: true })}`,
      )}`,
  })
}

export function newPasswordLinkNotValidPage(): Page {
  return linkNotValidPage({ href: forgottenPasswordPath.url({}), text: 'Send a new link' })
}
