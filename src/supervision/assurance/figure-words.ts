import { formatNumber } from '../../platform/ui/words.ts'
import type { Figures } from './figures.ts'
import { measures, type Measure } from './measures.ts'
import type { ShownNumbers, Span } from './report.ts'

/** What each figure is called, at the head of a column. */
export const measureNames: Readonly<Record<Measure, string>> = {
  supervised: 'People who have a supervisor',
  withoutSupervisor: 'People without a supervisor',
  onTime: 'Due sessions held on time',
  held: 'Sessions held',
  daysSinceLast: 'Days since the last session',
  rebooked: 'Cancelled sessions rebooked in time',
  agreements: 'Agreements in date',
  records: 'Records signed by both in time',
  actionsOverdue: 'Actions overdue',
  span: 'Supervisees of each supervisor',
}

/** How an organisation's columns are called: of cancelled sessions it sees the year, whichever months are chosen. */
export const columnNames: Readonly<Record<Measure, string>> = {
  ...measureNames,
  rebooked: `${measureNames.rebooked} (last 12 months)`,
}

/** What each figure counts, whole. */
export const measureMeanings: Readonly<Record<Measure, string>> = {
  supervised: 'Of the people who work there today, those who are in supervision today.',
  withoutSupervisor: 'Those who work there today and are not.',
  onTime:
    'Of the sessions that were due by the policy, those that were held by their day. Somebody with two supervisors is due as often as somebody with one.',
  held: 'However many were due, and whoever held them. One that was cancelled never counts.',
  daysSinceLast:
    'Or since supervision began, where there has been no session yet. For several people, the one in the middle.',
  rebooked:
    'Of the sessions that were cancelled, those for which another was booked within the policy’s working days after it. One that was planned anyway replaces none. One that can still be rebooked in time is not counted.',
  agreements:
    'Of the agreements there should be today, those that both signed and that are not due for review.',
  records:
    'Of the records of sessions, those that both signed within the policy’s days. One that can still be signed in time is not counted.',
  actionsOverdue: 'Open actions whose day has passed, counted for whoever is to do them.',
  span: 'How many people a supervisor supervises today. For several supervisors, the one in the middle.',
}

/** The figures of one person. */
export type PersonalMeasure = Exclude<Measure, 'supervised' | 'withoutSupervisor' | 'span'>

export const personalMeasures: readonly PersonalMeasure[] = measures.filter(
  measure => measure !== 'supervised' && measure !== 'withoutSupervisor' && measure !== 'span',
)

export function personalInWords(figures: Figures, measure: PersonalMeasure): string {
  const figure = figures[measure]
  if (figure === null) return numbersInWords([])
  return numbersInWords(typeof figure === 'number' ? [figure] : [figure.count, figure.of])
}

/** "11 of 12", "3", "none", or that it is hidden. */
export function numbersInWords(numbers: ShownNumbers): string {
  if (numbers === null) return 'hidden'
  const [count, of] = numbers
  if (count === undefined || of === 0) return 'none'
  return of === undefined ? formatNumber(count) : `${formatNumber(count)} of ${formatNumber(of)}`
}

export function spanInWords({ from, to }: Span): string {
  return to === null ? `${from} or more` : `${from} to ${to}`
}
