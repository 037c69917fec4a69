import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { warningText } from '../../../platform/ui/govuk/warning-text.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { Finding } from '../../../anonymisation/finding.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { sessionCaption } from '../../screens/session-caption.ts'
import { textsOf, type JointContent } from '../joint-record.ts'
import { recordPath, signRecordPath } from '../paths.ts'
import { contentPart } from './record-parts.ts'

interface SignRecordView {
  readonly opened: OpenedSession
  readonly content: JointContent
  /** Of exactly what the page shows. */
  readonly sha256: string
  /** Of each of its texts, in the order of `textsOf`. */
  readonly findings: readonly (readonly Finding[])[]
  /** Why it cannot be signed yet. */
  readonly obstacle: 'not-held' | 'nothing-written' | null
  /** Set where the draft was changed since the page that was pressed on. */
  readonly isNewer: boolean
  readonly status: 200 | 409
}

const title = 'Read it through and sign'

const obstacles = {
  'not-held': 'Nobody has said yet that the session was held. Say so on the page of the session, then sign.',
  'nothing-written': 'Nothing is written yet: there is no section and no agreed action to sign.',
} as const

export function signRecordScreen(visit: SessionVisit, view: SignRecordView): Page {
  const { opened, content, sha256, findings, obstacle, isNewer } = view
  return page({
    title,
    status: view.status,
    back: { href: recordPath.url(visit.params), text: 'Back to the draft' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${sessionCaption(opened.day)}
        <h1 class="govuk-heading-l">${title}</h1>
        ${
          isNewer &&
          insetText({
            content:
              'The draft was changed after this page was shown to you, so nothing was signed. This is what it says now.',
          })
        }
        ${contentPart(content, opened.names)} ${findingsPart(content, findings)}
        ${
          obstacle !== null
            ? html`<p class="govuk-body">${obstacles[obstacle]}</p>`
            : html`${warningText({ content: 'Once you have signed, not a letter of this can be changed.' })}
              <p class="govuk-body">
                Each supervisee who was in the session then agrees, or disagrees in their own words. After that,
                either can add to it. Earlier versions of the draft are deleted when you sign.
              </p>
              ${postForm(
                visit,
                signRecordPath.url(visit.params),
                html`${hidden('sha256', sha256)} ${button({ content: 'Sign the record', preventDoubleClick: true })}`,
              )}`
        }
        ${courtNotice(opened.policyToday, opened.relationship)}
      </div>
    </div>`,
  })
}

/** What may identify somebody, to be looked at before it is signed. It stands in nobody's way. */
function findingsPart(content: JointContent, findings: SignRecordView['findings']): Html {
  const found = textsOf(content).flatMap(({ where, text }, index) =>
    (findings[index] ?? []).map(({ start, end }) => ({ where, words: text.slice(start, end) })),
  )
  if (found.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">This may identify somebody</h2>
    <p class="govuk-body">Look at it again before you sign.</p>
    <ul class="govuk-list govuk-list--bullet">
      ${found.map(({ where, words }) => html`<li>${where}: <strong>${words}</strong></li>`)}
    </ul>`
}
