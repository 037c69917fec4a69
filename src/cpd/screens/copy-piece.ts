import { button } from '../../platform/ui/govuk/button.ts'
import { dateInput } from '../../platform/ui/govuk/date-input.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { formatDay, type DateParts } from '../../platform/day.ts'
import { latestSubmission, titleOf, type Piece } from '../piece.ts'
import { copyPath, piecePath } from '../paths.ts'
import { textOfAnswer } from '../submission-text.ts'
import type { SubmissionContent } from '../submission-content.ts'
import type { DateError } from './date-error.ts'

interface CopyPiece {
  readonly piece: Piece
  readonly content: SubmissionContent
  readonly regulator: string
  /** The day to offer in the form, or what was typed. */
  readonly date: DateParts
  readonly error: DateError | null
}

/** Question by question in the order of the regulator's form, each with a box to copy from; the page prints as it is. */
export function copyPieceScreen(
  visit: SignedInVisit,
  { piece, content, regulator, date, error }: CopyPiece,
): Page {
  const { pieceId, copied } = piece
  const isCopied = copied !== null && copied.number === latestSubmission(piece)?.number
  return page({
    title: `Copy to ${regulator}`,
    status: error === null ? 200 : 422,
    hasErrors: error !== null,
    back: { href: piecePath.url({ pieceId }), text: 'Back to this piece' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${error && errorSummary({ errorList: [{ href: `#copied-${error.parts[0] ?? 'day'}`, content: error.message }] })}
        <span class="govuk-caption-l">${latestSubmission(piece)?.title ?? titleOf(piece)}</span>
        <h1 class="govuk-heading-l">Copy to ${regulator}</h1>
        <p class="govuk-body">
          Confer has not sent this to ${regulator}. Open your account with them beside this page, and copy
          each answer into the question that matches it: the words there may differ. Then submit it there: a draft there does not count
          either.
        </p>
        <p class="govuk-body confer-print-only">Printed from Confer.</p>
        <ol class="govuk-list confer-copy">
          ${content.answers.map(asked => copyItem(asked.id, asked.question, textOfAnswer(asked)))}
        </ol>
        <h2 class="govuk-heading-m">Mark it as copied</h2>
        ${isCopied && html`<p class="govuk-body"><strong>Copied there on ${formatDay(copied.on)}.</strong></p>`}
        ${copied !== null && !isCopied && html`<p class="govuk-body">You copied an earlier version on ${formatDay(copied.on)}, and have resubmitted it here since. Copy it again.</p>`}
        ${postForm(
          visit,
          copyPath.url({ pieceId }),
          html`${hidden('number', content.number)}
          ${dateInput({
            id: 'copied',
            namePrefix: 'copied',
            legend: {
              content: `When did you submit it to ${regulator}?`,
              classes: 'govuk-fieldset__legend--s',
            },
            error: error?.message,
            values: date,
          })}
          ${button({ content: 'Mark as copied', name: 'press', value: 'copied', preventDoubleClick: true })}
          ${copied !== null && button({ content: 'It is not copied', name: 'press', value: 'not-copied', classes: 'govuk-button--secondary' })}`,
        )}
      </div>
    </div>`,
  })
}

function copyItem(id: string, question: string, text: string): Html {
  return html`<li class="confer-copy__item">
    <h2 class="govuk-heading-s" id="copy-${id}-question">${question}</h2>
    <div class="confer-as-typed confer-copy__text" id="copy-${id}">${text === '' ? 'Not answered' : text}</div>
    ${text !== '' && html`<button type="button" class="govuk-button govuk-button--secondary confer-copy__press" data-copy="copy-${id}" hidden>Copy<span class="govuk-visually-hidden"> the answer to: ${question}</span></button>`}
  </li>`
}
