import { button } from '../../platform/ui/govuk/button.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { formatDay, formatMoment } from '../../platform/day.ts'
import { questionOfKind, type RulePack } from '../../schemes/rule-pack.ts'
import type { Answers } from '../answers.ts'
import { latestSubmission, stateOf, titleOf, type Piece } from '../piece.ts'
import * as paths from '../paths.ts'
import type { LinkFromPiece } from '../settings.ts'
import type { SubmissionContent } from '../submission-content.ts'
import type { Standing } from '../where-you-stand.ts'
import { answerInWords, askedAnswerInWords } from './answer-in-words.ts'
import { reasonInWords, stateTag, warningsInWords } from './reason-words.ts'

interface PieceView {
  /** The questions as they are asked today, for a draft. */
  readonly pack: RulePack
  readonly piece: Piece
  readonly draftAnswers: Answers | null
  readonly submitted: SubmissionContent | null
  readonly standing: Standing
  readonly pieces: readonly Piece[]
  readonly whoReceivesIt: string
  /** Whether the practitioner copies pieces to the regulator's own account. */
  readonly copies: boolean
  readonly done: string | null
  /** To other features. */
  readonly links: readonly LinkFromPiece[]
}

export function pieceScreen(view: PieceView): Page {
  const { piece, standing, pieces, submitted, draftAnswers, done } = view
  const { verdict } = standing.current
  const judged = verdict.reasons.find(({ pieceId }) => pieceId === piece.pieceId)
  const title = titleOf(piece)
  return page({
    title,
    back: { href: paths.overviewPath.url({}), text: 'Back to your CPD' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${done !== null && notificationBanner({ title: 'Noted', content: done })}
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">${stateTag(piece)}</p>
        ${
          judged &&
          html`<p class="govuk-body-l">${reasonInWords(judged, verdict, pieces)}</p>
            ${warningsInWords(judged, pieces).map(warning => html`<p class="govuk-body">${warning}</p>`)}`
        }
        ${actions(view)}
        ${
          submitted !== null &&
          html`<h2 class="govuk-heading-m">What you submitted last</h2>
            ${submissionAnswers(submitted)}`
        }
        ${
          draftAnswers !== null &&
          html`<h2 class="govuk-heading-m">
              ${submitted === null ? 'Your draft' : 'Changes you have not resubmitted'}
            </h2>
            ${summaryList({
              rows: view.pack.questions.map(question => ({
                key: question.label,
                value: answerInWords(view.pack, question, draftAnswers),
              })),
            })}`
        }
        ${piece.submissions.length > 0 && historyPart(view)}
        <p class="govuk-body"><a class="govuk-link" href="${paths.revisionsPath.url({ pieceId: piece.pieceId })}">Earlier versions of what you wrote</a></p>
        ${view.links.map(({ href, content }) => html`<p class="govuk-body"><a class="govuk-link" href="${href}">${content}</a></p>`)}
        ${insetText({ content: view.whoReceivesIt })}
      </div>
    </div>`,
  })
}

function actions({ piece, copies, pack }: PieceView): Html {
  const { pieceId } = piece
  const state = stateOf(piece)
  const edit = paths.editPath.url({ pieceId })
  const secondary = 'govuk-button--secondary'
  const peerQuestion = questionOfKind(pack, 'peer-reflection')
  const addPeerReflection =
    peerQuestion !== null &&
    latestSubmission(piece)?.hasPeerReflection === false &&
    button({
      content: 'Add a peer reflection',
      href: paths.editUrlAt(pieceId, peerQuestion.id),
      classes: secondary,
    })
  const link = (href: string, content: string) => html`<a class="govuk-link" href="${href}">${content}</a>`
  switch (state) {
    case 'draft':
      return group(
        button({ content: 'Continue editing', href: edit }),
        button({ content: 'Check your answers', href: paths.checkPath.url({ pieceId }), classes: secondary }),
        link(paths.deletePath.url({ pieceId }), 'Delete this draft'),
      )
    case 'submitted':
      return group(
        button({ content: 'Edit this piece', href: edit }),
        addPeerReflection,
        copies &&
          button({
            content: 'Copy it question by question',
            href: paths.copyPath.url({ pieceId }),
            classes: secondary,
          }),
        link(paths.withdrawPath.url({ pieceId }), 'Withdraw this piece'),
      )
    case 'submitted-with-changes':
      return group(
        button({ content: 'Check your changes', href: paths.checkPath.url({ pieceId }) }),
        button({ content: 'Edit this piece', href: edit, classes: secondary }),
        link(paths.discardPath.url({ pieceId }), 'Throw the changes away'),
        link(paths.withdrawPath.url({ pieceId }), 'Withdraw this piece'),
      )
    case 'withdrawn':
      return group(
        button({ content: 'Edit and submit it again', href: edit }),
        piece.draft !== null &&
          button({
            content: 'Check your answers',
            href: paths.checkPath.url({ pieceId }),
            classes: secondary,
          }),
        piece.draft !== null && link(paths.discardPath.url({ pieceId }), 'Throw the changes away'),
      )
  }
}

function group(...items: readonly (Html | false)[]): Html {
  return html`<div class="govuk-button-group">${items}</div>`
}

/** A submission as it was asked and answered. */
function submissionAnswers(content: SubmissionContent): Html {
  return summaryList({
    rows: content.answers.map(asked => ({ key: asked.question, value: askedAnswerInWords(asked) })),
  })
}

function historyPart({ piece, standing }: PieceView): Html {
  const { timeZone } = standing.current.pack.registrationYear
  const { pieceId } = piece
  const latest = latestSubmission(piece)
  return html`<h2 class="govuk-heading-m">History</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${piece.submissions.toReversed().map(
        ({ number, submittedAt, withdrawnAt, receipt }) =>
          html`<li>
            ${withdrawnAt !== null && html`Withdrawn on ${formatMoment(timeZone, withdrawnAt)}.<br>`}
            <a class="govuk-link" href="${paths.submissionPath.url({ pieceId, number: String(number) })}"
              >${number === 1 ? 'Submitted' : 'Resubmitted'} on ${formatMoment(timeZone, submittedAt)}</a
            >, receipt ${receipt}
          </li>`,
      )}
    </ul>
    ${piece.copied !== null && html`<p class="govuk-body">You marked it as copied to the regulator on ${formatDay(piece.copied.on)}${piece.copied.number === latest?.number ? '' : '. You have resubmitted it since'}.</p>`}`
}

interface SubmissionView {
  readonly piece: Piece
  readonly content: SubmissionContent
  readonly timeZone: string
}

/** One submission out of a piece's history. */
export function submissionScreen({ piece, content, timeZone }: SubmissionView): Page | null {
  const submission = piece.submissions.find(({ number }) => number === content.number)
  if (submission === undefined) return null
  const { pieceId } = piece
  const title = `What you submitted on ${formatMoment(timeZone, submission.submittedAt)}`
  return page({
    title,
    back: { href: paths.piecePath.url({ pieceId }), text: 'Back to this piece' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${submission.title}</span>
        <h1 class="govuk-heading-l">${title}</h1>
        ${submissionAnswers(content)}
        ${summaryList({
          rows: [
            { key: 'Receipt number', value: submission.receipt },
            { key: 'SHA-256', value: html`<code class="confer-hash">${submission.sha256}</code>` },
            submission.withdrawnAt !== null && {
              key: 'Withdrawn',
              value: formatMoment(timeZone, submission.withdrawnAt),
            },
          ],
        })}
        <p class="govuk-body">
          <a
            class="govuk-link"
            href="${paths.submissionFilePath.url({ pieceId, number: String(content.number) })}"
            >Download this submission as a file</a
          >
        </p>
      </div>
    </div>`,
  })
}
