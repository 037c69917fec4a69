import { notificationBanner } from './govuk/notification-banner.ts'
import { html, type Html } from './html.ts'
import { counted } from './words.ts'

/** Of the part of a page that lists what might identify somebody. */
export const findingsId = 'look-at'

interface OnceMore {
  /** What was not done: "Not signed yet". */
  readonly title: string
  readonly likely: number
  /** Of the press that does it all the same. */
  readonly press: string
}

/** Advice, once: whoever is sure does it with another press. */
export function askOnceMore({ title, likely, press }: OnceMore): Html {
  return notificationBanner({
    title,
    role: 'alert',
    content: html`<p class="govuk-notification-banner__heading">
        We found ${counted(likely, 'thing that is', 'things that are')} likely to identify somebody.
      </p>
      <p class="govuk-body">
        <a class="govuk-notification-banner__link" href="#${findingsId}">Look at ${likely === 1 ? 'it' : 'them'} once more</a>.
        If you are sure that nobody can be recognised, press “${press}” at the end of this page.
      </p>`,
  })
}
