import { foundInWords } from '../../anonymisation/finding-words.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { askOnceMore, findingsId } from '../../platform/ui/ask-once-more.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page, type Status } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { Day } from '../../platform/day.ts'
import type { Question, RulePack } from '../../schemes/rule-pack.ts'
import { findNotices, findProblems, type Answers } from '../answers.ts'
import type { FormLayout } from '../form-layout.ts'
import type { Piece } from '../piece.ts'
import { checkPath, editPath, editQuestionPath, overviewPath } from '../paths.ts'
import type { Choice, FoundInPiece } from '../piece-check.ts'
import { answerInWords } from './answer-in-words.ts'
import { fieldNames } from './answers-form.ts'
import { findingsSection } from './findings-section.ts'
import { problemInWords } from './problem-words.ts'

export interface CheckAnswers {
  readonly pack: RulePack
  readonly today: Day
  readonly piece: Piece
  readonly answers: Answers
  readonly layout: FormLayout
  /** All but `shown` answer a press that was not carried out. */
  readonly outcome: CheckOutcome
  readonly found: readonly FoundInPiece[]
  /** What can be done about each of them, in the same order. */
  readonly choices: readonly (readonly Choice[])[]
  readonly isKept: (found: FoundInPiece) => boolean
  /** Of what was replaced just now. */
  readonly undo: UndoOffer | null
  /** Looks for what is on the never-write list, which the server does not know. */
  readonly scriptUrl: string
  /** What submitting would change, and who receives it. */
  readonly warnings: Html
  readonly whoReceivesIt: string
}

/** The earlier version that takes a rewrite back, and the version of the piece that it made. */
export interface UndoOffer {
  readonly version: number
  readonly revision: number
}

export type CheckOutcome = 'shown' | 'incomplete' | 'changed-elsewhere' | 'ask-once-more' | 'findings-changed'

const statuses: Readonly<Record<CheckOutcome, Status>> = {
  shown: 200,
  incomplete: 422,
  'ask-once-more': 422,
  'changed-elsewhere': 409,
  'findings-changed': 409,
}

export function checkAnswersScreen(visit: SignedInVisit, view: CheckAnswers): Page {
  const { pack, piece, answers, today, outcome } = view
  const { pieceId } = piece
  const isAgain = piece.submissions.length > 0
  const problems = findProblems(pack, answers, today).flatMap(problem => {
    const question = pack.questions.find(({ id }) => id === problem.questionId)
    return question ? [{ question, ...problemInWords(question, problem) }] : []
  })
  const incomplete = problems.length > 0
  const problemsList = problems.map(({ question, field, message }) => ({
    href: `${changeUrl(view, question, 'show')}#${field}`,
    content: message,
  }))
  const open = view.found.filter(({ finding }) => finding.level !== 'note').filter(one => !view.isKept(one))
  const likely = open.filter(({ finding }) => finding.level === 'likely').length
  const asksOnceMore = outcome === 'ask-once-more' && likely > 0
  // It stays offered whatever is pressed that changes no answer.
  const actUrl = checkPath.url(
    { pieceId },
    view.undo === null ? {} : { replaced: String(view.undo.version), undo: String(view.undo.revision) },
  )
  const submitWords = isAgain ? 'Resubmit' : 'Submit'
  return page({
    title: asksOnceMore ? 'Not submitted yet: check your answers once more' : 'Check your answers',
    status: statuses[outcome],
    hasErrors: outcome === 'incomplete',
    back: { href: changeUrl(view, pack.questions[0]), text: 'Back to editing' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${incomplete && (outcome === 'incomplete' ? errorSummary({ title: 'This piece was not submitted', errorList: problemsList }) : stillMissing(problemsList))}
        ${outcome === 'changed-elsewhere' && notificationBanner({ title: 'Not submitted yet', role: 'alert', content: 'This piece was changed in another tab or on another device. These are the answers as they are now. Check them, then submit.' })}
        ${outcome === 'findings-changed' && notificationBanner({ title: 'Nothing was replaced', role: 'alert', content: 'This piece was changed after this page was shown. These are the answers as they are now, and what we find in them.' })}
        ${asksOnceMore && askOnceMore({ title: 'Not submitted yet', likely, press: `${submitWords} anyway` })}
        <h1 class="govuk-heading-l">Check your answers</h1>
        <p class="govuk-body">
          ${isAgain ? 'Your changes have not been submitted yet. What you submitted last keeps counting until you press Resubmit.' : 'This piece is a draft. It does not count until you press Submit.'}
        </p>
        <p class="govuk-body">
          ${foundInWords(open.length)}
          ${open.length > 0 && html`<a class="govuk-link" href="#${findingsId}">Look at what might identify somebody</a>`}
        </p>
        ${summaryList({
          rows: pack.questions.map(question => ({
            key: question.label,
            value: html`<div data-answer="${question.label}">${answerInWords(pack, question, answers)}</div>`,
            actions: {
              items: [
                {
                  href: changeUrl(view, question),
                  content: 'Change',
                  visuallyHiddenText: question.label,
                },
              ],
            },
          })),
        })}
        ${findNotices(pack, answers).length > 0 && insetText({ content: 'You named a peer’s job role, but did not write what you learnt from the discussion. Without that this piece has no peer reflection.' })}
        ${findingsSection(visit, {
          pack,
          actUrl,
          version: piece.version,
          found: view.found,
          choices: view.choices,
          isKept: view.isKept,
          notice: view.undo === null ? null : undoNotice(visit, view, view.undo.revision),
          changeUrl: (question, row) => changeUrl(view, question, undefined, row),
        })}
        ${view.warnings}
        <p class="govuk-body">${view.whoReceivesIt}</p>
        ${
          incomplete
            ? html`<p class="govuk-body">${isAgain ? 'Your changes are kept' : 'It is kept as a draft'}, and you can come back to it at any time.</p>`
            : html`<p class="govuk-body">
                By submitting you say that this is your own record and that it names nobody.
              </p>`
        }
        ${postForm(
          visit,
          actUrl,
          html`${hidden('version', piece.version)}
            <div class="govuk-button-group">
              ${asksOnceMore ? button({ content: `${submitWords} anyway`, name: 'press', value: 'anyway', classes: 'govuk-button--warning', preventDoubleClick: true }) : button({ content: submitWords, preventDoubleClick: true })}
              <a class="govuk-link" href="${overviewPath.url({})}"
                >${isAgain ? 'Leave it as it is for now' : 'Keep as a draft for now'}</a
              >
            </div>`,
          html` data-asks-about="${likely}"`,
        )}
      </div>
    </div>
    <script type="module" src="${view.scriptUrl}"></script>`,
  })
}

function stillMissing(problems: readonly { href: string; content: string }[]): Html {
  return insetText({
    content: html`<h2 class="govuk-heading-s">You cannot submit this yet</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${problems.map(({ href, content }) => html`<li><a class="govuk-link" href="${href}">${content}</a></li>`)}
      </ul>`,
  })
}

function undoNotice(visit: SignedInVisit, { piece }: CheckAnswers, revision: number): Html {
  return notificationBanner({
    title: 'Replaced',
    role: 'status',
    titleId: 'replaced',
    content: postForm(
      visit,
      checkPath.url({ pieceId: piece.pieceId }),
      html`<p class="govuk-notification-banner__heading">The words are replaced in your answers above.</p>
        ${hidden('version', piece.version)}
        ${button({ content: html`Undo<span class="govuk-visually-hidden">: put back what was replaced</span>`, name: 'press', value: `undo ${revision}`, classes: 'govuk-button--secondary confer-undo', preventDoubleClick: true })}`,
    ),
  })
}

function changeUrl(
  { piece: { pieceId }, layout }: CheckAnswers,
  question: Question | undefined,
  problems?: string,
  row: number | null = null,
): string {
  const field = question && (row === null ? fieldOf(question) : fieldNames(question).role(row))
  if (layout === 'one-question' && question) {
    const url = editQuestionPath.url({ pieceId, questionId: question.id }, { problems, from: 'check' })
    return row === null ? url : `${url}#${field}`
  }
  return `${editPath.url({ pieceId }, { problems })}${problems === undefined && field ? `#${field}` : ''}`
}

function fieldOf(question: Question): string {
  return question.kind === 'date' ? `${question.id}-day` : question.id
}
