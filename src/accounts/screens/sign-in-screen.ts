import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { passwordInput } from '../../platform/ui/govuk/password-input.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { SignInRefusal } from '../actions/sign-in.ts'
import { sharedComputerField } from '../caller.ts'
import { localAddress } from '../local-address.ts'
import {
  createAccountPath,
  forgottenPasswordPath,
  signInLinkPath,
  signInPath,
  signOutPath,
} from '../paths.ts'
import { emailMessages } from './email-words.ts'
import { linkNotValidPage } from './link-not-valid.ts'
import { link, messagePage, paragraph } from './message-page.ts'
import { sharedComputerBox } from './shared-computer-box.ts'

export const signInForm: FormShape = { once: ['email', 'password', 'next', sharedComputerField] }
export const signInLinkForm: FormShape = { once: [sharedComputerField] }

export interface TypedSignIn {
  readonly email: string
  readonly password: string
  /** Where to go then: always an address of ours. */
  readonly next: string
}

export function readSignIn(form: FormBody): TypedSignIn {
  return { email: form.text('email'), password: form.text('password'), next: localAddress(form.text('next')) }
}

export function signInPage(
  visit: Visit,
  typed: TypedSignIn,
  refusal: Exclude<SignInRefusal, 'mailed-a-link'> | null = null,
): Page {
  const errors: FieldErrors = new Map(refusal === null ? [] : [refusals[refusal]])
  return formPage({
    title: 'Sign in',
    errors,
    main: html`<h1 class="govuk-heading-l">Sign in</h1>
      ${formToSignIn(visit, typed, errors)}
      ${paragraph(link(forgottenPasswordPath.url({}), 'I have forgotten my password'))}
      ${paragraph(link(createAccountPath.url({}, typed.next === '/' ? {} : { next: typed.next }), 'Create an account'))}`,
  })
}

/** On a page of its own, and wherever somebody finds that they are signed out. */
export function formToSignIn(
  visit: { readonly formToken: string; readonly form?: FormBody },
  { email, next }: Pick<TypedSignIn, 'email' | 'next'>,
  errors: FieldErrors = noErrors,
): Html {
  return postForm(
    visit,
    signInPath.url({}),
    html`${next !== '/' && hidden('next', next)}
    ${input({
      name: 'email',
      label: 'E-mail address',
      type: 'email',
      autocomplete: 'username',
      spellcheck: false,
      value: email,
      error: errors.get('email'),
    })}
    ${passwordInput({
      name: 'password',
      label: 'Password',
      autocomplete: 'current-password',
      error: errors.get('password'),
    })}
    ${sharedComputerBox(visit.form ?? null)}
    ${button({ content: 'Sign in', preventDoubleClick: true })}`,
  )
}

/** What a script is told that sent the form. */
export function refusedInWords(refusal: SignInRefusal): string {
  return refusal === 'mailed-a-link' ? `${notLookedAt} ${linkMailed}` : refusals[refusal][1]
}

const refusals: Record<Exclude<SignInRefusal, 'mailed-a-link'>, readonly [field: string, message: string]> = {
  'email-missing': ['email', emailMessages.missing],
  'password-missing': ['password', 'Enter your password'],
  // One message for both: which of the two is wrong would tell a stranger who has an account.
  wrong: [
    'email',
    'The e-mail address or the password is not right. If you have just created an account, follow the link in the mail first',
  ],
}

const notLookedAt =
  'There were many tries to sign in to that account, or from your network. So that nobody can guess a password, and nobody is shut out, we did not look at the password this time.'
const linkMailed =
  'We have sent a sign-in link to that address if it has an account. It works for 30 minutes. We send at most one every 15 minutes.'

/** The same for everybody, whether or not there is an account and whether or not the password was right. */
export function linkMailedPage(): Page {
  return messagePage('Check your e-mail', [
    paragraph(notLookedAt),
    paragraph(linkMailed),
    paragraph('Once you have used it, this browser can sign in with your password again.'),
  ])
}

export function signInLinkPage(visit: Visit<Visit['actor'], { token: string }>): Page {
  return messagePage(
    'Sign in to Confer',
    postForm(
      visit,
      signInLinkPath.url(visit.params),
      // A press and not the link itself signs in: mail programs follow links on their own.
      html`${sharedComputerBox(visit.form)} ${button({ content: 'Sign in', preventDoubleClick: true })}`,
    ),
  )
}

export function signInLinkNotValidPage(): Page {
  return linkNotValidPage({ href: signInPath.url({}), text: 'Sign in with your password' })
}

export function signedOutPage(): Page {
  return messagePage('You have signed out', [
    paragraph('What you had saved is safe.'),
    paragraph(link(signInPath.url({}), 'Sign in again')),
  ])
}

export function signOutForm(visit: Pick<Visit, 'formToken'>) {
  return postForm(
    visit,
    signOutPath.url({}),
    button({ content: 'Sign out', classes: 'govuk-button--secondary' }),
  )
}
