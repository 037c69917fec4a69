import type { Finding } from './finding.ts'

export interface Rewrite {
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly label: string
}

export function rewritesFor({ start, end, class: type }: Finding, text: string): readonly Rewrite[] {
  const before = text[start - 1] === ' ' ? start - 1 : start
  const remove = { start: before, end, replacement: '', label: 'Remove it' }
  if (type === 'person')
    return [
      { start, end, replacement: 'a parent', label: 'a parent' },
      { start, end, replacement: 'a colleague', label: 'a colleague' },
      remove,
    ]
  return type === 'postcode' ? [{ start, end, replacement: 'the area', label: 'the area' }, remove] : [remove]
}
