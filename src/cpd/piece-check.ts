import { explainInJobRole } from '../anonymisation/as-job-role.ts'
import { checkTexts } from '../anonymisation/check-texts.ts'
import { explain } from '../anonymisation/explanation.ts'
import type { Finding } from '../anonymisation/finding.ts'
import type { Model } from '../anonymisation/names/model.ts'
import { everywhereInWords, rewriteInWords } from '../anonymisation/finding-words.ts'
import { offersFor, type Replaced } from '../anonymisation/offers.ts'
import type { Rewrite } from '../anonymisation/rewrites.ts'
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
  /** Which of the piece's texts that is, in the order of `textsOf`. */
  readonly index: number
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
    shownFindings(found[index] ?? [], place.row !== null).map(finding => ({ place, index, text, finding })),
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

/** What one press does, in one text or in several. */
export interface Choice {
  /** On its button. */
  readonly words: string
  readonly edits: readonly Edit[]
}

export interface Edit {
  readonly place: TextPlace
  /** The whole text before any of it. */
  readonly text: string
  readonly rewrite: Rewrite
}

/** For each thing that was found, in the order of `checkPiece`, what can be done about it. */
export function choicesIn(
  found: readonly FoundInPiece[],
  replaced: readonly Replaced[] = [],
): readonly (readonly Choice[])[] {
  const offers = offersFor(
    found.map(one => ({ ...one, isJobRole: one.place.row !== null })),
    replaced,
  )
  const textOf = new Map(found.map(one => [one.index, one]))
  return found.map(({ place, text }, at) => {
    const offer = offers[at]
    if (!offer) return []
    return [
      ...offer.rewrites.map(rewrite => ({
        words: rewriteInWords(rewrite),
        edits: [{ place, text, rewrite }],
      })),
      ...offer.everywhere.map(each => ({
        words: everywhereInWords(each),
        edits: each.edits.flatMap(rewrite => {
          const where = textOf.get(rewrite.index)
          return where ? [{ place: where.place, text: where.text, rewrite }] : []
        }),
      })),
    ]
  })
}

/** The answers with these edits carried out, and all else as it was. Those of one text come in its order. */
export function rewritten(answers: Answers, edits: readonly Edit[]): Answers {
  const done: TextPlace[] = []
  return edits.reduce((now, { place, text }) => {
    if (done.some(one => isSamePlace(one, place))) return now
    done.push(place)
    const here = edits.filter(edit => isSamePlace(edit.place, place))
    const after = here.reduceRight(
      (made, { rewrite: { start, end, replacement } }) =>
        made.slice(0, start) + replacement + made.slice(end),
      text,
    )
    return withText(now, place, after)
  }, answers)
}

function withText(answers: Answers, { questionId, row }: TextPlace, text: string): Answers {
  const { peerReflection } = answers
  if (row !== null)
    return {
      ...answers,
      peerReflection: {
        ...peerReflection,
        peers: peerReflection.peers.map((peer, index) =>
          index === row - 1 ? { ...peer, role: text } : peer,
        ),
      },
    }
  return questionId in answers.texts
    ? { ...answers, texts: { ...answers.texts, [questionId]: text } }
    : { ...answers, peerReflection: { ...peerReflection, text } }
}

function isSamePlace(one: TextPlace, other: TextPlace): boolean {
  return one.questionId === other.questionId && one.row === other.row
}

export function isAt({ place, finding }: FoundInPiece, at: FoundAt): boolean {
  return isSamePlace(place, at.place) && finding.start === at.start && finding.end === at.end
}

export interface FoundAt {
  readonly place: TextPlace
  readonly start: number
  readonly end: number
}
