import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'

type Finder = (text: string) => readonly Finding[]

/** One test a text: what stands between ⟦ and ⟧ is found, with exactly these ends, and nothing else. */
export function finds(find: Finder, marked: readonly string[]): void {
  for (const one of marked) {
    test(`finds ${one}`, () => {
      const text = one.replaceAll(/[⟦⟧]/g, '')
      assert.equal(mark(text, find(text)), one)
    })
  }
}

export function findsNothing(find: Finder, texts: readonly string[]): void {
  for (const text of texts) {
    test(`finds nothing in ${text}`, () => {
      assert.equal(mark(text, find(text)), text)
    })
  }
}

/** The text with what was found in brackets. */
export function mark(text: string, findings: readonly Finding[]): string {
  let marked = ''
  let at = 0
  for (const { start, end } of findings) {
    marked += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`
    at = end
  }
  return marked + text.slice(at)
}
