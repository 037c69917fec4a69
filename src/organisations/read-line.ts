import { ok, refuse, type Result } from '../platform/result.ts'

export type LineProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly limit: number; readonly length: number }

/** In units of UTF-16: to normalise what is longer could take the square of its length. */
const longestToNormalise = 1_000

/** A name or another short text, typed in one line: without spaces around it or more than one within. */
export function readLine(typed: string, limit: number): Result<string, LineProblem> {
  const spaced = typed.trim().replace(/\s+/gu, ' ')
  const tidy = spaced.length > longestToNormalise ? spaced : spaced.normalize('NFC')
  const length = Array.from(tidy).length
  if (length === 0) return refuse({ code: 'missing' })
  return length > limit ? refuse({ code: 'too-long', limit, length }) : ok(tidy)
}

/** Ours to bound: what fits a line of a list. */
export const longestName = 100
export const longestKnownAs = 60
