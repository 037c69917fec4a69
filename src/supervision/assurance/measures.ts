/** What the page of an organisation has a column for. */
export type Measure =
  | 'supervised'
  | 'withoutSupervisor'
  | 'onTime'
  | 'held'
  | 'daysSinceLast'
  | 'rebooked'
  | 'agreements'
  | 'records'
  | 'actionsOverdue'
  | 'span'

/** In the order of the columns. */
export const measures: readonly Measure[] = [
  'supervised',
  'withoutSupervisor',
  'onTime',
  'held',
  'daysSinceLast',
  'rebooked',
  'agreements',
  'records',
  'actionsOverdue',
  'span',
]
