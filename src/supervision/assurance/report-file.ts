import { columnNames, spanInWords } from './figure-words.ts'
import { measures, type Measure } from './measures.ts'
import type { Report, ShownNumbers } from './report.ts'

/** Which figures are two numbers. */
const shares: ReadonlySet<Measure> = new Set(['onTime', 'rebooked', 'agreements', 'records'])

/** The same figures as on the page, and hidden where they are hidden there, as comma-separated values (RFC 4180). */
export function reportFile(rows: readonly FileRow[]): string {
  const head = measures.flatMap(measure =>
    shares.has(measure) ? [columnNames[measure], `${columnNames[measure]}: of`] : [columnNames[measure]],
  )
  return written([
    ['Team', ...head],
    ...rows.map(({ name, figures }) => [
      name,
      ...measures.flatMap(measure => values(measure, figures[measure])),
    ]),
  ])
}

/** A file of their own: a spreadsheet reads one table from a file. */
export function spansFile(spans: Report['spans']): string {
  return written([
    ['Supervisees', 'Supervisors'],
    ...spans.map(({ span, supervisors }) => [spanInWords(span), value(supervisors, 0)]),
  ])
}

export interface FileRow {
  readonly name: string
  readonly figures: Readonly<Record<Measure, ShownNumbers>>
}

function values(measure: Measure, numbers: ShownNumbers): readonly string[] {
  return shares.has(measure) ? [value(numbers, 0), value(numbers, 1)] : [value(numbers, 0)]
}

function value(numbers: ShownNumbers, k: number): string {
  return numbers === null ? 'hidden' : String(numbers[k] ?? '')
}

/** Without this, spreadsheets read UTF-8 as something else. */
const byteOrderMark = '\u{feff}'

function written(lines: readonly (readonly string[])[]): string {
  return byteOrderMark + lines.map(line => `${line.map(quoted).join(',')}\r\n`).join('')
}

/**
 * A spreadsheet takes what begins with these for a formula, and carries it out: a team may be called anything. Some do so
 * in full width as well, and after spaces.
 */
const looksLikeFormula = /^\s*[=+\-@\u{2212}＝＋－＠]|^[\t\r\n]/u

function quoted(text: string): string {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
