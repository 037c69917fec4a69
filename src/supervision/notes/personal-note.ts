import { marksOf, mergeAnswers, readMarks, writeMarks } from '../../cpd/merge-answers.ts'
import { asAnswers, asQuestions } from '../shared-drafts/shared-draft.ts'

/** A supervisee's own notes on a session. There is no way to them but by the id of whoever wrote them. */
export interface PersonalNote {
  /** 0 before there are any. */
  readonly version: number
  readonly text: string
}

export const noNote: PersonalNote = { version: 0, text: '' }

/** The one text, as the question that a form asks: what marks and merges answers then does the same for notes. */
export const noteQuestion = {
  id: 'note',
  label: 'Your notes',
  question: 'Your notes on this session',
  hint: 'Only you can open them. Leave out anything that could identify a person you work with.',
} as const

const questions = asQuestions([noteQuestion])

/** What a form is given to show which text it showed. */
export function markOfNote(text: string): string {
  return writeMarks(marksOf(questions, asAnswers({ [noteQuestion.id]: text })))
}

/**
 * What becomes of notes that were changed in two windows: what one side left as it was is taken from the other, and where both
 * wrote, both stand, one after the other. They are one person's own words: to sort them is no more than to write on.
 */
export function mergeNotes({
  stored,
  mine,
  seen,
}: {
  readonly stored: string
  readonly mine: string
  /** As the form posts it. */
  readonly seen: string
}): { readonly text: string; readonly isJoined: boolean; readonly isTheirs: boolean } {
  const { answers, clashes, theirs } = mergeAnswers(questions, {
    stored: asAnswers({ [noteQuestion.id]: stored }),
    mine: asAnswers({ [noteQuestion.id]: mine }),
    seen: readMarks(seen),
  })
  if (clashes.length === 0)
    return { text: answers.texts[noteQuestion.id] ?? '', isJoined: false, isTheirs: theirs.length > 0 }
  const texts = [stored, mine].filter(text => text !== '')
  return { text: texts.join('\n\n'), isJoined: true, isTheirs: false }
}
