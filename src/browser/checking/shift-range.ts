/** A stretch of a text, in UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Where the same stretch is once the text has been changed in one place; `null` where the change was made in it. */
export function shiftRange({ start, end }: Range, before: string, after: string): Range | null {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[same] === after[same]) same++
  if (end <= same) return { start, end }
  let sameAtEnd = 0
  while (sameAtEnd < shorter - same && before.at(-1 - sameAtEnd) === after.at(-1 - sameAtEnd)) sameAtEnd++
  if (start < before.length - sameAtEnd) return null
  const by = after.length - before.length
  return { start: start + by, end: end + by }
}
