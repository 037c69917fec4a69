import { dayIn } from '../../platform/day.ts'
import type { Relationship, Standing } from '../relationship.ts'
import { isWithin } from '../policy/working-days.ts'

/** Whose session it is: the supervisor and those who are supervised on its day. */
export function whoIsTold(
  { supervisorId, supervisees }: Relationship,
  startsAt: Date,
  timeZone: string,
): string[] {
  return [supervisorId, ...whoIsSupervisedOn(supervisees, startsAt, timeZone)]
}

/** Those who can have been there as supervisees. */
export function whoIsSupervisedOn(
  supervisees: Relationship['supervisees'],
  startsAt: Date,
  timeZone: string,
): string[] {
  const day = dayIn(timeZone, startsAt)
  const there = supervisees.filter(({ during }) => isWithin(day, during)).map(({ personId }) => personId)
  return [...new Set(there)]
}

/**
 * Whether a session is in the time of whoever asks. Whoever joins a group later, or has left it, was not there for what the
 * others put on their agenda before or afterwards.
 */
export function isInTheirTime(
  { relationship, standing }: { readonly relationship: Relationship; readonly standing: Standing },
  personId: string,
  startsAt: Date,
  timeZone: string,
): boolean {
  if (standing !== 'supervisee' && standing !== 'former-supervisee') return true
  return (
    // Until it ends, they see that what was planned beyond its end is cancelled.
    (standing === 'supervisee' || isWithin(dayIn(timeZone, startsAt), relationship.during)) &&
    whoIsSupervisedOn(relationship.supervisees, startsAt, timeZone).includes(personId)
  )
}
