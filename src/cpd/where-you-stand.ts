import { addDays, dayIn, daysBetween, type Day } from '../platform/day.ts'
import type { RecordGoesTo } from '../platform/config.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import { historyOf, latestSubmission, stateOf, type Piece } from './piece.ts'
import { renewalSteps, type RenewalStep, type RenewalSteps } from './renewal-steps.ts'
import type { PractitionerRecord } from './practitioner-record.ts'
import { recordVerdicts, type YearVerdict } from './verdict.ts'

/** Where a practitioner stands in one registration year: everything the home page and the reminders say comes from here. */
export interface Standing {
  readonly current: YearVerdict
  /** The year before, where the record or the register reaches back to it. */
  readonly previous: YearVerdict | null
  /** Every year we know of, oldest first. */
  readonly years: readonly YearVerdict[]
  readonly today: Day
  /** 0 on the last day. */
  readonly daysLeft: number
  readonly steps: readonly RenewalStep[]
  /** Submitted, counting, and not marked as copied to the regulator since it was last submitted. */
  readonly notCopied: readonly Piece[]
  /** Our record shows that the requirement is met, but not by what was copied to the regulator. */
  readonly waitsForCopying: boolean
  /** Nothing is left, so far as they told us and our record shows: every step that is asked, and the copying. */
  readonly allDone: boolean
  readonly next: NextThing
}

/** The one thing to do next. */
export type NextThing =
  | { readonly kind: 'finish-draft'; readonly piece: Piece }
  | { readonly kind: 'record-piece' }
  | { readonly kind: 'add-peer-reflection'; readonly piece: Piece }
  | { readonly kind: 'resubmit-changes'; readonly piece: Piece }
  | { readonly kind: 'tell-step'; readonly step: RenewalStep }
  | { readonly kind: 'copy-piece'; readonly piece: Piece }
  | { readonly kind: 'wait-for-step'; readonly step: RenewalStep }
  | { readonly kind: 'nothing' }

interface StandingInput {
  readonly packs: RulePacks
  readonly record: PractitionerRecord
  readonly recordGoesTo: RecordGoesTo
  readonly at: Date
}

export function whereYouStand({ packs, record, recordGoesTo, at }: StandingInput): Standing {
  const years = recordVerdicts(packs, record.pieces.map(historyOf), record.registration, at, record.keptSince)
  const current = years.at(-1)
  if (current === undefined) throw new Error('No rule pack governs this day')
  const today = dayIn(current.pack.registrationYear.timeZone, at)
  const { steps, allDone } = stepsOf(current, record, today)
  const notCopied = recordGoesTo === 'nobody' ? listNotCopied(current, record.pieces) : []
  const waitsForCopying = current.verdict.outcome === 'met' && !isMetWithout(notCopied, current)
  return {
    current,
    previous: years.at(-2) ?? null,
    years,
    today,
    daysLeft: daysBetween(today, current.year.lastDay),
    steps,
    notCopied,
    waitsForCopying,
    allDone: allDone && !waitsForCopying,
    next: nextThing({ current, pieces: record.pieces, steps, toCopy: waitsForCopying ? notCopied : [] }),
  }
}

/** The renewal steps of a year as they stand today, by what the person told us of that year. */
export function stepsOf(
  { pack, year, verdict }: YearVerdict,
  record: PractitionerRecord,
  today: Day,
): RenewalSteps {
  const told = record.stepsTold
    .filter(({ closingYear }) => closingYear === year.closingYear)
    .map(({ step, doneOn }) => [step, doneOn] as const)
  return renewalSteps(pack, year, verdict, Object.fromEntries(told), today)
}

/** The day from which a closed year is no longer what somebody opens the home page for. */
export function previousYearMatters({ current, today }: Pick<Standing, 'current' | 'today'>): boolean {
  return today < addDays(current.year.firstDay, 62)
}

interface NextThingInput {
  readonly current: YearVerdict
  readonly pieces: readonly Piece[]
  readonly steps: readonly RenewalStep[]
  readonly toCopy: readonly Piece[]
}

function nextThing({ current, pieces, steps, toCopy }: NextThingInput): NextThing {
  // Changes that were not resubmitted first: whoever made them may think that they are done.
  const changed = pieces.find(piece => stateOf(piece) === 'submitted-with-changes')
  if (changed) return { kind: 'resubmit-changes', piece: changed }
  if (current.verdict.outcome === 'not-met') return nextPiece(current, pieces)
  const [copyFirst] = toCopy
  if (copyFirst) return { kind: 'copy-piece', piece: copyFirst }
  const open = steps.find(step => step.state === 'open')
  if (open) return { kind: 'tell-step', step: open }
  const later = steps.find(step => step.state === 'not-open-yet')
  return later ? { kind: 'wait-for-step', step: later } : { kind: 'nothing' }
}

function nextPiece({ verdict, year }: YearVerdict, pieces: readonly Piece[]): NextThing {
  const byId = new Map(pieces.map(piece => [piece.pieceId, piece]))
  const [draftPiece] = verdict.reasons
    .filter(
      ({ reason }) =>
        reason.kind === 'draft-not-submitted' &&
        (reason.fallsIn === null || reason.fallsIn === year.closingYear),
    )
    .flatMap(({ pieceId }) => byId.get(pieceId) ?? [])
    .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
  if (draftPiece) return { kind: 'finish-draft', piece: draftPiece }
  const counting = verdict.reasons
    .filter(({ reason }) => reason.kind === 'counts')
    .flatMap(({ pieceId }) => byId.get(pieceId) ?? [])
    .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
  const [latest] = counting
  return verdict.missing.pieces === 0 && latest
    ? { kind: 'add-peer-reflection', piece: latest }
    : { kind: 'record-piece' }
}

/** Whether the pieces that were copied would meet the requirement by themselves. */
function isMetWithout(notCopied: readonly Piece[], { verdict }: YearVerdict): boolean {
  const missing = new Set(notCopied.map(({ pieceId }) => pieceId))
  const copied = verdict.reasons.filter(
    ({ reason, pieceId }) => reason.kind === 'counts' && !missing.has(pieceId),
  )
  return (
    copied.length >= verdict.needed.pieces &&
    copied.filter(({ hasPeerReflection }) => hasPeerReflection).length >= verdict.needed.withPeerReflection
  )
}

function listNotCopied({ verdict }: YearVerdict, pieces: readonly Piece[]): Piece[] {
  if (verdict.outcome === 'not-required') return []
  const counting = new Set(
    verdict.reasons.filter(({ reason }) => reason.kind === 'counts').map(({ pieceId }) => pieceId),
  )
  return pieces.filter(piece => {
    const latest = latestSubmission(piece)
    return latest !== null && counting.has(piece.pieceId) && piece.copied?.number !== latest.number
  })
}
