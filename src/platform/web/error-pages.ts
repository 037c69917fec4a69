import { html, nothing, type Html } from '../ui/html.ts'
import { formTokenField, type FormBody } from './form-body.ts'
import { page, type Page } from './reply.ts'

/** Somebody else's page looks exactly like one that never was. */
export function notFoundPage(): Page {
  return message(
    404,
    'Page not found',
    html`<p class="govuk-body">If you typed the address, check it is right.</p>
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p>`,
  )
}

export function tooLargePage(): Page {
  return message(
    413,
    'That was too much to send at once',
    html`<p class="govuk-body">
      Nothing was changed. Go back: your browser should still have what you typed. Shorten the longest answer,
      then send it again.
    </p>`,
  )
}

export function unexpectedFieldPage(explanation: string, form: FormBody): Page {
  return message(
    400,
    'We could not use that form',
    html`<p class="govuk-body">${explanation} Nothing was changed.</p>
      <p class="govuk-body">Go back, reload the page, and try again.</p>
      ${keptText(form)}`,
  )
}

export function crossSitePage(form: FormBody): Page {
  return message(
    403,
    'We could not tell where that form came from',
    html`<p class="govuk-body">
        Nothing was changed. This happens when a form was open for a long time, when you signed in or out in
        another tab, or when another website sent it.
      </p>
      <p class="govuk-body">Go back, reload the page, and try again.</p>
      ${keptText(form)}`,
  )
}

export function signedOutPage(signInUrl: string, form: FormBody): Page {
  return message(
    403,
    'You are signed out',
    html`<p class="govuk-body">What you sent was not saved, because you are no longer signed in.</p>
      ${keptText(form)}
      <p class="govuk-body"><a class="govuk-link" href="${signInUrl}">Sign in</a></p>`,
  )
}

export function databaseAwayPage(form: FormBody): Page {
  return message(
    503,
    'We cannot reach our records just now',
    html`<p class="govuk-body">
        This is our fault, not yours. Nothing was changed. Wait a minute, then try again.
      </p>
      ${keptText(form)}`,
  )
}

export function faultPage(form: FormBody): Page {
  return message(
    500,
    'Something went wrong here',
    html`<p class="govuk-body">
        This is our fault, not yours. Nothing was changed. Try again in a few minutes.
      </p>
      ${keptText(form)}`,
  )
}

function message(status: Page['status'], title: string, body: Html): Page {
  return page({
    status,
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${body}`,
  })
}

/** What was typed, given back so that it can be copied. Never a password, and nothing that was not typed. */
function keptText(form: FormBody): Html {
  const typed = [...form.fields]
    .filter(([name]) => name !== formTokenField && !/password/i.test(name))
    .flatMap(([, values]) => values)
    .filter(text => /\s/.test(text.trim()))
  if (typed.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What you typed</h2>
    <p class="govuk-body">Copy it before you leave this page.</p>
    ${typed.map(text => html`<div class="govuk-inset-text confer-as-typed">${text}</div>`)}`
}
