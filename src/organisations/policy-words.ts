import { counted, inAList } from '../platform/ui/words.ts'
import type { Policy, SessionForm, Span, Stage, WhoMaySupervise } from '../supervision/policy/policy.ts'

/** "6 weeks", "1 month" */
export function spanInWords(span: Span): string {
  return 'weeks' in span ? counted(span.weeks, 'week', 'weeks') : counted(span.months, 'month', 'months')
}

/** "every week", "every 2 weeks" */
export function everyInWords(span: Span): string {
  const count = 'weeks' in span ? span.weeks : span.months
  if (count === 1) return 'weeks' in span ? 'every week' : 'every month'
  return `every ${spanInWords(span)}`
}

/** How often in each stage, one sentence each. */
export function stagesInWords(stages: readonly Stage[]): string[] {
  const many = stages.length > 1
  return stages.map(({ until, every }) => {
    const often = `At least ${everyInWords(every)}`
    if (until !== null) return `${often} in the first ${spanInWords(until)} of somebody newly qualified`
    return many ? `${often} after that, and for everybody else` : `${often}, for everybody`
  })
}

export const formsInWords: Readonly<Record<SessionForm, string>> = {
  'one-to-one': 'One to one',
  group: 'In a group',
  remote: 'Remote',
  observed: 'Observed practice',
}

/** "One to one, in a group and remote" */
export function allFormsInWords(forms: Policy['forms']): string {
  return inAList(forms.map((form, i) => (i === 0 ? formsInWords[form] : formsInWords[form].toLowerCase())))
}

export const whoMaySuperviseInWords: Readonly<Record<WhoMaySupervise, string>> = {
  'registered-social-worker': 'Registered social workers only',
  'anybody-with-professional-part-shared':
    'Anybody as a line manager; where they are not a registered social worker, somebody who is gives the professional supervision',
  anybody: 'Anybody',
}
