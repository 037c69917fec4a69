import { randomUUID } from 'node:crypto'
import { notificationBanner } from '../platform/ui/govuk/notification-banner.ts'
import { html, type Html } from '../platform/ui/html.ts'
import { notFoundPage, unexpectedFieldPage } from '../platform/web/error-pages.ts'
import type { FormShape } from '../platform/web/form-body.ts'
import { json, redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import type { Question, RulePack, RulePacks } from '../schemes/rule-pack.ts'
import { currentAnswers, saveDraftOfPiece } from './actions/save-draft.ts'
import type { Answers } from './answers.ts'
import { findMyPiece } from './find-mine.ts'
import type { FormLayout } from './form-layout.ts'
import { checkPath, editPath, editQuestionPath, newPiecePath } from './paths.ts'
import { stateOf, type PieceState } from './piece.ts'
import { isPieceId } from './piece-id.ts'
import { answersShape, fieldNames, readAnswers } from './screens/answers-form.ts'
import { editPieceScreen, removedCharactersNotice, savedInWords } from './screens/edit-piece.ts'
import type { CpdSettings } from './settings.ts'
import { startingAnswers, startingCodeNames, startingCodes } from './starting-answers.ts'
import { findFormLayout, saveFormLayout } from './form-layout-store.ts'
import { todaysForm } from './todays-form.ts'

/** Writing a piece: all questions on one page, or one question a page. */
export function editingRoutes({ packs }: CpdSettings): Route[] {
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
        savedElsewhere: null,
      })
    }),

    post(
      newPiecePath,
      signedIn,
      visit => newPieceShape(packs, visit),
      async visit => {
        const pieceId = visit.form.text('pieceId')
        if (!isPieceId(pieceId))
          return unexpectedFieldPage('The form did not say which piece it is about.', visit.form)
        const { pack } = todaysForm(packs, visit.now)
        return save(
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
      return showForm(packs, visit, visit.params.pieceId, null)
    }),

    post(
      editPath,
      signedIn,
      visit => shapeOf(todaysForm(packs, visit.now).pack.questions),
      visit => save(packs, visit, visit.params.pieceId, null),
    ),

    get(editQuestionPath, signedIn, async visit => {
      const question = findQuestion(packs, visit)
      return question ? showForm(packs, visit, visit.params.pieceId, question) : notFoundPage()
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
        return question ? save(packs, visit, visit.params.pieceId, question) : notFoundPage()
      },
    ),
  ]
}

async function showForm(
  packs: RulePacks,
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
    savedElsewhere: null,
    startingCodes: {},
  })
}

/** Saves what the form has, then goes where the button that was pressed leads. */
async function save(
  packs: RulePacks,
  visit: SignedInVisit,
  pieceId: string,
  question: Question | null,
): Promise<Reply> {
  if (!isPieceId(pieceId)) return notFoundPage()
  const form = todaysForm(packs, visit.now)
  const questions = question === null ? form.pack.questions : [question]
  const press = visit.form.text('press')
  const saved = await saveDraftOfPiece(visit.db, {
    personId: visit.actor.personId,
    pieceId,
    pack: form.pack,
    shownVersion: Number(visit.form.text('version')) || 0,
    startFrom: startingAnswers(form.pack, name => visit.form.text(`starting-${name}`)),
    answer: stored => readAnswers(questions, visit.form, stored),
    isReplacement: visit.form.text('replaces') === 'yes',
    saveId: isPieceId(visit.form.text('saveId')) ? visit.form.text('saveId') : null,
    now: visit.now,
  })
  if (press === 'background') {
    return json(
      saved.ok
        ? { outcome: 'saved', version: saved.value.version, formUrl: formUrlOf(pieceId, question) }
        : { outcome: saved.refusal.kind },
    )
  }
  if (saved.ok) return afterSaving(visit, form.pack, pieceId, question, saved.value.answers)
  switch (saved.refusal.kind) {
    case 'not-found':
      // Deleted in another tab, perhaps: what was typed is given back to copy.
      return notFoundPage(visit.form)
    case 'changed-elsewhere': {
      const { storedVersion, stored, mine } = saved.refusal
      const found = await findMyPiece(visit, pieceId)
      return editPieceScreen(visit, {
        ...form,
        pieceId,
        version: storedVersion,
        state: found ? stateOf(found.piece) : 'draft',
        answers: mine,
        question,
        showProblems: false,
        extraPeerRow: press === 'add-peer',
        returnsToCheck: visit.form.text('returnTo') === 'check',
        notice: removedCharactersNotice(visit.form.removedCharacters),
        savedElsewhere: stored,
        startingCodes: {},
      })
    }
  }
}

async function afterSaving(
  visit: SignedInVisit,
  pack: RulePack,
  pieceId: string,
  question: Question | null,
  answers: Answers,
): Promise<Reply> {
  const press = visit.form.text('press')
  const removed = visit.form.removedCharacters > 0 ? String(visit.form.removedCharacters) : undefined
  const formUrl = (asked: Question | null, query: Readonly<Record<string, string | undefined>>) =>
    formUrlOf(pieceId, asked, { removed, ...query })
  if (press === 'check') return redirect(checkPath.url({ pieceId }, { removed }))
  if (press === 'continue' && question !== null) {
    if (visit.form.text('returnTo') === 'check') return redirect(checkPath.url({ pieceId }, { removed }))
    const following = pack.questions[pack.questions.indexOf(question) + 1]
    return redirect(following ? formUrl(following, {}) : checkPath.url({ pieceId }, { removed }))
  }
  if (press === 'switch') {
    const layout: FormLayout = question === null ? 'one-question' : 'one-page'
    await saveFormLayout(visit.db, visit.actor.personId, layout)
    return redirect(formUrl(layout === 'one-question' ? (pack.questions[0] ?? null) : null, {}))
  }
  const peerQuestion = pack.questions.find(({ kind }) => kind === 'peer-reflection')
  if (press === 'add-peer' && peerQuestion) {
    const newRow = fieldNames(peerQuestion).category(answers.peerReflection.peers.length + 1)
    return redirect(`${formUrl(question, { peer: 'add' })}#${newRow}`)
  }
  if (press.startsWith('remove-peer-')) return redirect(`${formUrl(question, {})}#${peerQuestion?.id ?? ''}`)
  return redirect(formUrl(question, { saved: 'draft' }))
}

function formUrlOf(
  pieceId: string,
  question: Question | null,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return question === null
    ? editPath.url({ pieceId }, query)
    : editQuestionPath.url({ pieceId, questionId: question.id }, query)
}

function noticeOf(visit: SignedInVisit, state: PieceState): Html {
  const removed = Number(visit.query.get('removed')) || 0
  const isSaved = visit.query.get('saved') === 'draft'
  return html`${isSaved && notificationBanner({ title: 'Saved', content: savedInWords(state) })}
  ${removedCharactersNotice(removed)}`
}

/** What a form about a piece posts besides its answers. */
const formFields = ['version', 'press', 'replaces', 'returnTo', 'saveId', 'unanswered'] as const

function shapeOf(questions: readonly Question[]): FormShape {
  return answersShape(questions, formFields)
}

/** With one question a page a new piece's form has its first question only, and says which that is. */
function newPieceShape(
  packs: RulePacks,
  visit: { readonly form: SignedInVisit['form']; readonly now: Date },
): FormShape {
  const { questions } = todaysForm(packs, visit.now).pack
  const only = visit.form.text('question')
  const shown = only === '' ? questions : questions.filter(({ id }) => id === only)
  return answersShape(shown, [
    ...formFields,
    'pieceId',
    // A question that there is not is a field that no form of ours has.
    ...(shown.length > 0 ? ['question'] : []),
    ...startingCodeNames.map(name => `starting-${name}`),
  ])
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
