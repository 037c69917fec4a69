import type { SharedQuestion } from '../shared-drafts/shared-draft.ts'

/**
 * What a joint record has room for. None must be filled in: a session need not have touched everything. Agreed actions belong
 * to it too, and are kept as actions. Cases are not here: what is decided about them goes to the case system.
 */
export const recordQuestions: readonly SharedQuestion[] = [
  {
    id: 'wellbeing',
    label: 'Wellbeing',
    question: 'Wellbeing',
    hint: 'How the supervisee is, what the work does to them, and what would help. Only what they want written down.',
  },
  {
    id: 'workload',
    label: 'Workload',
    question: 'Workload',
    hint: 'How much there is to do, how hard it is, and what was agreed about it.',
  },
  {
    id: 'learning',
    label: 'Learning and development',
    question: 'Learning and development',
    hint: 'What was learnt, what is to be learnt, and the time for it.',
  },
  {
    id: 'reflection',
    label: 'Reflection',
    question: 'Reflection',
    hint: 'What was thought over together, and what came of it. Leave out anything that could identify a person you work with.',
  },
  {
    id: 'standards',
    label: 'Standards and registration',
    question: 'Standards and registration',
    hint: 'Practice standards, registration and its renewal, anything that has to be declared.',
  },
  {
    id: 'feedback',
    label: 'Feedback on supervision',
    question: 'Feedback on supervision',
    hint: 'What works in these sessions, for both, and what is to change.',
  },
]

/** A supervisee's own field in the draft: by its writer, so that nobody writes over it. */
export function commentQuestion(personId: string): SharedQuestion {
  return {
    id: `${commentPrefix}${personId}`,
    label: 'Your comment',
    question: 'Your comment on the draft',
    hint: 'Everybody who was in the session can read it. It is signed with the record, as you wrote it.',
  }
}

/** By whom a comment is, or null where an answer is none. */
export function commentedBy(questionId: string): string | null {
  return questionId.startsWith(commentPrefix) ? questionId.slice(commentPrefix.length) : null
}

const commentPrefix = 'comment-'
