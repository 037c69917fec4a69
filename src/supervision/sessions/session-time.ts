import { instantIn, type Day } from '../../platform/day.ts'

/** Hours and minutes by a clock on the wall. */
export interface ClockTime {
  readonly hour: number
  readonly minute: number
}

/** Reads "14:30", "9.15", "2pm", "2:30 pm". Null for anything else: "2" could be either half of the day. */
export function readClockTime(typed: string): ClockTime | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?$/.exec(typed.trim().toLowerCase().slice(0, 20))
  if (match === null) return null
  const [, hourTyped, minuteTyped, half] = match
  const hour = Number(hourTyped)
  const minute = Number(minuteTyped ?? '0')
  if (minute > 59) return null
  if (half === undefined) return minuteTyped !== undefined && hour <= 23 ? { hour, minute } : null
  if (hour < 1 || hour > 12) return null
  return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute }
}

/** "14:30", to fill a form. */
export function writeClockTime({ hour, minute }: ClockTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

/** When a clock in `timeZone` shows that day and time. An hour that is skipped in spring is the one after. */
export function instantOf(timeZone: string, day: Day, time: ClockTime): Date {
  return instantIn(timeZone, `${day}T${writeClockTime(time)}:00`)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
