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
  return slotOf(savedAt) !== slotOf(replacedAt)
}

/** From how many characters on, taken away at once, a text is kept although its ten minutes are not over. */
const manyCharacters = 20
/** And as many of those in any ten minutes: the first, which is somebody's own before a run of rewrites, and the latest. */
const mostInASlot = 6

/**
 * Whether so much of an answer goes in one save that it may be a slip: everything marked and one letter typed, or an old
 * page shown again over a newer text.
 */
export function losesMuch(before: string, after: string): boolean {
  if (before.length < manyCharacters || before === after) return false
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return before.length - start - end >= manyCharacters
}

/** Of texts that others replaced, as many are kept, the latest: whoever restores and chooses all day keeps a bounded past. */
const mostReplaced = 50

interface Kept {
  readonly savedAt: Date
  /** Nothing that came later has its words: it is kept whenever it was saved. */
  readonly wasReplaced: boolean
}

/** Of the revisions that there are, oldest first, those to keep at `now`. */
export function keptMoments(revisions: readonly Kept[], now: Date): readonly boolean[] {
  let replaced = revisions.filter(({ wasReplaced }) => wasReplaced).length
  return revisions.map(({ savedAt, wasReplaced }, index) => {
    const next = revisions[index + 1]
    const isRecent = now.getTime() - savedAt.getTime() <= lastDay
    if (wasReplaced) return replaced-- <= mostReplaced
    if (isRecent) {
      const isOfSlot = (other: Kept | undefined) =>
        other !== undefined && slotOf(other.savedAt) === slotOf(savedAt)
      const isFirst = !isOfSlot(revisions[index - 1])
      return isFirst || revisions.slice(index).filter(isOfSlot).length < mostInASlot
    }
    return next === undefined || dayOf(savedAt) !== dayOf(next.savedAt)
  })
}

function slotOf(moment: Date): number {
  return Math.floor(moment.getTime() / slot)
}

function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / day)
}
