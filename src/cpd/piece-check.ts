import { explainInJobRole, rewritesInJobRole } from '../anonymisation/as-job-role.ts'
import { checkTexts } from '../anonymisation/check-texts.ts'
import { explain } from '../anonymisation/explanation.ts'
import type { Finding } from '../anonymisation/finding.ts'
import type { Model } from '../anonymisation/names/model.ts'
import { rewritesFor, type Rewrite } from '../anonymisation/rewrites.ts'
import { shownFindings } from '../anonymisation/shown-findings.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import type { Answers } from './answers.ts'

/** A text of a piece: the answer to a question, or the job role of one of the peers it names. */
export interface TextPlace {
  readonly questionId: string
  /** Which peer's, counted from 1; `null` for the answer itself. */
  readonly row: number | null
}

/** Something that the check found in a piece. */
export interface FoundInPiece {
  readonly place: TextPlace
  /** The whole text that it was found in. */
  readonly text: string
  readonly finding: Finding
}

/** How much was found, by level; what its author keeps is counted apart. Numbers only: this is what is remembered of a check. */
export interface FoundCounts {
  readonly likely: number
  readonly check: number
  readonly note: number
  readonly kept: number
}

/** Everything that somebody typed freely. Together, as a name that is learnt in one answer is found in the others. */
export function textsOf(pack: RulePack, answers: Answers): { place: TextPlace; text: string }[] {
  return pack.questions.flatMap(({ id: questionId, kind }) => {
    switch (kind) {
      case 'title':
      case 'text':
        return [{ place: { questionId, row: null }, text: answers.texts[questionId] ?? '' }]
      case 'peer-reflection':
        return [
          { place: { questionId, row: null }, text: answers.peerReflection.text },
          ...answers.peerReflection.peers.map(({ role }, index) => ({
            place: { questionId, row: index + 1 },
            text: role,
          })),
        ]
      case 'type':
      case 'date':
      case 'standards':
        return []
    }
  })
}

/** In the order of the questions, and in each text from its beginning. */
export function checkPiece(pack: RulePack, answers: Answers, model: Model): FoundInPiece[] {
  const asked = textsOf(pack, answers)
  const found = checkTexts(
    asked.map(({ text }) => text),
    model,
    {},
  )
  return asked.flatMap(({ place, text }, index) =>
    shownFindings(found[index] ?? [], place.row !== null).map(finding => ({ place, text, finding })),
  )
}

export function countFound(
  found: readonly FoundInPiece[],
  isKept: (one: FoundInPiece) => boolean,
): FoundCounts {
  const counts = { likely: 0, check: 0, note: 0, kept: 0 }
  for (const one of found) counts[isKept(one) ? 'kept' : one.finding.level] += 1
  return counts
}

export function explainFound({ place, finding }: FoundInPiece): string {
  const explanation = explain(finding)
  return place.row !== null && finding.class === 'person' ? explainInJobRole(explanation) : explanation
}

export function rewritesOf({ place, finding, text }: FoundInPiece): readonly Rewrite[] {
  return place.row !== null && finding.class === 'person'
    ? rewritesInJobRole(finding, text)
    : rewritesFor(finding, text)
}

/** The answers with this rewrite carried out, and all else as it was. */
export function rewritten(
  answers: Answers,
  { place: { questionId, row }, text }: FoundInPiece,
  { start, end, replacement }: Rewrite,
): Answers {
  const after = text.slice(0, start) + replacement + text.slice(end)
  const { peerReflection } = answers
  if (row !== null)
    return {
      ...answers,
      peerReflection: {
        ...peerReflection,
        peers: peerReflection.peers.map((peer, index) =>
          index === row - 1 ? { ...peer, role: after } : peer,
        ),
      },
    }
  return questionId in answers.texts
    ? { ...answers, texts: { ...answers.texts, [questionId]: after } }
    : { ...answers, peerReflection: { ...peerReflection, text: after } }
}

export function isAt({ place, finding }: FoundInPiece, at: FoundAt): boolean {
  return (
    place.questionId === at.place.questionId &&
    place.row === at.place.row &&
    finding.start === at.start &&
    finding.end === at.end
  )
}

export interface FoundAt {
  readonly place: TextPlace
  readonly start: number
  readonly end: number
}
