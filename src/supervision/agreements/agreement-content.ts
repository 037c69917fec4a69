import { createHash } from 'node:crypto'
import type { Texts } from '../shared-drafts/shared-draft.ts'
import { agreementQuestions } from './agreement-questions.ts'

/** A version of an agreement whole, with each question as it was asked: nothing else is needed to read it. */
export interface AgreementContent {
  readonly relationshipId: string
  readonly version: number
  readonly offeredAt: string
  readonly answers: readonly {
    readonly id: string
    readonly label: string
    readonly question: string
    readonly answer: string
  }[]
}

export function makeAgreementContent(
  texts: Texts,
  about: { readonly relationshipId: string; readonly version: number; readonly offeredAt: Date },
): AgreementContent {
  return {
    relationshipId: about.relationshipId,
    version: about.version,
    offeredAt: about.offeredAt.toISOString(),
    answers: agreementQuestions.map(({ id, label, question }) => ({
      id,
      label,
      question,
      answer: texts[id] ?? '',
    })),
  }
}

/** The bytes that are kept, hashed and signed. */
export function writeAgreementContent(content: AgreementContent): {
  readonly text: string
  readonly sha256: string
} {
  const text = `${JSON.stringify(content, null, 2)}\n`
  return { text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** Reads what `writeAgreementContent` wrote. */
export function readAgreementContent(text: string): AgreementContent {
  return JSON.parse(text) as AgreementContent
}

export function textsOfAgreement({ answers }: AgreementContent): Texts {
  return Object.fromEntries(answers.map(({ id, answer }) => [id, answer]))
}

/** Each answer with what it answers, to be looked through before it is offered. */
export function headedTexts(
  texts: Texts,
): readonly { readonly id: string; readonly heading: string; readonly text: string }[] {
  return agreementQuestions.map(({ id, label }) => ({ id, heading: label, text: texts[id] ?? '' }))
}
