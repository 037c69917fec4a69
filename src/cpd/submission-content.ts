import { createHash } from 'node:crypto'
import type { Question, RulePack } from '../schemes/rule-pack.ts'
import type { Answers, Peer } from './answers.ts'
import { emptyAnswers } from './answers.ts'

/**
 * A submission whole: each question as it was asked that day, with its answer both as it can be edited again and in the
 * words that the screen showed. It stands on its own: no rule pack is needed to read it.
 */
export interface SubmissionContent {
  readonly scheme: string
  readonly packVersion: string
  readonly pieceId: string
  readonly number: number
  readonly submittedAt: string
  readonly answers: readonly AskedAnswer[]
}

export interface AskedAnswer {
  readonly id: string
  readonly kind: Question['kind']
  readonly label: string
  readonly question: string
  readonly answer: AnswerValue
}

type AnswerValue =
  | { readonly text: string }
  | { readonly choice: Named }
  | { readonly date: Answers['date'] }
  | {
      readonly text: string
      readonly peers: readonly (Peer & { categoryName: string })[]
      readonly settings: readonly Named[]
    }
  | { readonly standards: readonly Named[] }

interface Named {
  readonly id: string
  readonly name: string
}

export function makeContent(
  pack: RulePack,
  answers: Answers,
  about: { readonly pieceId: string; readonly number: number; readonly submittedAt: Date },
): SubmissionContent {
  return {
    scheme: pack.scheme,
    packVersion: pack.version,
    pieceId: about.pieceId,
    number: about.number,
    submittedAt: about.submittedAt.toISOString(),
    answers: pack.questions.map(question => ({
      id: question.id,
      kind: question.kind,
      label: question.label,
      question: question.question,
      answer: answerTo(pack, question, answers),
    })),
  }
}

/** The bytes that are kept, hashed and handed out: the hash can be checked with any SHA-256 program. */
export function writeContent(content: SubmissionContent): { readonly text: string; readonly sha256: string } {
  const text = `${JSON.stringify(content, null, 2)}\n`
  return { text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** Reads what `writeContent` wrote. */
export function readContent(text: string): SubmissionContent {
  return JSON.parse(text) as SubmissionContent
}

/** The answers as they were submitted, to be edited again. */
export function answersOf(content: SubmissionContent): Answers {
  const answers = emptyAnswers()
  for (const { id, answer } of content.answers) {
    if ('peers' in answer) {
      answers.peerReflection = {
        text: answer.text,
        peers: answer.peers.map(({ category, role }) => ({ category, role })),
        settings: answer.settings.map(setting => setting.id),
      }
    } else if ('text' in answer) answers.texts[id] = answer.text
    else if ('choice' in answer) answers.type = answer.choice.id
    else if ('date' in answer) answers.date = answer.date
    else answers.standards = answer.standards.map(standard => standard.id)
  }
  return answers
}

function answerTo(pack: RulePack, question: Question, answers: Answers): AnswerValue {
  switch (question.kind) {
    case 'title':
    case 'text':
      return { text: answers.texts[question.id] ?? '' }
    case 'type':
      return { choice: named(pack.typesOfCpd, answers.type) }
    case 'date':
      return { date: answers.date }
    case 'peer-reflection': {
      const { text, peers, settings } = answers.peerReflection
      return {
        text,
        peers: peers.map(peer => ({ ...peer, categoryName: named(pack.peerCategories, peer.category).name })),
        settings: settings.map(id => named(pack.settings, id)),
      }
    }
    case 'standards':
      return { standards: answers.standards.map(id => named(pack.standards, id)) }
  }
}

/** An id with the name it had that day; the id itself where the pack does not know it. */
function named(list: readonly Named[], id: string): Named {
  return { id, name: list.find(item => item.id === id)?.name ?? id }
}
