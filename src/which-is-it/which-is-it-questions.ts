import {
  learnings,
  recordings,
  talks,
  type Learning,
  type Recorded,
  type Talked,
  type WhichIsItAnswers,
} from './which-is-it.ts'

/** The three questions are asked on more than one page: their words are here. */
export type Field = keyof WhichIsItAnswers

/** What was chosen, as it came: '' where nothing was. */
export type Chosen = Readonly<Record<Field, string>>

export function readChosen(valueOf: (field: Field) => string): Chosen {
  return { learning: valueOf('learning'), talked: valueOf('talked'), recorded: valueOf('recorded') }
}

/** The answers, or `null` while one is missing. */
export function answersFrom(chosen: Chosen): WhichIsItAnswers | null {
  const learning = learnings.find(code => code === chosen.learning)
  const talked = talks.find(code => code === chosen.talked)
  const recorded = recordings.find(code => code === chosen.recorded)
  return learning && talked && recorded ? { learning, talked, recorded } : null
}

export interface WhichIsItChoice {
  readonly content: string
  readonly hint?: string
}

export interface WhichIsItQuestion<Code extends string> {
  readonly legend: string
  readonly hint?: string
  readonly missing: string
  readonly codes: readonly Code[]
  readonly choices: Readonly<Record<Code, WhichIsItChoice>>
}

const learning: WhichIsItQuestion<Learning> = {
  legend: 'What is your learning about?',
  missing: 'Select what your learning is about',
  codes: learnings,
  choices: {
    'supervision-session': {
      content: 'What I took from a supervision session',
      hint: 'You thought it over by yourself afterwards, and can say what you learnt.',
    },
    'session-not-thought-over': {
      content: 'A supervision session that I have not thought over yet',
      hint: 'You have been to it, or talked about it, and have not asked yourself what you learnt.',
    },
    'other-activity': {
      content: 'Something else',
      hint: 'Such as training, reading, feedback, a situation you worked with or a talk with a colleague.',
    },
  },
}

const talked: WhichIsItQuestion<Talked> = {
  legend: 'Have you talked over what you learnt with somebody?',
  hint: 'If you learnt it from a supervision session, the talk in that same session does not count here. Only a talk afterwards does.',
  missing: 'Select whether you have talked over what you learnt, and with whom',
  codes: talks,
  choices: {
    no: { content: 'No' },
    'in-supervision': { content: 'Yes, with my supervisor or manager, in a supervision session' },
    'with-manager': { content: 'Yes, with my supervisor or manager, at another time' },
    'with-social-worker': { content: 'Yes, with another social worker' },
    'with-professional': { content: 'Yes, with another professional who knows my practice' },
    'with-somebody-else': { content: 'Yes, but only with somebody else, such as a friend or a relative' },
  },
}

const recorded: WhichIsItQuestion<Recorded> = {
  legend: 'Is that learning already a piece of CPD in Confer?',
  missing: 'Select whether that learning is already a piece of CPD in Confer',
  codes: recordings,
  choices: {
    no: { content: 'No' },
    draft: { content: 'Yes, it is a draft' },
    submitted: { content: 'Yes, I have submitted it' },
  },
}

/** In the order in which they are asked. */
const whichIsItFields = ['learning', 'talked', 'recorded'] as const
export const whichIsItQuestions = { learning, talked, recorded }

/** The fields that were not answered, or not with anything that the page offers. */
export function missingFields(chosen: Chosen): Field[] {
  return whichIsItFields.filter(field => {
    const codes: readonly string[] = whichIsItQuestions[field].codes
    return !codes.includes(chosen[field])
  })
}
