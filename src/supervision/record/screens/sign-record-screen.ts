import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { warningText } from '../../../platform/ui/govuk/warning-text.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { sessionCaption } from '../../screens/session-caption.ts'
import { countLikely } from '../../find-in-texts.ts'
import type { FoundInRecord } from '../find-in-record.ts'
import type { JointContent, SignRefusal } from '../joint-record.ts'
import { recordPath, signRecordPath } from '../paths.ts'
import { askOnceMore } from '../../../platform/ui/ask-once-more.ts'
import { findingsPart } from '../../screens/findings-part.ts'
import { changeUrl } from './change-url.ts'
import { contentPart } from './record-parts.ts'

interface SignRecordView {
  readonly opened: OpenedSession
  readonly content: JointContent
  /** Of exactly what the page shows. */
  readonly sha256: string
  readonly found: readonly FoundInRecord[]
  /** Why it cannot be signed yet. */
  readonly obstacle: 'not-held' | 'nothing-written' | null
  /** Why a press signed nothing; `null` before there was one. */
  readonly refusal: SignRefusal | null
}

const title = 'Read it through and sign'

const obstacles = {
  'not-held': 'Nobody has said yet that the session was held. Say so on the page of the session, then sign.',
  'nothing-written': 'Nothing is written yet: there is no section and no agreed action to sign.',
} as const

export function signRecordScreen(visit: SessionVisit, view: SignRecordView): Page {
  const { opened, content, sha256, found, obstacle, refusal } = view
  const likely = countLikely(found)
  const asksOnceMore = refusal === 'ask-once-more' && likely > 0
  return page({
    title: asksOnceMore ? 'Not signed yet: read it through once more' : title,
    status: refusal === null ? 200 : asksOnceMore ? 422 : 409,
    back: { href: recordPath.url(visit.params), text: 'Back to the draft' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${asksOnceMore && askOnceMore({ title: 'Not signed yet', likely, press: 'Sign anyway' })} ${sessionCaption(opened.day)}
        <h1 class="govuk-heading-l">${title}</h1>
        ${
          refusal === 'changed-elsewhere' &&
          insetText({
            content:
              'The draft was changed after this page was shown to you, so nothing was signed. This is what it says now.',
          })
        }
        ${contentPart(content, opened.names)} ${findingsPart(found, changeUrl(visit))}
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
                html`${hidden('sha256', sha256)}
                ${
                  asksOnceMore
                    ? button({
                        content: 'Sign anyway',
                        name: 'press',
                        value: 'anyway',
                        classes: 'govuk-button--warning',
                        preventDoubleClick: true,
                      })
                    : button({ content: 'Sign the record', preventDoubleClick: true })
                }`,
              )}`
        }
        ${courtNotice(opened.policyToday, opened.relationship)}
      </div>
    </div>`,
  })
}
