import type { Finding, NeverWrite } from './finding.ts'

/**
 * Where a text has something from its author's never-write list: as whole words, in any case, however much white space is
 * between the words.
 */
export function findNeverWrite(text: string, list: readonly NeverWrite[]): readonly Finding[] {
  if (list.length === 0) return []
  const words = wordsOf(text)
  const placesOf = new Map<string, number[]>()
  words.forEach(({ folded }, place) => {
    const places = placesOf.get(folded)
    if (places) places.push(place)
    else placesOf.set(folded, [place])
  })
  return list.flatMap(({ text: never, class: kindOfThing }) => {
    const wanted = wordsOf(never).map(({ folded }) => folded)
    const [first] = wanted
    if (first === undefined) return []
    return (placesOf.get(first) ?? []).flatMap((place): Finding[] => {
      const last = words[place + wanted.length - 1]
      const start = words[place]?.start
      const isThere = wanted.every((word, i) => words[place + i]?.folded === word)
      if (!isThere || start === undefined || last === undefined) return []
      return [{ start, end: last.end, class: kindOfThing, level: 'likely', kind: 'never-write' }]
    })
  })
}

interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
}

/** Letters, digits and marks; what is between them does not matter. A possessive is no part of what it follows. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      folded: match[0].normalize('NFC').toLowerCase(),
    }))
    .filter(({ folded, start }) => !(folded === 's' && /['’]/.test(text.charAt(start - 1))))
}
