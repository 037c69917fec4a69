import { randomUUID } from 'node:crypto'
import { applyChoices, choiceField, readChoices } from '../../cpd/choices.ts'
import { marksOf, readMarks, writeMarks, type Marks } from '../../cpd/merge-answers.ts'
import { clashInJson } from '../../cpd/clash-in-json.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import type { Html } from '../../platform/ui/html.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import { json, type Reply } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { saveSharedDraft, type SavedSharedDraft } from './actions/save-shared-draft.ts'
import { chooseTextsScreen } from './screens/choose-texts.ts'
import { asAnswers, asQuestions, type SharedDraftKind, type SharedQuestion } from './shared-draft.ts'

/** A form that people write together, and where it lives. */
export interface SharedForm {
  readonly kind: SharedDraftKind
  readonly aboutId: string
  readonly relationshipId: string
  readonly questions: readonly SharedQuestion[]
  /** The address of the form, which is also where it posts to. */
  readonly formUrl: string
  /** What it is: "The supervision agreement". */
  readonly title: string
  readonly names: Readonly<Record<string, string>>
  readonly timeZone: string
  /** Leaves the trace of a reading, before a clash shows what somebody else wrote. */
  readonly traceReading: () => Promise<unknown>
  /** Stands on the page of a clash as well. */
  readonly notice: Html
}

/**
 * Saves what the form has, then answers what `afterSaving` says of the button that was pressed. In the background it is
 * the same form, answered in JSON as `save-form.ts` of `cpd` does: one script in the browser speaks with both.
 */
export async function saveSharedForm(
  visit: SignedInVisit,
  about: SharedForm,
  afterSaving: (press: string, saved: SavedSharedDraft) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { form, actor, now } = visit
  const { kind, aboutId, relationshipId, formUrl } = about
  const questions = asQuestions(about.questions)
  const choices = readChoices(questions, form)
  const saveId = form.text('saveId')
  const saved = await saveSharedDraft(visit.db, {
    kind,
    aboutId,
    relationshipId,
    personId: actor.personId,
    questions: about.questions,
    shown: {
      version: Number(form.text('version')) || 0,
      marks: shownMarks(
        form,
        choices.missing.map(({ id }) => id),
      ),
    },
    answer: stored => {
      const typed = Object.fromEntries(questions.map(({ id }) => [id, form.text(id)]))
      return applyChoices(choices, asAnswers({ ...stored, ...typed }), asAnswers(stored)).texts
    },
    isReplacement: choices.replaceSaved,
    saveId: isId(saveId) ? saveId : null,
    settles: form.text('settles').split(' ').filter(isId),
    now,
  })
  if (saved.ok) {
    const { version, texts, theirs } = saved.value
    if (!visit.inBackground) return afterSaving(form.text('press'), saved.value)
    return json({
      outcome: 'saved',
      version,
      removed: form.removedCharacters,
      formUrl,
      seen: writeMarks(marksOf(questions, asAnswers(texts))),
      merged: questions
        .filter(({ id }) => theirs.includes(id))
        .map(({ id, label }) => ({ id, label, fields: [[id, texts[id] ?? '']] })),
    })
  }
  const { refusal } = saved
  switch (refusal.kind) {
    case 'not-found':
      return notFoundPage(form)
    case 'changed-elsewhere':
      if (visit.inBackground) {
        const clashes = questions.filter(({ id }) => refusal.clashes.includes(id))
        return json(clashInJson(clashes, refusal.stored.changedBy !== actor.personId))
      }
      await about.traceReading()
      return chooseTextsScreen(visit, {
        ...about,
        ...refusal,
        saveId: randomUUID(),
        unanswered: choices.missing.map(({ id }) => id),
      })
  }
}

/** What the form knew of the answers. One that is still to be chosen counts as unknown, so that it stays a clash. */
function shownMarks(form: FormBody, unchosen: readonly string[]): Marks | null {
  const text = form.text('seen')
  if (text === '') return null
  const marks = new Map(readMarks(text))
  for (const id of unchosen) marks.delete(id)
  return marks
}

export function sharedFormShape(questions: readonly SharedQuestion[]): FormShape {
  return {
    once: [
      'version',
      'press',
      'seen',
      'saveId',
      'settles',
      'choosing',
      'fromDevice',
      'title',
      ...questions.map(({ id }) => id),
      ...asQuestions(questions).map(choiceField),
    ],
  }
}
