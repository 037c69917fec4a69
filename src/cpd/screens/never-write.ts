import { button } from '../../platform/ui/govuk/button.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { postForm } from '../../platform/ui/form.ts'
import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { neverWriteKeyPath, overviewPath } from '../paths.ts'

/**
 * The list is on the device alone, so its script (`browser/checking/never-write-page.ts`) fills this page; the server
 * never sees what is on it.
 */
export function neverWriteScreen(visit: SignedInVisit, scriptUrl: string): Page {
  return page({
    title: 'Your never-write list',
    back: { href: overviewPath.url({}), text: 'Back to your CPD' },
    main: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Your never-write list</h1>
          <p class="govuk-body">
            Names of colleagues, teams and places that you never want to write in your CPD. While you write, Confer
            looks for them too, in any answer.
          </p>
          <p class="govuk-body">
            The list is kept in this browser only, encrypted. It is not sent to Confer, it is not on your other
            devices, and it can be read only while you are signed in here. Clearing the browser’s storage deletes it.
          </p>
          <div data-never-write>
            <p class="govuk-body" data-never-write-missing>
              The list needs JavaScript and a browser that may keep things for this site. Without it there is no such
              list, and everything else works: when you check your answers, we look for what might identify somebody.
            </p>
          </div>
          <p class="govuk-visually-hidden" role="status" data-never-write-said></p>
        </div>
      </div>
      <template data-never-write-part="list">
        <h2 class="govuk-heading-m" tabindex="-1">On your list</h2>
        <p class="govuk-body" data-when="none">There is nothing on it yet.</p>
        <ul class="govuk-list confer-never-write" data-list>
          <li data-item>
            <span data-slot="text"></span> <span class="confer-optional" data-slot="class"></span>
            <button type="button" class="govuk-button govuk-button--secondary">Remove<span class="govuk-visually-hidden" data-slot="about"></span></button>
          </li>
        </ul>
        ${postForm(
          visit,
          neverWriteKeyPath.url({}),
          html`${input({ name: 'never', label: { content: 'Add a name, a team or a place', classes: 'govuk-label--s' }, hint: 'Write it as you would in a sentence. Capitals make no difference.', autocomplete: 'off' })}
            ${radios({
              name: 'class',
              legend: { content: 'What is it?', classes: 'govuk-fieldset__legend--s' },
              value: 'person',
              items: [
                { value: 'person', content: 'A person' },
                { value: 'organisation', content: 'A team, a school or another organisation' },
                { value: 'place', content: 'A place' },
              ],
            })}
            ${button({ content: 'Add' })}`,
        )}
      </template>
      <script type="module" src="${scriptUrl}"></script>`,
  })
}
