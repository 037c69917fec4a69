import { dateErrorIn, dateFieldNames, dateFields, readDateFields } from '../../../platform/ui/date-fields.ts'
import { input } from '../../../platform/ui/govuk/input.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import type { FieldErrors } from '../../../platform/ui/field-errors.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { dateProblemInWords, formatNumber } from '../../../platform/ui/words.ts'
import type { FormBody } from '../../../platform/web/form-body.ts'
import { longestLine, longestText } from '../../typed-words.ts'
import type { DecisionProblem, DecisionText, TypedDecision } from '../case-decision.ts'

/** `by-day`, `by-month`, `by-year`. */
const byWhen = 'by'

export const decisionFieldNames: readonly string[] = [
  'reference',
  'decision',
  'rationale',
  'actions',
  ...dateFieldNames(byWhen),
]

export function readTypedDecision(form: FormBody): TypedDecision {
  return {
    reference: form.text('reference'),
    decision: form.text('decision'),
    rationale: form.text('rationale'),
    actions: form.text('actions'),
    byDay: readDateFields(form, byWhen),
  }
}

/** Browsers are asked to keep none of it for other forms. */
export function decisionFields(typed: TypedDecision, errors: FieldErrors): Html {
  const box = (name: Exclude<DecisionText, 'reference'>, label: string, hint: string, rows: number) =>
    textarea({
      name,
      label: { content: label, classes: 'govuk-label--s' },
      hint,
      error: errors.get(name),
      value: typed[name],
      rows,
      spellcheck: true,
      autocomplete: 'off',
    })
  return html`${input({
    name: 'reference',
    label: { content: 'Case reference', classes: 'govuk-label--s' },
    hint: 'The number of the case in your case system. Never a name.',
    error: errors.get('reference'),
    value: typed.reference,
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })}
  ${box('decision', 'What was decided?', 'One decision. Add another one for another decision.', 4)}
  ${box('rationale', 'Why?', 'What you weighed up, and what the decision rests on.', 5)}
  ${box('actions', 'Who does what? (optional)', 'By role, such as the social worker or the supervisor.', 4)}
  ${dateFields({
    prefix: byWhen,
    legend: 'By when? (optional)',
    hint: 'For example, 14 12 2026',
    value: typed.byDay,
    error: dateErrorIn(errors, byWhen),
  })}`
}

export function decisionErrors(problems: readonly DecisionProblem[]): FieldErrors {
  return new Map(
    problems.flatMap((problem): [string, string][] => {
      if (problem.field === 'byDay') {
        const message = dateProblemInWords('the day by when', problem.problem)
        return problem.parts.map(part => [`${byWhen}-${part}`, message])
      }
      const { field } = problem
      const longest = field === 'reference' ? longestLine : longestText
      return [
        [
          field,
          problem.problem === 'missing'
            ? missing[field]
            : `${names[field]} must be ${formatNumber(longest)} characters or less`,
        ],
      ]
    }),
  )
}

const missing: Readonly<Record<DecisionText, string>> = {
  reference: 'Enter the case reference',
  decision: 'Enter what was decided',
  rationale: 'Enter why it was decided',
  actions: 'Enter who does what',
}

const names: Readonly<Record<DecisionText, string>> = {
  reference: 'The case reference',
  decision: 'What was decided',
  rationale: 'Why it was decided',
  actions: 'Who does what',
}
