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
  return together(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  )
}

/** Words that were replaced one after another read as one change, and not as so many with a space between. */
function together(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  let [removed, added, space] = ['', '', '']
  const close = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    if (space !== '') joined.push({ kind: 'same', text: space })
    ;[removed, added, space] = ['', '', '']
  }
  for (const { kind, text } of runs) {
    const isBetweenChanges = kind === 'same' && /^[^\S\n]+$/.test(text) && removed !== '' && added !== ''
    if (isBetweenChanges) space += text
    else if (kind === 'same') {
      close()
      joined.push({ kind, text })
    } else {
      if (space !== '') [removed, added, space] = [removed + space, added + space, '']
      if (kind === 'removed') removed += text
      else added += text
    }
  }
  close()
  return joined
}
