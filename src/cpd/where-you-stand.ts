import { addDays, dayIn, daysBetween, type Day } from '../platform/day.ts'
import type { RecordGoesTo } from '../platform/config.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import { historyOf, latestSubmission, stateOf, type Piece } from './piece.ts'
import { renewalSteps, type RenewalStep } from './renewal-steps.ts'
import type { PractitionerRecord } from './store.ts'
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
  /** Every renewal step that this person must take is done, so far as they told us and our record shows. */
  readonly allDone: boolean
  /** Submitted, counting, and not marked as copied to the regulator since it was last submitted. */
  readonly notCopied: readonly Piece[]
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
  const told = Object.fromEntries(
    record.stepsTold
      .filter(step => step.closingYear === current.year.closingYear)
      .map(step => [step.step, step.doneOn]),
  )
  const { steps, allDone } = renewalSteps(current.pack, current.year, current.verdict, told, today)
  const notCopied = recordGoesTo === 'nobody' ? listNotCopied(current, record.pieces) : []
  return {
    current,
    previous: years.at(-2) ?? null,
    years,
    today,
    daysLeft: daysBetween(today, current.year.lastDay),
    steps,
    allDone,
    notCopied,
    next: nextThing(current, record.pieces, steps, notCopied),
  }
}

/** The day from which a closed year is no longer what somebody opens the home page for. */
export function previousYearMatters({ current, today }: Pick<Standing, 'current' | 'today'>): boolean {
  return today < addDays(current.year.firstDay, 62)
}

function nextThing(
  { verdict }: YearVerdict,
  pieces: readonly Piece[],
  steps: readonly RenewalStep[],
  notCopied: readonly Piece[],
): NextThing {
  const byId = new Map(pieces.map(piece => [piece.pieceId, piece]))
  if (verdict.outcome === 'not-met') {
    const draft = verdict.reasons.find(({ reason }) => reason.kind === 'draft-not-submitted')
    const draftPiece = draft && byId.get(draft.pieceId)
    if (verdict.missing.pieces > 0)
      return draftPiece ? { kind: 'finish-draft', piece: draftPiece } : { kind: 'record-piece' }
    const counting = verdict.reasons.findLast(({ reason }) => reason.kind === 'counts')
    const countingPiece = counting && byId.get(counting.pieceId)
    if (countingPiece) return { kind: 'add-peer-reflection', piece: countingPiece }
    return draftPiece ? { kind: 'finish-draft', piece: draftPiece } : { kind: 'record-piece' }
  }
  const changed = pieces.find(piece => stateOf(piece) === 'submitted-with-changes')
  if (changed) return { kind: 'resubmit-changes', piece: changed }
  const [toCopy] = notCopied
  if (toCopy) return { kind: 'copy-piece', piece: toCopy }
  const open = steps.find(step => step.state === 'open')
  if (open) return { kind: 'tell-step', step: open }
  const later = steps.find(step => step.state === 'not-open-yet')
  if (later) return { kind: 'wait-for-step', step: later }
  return { kind: 'nothing' }
}

function listNotCopied({ verdict }: YearVerdict, pieces: readonly Piece[]): Piece[] {
  const counting = new Set(
    verdict.reasons.filter(({ reason }) => reason.kind === 'counts').map(({ pieceId }) => pieceId),
  )
  return pieces.filter(piece => {
    const latest = latestSubmission(piece)
    return latest !== null && counting.has(piece.pieceId) && piece.copied?.number !== latest.number
  })
}
