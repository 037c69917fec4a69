import { hash } from 'node:crypto'
import type { Question } from '../schemes/rule-pack.ts'
import type { Answers } from './answers.ts'

/**
 * A mark of each answer as a form last knew it, by question id. It shows whether an answer was changed since, here or
 * elsewhere, without the text going back and forth a second time.
 */
export type Marks = ReadonlyMap<string, string>

export function marksOf(questions: readonly Question[], answers: Answers): Marks {
  return new Map(questions.map(question => [question.id, markOf(question, answers)]))
}

/** As a form carries them: `title:Qm9i… type:c2Vl…`. */
export function writeMarks(marks: Marks): string {
  return [...marks].map(([id, mark]) => `${id}:${mark}`).join(' ')
}

export function readMarks(text: string): Marks {
  const pairs = text.split(' ').map(pair => pair.split(':', 2))
  return new Map(pairs.flatMap(([id, mark]) => (id && mark ? [[id, mark] as const] : [])))
}

export interface Merged {
  readonly answers: Answers
  /** Answers that only somebody else changed: theirs stands. */
  readonly theirs: readonly Question[]
  /** Answers that both changed, to different ends. `answers` has what was typed here. */
  readonly clashes: readonly Question[]
}

/**
 * What is stored and what a form has, brought together answer by answer. What only one side changed is taken from that
 * side. Where a form says nothing of an answer it has seen, any difference is a clash: nobody's text is guessed away.
 */
export function mergeAnswers(
  questions: readonly Question[],
  { stored, mine, seen }: { readonly stored: Answers; readonly mine: Answers; readonly seen: Marks },
): Merged {
  const theirs: Question[] = []
  const clashes: Question[] = []
  let answers = mine
  for (const question of questions) {
    // Most answers are as they were: to see that takes no hash.
    if (answerIn(question, mine) === answerIn(question, stored)) continue
    const before = seen.get(question.id)
    const here = markOf(question, mine)
    const there = markOf(question, stored)
    if (there === before) continue
    if (here !== before) clashes.push(question)
    else {
      theirs.push(question)
      answers = withAnswer(question, answers, stored)
    }
  }
  return { answers, theirs, clashes }
}

/** The questions that two records answer differently. */
export function differing(questions: readonly Question[], one: Answers, other: Answers): Question[] {
  return questions.filter(question => answerIn(question, one) !== answerIn(question, other))
}

/** `into` with the answer to one question as `from` has it. */
export function withAnswer(question: Question, into: Answers, from: Answers): Answers {
  switch (question.kind) {
    case 'title':
    case 'text':
      return { ...into, texts: { ...into.texts, [question.id]: from.texts[question.id] ?? '' } }
    case 'type':
      return { ...into, type: from.type }
    case 'date':
      return { ...into, date: from.date }
    case 'peer-reflection':
      return { ...into, peerReflection: from.peerReflection }
    case 'standards':
      return { ...into, standards: from.standards }
  }
}

function markOf(question: Question, answers: Answers): string {
  return hash('sha256', answerIn(question, answers), 'base64url').slice(0, 12)
}

/** One answer as text, its fields in an order of our own: the database gives the keys of what it stores in another. */
function answerIn({ id, kind }: Question, answers: Answers): string {
  switch (kind) {
    case 'title':
    case 'text':
      return answers.texts[id] ?? ''
    case 'type':
      return answers.type
    case 'date':
      return JSON.stringify([answers.date.day, answers.date.month, answers.date.year])
    case 'peer-reflection': {
      const { text, peers, settings } = answers.peerReflection
      return JSON.stringify([text, peers.map(({ category, role }) => [category, role]), settings])
    }
    case 'standards':
      return JSON.stringify(answers.standards)
  }
}
