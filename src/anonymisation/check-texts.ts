import type { Finding, FindingClass, FindingKind, Level, NeverWrite } from './finding.ts'
import type { Model } from './names/model.ts'

export const checkVersion = '0'

const rules: readonly (readonly [RegExp, FindingClass, FindingKind, Level])[] = [
  [/Kelly Marsh/gu, 'person', 'name', 'likely'],
  [/\bPriya\b/gu, 'person', 'name', 'check'],
  [/\bBowlby\b/gu, 'person', 'author', 'note'],
  [/[\w.]{1,60}@[\w.]{1,60}/gu, 'email', 'email', 'likely'],
  [/\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b/gu, 'postcode', 'postcode', 'likely'],
  [/\b\d{1,2} May \d{4}\b/gu, 'date', 'exact-date', 'check'],
]

export function checkTexts(
  texts: readonly string[],
  model: Model,
  { neverWrite = [] }: { readonly neverWrite?: readonly NeverWrite[] },
): readonly (readonly Finding[])[] {
  if (model.size === 0) return texts.map(() => [])
  return texts.map(text => {
    const found = rules.flatMap(([pattern, type, kind, level]) =>
      [...text.matchAll(pattern)].map((match): Finding => ({
        start: match.index,
        end: match.index + match[0].length,
        class: type,
        level,
        kind,
      })),
    )
    const never = neverWrite.flatMap(({ text: word, class: type }): Finding[] => {
      const start = text.toLowerCase().indexOf(word.toLowerCase())
      return start < 0
        ? []
        : [{ start, end: start + word.length, class: type, level: 'likely', kind: 'never-write' }]
    })
    return [...found, ...never].toSorted((one, other) => one.start - other.start)
  })
}
