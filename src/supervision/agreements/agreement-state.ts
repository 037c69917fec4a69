import { dayIn, type Day } from '../../platform/day.ts'
import { after, type Policy } from '../policy/policy.ts'
import { isWithin } from '../policy/working-days.ts'
import type { Relationship, Standing } from '../relationship.ts'

/** A version as it was offered, and who has signed it. */
export interface AgreementVersion {
  readonly version: number
  readonly sha256: string
  readonly offeredAt: Date
  readonly offeredBy: string
  readonly signatures: readonly Signature[]
}

export interface Signature {
  readonly personId: string
  readonly signedAt: Date
}

/** Where an agreement stands: which version binds, and which one waits for whom. Either may be missing. */
export interface AgreementState {
  readonly inForce: InForce | null
  /** The newest version, where somebody has yet to sign it. */
  readonly waiting: { readonly version: AgreementVersion; readonly for: readonly string[] } | null
}

export interface InForce {
  readonly version: AgreementVersion
  /** The day of the last signature. */
  readonly agreedOn: Day
  /** To be looked at again by both. */
  readonly reviewBy: Day
}

/** Who signs: the supervisor and everybody who is supervised on the day; once it has ended, those who were at the end. */
export function partiesOf({ supervisorId, supervisees, during }: Relationship, today: Day): string[] {
  const on = during.to !== null && during.to < today ? during.to : today
  const now = supervisees
    .filter(supervisee => isWithin(on, supervisee.during))
    .map(({ personId }) => personId)
  return [supervisorId, ...new Set(now)]
}

/**
 * The versions that are for whoever asks. Whoever joins a group is asked to sign what was offered before; what is offered once
 * somebody has left is not for them.
 */
export function versionsFor(
  { relationship, standing }: { readonly relationship: Relationship; readonly standing: Standing },
  personId: string,
  versions: readonly AgreementVersion[],
  timeZone: string,
): readonly AgreementVersion[] {
  if (standing !== 'former-supervisee') return versions
  const times = relationship.supervisees.filter(supervisee => supervisee.personId === personId)
  return versions.filter(({ offeredAt }) => {
    const offeredOn = dayIn(timeZone, offeredAt)
    return times.some(({ during: { to } }) => to === null || offeredOn <= to)
  })
}

/** A version binds once all parties have signed it. When somebody joins a group, none does until they have signed as well. */
export function agreementState(
  versions: readonly AgreementVersion[],
  parties: readonly string[],
  { agreementReviewMonths }: Policy,
  timeZone: string,
): AgreementState {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  const unsigned = (version: AgreementVersion) =>
    parties.filter(party => !version.signatures.some(({ personId }) => personId === party))
  const [newest] = newestFirst
  const signed = newestFirst.find(version => unsigned(version).length === 0)
  const waitsFor = newest === undefined ? [] : unsigned(newest)
  return {
    inForce: signed === undefined ? null : inForce(signed, parties, agreementReviewMonths, timeZone),
    waiting: newest === undefined || waitsFor.length === 0 ? null : { version: newest, for: waitsFor },
  }
}

function inForce(
  version: AgreementVersion,
  parties: readonly string[],
  months: number,
  timeZone: string,
): InForce {
  const last = version.signatures
    .filter(({ personId }) => parties.includes(personId))
    .reduce((latest, { signedAt }) => (signedAt > latest ? signedAt : latest), version.offeredAt)
  const agreedOn = dayIn(timeZone, last)
  return { version, agreedOn, reviewBy: after(agreedOn, { months }) }
}
