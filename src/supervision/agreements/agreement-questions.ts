import type { SharedQuestion } from '../shared-drafts/shared-draft.ts'

/**
 * What an agreement says. The questions are those that the agreements of a council (West Berkshire), the Health and Care
 * Professions Council's template and an Australian state's guidance ask between them.
 */
export const agreementQuestions = [
  {
    id: 'supervisee-expects',
    label: 'What the supervisee expects',
    question: 'What does the supervisee expect of supervision, and what do they bring to it?',
    hint: 'For example earlier experience of supervision, how they like to hear feedback, what they will prepare.',
  },
  {
    id: 'supervisor-expects',
    label: 'What the supervisor expects',
    question: 'What does the supervisor expect, and what do they bring to it?',
    hint: 'For example what is to be prepared, what they will follow up, how they will give feedback.',
  },
  {
    id: 'frequency',
    label: 'How often',
    question: 'How often do you meet?',
    hint: 'For example “every 2 weeks”. Series of sessions are offered by this.',
  },
  {
    id: 'length',
    label: 'How long',
    question: 'How long is a session?',
    hint: 'Without interruption. For example “90 minutes”.',
  },
  {
    id: 'place',
    label: 'Place and privacy',
    question: 'Where do you meet, and how is it private?',
    hint: 'Also say how it is private where you meet remotely.',
  },
  {
    id: 'interruptions',
    label: 'What counts as an interruption',
    question: 'What may interrupt a session, and what happens when one is cancelled?',
    hint: 'For example emergencies only, and who plans the new one.',
  },
  {
    id: 'structure',
    label: 'Structure',
    question: 'How is a session structured?',
    hint: 'For example how cases, reflection, learning and wellbeing share the time, and who sets the agenda.',
  },
  {
    id: 'recording',
    label: 'What is recorded and who can open it',
    question: 'What is recorded, who writes it, and who can open it?',
    hint: '',
  },
  {
    id: 'confidentiality',
    label: 'Limits of confidentiality',
    question: 'What is confidential, and where does that end?',
    hint: '',
  },
  {
    id: 'disagreement',
    label: 'How disagreement is handled',
    question: 'How do you handle disagreement?',
    hint: 'Whom each of you can go to when you cannot settle it between you.',
  },
  {
    id: 'professional-part',
    label: 'Who does the professional part',
    question: 'Where the line manager is not a registered social worker: who carries the professional part?',
    hint: 'Leave this empty where the supervisor is a registered social worker.',
  },
] as const satisfies readonly SharedQuestion[]

export type AgreementQuestionId = (typeof agreementQuestions)[number]['id']

/** Questions that an agreement may leave unanswered. */
const optional: ReadonlySet<AgreementQuestionId> = new Set(['professional-part'])

export function mustBeAnswered(id: AgreementQuestionId): boolean {
  return !optional.has(id)
}
