import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { lockRelationship } from '../../relationships/relationship-row-store.ts'
import { addSignature, listAgreementVersions } from '../agreements-store.ts'

/** The page showed other words than those that wait for signature now. */
export type SignRefusal = 'no-such-version' | 'not-the-newest'

/**
 * Signs the words that were on the screen: the press names their hash, and where a newer version was offered meanwhile
 * nothing is signed. Signing twice is signing once.
 */
export async function signAgreement(
  db: Db,
  {
    relationshipId,
    personId,
    version,
    sha256,
    now,
  }: {
    readonly relationshipId: string
    readonly personId: string
    readonly version: number
    readonly sha256: string
    readonly now: Date
  },
): Promise<Result<null, SignRefusal>> {
  await lockRelationship(db, relationshipId)
  const newest = (await listAgreementVersions(db, relationshipId)).at(-1)
  if (newest === undefined) return refuse('no-such-version')
  if (newest.version !== version || newest.sha256 !== sha256) return refuse('not-the-newest')
  const isNew = await addSignature(db, { relationshipId, version, personId, sha256, signedAt: now })
  if (isNew)
    await recordEvent(db, {
      personId,
      at: now,
      event: 'supervision-agreement-signed',
      aboutId: relationshipId,
      detail: version,
    })
  return ok(null)
}
