import type { Db } from '../../platform/db/connect.ts'
import { hashToken, newToken } from '../../platform/web/token.ts'
import { saveLedBackToken } from '../invitations-store.ts'
import { invitationPath } from '../paths.ts'

/**
 * The address of the invitation for which somebody has just made an account, or null where it no longer waits. A secret
 * of its own, since of the mailed one only a hash is kept.
 */
export async function leadBack(db: Db, invitationId: string, now: Date): Promise<string | null> {
  const token = newToken()
  const stillWaits = await saveLedBackToken(db, invitationId, hashToken(token), now)
  return stillWaits ? invitationPath.url({ token }) : null
}
