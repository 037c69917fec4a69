import { formatDay } from '../../platform/day.ts'
import { dateProblemInWords } from '../../platform/ui/words.ts'
import type { FieldProblem, SessionField } from './planning-form.ts'
import type { HowHeld, Session, SessionKind, SessionRefusal } from './session.ts'

export const kindNames: Readonly<Record<SessionKind, string>> = {
  planned: 'Planned ahead',
  'ad-hoc': 'Ad hoc',
  'critical-incident': 'After a critical incident',
}

export const stateNames: Readonly<Record<Session['state'], string>> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
}

/** "90 minutes, without interruption". */
export function heldInWords({
  heldMinutes,
  wasInterrupted,
}: Pick<HowHeld, 'heldMinutes' | 'wasInterrupted'>): string {
  return `${heldMinutes} minutes, ${wasInterrupted === true ? 'interrupted' : 'without interruption'}`
}

/** What is wrong, by the id of the field that it stands beside, in the order of the form. */
export function problemsInWords(problems: readonly FieldProblem[]): ReadonlyMap<string, string> {
  return new Map(problems.map(problem => [fieldIdOf(problem), problemInWords(problem)]))
}

function fieldIdOf(problem: FieldProblem): string {
  if (problem.field !== 'date') return problem.field
  return problem.code === 'not-a-date' ? `date-${problem.parts[0] ?? 'day'}` : 'date-day'
}

const fieldNames: Readonly<Record<SessionField, string>> = {
  kind: 'what kind of session it is',
  form: 'how you meet',
  date: 'the day',
  time: 'the time',
  minutes: 'how many minutes',
  reason: 'why',
  count: 'how many sessions',
  every: 'how often',
  on: 'at least one day',
}

function problemInWords(problem: FieldProblem): string {
  switch (problem.code) {
    case 'missing':
      return problem.field === 'reason' ? 'Say why' : `Choose ${fieldNames[problem.field]}`
    case 'not-a-date':
      return dateProblemInWords('the day', problem.problem)
    case 'not-a-time':
      return 'Enter the time as in 14:30 or 2:30pm'
    case 'no-such-time':
      return `The clocks go forward on ${formatDay(problem.day)}, and that time does not come: choose another one`
    case 'not-a-number':
      return `Enter ${fieldNames[problem.field]}, as a number from ${problem.least} to ${problem.most}`
    case 'in-the-past':
      return 'The day and time must still be to come'
    case 'outside': {
      const { from, to } = problem.during
      return to === null
        ? `This supervision began on ${formatDay(from)}: choose that day or a later one`
        : `This supervision is from ${formatDay(from)} to ${formatDay(to)}: choose a day between them`
    }
    case 'too-far':
      return 'Choose a day in the next two years'
  }
}

/** Why a press did nothing. */
export function refusalInWords(refusal: SessionRefusal): string {
  switch (refusal) {
    case 'changed-elsewhere':
      return 'This session was changed since you opened the page, so nothing was done. This is how it is now.'
    case 'already-held':
      return 'This session was held, so nothing was done.'
    case 'already-cancelled':
      return 'This session is cancelled, so nothing was done.'
    case 'not-begun':
      return 'This session has not begun yet. Move it if it was held earlier.'
    case 'nobody-attended':
      return 'Choose at least one person who was there'
    case 'something-written':
      return 'Something is written for this session already, so it cannot be left unrecorded.'
  }
}
