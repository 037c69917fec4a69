import { diffWordsWithSpace } from 'diff'

/** A run of words that both texts have, or only one. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Texts that differ in more words than this are shown whole: to compare them would take long and help nobody. */
const mostChanges = 4000

/** What became of `before` in `after`, word by word. */
export function difference(before: string, after: string): Run[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })
  if (changes === undefined) {
    const whole: Run[] = [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
    return whole
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
