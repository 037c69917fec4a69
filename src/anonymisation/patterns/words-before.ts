/** A word with where it stands. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const unit = /[\p{L}\p{M}\p{N}'’&.-]/u

/**
 * The words that lead up to `at`, the nearest first, each one space from the next: a comma, a line end or a full stop ends
 * them, but not the stop of "St.". At most `limit` words of at most 30 units.
 */
export function wordsBefore(text: string, at: number, limit: number): readonly Word[] {
  const words: Word[] = []
  let end = at
  while (words.length < limit) {
    if (!/[ \u00a0]/.test(text.charAt(end - 1))) break
    end -= 1
    let start = end
    while (start > 0 && end - start < 30 && unit.test(text.charAt(start - 1))) start -= 1
    const word = text.slice(start, end)
    if (word === '' || (word.endsWith('.') && !/^(?:St|Sts|Dr|C\.?o\.?E|[A-Z])\.$/.test(word))) break
    words.push({ text: word, start, end })
    end = start
  }
  return words
}

export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
