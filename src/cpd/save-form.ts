import { randomUUID } from 'node:crypto'
import { notFoundPage } from '../platform/web/error-pages.ts'
import type { FormBody, FormShape } from '../platform/web/form-body.ts'
import { json, redirect, type Reply } from '../platform/web/reply.ts'
import type { SignedInVisit } from '../platform/web/route.ts'
import type { Question, RulePack, RulePacks } from '../schemes/rule-pack.ts'
import { saveDraftOfPiece } from './actions/save-draft.ts'
import type { Answers } from './answers.ts'
import { applyChoices, choiceField, readChoices } from './choices.ts'
import { clashInJson } from './clash-in-json.ts'
import { findMyPiece } from './find-mine.ts'
import type { FormLayout } from './form-layout.ts'
import { saveFormLayout } from './form-layout-store.ts'
import { marksOf, readMarks, writeMarks, type Marks } from './merge-answers.ts'
import { checkPath, formUrlOf } from './paths.ts'
import { isId } from '../platform/id.ts'
import { answersShape, fieldNames, fieldsOf, readAnswers } from './screens/answers-form.ts'
import { savedInWords } from './screens/edit-piece.ts'
import { chooseAnswersScreen } from './screens/choose-answers.ts'
import { startingAnswers, startingCodeNames } from './starting-answers.ts'
import { todaysForm } from './todays-form.ts'

/**
 * Saves what the form has, then goes where the button that was pressed leads. In the background it is the same form,
 * answered in JSON.
 */
export async function saveForm(
  packs: RulePacks,
  visit: SignedInVisit,
  pieceId: string,
  question: Question | null,
): Promise<Reply> {
  const { form } = visit
  const { pack } = todaysForm(packs, visit.now)
  const questions = question === null ? pack.questions : [question]
  const choices = readChoices(questions, form)
  const saveId = form.text('saveId')
  if (!isId(pieceId)) return notFoundPage(form)
  const saved = await saveDraftOfPiece(visit.db, {
    personId: visit.actor.personId,
    pieceId,
    pack,
    shown: { version: Number(form.text('version')) || 0, marks: shownMarks(form, choices.missing) },
    startFrom: startingAnswers(pack, name => form.text(`starting-${name}`)),
    answer: stored => applyChoices(choices, readAnswers(questions, form, stored), stored),
    isReplacement: choices.replaceSaved,
    saveId: isId(saveId) ? saveId : null,
    settles: form.text('settles').split(' ').filter(isId),
    now: visit.now,
  })
  if (saved.ok) {
    const { version, state, answers, theirs } = saved.value
    if (!visit.inBackground) return afterSaving(visit, pack, pieceId, question, answers)
    const merged = theirs.filter(({ id }) => questions.some(asked => asked.id === id))
    return json({
      outcome: 'saved',
      version,
      state,
      savedInWords: savedInWords(state),
      removed: visit.form.removedCharacters,
      formUrl: formUrlOf(pieceId, question?.id),
      seen: writeMarks(marksOf(questions, answers)),
      merged: merged.map(asked => ({ id: asked.id, label: asked.label, fields: fieldsOf(asked, answers) })),
    })
  }
  const { refusal } = saved
  switch (refusal.kind) {
    case 'not-found':
      // Deleted in another tab, perhaps: what was typed is given back to copy.
      return notFoundPage(form)
    case 'changed-elsewhere': {
      if (visit.inBackground) return json(clashInJson(refusal.clashes))
      const piece = (await findMyPiece(visit, pieceId))?.piece ?? null
      return chooseAnswersScreen(visit, {
        pack,
        pieceId,
        question,
        piece,
        ...refusal,
        saveId: randomUUID(),
        unanswered: choices.missing,
      })
    }
  }
}

/** What the form knew of the answers. One that is still to be chosen counts as unknown, so that it stays a clash. */
function shownMarks(form: FormBody, unchosen: readonly Question[]): Marks | null {
  const text = form.text('seen')
  if (text === '') return null
  const marks = new Map(readMarks(text))
  for (const { id } of unchosen) marks.delete(id)
  return marks
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
    formUrlOf(pieceId, asked?.id, { removed, ...query })
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

/** What a form about a piece posts besides its answers. */
const formFields = [
  'version',
  'press',
  'returnTo',
  'seen',
  'saveId',
  'settles',
  'choosing',
  'fromDevice',
] as const

export function shapeOf(questions: readonly Question[]): FormShape {
  return answersShape(questions, [...formFields, ...questions.map(choiceField)])
}

/** With one question a page a new piece's form has its first question only, and says which that is. */
export function newPieceShape(
  packs: RulePacks,
  visit: { readonly form: FormBody; readonly now: Date },
): FormShape {
  const { questions } = todaysForm(packs, visit.now).pack
  const only = visit.form.text('question')
  const shown = only === '' ? questions : questions.filter(({ id }) => id === only)
  return answersShape(shown, [
    ...formFields,
    ...shown.map(choiceField),
    'pieceId',
    // A question that there is not is a field that no form of ours has.
    ...(shown.length > 0 ? ['question'] : []),
    ...startingCodeNames.map(name => `starting-${name}`),
  ])
}
