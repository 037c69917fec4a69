import { columnNames, spanInWords } from './figure-words.ts'
import { measures, type Measure, type Report, type ShownNumbers } from './report.ts'

/** Which figures are two numbers. */
const shares: ReadonlySet<Measure> = new Set(['onTime', 'rebooked', 'agreements', 'records'])

/** The same figures as on the page, and hidden where they are hidden there, as comma-separated values (RFC 4180). */
export function reportFile(report: Report, rows: readonly FileRow[]): string {
  const head = measures.flatMap(measure =>
    shares.has(measure) ? [columnNames[measure], `${columnNames[measure]}: of`] : [columnNames[measure]],
  )
  return [
    ['Team', ...head],
    ...rows.map(({ name, figures }) => [
      name,
      ...measures.flatMap(measure => values(measure, figures[measure])),
    ]),
    [],
    ['Supervisees', 'Supervisors'],
    ...report.spans.map(({ span, supervisors }) => [spanInWords(span), value(supervisors, 0)]),
  ]
    .map(line => `${line.map(quoted).join(',')}\r\n`)
    .join('')
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

/** A spreadsheet takes what begins with these for a formula, and carries it out: a team may be called anything. */
const looksLikeFormula = /^[=+\-@\t\r]/

function quoted(text: string): string {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
