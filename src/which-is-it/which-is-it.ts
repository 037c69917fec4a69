import type { PeerCategory, RulePack } from '../schemes/rule-pack.ts'

/**
 * Whether what somebody has is a reflection on supervision, a peer reflection, both, or neither yet.
 *
 * The two are easily mixed up, because a supervisor can be the peer. What tells them apart is the order: thinking a
 * supervision session over by oneself makes an ordinary piece of CPD, and talking over what was learnt, whatever it was
 * learnt from, makes a peer reflection. So a session can be where the learning comes from, or where it is talked over,
 * but the same hour cannot be both.
 */

/** What the learning is about. */
export const learnings = ['supervision-session', 'session-not-thought-over', 'other-activity'] as const
export type Learning = (typeof learnings)[number]

/** Whether the learning was talked over, and with whom. */
export const talks = [
  'no',
  'in-supervision',
  'with-manager',
  'with-social-worker',
  'with-professional',
  'with-somebody-else',
] as const
export type Talked = (typeof talks)[number]

/** Where the piece stands. */
export const recordings = ['no', 'draft', 'submitted'] as const
export type Recorded = (typeof recordings)[number]

export interface WhichIsItAnswers {
  readonly learning: Learning
  readonly talked: Talked
  readonly recorded: Recorded
}

export type Kind =
  | 'neither-yet'
  /** Of another activity than supervision, and not talked over. */
  | 'ordinary-piece'
  | 'reflection-on-supervision'
  | 'peer-reflection'
  | 'both'

/** As codes: the screen owns the words. */
export type Reason =
  | 'session-alone-adds-nothing'
  | 'talk-without-learning'
  | 'thought-over-alone'
  | 'learning-from-another-activity'
  | 'not-talked-over-yet'
  | 'not-a-peer'
  | 'talked-with-a-peer'
  | 'supervisor-was-the-peer'
  /** A caution for whoever may mean the very session that they reflected on. */
  | 'the-same-talk-does-not-count'

export type NextStep =
  | 'think-it-over'
  | 'record'
  | 'submit-the-draft'
  | 'nothing-more'
  | 'record-with-peer-reflection'
  | 'add-to-the-draft'
  | 'edit-and-resubmit'

export interface Outcome {
  readonly kind: Kind
  readonly reasons: readonly Reason[]
  readonly next: NextStep
  /** What the piece adds to a year, once submitted. */
  readonly gives: Gives
  /** The session in which it was talked over may have taught something else, which can be a second piece. */
  readonly sessionCanBeAnotherPiece: boolean
}

export interface Gives {
  readonly pieces: 0 | 1
  readonly peerReflections: 0 | 1
}

export function whichIsIt({ learning, talked, recorded }: WhichIsItAnswers): Outcome {
  if (learning === 'session-not-thought-over') {
    return {
      kind: 'neither-yet',
      reasons:
        talked === 'no'
          ? ['session-alone-adds-nothing']
          : ['session-alone-adds-nothing', 'talk-without-learning'],
      next: 'think-it-over',
      gives: { pieces: 0, peerReflections: 0 },
      sessionCanBeAnotherPiece: false,
    }
  }
  const isFromSupervision = learning === 'supervision-session'
  const source = isFromSupervision ? 'thought-over-alone' : 'learning-from-another-activity'
  if (talked === 'no' || talked === 'with-somebody-else') {
    return {
      kind: isFromSupervision ? 'reflection-on-supervision' : 'ordinary-piece',
      reasons: [source, talked === 'no' ? 'not-talked-over-yet' : 'not-a-peer'],
      next: nextWithoutPeer[recorded],
      gives: { pieces: 1, peerReflections: 0 },
      sessionCanBeAnotherPiece: false,
    }
  }
  const isInSupervision = talked === 'in-supervision'
  const reasons: Reason[] = [source, isInSupervision ? 'supervisor-was-the-peer' : 'talked-with-a-peer']
  if (isFromSupervision) reasons.push('the-same-talk-does-not-count')
  return {
    kind: isFromSupervision ? 'both' : 'peer-reflection',
    reasons,
    next: nextWithPeer[recorded],
    gives: { pieces: 1, peerReflections: 1 },
    sessionCanBeAnotherPiece: isInSupervision && !isFromSupervision,
  }
}

const nextWithoutPeer: Readonly<Record<Recorded, NextStep>> = {
  no: 'record',
  draft: 'submit-the-draft',
  submitted: 'nothing-more',
}

const nextWithPeer: Readonly<Record<Recorded, NextStep>> = {
  no: 'record-with-peer-reflection',
  draft: 'add-to-the-draft',
  submitted: 'edit-and-resubmit',
}

export interface Requirement {
  readonly pieces: number
  readonly piecesWithPeerReflection: number
}

/** What a year still needs from somebody who has nothing else on their record. */
export function stillNeeded(requirement: Requirement, gives: Gives) {
  return {
    pieces: Math.max(0, requirement.pieces - gives.pieces),
    peerReflections: Math.max(0, requirement.piecesWithPeerReflection - gives.peerReflections),
  }
}

/** What the answers already say of the form for a new piece, in the rule pack's own ids. */
export function knownForForm(
  pack: Pick<RulePack, 'typesOfCpd' | 'settings' | 'peerCategories'>,
  { learning, talked }: WhichIsItAnswers,
): KnownForForm {
  const known: KnownForForm = {}
  if (learning !== 'other-activity' && offers(pack.typesOfCpd, 'supervision')) known.type = 'supervision'
  if (learning === 'session-not-thought-over') return known
  if (talked === 'in-supervision' && offers(pack.settings, 'in-supervision')) known.setting = 'in-supervision'
  const group = peerGroups[talked]
  const categories = pack.peerCategories.filter(category => category.group === group)
  // Of several, only the practitioner knows which.
  if (categories.length === 1 && categories[0]) known.category = categories[0].id
  return known
}

/** A type rather than an interface, so that it can be the query of an address. */
export type KnownForForm = { type?: string; setting?: string; category?: string }

const peerGroups: Readonly<Partial<Record<Talked, PeerCategory['group']>>> = {
  'in-supervision': 'manager',
  'with-manager': 'manager',
  'with-social-worker': 'social-worker',
  'with-professional': 'other-professional',
}

function offers(options: readonly { readonly id: string }[], id: string): boolean {
  return options.some(option => option.id === id)
}
