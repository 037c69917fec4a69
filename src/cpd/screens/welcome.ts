import { button } from '../../platform/ui/govuk/button.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import type { WelcomeLinks } from '../settings.ts'

/** What somebody sees who is not signed in: what this is, and the way in. */
export function welcomeScreen(pack: RulePack, links: WelcomeLinks, whoReceivesIt: string): Page {
  return page({
    title: 'Record your CPD and know where you stand',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">Record your CPD and know where you stand</h1>
        <p class="govuk-body-l">${pack.wording.requirement}</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Write down what you learnt, as a draft for as long as you like.</li>
          <li>Add what you learnt from discussing it with a peer.</li>
          <li>Submit, and see at every moment what is still missing.</li>
        </ul>
        <div class="govuk-button-group">
          ${button({ content: 'Create an account', href: links.createAccount, isStartButton: true })}
          <a class="govuk-link" href="${links.signIn}">Sign in</a>
        </div>
        <h2 class="govuk-heading-m">Before you start</h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="${links.whichIsIt}">Is it supervision, a peer reflection, or both?</a>
          </li>
          <li>
            <a class="govuk-link" href="${links.guidance}"
              >Guidance on recording CPD and on peer reflection</a
            >
          </li>
        </ul>
        ${insetText({ content: whoReceivesIt })}
      </div>
    </div>`,
  })
}
