import { dayIn, type Day } from '../platform/day.ts'
import type { SignedInVisit } from '../platform/web/route.ts'
import { isId } from '../platform/id.ts'
import { mayInOrganisation, type OrganisationUse } from './organisation.ts'
import { findMyOrganisation, type MyOrganisation } from './organisations-store.ts'
import type { OrganisationSettings } from './settings.ts'

export interface OpenedOrganisation extends MyOrganisation {
  readonly today: Day
}

/**
 * The one way to an organisation's pages: null where there is none, where whoever asks does not work there at present, and
 * where they may not do this. The three look the same.
 */
export async function openOrganisation(
  { timeZone }: OrganisationSettings,
  visit: SignedInVisit,
  organisationId: string,
  use: OrganisationUse,
): Promise<OpenedOrganisation | null> {
  if (!isId(organisationId)) return null
  const found = await findMyOrganisation(visit.db, organisationId, visit.actor.personId)
  if (found === null || !mayInOrganisation(found.roles, use)) return null
  return { ...found, today: dayIn(timeZone, visit.now) }
}
