/** For how many days a deleted draft can be brought back. */
export const daysToRestore = 30

/** Whatever was deleted before this moment is gone for good. */
export function goneBefore(now: Date): Date {
  return new Date(now.getTime() - daysToRestore * 24 * 60 * 60_000)
}
