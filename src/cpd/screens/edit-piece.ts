import { button } from '../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { defaultButton, hidden, postForm } from '../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { Day } from '../../platform/day.ts'
import type { Question, RulePack } from '../../schemes/rule-pack.ts'
import type { StartingCodes } from '../starting-answers.ts'
import { findProblems, type Answers } from '../answers.ts'
import type { PieceState } from '../piece.ts'
import { editPath, editQuestionPath, newPiecePath, overviewPath, piecePath } from '../paths.ts'
import { marksOf, writeMarks } from '../merge-answers.ts'
import { problemInWords } from './problem-words.ts'
import { questionField } from './question-field.ts'

export interface EditPiece {
  readonly pack: RulePack
  readonly today: Day
  readonly pieceId: string
  /** 0 for a piece that is not stored yet. */
  readonly version: number
  readonly state: PieceState
  readonly answers: Answers
  /** The one question to show, or `null` for all of them on one page. */
  readonly question: Question | null
  /** Whether to say what stands in the way of submitting. While somebody writes, nothing is wrong yet. */
  readonly showProblems: boolean
  readonly extraPeerRow: boolean
  /** Whether the check page sent the writer to change this one answer. */
  readonly returnsToCheck: boolean
  readonly notice: Html | null
  /** What checks the form while somebody writes; `null` where nothing does. */
  readonly checkScriptUrl: string | null
  /** For a new piece with one question a page: what is known already and not asked on the first page. */
  readonly startingCodes: StartingCodes
}

export function editPieceScreen(visit: Pick<Visit, 'formToken'>, view: EditPiece): Page {
  const { pack, question, answers } = view
  const questions = question === null ? pack.questions : [question]
  const problems = view.showProblems ? problemsIn(view, questions) : []
  const errors = new Map(
    problems.flatMap(({ fields, message }) => fields.map(field => [field, message] as const)),
  )
  const peerRows = Math.max(1, answers.peerReflection.peers.length + (view.extraPeerRow ? 1 : 0))
  const heading = headingFor(view)
  const fields = questions.map(asked => {
    const field = questionField({
      pack,
      question: asked,
      answers,
      errors,
      isHeading: question !== null,
      peerRows,
    })
    return question === null ? html`<div class="confer-question">${field}</div>` : field
  })
  return page({
    title: question === null ? heading : question.question,
    hasErrors: problems.length > 0,
    back: backFrom(view),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${problems.length > 0 && errorSummary({ errorList: problems.map(({ field, message }) => ({ href: `#${field}`, content: message })) })}
        ${view.notice} ${question === null && html`<h1 class="govuk-heading-l">${heading}</h1>`}
        ${question === null && introduction(view)}
        ${question !== null && html`<p class="govuk-caption-m">${heading}: question ${pack.questions.indexOf(question) + 1} of ${pack.questions.length}</p>`}
        ${postForm(
          visit,
          actionOf(view),
          html` ${hidden('version', view.version)}${hidden('seen', writeMarks(marksOf(questions, answers)))}${hidden('saveId', '')}${view.returnsToCheck && hidden('returnTo', 'check')}${view.version === 0 && hidden('pieceId', view.pieceId)}
            ${view.version === 0 && question !== null && html`${hidden('question', question.id)}${Object.entries(view.startingCodes).map(([name, code]) => hidden(`starting-${name}`, code))}`} ${defaultButton({ name: 'press', value: question === null ? 'draft' : 'continue' })}
            ${fields}
            <div class="govuk-button-group">
              ${
                question === null
                  ? button({
                      content: 'Check your answers',
                      name: 'press',
                      value: 'check',
                      preventDoubleClick: true,
                    })
                  : button({
                      content: 'Save and continue',
                      name: 'press',
                      value: 'continue',
                      preventDoubleClick: true,
                    })
              }
              ${button({ content: 'Save draft', name: 'press', value: 'draft', classes: 'govuk-button--secondary', preventDoubleClick: true })}
              ${button({
                content:
                  question === null ? 'Switch to one question a page' : 'Switch to all questions on one page',
                name: 'press',
                value: 'switch',
                classes: 'confer-button-link',
              })}
            </div>
            ${html`<p class="govuk-body confer-saved" data-state="${view.state}" data-saved="${savedInWords(view.state)}"></p>`}`,
          html` data-saves-itself${view.checkScriptUrl !== null && html` data-checked-by="${view.checkScriptUrl}"`}`,
        )}
      </div>
    </div>`,
  })
}

function problemsIn({ pack, answers, today }: EditPiece, questions: readonly Question[]) {
  return findProblems(pack, answers, today).flatMap(problem => {
    const asked = questions.find(({ id }) => id === problem.questionId)
    return asked ? [problemInWords(asked, problem)] : []
  })
}

function headingFor({ version, state }: EditPiece): string {
  if (version === 0) return 'Record new CPD'
  switch (state) {
    case 'draft':
      return 'Continue editing'
    case 'submitted':
    case 'submitted-with-changes':
      return 'Edit this piece'
    case 'withdrawn':
      return 'Edit a withdrawn piece'
  }
}

function introduction({ state, version }: EditPiece): Html {
  if (state === 'submitted' || state === 'submitted-with-changes') {
    return insetText({
      content:
        'What you submitted last keeps counting while you edit. Your changes count once you have checked them and pressed Resubmit.',
    })
  }
  return html`<p class="govuk-body">
    ${version === 0 ? 'You can save a draft at any time and come back. ' : ''}A draft does not count until you
    submit it. Do not name anybody, and leave out what could identify somebody.
  </p>`
}

function backFrom({ version, pieceId, pack, question }: EditPiece): Page['back'] {
  if (version === 0) return { href: overviewPath.url({}), text: 'Back to your CPD' }
  const before = question === null ? undefined : pack.questions[pack.questions.indexOf(question) - 1]
  return before === undefined
    ? { href: piecePath.url({ pieceId }), text: 'Back to this piece' }
    : { href: editQuestionPath.url({ pieceId, questionId: before.id }), text: 'Back' }
}

function actionOf({ version, pieceId, question }: EditPiece): string {
  if (version === 0) return newPiecePath.url({})
  return question === null
    ? editPath.url({ pieceId })
    : editQuestionPath.url({ pieceId, questionId: question.id })
}

/** What a save means for what counts. */
export function savedInWords(state: PieceState): string {
  switch (state) {
    case 'draft':
      return 'Saved as a draft. It does not count until you submit it.'
    case 'submitted':
    case 'submitted-with-changes':
      return 'Your changes are saved. What you submitted last keeps counting until you resubmit.'
    case 'withdrawn':
      return 'Your changes are saved. The piece does not count until you submit it again.'
  }
}

/** Said after characters that no screen can show were taken out of what was typed. Often beside another notice. */
export function removedCharactersNotice(removed: number): Html {
  if (removed === 0) return nothing
  return insetText({
    content: `We took out ${counted(removed, 'character', 'characters')} that cannot be shown or kept, such as control characters from a copied document. Everything else is as you typed it.`,
  })
}
