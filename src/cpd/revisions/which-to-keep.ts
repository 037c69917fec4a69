/**
 * How much of a draft's past is kept: the newest text always, one every ten minutes for the last day of writing, one a
 * day before that, and every text that another one replaced instead of continuing it, as when an earlier version was
 * restored or one of two texts was chosen. Submissions are kept for good, elsewhere. So a piece that is written for a year keeps some hundreds of
 * revisions at most, however often it is saved.
 */
const slot = 10 * 60_000
const lastDay = 24 * 60 * 60_000
const day = 24 * 60 * 60_000

/** Whether a text is kept when another one replaces it: it is the last of its ten minutes. */
export function isLastOfItsSlot(savedAt: Date, replacedAt: Date): boolean {
  return Math.floor(savedAt.getTime() / slot) !== Math.floor(replacedAt.getTime() / slot)
}

interface Kept {
  readonly savedAt: Date
  /** Nothing that came later has its words: it is kept whenever it was saved. */
  readonly wasReplaced: boolean
}

/** Of the revisions that there are, oldest first, those to keep at `now`. */
export function keptMoments(revisions: readonly Kept[], now: Date): readonly boolean[] {
  return revisions.map(({ savedAt, wasReplaced }, index) => {
    const next = revisions[index + 1]
    const isRecent = now.getTime() - savedAt.getTime() <= lastDay
    return wasReplaced || isRecent || next === undefined || dayOf(savedAt) !== dayOf(next.savedAt)
  })
}

function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / day)
}
