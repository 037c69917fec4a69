import type { SignedInVisit } from '../platform/web/route.ts'
import type { CpdSettings } from './settings.ts'
import { whereYouStand, type Standing } from './where-you-stand.ts'
import { isId } from '../platform/id.ts'
import { findPiece, type PieceInFull } from './store.ts'
import { findRecord } from './record-store.ts'
import type { PractitionerRecord } from './practitioner-record.ts'

/**
 * A piece of the person who asks, or `null`: somebody else's piece and one that never was look the same. The store is
 * asked by person and piece together, so there is no piece to be refused afterwards.
 */
export async function findMyPiece(visit: SignedInVisit, pieceId: string): Promise<PieceInFull | null> {
  return isId(pieceId) ? findPiece(visit.db, visit.actor.personId, pieceId) : null
}

/** Everybody who has an account has a record. */
export async function getMyRecord(visit: SignedInVisit): Promise<PractitionerRecord> {
  const record = await findRecord(visit.db, visit.actor.personId)
  if (record === null) throw new Error('A person without a registration is signed in')
  return record
}

/** The record, and where it stands at this moment. */
export async function getMyStanding(
  { packs, recordGoesTo }: CpdSettings,
  visit: SignedInVisit,
): Promise<{ readonly record: PractitionerRecord; readonly standing: Standing }> {
  const record = await getMyRecord(visit)
  return { record, standing: whereYouStand({ packs, record, recordGoesTo, at: visit.now }) }
}
