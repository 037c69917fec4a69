import { formatDay } from '../../../platform/day.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { textOfAnswer } from '../../../cpd/submission-text.ts'
import { knownAs } from '../../known-as.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { asTyped } from '../../shared-drafts/screens/as-typed.ts'
import { titleOfShared, type SharedPiece } from '../shared-piece.ts'
import { versionInWords } from './share-screen.ts'

/** What a supervisor reads of somebody's CPD: that version, and nothing to press. */
export function sharedPieceScreen(
  visit: SessionVisit,
  {
    opened,
    shared,
    timeZone,
  }: { readonly opened: OpenedSession; readonly shared: SharedPiece; readonly timeZone: string },
): Page {
  const title = titleOfShared(shared)
  const isMine = shared.personId === visit.actor.personId
  return page({
    title,
    back: backToSession(visit.params),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${sessionCaption(opened.day)}
        <h1 class="govuk-heading-l">${title}</h1>
        ${insetText({
          content: `${versionInWords(shared, timeZone)}. ${
            isMine ? 'You share it' : `${knownAs(opened.names, shared.personId)} shares it`
          } for this session until ${formatDay(shared.untilDay)}. It is CPD, and no part of the record of supervision.`,
        })}
        ${summaryList({
          rows: shared.content.answers.map(answer => ({
            key: answer.question,
            value: asTyped(textOfAnswer(answer)),
          })),
        })}
      </div>
    </div>`,
  })
}
