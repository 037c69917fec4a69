import type { Finding, NeverWrite } from './finding.ts'

/**
 * Where a text has something from its author's never-write list: as whole words, in any case, however much white space is
 * between the words, with or without accents. Not from one sentence into the next.
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
      const isThere = wanted.every((word, i) => {
        const here = words[place + i]
        return here?.folded === word && !(i > 0 && here.beginsSentence)
      })
      if (!isThere || start === undefined || last === undefined) return []
      return [{ start, end: last.end, class: kindOfThing, level: 'likely', kind: 'never-write' }]
    })
  })
}

interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly beginsSentence: boolean
}

/** Letters, digits and marks; what is between them does not matter. A possessive is no part of what it follows. */
function wordsOf(text: string): Word[] {
  let before = { end: 0, length: 0 }
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .map(({ index: start, 0: word }) => {
      const gap = text.slice(before.end, start)
      // "St. Mary's" and "Dr. Rowe" go on behind their stop.
      const isStop = /[!?…]/u.test(gap) || (before.length > 3 && gap.includes('. '))
      const beginsSentence = isStop || /[.!?…]\s*\n|\n[^\S\n]*\n/u.test(gap)
      before = { end: start + word.length, length: word.length }
      return { start, end: before.end, folded: withoutMarks(word), beginsSentence }
    })
    .filter(({ folded, start }) => !(folded === 's' && /['’]/.test(text.charAt(start - 1))))
}

/** "Zoe" and "Zoë" are one. Only marks of the Latin script and its neighbours: elsewhere they are vowels. */
function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
}
