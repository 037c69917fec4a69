/** In which words the page speaks of what was found while somebody writes. */

/** `things`: of the two upper levels. */
export function foundHere(things: number): string {
  return things === 0
    ? 'We found no names we recognise in this answer: please read it through.'
    : `We found ${things === 1 ? '1 thing' : `${things} things`} to look at in this answer`
}

export function foundIn(label: string, things: number): string {
  return things === 0
    ? `We found no names we recognise in “${label}”: please read it through.`
    : `We found ${things === 1 ? '1 thing' : `${things} things`} to look at in “${label}”.`
}

export const levelWords = { likely: 'Likely', check: 'Please check', note: 'Note' } as const

export const levelClasses = {
  likely: 'govuk-tag govuk-tag--orange',
  check: 'govuk-tag govuk-tag--yellow',
  note: 'govuk-tag govuk-tag--grey',
} as const

export function rewriteWords({
  label,
  replacement,
}: {
  readonly label: string
  readonly replacement: string
}): string {
  return replacement.trim() === '' ? label : `Replace with “${label}”`
}
