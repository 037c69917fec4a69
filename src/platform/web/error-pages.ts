import type { Actor, FormerSession } from '../actor.ts'
import { html, nothing, type Html } from '../ui/html.ts'
import type { FormBody } from './form-body.ts'
import { page, type JsonObject, type Page } from './reply.ts'
import { fieldsToKeep, textInBoxes, typedText } from './typed-text.ts'

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
      ${tryAgain(form)}`,
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
      ${tryAgain(form)}`,
  )
}

type Ended = FormerSession['ended'] | 'unknown'

/** Nothing was kept of what was sent: what somebody typed is given back. */
export function signedOutPage(signInUrl: string, form: FormBody, ended: Ended): Page {
  return message(
    403,
    signedOut(ended, ''),
    signedOutTitle,
    html`<p class="govuk-body">What you sent was not saved, because you are no longer signed in.</p>
      ${keptText(form)}
      <p class="govuk-body"><a class="govuk-link" href="${signInUrl}">Sign in</a></p>`,
  )
}

/** What was typed is not shown: by now somebody else may sit there. */
export function formSetAsidePage(signInForm: Html, ended: Ended, formId: string): Page {
  return message(
    403,
    signedOut(ended, formId),
    signedOutTitle,
    html`<p class="govuk-body">
        What you sent is not lost. You had been signed out, so we have set it aside: sign in with the same account,
        and we show it to you and you can send it. Nobody else can see it.
      </p>
      <h2 class="govuk-heading-m">Sign in</h2>
      ${signInForm}`,
  )
}

const signedOutTitle = 'You are signed out'

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
function signedOut(ended: Ended, setAside: string): JsonObject {
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

/** The form wants to be fetched anew, and then has nothing in it: what was typed is to be copied before. */
function tryAgain(form: FormBody): Html {
  const kept = keptText(form)
  return kept === nothing
    ? html`<p class="govuk-body">Go back, reload the page, and try again.</p>`
    : html`${kept}
        <p class="govuk-body">
          Once you have copied it, go back, reload the page, put in what you copied, and send it again. Reloading
          empties the form.
        </p>`
}

/** What was typed, given back so that it can be copied. */
function keptText(form: FormBody): Html {
  const typed = typedText(fieldsToKeep(form))
  if (typed.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What you typed</h2>
    <p class="govuk-body">Copy it before you leave this page.</p>
    ${textInBoxes(typed)}`
}
