import { button } from '../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { Day } from '../../platform/day.ts'
import type { Question, RulePack } from '../../schemes/rule-pack.ts'
import { findNotices, findProblems, type Answers } from '../answers.ts'
import type { FormLayout } from '../form-layout.ts'
import type { Piece } from '../piece.ts'
import { checkPath, editPath, editQuestionPath, overviewPath } from '../paths.ts'
import { answerInWords } from './answer-in-words.ts'
import { problemInWords } from './problem-words.ts'

export interface CheckAnswers {
  readonly pack: RulePack
  readonly today: Day
  readonly piece: Piece
  readonly answers: Answers
  readonly layout: FormLayout
  /** `incomplete` and `changed-elsewhere` answer a press on "submit" that could not be carried out. */
  readonly outcome: 'shown' | 'incomplete' | 'changed-elsewhere'
  /** What submitting would change, and who receives it. */
  readonly warnings: Html
  readonly whoReceivesIt: string
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
  return page({
    title: 'Check your answers',
    status: outcome === 'incomplete' ? 422 : outcome === 'changed-elsewhere' ? 409 : 200,
    hasErrors: outcome === 'incomplete',
    back: { href: changeUrl(view, pack.questions[0]), text: 'Back to editing' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${incomplete && (outcome === 'incomplete' ? errorSummary({ title: 'This piece was not submitted', errorList: problemsList }) : stillMissing(problemsList))}
        ${outcome === 'changed-elsewhere' && notificationBanner({ title: 'Not submitted yet', role: 'alert', content: 'This piece was changed in another tab or on another device. These are the answers as they are now. Check them, then submit.' })}
        <h1 class="govuk-heading-l">Check your answers</h1>
        <p class="govuk-body">
          ${isAgain ? 'Your changes have not been submitted yet. What you submitted last keeps counting until you press Resubmit.' : 'This piece is a draft. It does not count until you press Submit.'}
        </p>
        ${summaryList({
          rows: pack.questions.map(question => ({
            key: question.label,
            value: answerInWords(pack, question, answers),
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
          checkPath.url({ pieceId }),
          html`${hidden('version', piece.version)}
            <div class="govuk-button-group">
              ${button({ content: isAgain ? 'Resubmit' : 'Submit', preventDoubleClick: true })}
              <a class="govuk-link" href="${overviewPath.url({})}"
                >${isAgain ? 'Leave it as it is for now' : 'Keep as a draft for now'}</a
              >
            </div>`,
        )}
      </div>
    </div>`,
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

function changeUrl(
  { piece: { pieceId }, layout }: CheckAnswers,
  question: Question | undefined,
  problems?: string,
): string {
  if (layout === 'one-question' && question) {
    return editQuestionPath.url({ pieceId, questionId: question.id }, { problems, from: 'check' })
  }
  return `${editPath.url({ pieceId }, { problems })}${problems === undefined && question ? `#${fieldOf(question)}` : ''}`
}

function fieldOf(question: Question): string {
  return question.kind === 'date' ? `${question.id}-day` : question.id
}
