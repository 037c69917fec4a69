import type { Level } from './finding.ts'
import type { Everywhere } from './offers.ts'
import type { Rewrite } from './rewrites.ts'

/** In which words a page speaks of what was found, whoever makes the page: the server, or the browser while somebody writes. */

export const levelNames: Readonly<Record<Level, string>> = {
  likely: 'Likely',
  check: 'Please check',
  note: 'Note',
}

/** Of GOV.UK's tags. The names say it too: not everybody sees colours. */
export const levelClasses: Readonly<Record<Level, string>> = {
  likely: 'govuk-tag--orange',
  check: 'govuk-tag--yellow',
  note: 'govuk-tag--grey',
}

/** Where there is nothing to look at it is not said that there is nothing: the check does not know what it has missed. */
export function foundInWords(things: number, where = ''): string {
  return things === 0
    ? `We found no names we recognise${where}: please read it through.`
    : `We found ${things === 1 ? '1 thing' : `${things} things`} to look at${where}.`
}

export function notesInWords(notes: number): string {
  return `${notes === 1 ? '1 note' : `${notes} notes`}: most likely nobody’s identity`
}

/** On a button. */
export function rewriteInWords({ label }: Rewrite): string {
  return isRemoval(label) ? label : `Replace with “${label}”`
}

/** Whether it takes something away, though a letter behind it may become a capital. */
export function isRemoval(label: string): boolean {
  return label.startsWith('Remove')
}

export function everywhereInWords({ label }: Everywhere): string {
  return `Replace it everywhere with “${label}”`
}
