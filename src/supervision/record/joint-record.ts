import { hash } from 'node:crypto'
import { saysSomething } from '../../cpd/answers.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { AgreedAction } from '../agreed-actions/agreed-action.ts'
import type { Finishing } from '../finishing.ts'
import type { Policy } from '../policy/policy.ts'
import type { SessionFacts } from '../sessions/session-facts.ts'
import type { Texts } from '../shared-drafts/shared-draft.ts'
import { longestText, textProblem, type TextProblem } from '../typed-words.ts'
import { commentedBy, recordQuestions } from './record-questions.ts'

/** What the supervisor signs: each section as it was asked, every comment, and the actions that were agreed. */
export interface JointContent {
  readonly relationshipId: string
  readonly sessionId: string
  readonly day: Day
  readonly sections: readonly { readonly id: string; readonly question: string; readonly text: string }[]
  readonly comments: readonly { readonly personId: string; readonly text: string }[]
  readonly actions: readonly Pick<AgreedAction, 'what' | 'ownerId' | 'byDay'>[]
}

interface MadeFrom {
  readonly relationshipId: string
  readonly sessionId: string
  readonly day: Day
  readonly texts: Texts
  /** Those agreed in the session. */
  readonly actions: readonly AgreedAction[]
}

export function makeJointContent({ relationshipId, sessionId, day, texts, actions }: MadeFrom): JointContent {
  return {
    relationshipId,
    sessionId,
    day,
    sections: recordQuestions.map(({ id, question }) => ({ id, question, text: texts[id] ?? '' })),
    comments: commentsIn(texts),
    actions: actions.map(({ what, ownerId, byDay }) => ({ what, ownerId, byDay })),
  }
}

function commentsIn(texts: Texts): JointContent['comments'] {
  return Object.entries(texts)
    .flatMap(([id, text]) => {
      const personId = commentedBy(id)
      return personId !== null && saysSomething(text) ? [{ personId, text }] : []
    })
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
}

/** The bytes that are kept and hashed. Nothing in them tells when it was signed: the hash is on the screen before that. */
export function writeJointContent(content: JointContent): { readonly text: string; readonly sha256: string } {
  const text = `${JSON.stringify(content, null, 2)}\n`
  return { text, sha256: hash('sha256', text) }
}

/** Reads what `writeJointContent` wrote. */
export function readJointContent(text: string): JointContent {
  return JSON.parse(text) as JointContent
}

/** A record that its supervisor has signed, and what stands beside it. */
export interface SignedRecord {
  readonly content: JointContent
  readonly sha256: string
  readonly signedBy: string
  readonly signedAt: Date
  readonly answers: readonly JointAnswer[]
  readonly additions: readonly JointAddition[]
}

export interface JointAnswer {
  readonly personId: string
  readonly agrees: boolean
  readonly words: string
  readonly signedAt: Date
}

export interface JointAddition {
  readonly number: number
  readonly personId: string
  readonly text: string
  readonly addedAt: Date
}

export type SignRefusal =
  | 'signed-already'
  | 'not-held'
  | 'nothing-written'
  | 'changed-elsewhere'
  /** Something in it is likely to identify somebody: whoever signs is asked once more. */
  | 'ask-once-more'

/** Decides whether the supervisor's press signs what was on the screen. */
export function signRecord({
  session,
  isSigned,
  content,
  shownSha256,
  likely,
  anyway,
}: {
  readonly session: SessionFacts
  readonly isSigned: boolean
  readonly content: JointContent
  readonly shownSha256: string
  /** How much in it is likely to identify somebody. */
  readonly likely: number
  /** Whether they were asked once more about that, and said yes. */
  readonly anyway: boolean
}): Result<{ readonly text: string; readonly sha256: string }, SignRefusal> {
  if (isSigned) return refuse('signed-already')
  if (session.state !== 'held') return refuse('not-held')
  if (!saysAnything(content)) return refuse('nothing-written')
  const written = writeJointContent(content)
  if (written.sha256 !== shownSha256) return refuse('changed-elsewhere')
  return likely > 0 && !anyway ? refuse('ask-once-more') : ok(written)
}

export function saysAnything({ sections, actions }: JointContent): boolean {
  return actions.length > 0 || sections.some(({ text }) => saysSomething(text))
}

/** Who has answered, and how: all that is asked of a record to tell where it stands. */
export interface Answered {
  readonly answers: readonly Pick<JointAnswer, 'personId' | 'agrees'>[]
}

/** A text in a record, and where it stands: in a section with an id, or among actions or comments. */
export interface RecordText {
  readonly part: 'actions' | 'comments' | { readonly sectionId: string }
  readonly heading: string
  readonly text: string
}

/** Every text in a record, to be looked through before it is signed. */
export function textsOf({ sections, actions, comments }: JointContent): readonly RecordText[] {
  return [
    ...sections.map(({ id, question, text }) => ({ part: { sectionId: id }, heading: question, text })),
    ...actions.map(({ what }) => ({ part: 'actions' as const, heading: 'Agreed actions', text: what })),
    ...comments.map(({ text }) => ({ part: 'comments' as const, heading: 'Comments on the draft', text })),
  ]
}

/** The supervisees whose word on the record is still to come. */
export function stillToAnswer(
  { answers }: Answered,
  { attended }: Pick<SessionFacts, 'attended'>,
): readonly string[] {
  return attended.filter(personId => !answers.some(answer => answer.personId === personId))
}

export type AnswerProblem =
  | { readonly field: 'agrees'; readonly problem: 'missing' }
  | { readonly field: 'words'; readonly problem: TextProblem }

/** Whoever disagrees says so in their own words; whoever agrees may add some. */
export function readAnswer(typed: {
  readonly agrees: string
  readonly words: string
}): Result<Pick<JointAnswer, 'agrees' | 'words'>, readonly AnswerProblem[]> {
  const { agrees, words } = typed
  const problems: AnswerProblem[] = []
  if (agrees !== 'yes' && agrees !== 'no') problems.push({ field: 'agrees', problem: 'missing' })
  const wrong = textProblem(words, { required: agrees === 'no', longest: longestText })
  if (wrong !== null) problems.push({ field: 'words', problem: wrong })
  return problems.length > 0 ? refuse(problems) : ok({ agrees: agrees === 'yes', words })
}

/** By when everybody is to have signed. */
export function signBy(day: Day, { daysToSign }: Pick<Policy, 'daysToSign'>): Day {
  return addDays(day, daysToSign)
}

/** Where a record stands, for lists and for the page of its session. */
export type RecordState =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'draft' }
  /** Nobody signed it before supervision ended, nor in the days that there were for it after that. */
  | { readonly kind: 'not-finished'; readonly until: Day }
  | { readonly kind: 'waiting'; readonly for: readonly string[] }
  | { readonly kind: 'signed'; readonly disagreed: number }

export function stateOfRecord(
  session: Pick<SessionFacts, 'attended'>,
  { hasDraft, signed }: { readonly hasDraft: boolean; readonly signed: Answered | null },
  finishing: Finishing | null = null,
): RecordState {
  if (signed === null && finishing?.isOver === true) return { kind: 'not-finished', until: finishing.until }
  if (signed === null) return { kind: hasDraft ? 'draft' : 'not-started' }
  const waiting = stillToAnswer(signed, session)
  if (waiting.length > 0) return { kind: 'waiting', for: waiting }
  return { kind: 'signed', disagreed: signed.answers.filter(({ agrees }) => !agrees).length }
}

/**
 * Whether a record takes additions: once everybody has signed it. Once the days for signing are over also without whoever has
 * not, who cannot keep the others from setting something right.
 */
export function takesAdditions(state: RecordState, by: Day, today: Day): boolean {
  return state.kind === 'signed' || (state.kind === 'waiting' && isLate(state, by, today))
}

/** Whether the days for signing are over and somebody has not. */
export function isLate(state: RecordState, by: Day, today: Day): boolean {
  return state.kind !== 'signed' && state.kind !== 'not-finished' && by < today
}
