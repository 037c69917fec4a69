/**
 * How much of a draft's past is kept: the newest text always, one every ten minutes for the last day of writing, one a
 * day before that. Submissions are kept for good, elsewhere. So a piece that is written for a year keeps some hundreds of
 * revisions at most, however often it is saved.
 */
const slot = 10 * 60_000
const lastDay = 24 * 60 * 60_000
const day = 24 * 60 * 60_000

/** Whether a text is kept when another one replaces it: it is the last of its ten minutes. */
export function isLastOfItsSlot(savedAt: Date, replacedAt: Date): boolean {
  return Math.floor(savedAt.getTime() / slot) !== Math.floor(replacedAt.getTime() / slot)
}

/** Of the moments that revisions are kept of, oldest first, those to keep at `now`. */
export function keptMoments(savedAt: readonly Date[], now: Date): readonly boolean[] {
  return savedAt.map((moment, index) => {
    const next = savedAt[index + 1]
    const isRecent = now.getTime() - moment.getTime() <= lastDay
    return isRecent || next === undefined || dayOf(moment) !== dayOf(next)
  })
}

function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / day)
}
