import { randomUUID } from 'node:crypto'
import { notificationBanner } from '../platform/ui/govuk/notification-banner.ts'
import { html, type Html } from '../platform/ui/html.ts'
import { notFoundPage, unexpectedFieldPage } from '../platform/web/error-pages.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import type { Question, RulePacks } from '../schemes/rule-pack.ts'
import { currentAnswers } from './actions/save-draft.ts'
import { findMyPiece } from './find-mine.ts'
import { editPath, editQuestionPath, newPiecePath } from './paths.ts'
import { stateOf, type PieceState } from './piece.ts'
import { isId } from '../platform/id.ts'
import { newPieceShape, saveForm, shapeOf } from './save-form.ts'
import { editPieceScreen, removedCharactersNotice, savedInWords } from './screens/edit-piece.ts'
import type { CpdSettings } from './settings.ts'
import { startingAnswers, startingCodes } from './starting-answers.ts'
import { findFormLayout } from './form-layout-store.ts'
import { todaysForm } from './todays-form.ts'

/** Writing a piece: all questions on one page, or one question a page. */
export function editingRoutes({ packs, scripts }: CpdSettings): Route[] {
  return [
    get(newPiecePath, signedIn, async visit => {
      const form = todaysForm(packs, visit.now)
      const layout = await findFormLayout(visit.db, visit.actor.personId)
      return editPieceScreen(visit, {
        ...form,
        pieceId: randomUUID(),
        version: 0,
        state: 'draft',
        answers: startingAnswers(form.pack, name => visit.query.get(name)),
        startingCodes: startingCodes(form.pack, name => visit.query.get(name)),
        question: layout === 'one-question' ? (form.pack.questions[0] ?? null) : null,
        showProblems: false,
        extraPeerRow: false,
        returnsToCheck: false,
        notice: null,
        checkScriptUrl: scripts.formCheck,
      })
    }),

    post(
      newPiecePath,
      signedIn,
      visit => newPieceShape(packs, visit),
      async visit => {
        const pieceId = visit.form.text('pieceId')
        if (!isId(pieceId))
          return unexpectedFieldPage('The form did not say which piece it is about.', visit.form)
        const { pack } = todaysForm(packs, visit.now)
        return saveForm(
          packs,
          visit,
          pieceId,
          pack.questions.find(({ id }) => id === visit.form.text('question')) ?? null,
        )
      },
    ),

    get(editPath, signedIn, async visit => {
      const layout = await findFormLayout(visit.db, visit.actor.personId)
      const { questions } = todaysForm(packs, visit.now).pack
      const wanted = questions.find(({ id }) => id === visit.query.get('question')) ?? questions[0]
      if (layout === 'one-question' && wanted && !visit.query.has('problems')) {
        return redirect(editQuestionPath.url({ pieceId: visit.params.pieceId, questionId: wanted.id }))
      }
      return showForm({ packs, scripts }, visit, visit.params.pieceId, null)
    }),

    post(
      editPath,
      signedIn,
      visit => shapeOf(todaysForm(packs, visit.now).pack.questions),
      visit => saveForm(packs, visit, visit.params.pieceId, null),
    ),

    get(editQuestionPath, signedIn, async visit => {
      const question = findQuestion(packs, visit)
      return question ? showForm({ packs, scripts }, visit, visit.params.pieceId, question) : notFoundPage()
    }),

    post(
      editQuestionPath,
      signedIn,
      visit =>
        shapeOf(
          todaysForm(packs, visit.now).pack.questions.filter(({ id }) => id === questionIdOf(visit.params)),
        ),
      async visit => {
        const question = findQuestion(packs, visit)
        return question ? saveForm(packs, visit, visit.params.pieceId, question) : notFoundPage()
      },
    ),
  ]
}

async function showForm(
  { packs, scripts }: Pick<CpdSettings, 'packs' | 'scripts'>,
  visit: SignedInVisit,
  pieceId: string,
  question: Question | null,
): Promise<Reply> {
  const found = await findMyPiece(visit, pieceId)
  if (found === null) return notFoundPage()
  return editPieceScreen(visit, {
    ...todaysForm(packs, visit.now),
    pieceId,
    version: found.piece.version,
    state: stateOf(found.piece),
    answers: currentAnswers(found),
    question,
    showProblems: visit.query.get('problems') === 'show',
    extraPeerRow: visit.query.get('peer') === 'add',
    returnsToCheck: visit.query.get('from') === 'check',
    notice: noticeOf(visit, stateOf(found.piece)),
    startingCodes: {},
    checkScriptUrl: scripts.formCheck,
  })
}

function noticeOf(visit: SignedInVisit, state: PieceState): Html {
  const removed = Number(visit.query.get('removed')) || 0
  const isSaved = visit.query.get('saved') === 'draft'
  return html`${isSaved && notificationBanner({ title: 'Saved', content: savedInWords(state) })}
  ${removedCharactersNotice(removed)}`
}

function findQuestion(
  packs: RulePacks,
  visit: SignedInVisit<{ readonly questionId: string }>,
): Question | null {
  const { questions } = todaysForm(packs, visit.now).pack
  return questions.find(({ id }) => id === visit.params.questionId) ?? null
}

function questionIdOf(params: unknown): string {
  return (params as { readonly questionId?: string }).questionId ?? ''
}
