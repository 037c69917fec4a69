import type { Actor } from '../actor.ts'
import { html, nothing, type Html } from '../ui/html.ts'
import { formTokenField, type FormBody } from './form-body.ts'
import { page, type JsonObject, type Page } from './reply.ts'

/** Somebody else's page looks exactly like one that never was. */
export function notFoundPage(form: FormBody | null = null): Page {
  return message(
    404,
    { outcome: 'not-found' },
    'Page not found',
    html`<p class="govuk-body">If you typed the address, check it is right.</p>
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p>
      ${form && keptText(form)}`,
  )
}

export function tooLargePage(): Page {
  return message(
    413,
    { outcome: 'too-large' },
    'That was too much to send at once',
    html`<p class="govuk-body">
      Nothing was changed. Go back: your browser may still have what you typed. Shorten the longest answer, then
      send it again.
    </p>`,
  )
}

export function unexpectedFieldPage(explanation: string, form: FormBody): Page {
  return message(
    400,
    { outcome: 'not-understood' },
    'We could not use that form',
    html`<p class="govuk-body">${explanation} Nothing was changed.</p>
      <p class="govuk-body">Go back, reload the page, and try again.</p>
      ${keptText(form)}`,
  )
}

export function crossSitePage(form: FormBody, actor: Actor): Page {
  return message(
    403,
    // A page that was open while its browser signed out, or in again as somebody: its script has to ask who is in now.
    actor.kind === 'nobody' ? signedOut('unknown', '') : { outcome: 'refused' },
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
    signedOut('unknown', ''),
    'You are signed out',
    html`<p class="govuk-body">What you sent was not saved, because you are no longer signed in.</p>
      ${keptText(form)}
      <p class="govuk-body"><a class="govuk-link" href="${signInUrl}">Sign in</a></p>`,
  )
}

/** A fault may come after the change was carried out: of a form that was sent we can only say that we do not know. */
function unknownOutcome(wasSent: boolean): string {
  return wasSent ? 'We cannot tell whether what you sent was saved: look before you send it again.' : ''
}

export function databaseAwayPage(form: FormBody, wasSent: boolean): Page {
  return message(
    503,
    { outcome: 'away' },
    'We cannot reach our records just now',
    html`<p class="govuk-body">
        This is our fault, not yours. Wait a minute, then try again. ${unknownOutcome(wasSent)}
      </p>
      ${keptText(form)}`,
  )
}

/** The database had no room: whatever the request did is rolled back, so this much we do know. */
export function diskFullPage(form: FormBody, wasSent: boolean): Page {
  const title = wasSent ? 'We have no room to keep what you sent' : 'We have no room left'
  return message(
    507,
    { outcome: 'full' },
    title,
    html`<p class="govuk-body">
        This is our fault, not yours: the disk that holds our records is full. Nothing was changed, and what you
        saved before is safe. Try again later.
      </p>
      ${keptText(form)}`,
  )
}

export function faultPage(form: FormBody, wasSent: boolean): Page {
  return message(
    500,
    { outcome: 'fault' },
    'Something went wrong here',
    html`<p class="govuk-body">
        This is our fault, not yours. Try again in a few minutes. ${unknownOutcome(wasSent)}
      </p>
      ${keptText(form)}`,
  )
}

/** What a script is told whose request came from nobody. `setAside` is the id of the form that was kept, or ''. */
function signedOut(ended: 'expired' | 'revoked' | 'unknown', setAside: string): JsonObject {
  return { outcome: 'signed-out', ended, setAside }
}

function message(status: Page['status'], inBackground: JsonObject, title: string, body: Html): Page {
  return page({
    status,
    inBackground,
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${body}`,
  })
}

/** Fields that our own pages fill. */
const notTyped = new Set([formTokenField, 'version', 'pieceId', 'question', 'number', 'press', 'next'])

/** What was typed, given back so that it can be copied. Never a password, and nothing that was not typed. */
function keptText(form: FormBody): Html {
  const typed = [...form.fields]
    .filter(([name]) => !notTyped.has(name) && !/password/i.test(name))
    .flatMap(([, values]) => values)
    .filter(text => text.trim() !== '')
  if (typed.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What you typed</h2>
    <p class="govuk-body">Copy it before you leave this page.</p>
    ${typed.map(text => html`<div class="govuk-inset-text confer-as-typed">${text}</div>`)}`
}
