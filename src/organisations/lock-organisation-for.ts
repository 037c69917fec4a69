import type { Db } from '../platform/db/connect.ts'
import { mayInOrganisation, type Organisation, type OrganisationUse } from './organisation.ts'
import { findMyOrganisation, lockOrganisation } from './organisations-store.ts'

/**
 * Locks an organisation, and only then asks whether somebody may do this in it: what the page asked before can have been
 * taken from them while they waited. Null where they may not, as where there is none.
 */
export async function lockOrganisationFor(
  db: Db,
  {
    organisationId,
    by,
    use,
  }: { readonly organisationId: string; readonly by: string; readonly use: OrganisationUse },
): Promise<Organisation | null> {
  const organisation = await lockOrganisation(db, organisationId)
  if (organisation === null) return null
  const mine = await findMyOrganisation(db, organisationId, by)
  return mine !== null && mayInOrganisation(mine.roles, use) ? organisation : null
}
