import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { defaultButton, hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { passwordInput } from '../../platform/ui/govuk/password-input.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { SignUpProblems, TypedSignUp } from '../actions/sign-up.ts'
import { localAddress } from '../local-address.ts'
import { createAccountPath, signInUrl } from '../paths.ts'
import { emailMessages } from './email-words.ts'
import { link, messagePage, paragraph } from './message-page.ts'
import { passwordHint, passwordMessages } from './password-words.ts'
import {
  emptyRegistration,
  readTypedRegistration,
  registrationErrors,
  registrationFieldNames,
  registrationFields,
  type NumberWords,
} from './registration-fields.ts'

export const signUpForm: FormShape = { once: ['email', 'password', 'next', ...registrationFieldNames] }

export function readSignUp(form: FormBody): TypedSignUp {
  return {
    email: form.text('email'),
    password: form.text('password'),
    registration: readTypedRegistration(form),
    next: localAddress(form.text('next')),
  }
}

export const emptySignUp: TypedSignUp = {
  email: '',
  password: '',
  registration: emptyRegistration,
  next: '/',
}

const noProblems: SignUpProblems = { email: null, password: null, registration: [] }

/** The password comes last, since it alone is not shown again when the form is. */
export function signUpPage(
  visit: Visit,
  words: NumberWords,
  typed: TypedSignUp,
  problems: SignUpProblems = noProblems,
): Page {
  const errors = errorsOf(problems, typed)
  const action = createAccountPath.url({})
  return formPage({
    title: 'Create an account',
    errors,
    main: html`<h1 class="govuk-heading-l">Create an account</h1>
      <p class="govuk-body">
        The account is yours and goes with you from job to job. If you have one,
        ${link(signInUrl(typed.next), 'sign in')}.
      </p>
      ${postForm(
        visit,
        action,
        html`${defaultButton()} ${typed.next !== '/' && hidden('next', typed.next)}
          ${input({
            name: 'email',
            label: 'E-mail address',
            hint: 'We send a link there. An address of your own is better than your employer’s: you keep it when you move on',
            type: 'email',
            autocomplete: 'email',
            spellcheck: false,
            value: typed.email,
            error: errors.get('email'),
          })}
          ${registrationFields({ action, words, typed: typed.registration, problems: problems.registration })}
          <h2 class="govuk-heading-m">How you will sign in</h2>
          ${passwordInput({
            name: 'password',
            label: 'Password',
            hint: passwordHint,
            autocomplete: 'new-password',
            error: errors.get('password'),
          })}
          ${button({ content: 'Create account', preventDoubleClick: true })}`,
      )}`,
  })
}

function errorsOf({ email, password, registration }: SignUpProblems, typed: TypedSignUp): FieldErrors {
  const errors = new Map<string, string>(noErrors)
  if (email !== null) errors.set('email', emailMessages[email])
  for (const [field, message] of registrationErrors(registration, typed.registration))
    errors.set(field, message)
  if (password !== null) errors.set('password', passwordMessages[password])
  else if (errors.size > 0) errors.set('password', 'Enter your password again: we do not show passwords')
  return errors
}

/** The same for everybody: only the mail says whether the address has an account. */
export function checkYourEmailPage(email: string): Page {
  return messagePage('Check your e-mail', [
    paragraph(
      html`We have sent a message to <strong>${email}</strong>, unless many were asked for in the last hour.`,
    ),
    paragraph('Follow the link in it within 24 hours, and enter the password you have just chosen.'),
    paragraph(
      html`No message after some minutes? Look among unwanted mail, check the address above for a slip, then
      ${link(createAccountPath.url({}), 'start again')}. An address gets no more than three messages
      an hour from one home or workplace.`,
    ),
  ])
}
