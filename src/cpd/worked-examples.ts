import { instantIn, partsOfDay, startOfDayIn } from '../platform/day.ts'
import { packForYear, registrationYear } from '../schemes/registration-year.ts'
import type { RulePack, RulePacks, WorkedExample } from '../schemes/rule-pack.ts'
import { emptyAnswers } from './answers.ts'
import { summarise } from './submitted-version.ts'
import type { SubmittedVersion } from './submitted-version.ts'
import { recordVerdicts } from './verdict.ts'
import type { Verdict } from './verdict.ts'
import type { PieceHistory, PieceVerdict } from './piece-verdict.ts'

/**
 * Runs a worked example of a rule pack through the same verdict that everybody gets. Says in words, to follow the
 * example's name, what comes out instead of what the pack promises; `null` where it holds.
 */
export function checkWorkedExample(packs: RulePacks, pack: RulePack, example: WorkedExample): string | null {
  if (packForYear(packs, example.year) !== pack)
    return `is about ${example.year}, a year that another pack governs`
  const actual = judgeExample(packs, pack, example)
  if (actual === null) return `asks about ${example.year} on a day before that year began`

  const promised = example.verdict
  const differences: string[] = []
  const compare = (what: string, is: unknown, promises: unknown) => {
    if (is !== promises) differences.push(`${what} is ${String(is)} and not ${String(promises)}`)
  }
  compare('outcome', actual.outcome, promised.outcome)
  compare('why', actual.outcome === 'not-required' ? actual.why : null, promised.why)
  compare('the number of pieces that count', actual.have.pieces, promised.pieces)
  compare('the number with a peer reflection', actual.have.withPeerReflection, promised.withPeerReflection)
  for (const piece of actual.reasons)
    compare(`the reason for ${piece.pieceId}`, inShort(piece), promised.reasons[piece.pieceId])
  for (const pieceId of Object.keys(promised.reasons))
    if (!actual.reasons.some(piece => piece.pieceId === pieceId))
      differences.push(`there is no piece ${pieceId}`)
  return differences.length === 0 ? null : `does not hold: ${differences.join('; ')}`
}

function judgeExample(packs: RulePacks, pack: RulePack, example: WorkedExample): Verdict | null {
  const { timeZone } = pack.registrationYear
  const at = instantIn(timeZone, example.at)
  const year = registrationYear(packs, example.year)
  if (year === null) return null
  const pieces = example.pieces.map((piece): PieceHistory => ({
    pieceId: piece.id,
    hasDraft: piece.draft !== null,
    draftDate: piece.draft?.date ?? null,
    versions: piece.submissions.map((submission, index): SubmittedVersion => ({
      ...summarise(pack, answersOf(pack, submission)),
      number: index + 1,
      submittedAt: instantIn(timeZone, submission.at),
      withdrawnAt: submission.withdrawnAt === null ? null : instantIn(timeZone, submission.withdrawnAt),
    })),
  }))
  const verdicts = recordVerdicts(
    packs,
    pieces,
    example.registration,
    at,
    startOfDayIn(timeZone, year.firstDay),
  )
  return verdicts.find(({ verdict }) => verdict.closingYear === example.year)?.verdict ?? null
}

function answersOf(pack: RulePack, submission: WorkedExample['pieces'][number]['submissions'][number]) {
  const answers = emptyAnswers()
  return {
    ...answers,
    texts: Object.fromEntries(pack.requirement.comparedQuestions.map(id => [id, submission.writing])),
    date: partsOfDay(submission.date),
    peerReflection: { ...answers.peerReflection, text: submission.peerReflection },
  }
}

/** 'counts very-like' */
function inShort(piece: PieceVerdict): string {
  return [piece.reason.kind, ...piece.warnings.map(warning => warning.kind)].join(' ')
}
