import { dayIn } from '../../platform/day.ts'
import type { Relationship, Standing } from '../relationship.ts'
import type { Hold } from '../retention/hold.ts'
import { isInTheirTime } from '../sessions/who-is-told.ts'
import { openedAs } from './door.ts'
import type { Opening } from './openings-store.ts'

interface All {
  readonly openings: readonly Opening[]
  readonly holds: readonly Hold[]
}

/**
 * What of the openings is for whoever looks: why somebody opened it can be about one of those in it. An opener sees their
 * own and no hold. A supervisee sees none from before they came, and no reading of a session that was not theirs; what was
 * opened after they left they do see, since their own records stand open in it too.
 */
export function openingsFor(
  opened: { readonly relationship: Relationship; readonly standing: Standing },
  personId: string,
  { openings, holds }: All,
  timeZone: string,
): All {
  if (openedAs(opened.standing) !== null)
    return { openings: openings.filter(opening => opening.personId === personId), holds: [] }
  if (opened.standing === 'supervisor') return { openings, holds }
  const [first] = opened.relationship.supervisees
    .flatMap(one => (one.personId === personId ? [one.during.from] : []))
    .toSorted()
  if (first === undefined) return { openings: [], holds: [] }
  return {
    openings: openings
      .filter(({ closesAt }) => dayIn(timeZone, closesAt) >= first)
      .map(opening => ({
        ...opening,
        readings: opening.readings.filter(
          ({ sessionAt }) => sessionAt === null || isInTheirTime(opened, personId, sessionAt, timeZone),
        ),
      })),
    holds: holds.filter(({ liftedAt }) => liftedAt === null || dayIn(timeZone, liftedAt) >= first),
  }
}
