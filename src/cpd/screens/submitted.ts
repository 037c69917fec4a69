import { panel } from '../../platform/ui/govuk/panel.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { formatMoment } from '../../platform/day.ts'
import type { Piece, Submission } from '../piece.ts'
import type { CheckAtSubmission } from '../store.ts'
import { copyPath, homePath, newPiecePath, overviewPath, submissionFilePath } from '../paths.ts'
import { daysLeftInWords, standingSentence } from '../standing-words.ts'
import type { Standing } from '../where-you-stand.ts'
import { countsInWords } from './check-words.ts'
import { nextThingPart } from './next-thing.ts'
import { reasonInWords, warningsInWords } from './reason-words.ts'

interface Submitted {
  readonly piece: Piece
  readonly submission: Submission
  /** `null` for one from before there was a check. */
  readonly check: CheckAtSubmission | null
  readonly standing: Standing
  readonly pieces: readonly Piece[]
  readonly whoReceivesIt: string
  /** Whether the practitioner copies pieces to the regulator's own account. */
  readonly copies: boolean
}

/** After submitting: not "success", but what that leaves to be done. */
export function submittedScreen({
  piece,
  submission,
  check,
  standing,
  pieces,
  whoReceivesIt,
  copies,
}: Submitted): Page {
  const { pack, verdict } = standing.current
  const { pieceId } = piece
  const judged = verdict.reasons.find(reason => reason.pieceId === pieceId)
  const { number } = submission
  const title = number > 1 ? 'This piece is resubmitted' : 'This piece is submitted'
  return page({
    title: standing.allDone ? title : `${title}, but you are not done yet`,
    back: { href: overviewPath.url({}), text: 'Back to your CPD' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${standing.allDone ? panel({ title, content: standingSentence(standing), classes: 'confer-panel' }) : openHeading(title, standing)}
        ${!standing.allDone && html`<p class="govuk-body">${daysLeftInWords(standing.daysLeft)}.</p>`}
        ${
          judged &&
          html`<p class="govuk-body">This piece: ${reasonInWords(judged, verdict, pieces)}</p>
            ${warningsInWords(judged, pieces).map(warning => html`<p class="govuk-body">${warning}</p>`)}`
        }
        ${nextThingPart(standing)}
        <p class="govuk-body">
          <a class="govuk-link" href="${newPiecePath.url({})}">Record another piece</a> or go
          <a class="govuk-link" href="${homePath.url({})}">home</a>.
        </p>
        <h2 class="govuk-heading-m">Who has it</h2>
        <p class="govuk-body">${whoReceivesIt}</p>
        ${copies && html`<p class="govuk-body"><a class="govuk-link" href="${copyPath.url({ pieceId })}">Copy this piece question by question</a></p>`}
        ${
          check !== null &&
          html`<h2 class="govuk-heading-m">The check before you submitted</h2>
            <p class="govuk-body">
              A program looked for what might identify somebody (version ${check.version} of the check).
              ${countsInWords(check)} What it found is not kept, only how much.
            </p>`
        }
        <h2 class="govuk-heading-m">Your receipt</h2>
        <p class="govuk-body">It is on its way to your e-mail address too.</p>
        ${summaryList({
          rows: [
            { key: 'Submitted', value: formatMoment(pack.registrationYear.timeZone, submission.submittedAt) },
            { key: 'Receipt number', value: submission.receipt },
            { key: 'SHA-256', value: html`<code class="confer-hash">${submission.sha256}</code>` },
          ],
        })}
        <p class="govuk-body">
          The SHA-256 is a fingerprint of
          <a class="govuk-link" href="${submissionFilePath.url({ pieceId, number: String(number) })}"
            >the file of what you submitted</a
          >. It stays the same as long as not a single letter changes.
        </p>
      </div>
    </div>`,
  })
}

/** No panel of success while anything of the requirement is missing: people took the first "submitted" for the end. */
function openHeading(title: string, standing: Standing): Html {
  return html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body-l confer-standing confer-standing--open">${standingSentence(standing)}</p>`
}
