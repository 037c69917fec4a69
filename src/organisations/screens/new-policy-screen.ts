import type { DatePart } from '../../platform/day.ts'
import { formPage } from '../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../platform/ui/govuk/checkboxes.ts'
import { fieldset } from '../../platform/ui/govuk/fieldset.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { select } from '../../platform/ui/govuk/select.ts'
import { textarea } from '../../platform/ui/govuk/textarea.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { dateProblemInWords, formatNumber } from '../../platform/ui/words.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { daysBeforeShorter } from '../../supervision/retention/retention.ts'
import type { MakePolicyRefusal } from '../actions/make-policy-version.ts'
import { lineProblemInWords } from '../organisation-words.ts'
import type { Organisation } from '../organisation.ts'
import { newPolicyPath, policyPath } from '../paths.ts'
import { formsInWords, whoMaySuperviseInWords } from '../policy-words.ts'
import {
  emptySpan,
  sessionForms,
  whoMaySuperviseChoices,
  type PolicyNumber,
  type PolicyProblem,
  type SpanProblem,
  type TypedPolicy,
  type TypedSpan,
} from '../read-policy-form.ts'
import { changedMeanwhile, paragraph } from './column.ts'
import { dateFieldNames, dateFields, firstDateField, readDateFields } from '../../platform/ui/date-fields.ts'

/** One row more than the policy has, so that a stage can be added; and no more than anybody reads. */
const mostStages = 6

const numberNames: readonly PolicyNumber[] = [
  'shortestMinutes',
  'workingDaysToRebook',
  'daysToSign',
  'agreementReviewMonths',
  'retentionYears',
]

export const newPolicyForm: FormShape = {
  once: [
    ...dateFieldNames('from'),
    'until-count-*',
    'until-unit-*',
    'every-count-*',
    'every-unit-*',
    'afterwards-count',
    'afterwards-unit',
    ...numberNames,
    'whoMaySupervise',
    'retentionReason',
    'version',
  ],
  many: ['forms'],
}

export function readTypedPolicy(form: FormBody): TypedPolicy {
  const rows = Array.from({ length: mostStages }, (_, row) => row + 1).filter(row =>
    form.fields.has(`until-count-${row}`),
  )
  const span = (part: string, row: number): TypedSpan => ({
    count: form.text(`${part}-count-${row}`),
    unit: form.text(`${part}-unit-${row}`),
  })
  const number = (name: PolicyNumber) => form.text(name)
  return {
    from: readDateFields(form, 'from'),
    stages: rows.map(row => ({ until: span('until', row), every: span('every', row) })),
    afterwards: { count: form.text('afterwards-count'), unit: form.text('afterwards-unit') },
    numbers: {
      shortestMinutes: number('shortestMinutes'),
      workingDaysToRebook: number('workingDaysToRebook'),
      daysToSign: number('daysToSign'),
      agreementReviewMonths: number('agreementReviewMonths'),
      retentionYears: number('retentionYears'),
    },
    forms: form.all('forms'),
    whoMaySupervise: form.text('whoMaySupervise'),
    retentionReason: form.text('retentionReason'),
  }
}

interface NewPolicyView {
  readonly organisation: Organisation
  readonly typed: TypedPolicy
  /** The last version there is. */
  readonly latest: number
  readonly refusal: Exclude<MakePolicyRefusal, { kind: 'not-found' }> | null
}

export function newPolicyPage(
  visit: SignedInVisit,
  { organisation, typed, latest, refusal }: NewPolicyView,
): Page {
  const { organisationId } = organisation
  const wrong = (refusal?.kind === 'wrong-answers' ? refusal.problems : []).map(problemInWords)
  const errors = new Map(wrong.map(({ field, message }) => [field, message]))
  const isStale = refusal?.kind === 'changed-meanwhile'
  const dateError = wrong.find(({ parts }) => parts !== null)
  const number = (name: PolicyNumber, label: string, suffix: string) =>
    input({
      name,
      label,
      value: typed.numbers[name],
      inputmode: 'numeric',
      classes: 'govuk-input--width-3',
      suffix,
      autocomplete: 'off',
      error: errors.get(name),
    })
  const title = `Supervision policy: version ${latest + 1}`
  const shown = formPage({
    title,
    errors,
    back: { href: policyPath.url({ organisationId }), text: 'Supervision policy' },
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${isStale && changedMeanwhile('Somebody added a version of the policy meanwhile.')}
      ${paragraph('It begins as the version in force. What you change counts from its first day on; versions are only ever added.')}
      ${postForm(
        visit,
        newPolicyPath.url({ organisationId }),
        html`${hidden('version', latest)}
        ${dateFields({
          prefix: 'from',
          legend: 'From which day?',
          legendClasses: 'govuk-fieldset__legend--m',
          hint: 'Today or later',
          value: typed.from,
          error: dateError ? { message: dateError.message, parts: dateError.parts ?? [] } : null,
        })}
        <h2 class="govuk-heading-m">How often at least</h2>
        ${paragraph('Somebody newly qualified goes through the stages one after the other. Leave a stage empty if there is none.')}
        ${stagesToShow(typed).map((stage, row) => stageFields(stage, row + 1, errors))}
        ${fieldset({
          legend: {
            content: 'Afterwards, and for everybody else',
            classes: 'govuk-fieldset__legend--s',
          },
          content: html`${spanFields('afterwards', 'One session every', typed.afterwards, errors, '')}`,
        })}
        <h2 class="govuk-heading-m">Sessions</h2>
        ${number('shortestMinutes', 'Shortest length, without interruption', 'minutes')}
        ${checkboxes({
          name: 'forms',
          legend: { content: 'In which form', classes: 'govuk-fieldset__legend--s' },
          values: typed.forms,
          items: sessionForms.map(form => ({ value: form, content: formsInWords[form] })),
          error: errors.get('forms'),
        })}
        ${radios({
          name: 'whoMaySupervise',
          legend: { content: 'Who may supervise', classes: 'govuk-fieldset__legend--s' },
          value: typed.whoMaySupervise,
          items: whoMaySuperviseChoices.map(choice => ({
            value: choice,
            content: whoMaySuperviseInWords[choice],
          })),
          error: errors.get('whoMaySupervise'),
        })}
        ${number('workingDaysToRebook', 'Held again after a cancellation, or a return from absence, within', 'working days')}
        <h2 class="govuk-heading-m">Records and agreements</h2>
        ${number('daysToSign', 'Both sign a record within', 'days')}
        ${number('agreementReviewMonths', 'An agreement is reviewed every', 'months')}
        ${number('retentionYears', 'Records are kept after supervision has ended for', 'years')}
        ${paragraph(`A shorter time deletes nothing before it has been in force for ${daysBeforeShorter} days.`)}
        ${textarea({
          name: 'retentionReason',
          label: 'Why so long',
          hint: 'Shown on every record, to both people. Say here what your own retention schedule says',
          rows: 3,
          value: typed.retentionReason,
          error: errors.get('retentionReason'),
        })}
        ${button({ content: 'Save this version', preventDoubleClick: true })}`,
      )}`,
  })
  return isStale ? { ...shown, status: 409 } : shown
}

/** What was typed, and an empty row after it. */
function stagesToShow({ stages }: TypedPolicy): TypedPolicy['stages'] {
  const last = stages.at(-1)
  const endsEmpty = last !== undefined && last.until.count === '' && last.every.count === ''
  return endsEmpty || stages.length >= mostStages
    ? stages
    : [...stages, { until: emptySpan, every: emptySpan }]
}

function stageFields(
  { until, every }: TypedPolicy['stages'][number],
  row: number,
  errors: ReadonlyMap<string, string>,
): Html {
  return fieldset({
    legend: { content: `Newly qualified: stage ${row}`, classes: 'govuk-fieldset__legend--s' },
    content: html`${spanFields('every', 'One session every', every, errors, `-${row}`)}
    ${spanFields('until', 'Until they have been in practice for', until, errors, `-${row}`)}`,
  })
}

const units = [
  { value: '', content: 'Choose' },
  { value: 'weeks', content: 'weeks' },
  { value: 'months', content: 'months' },
]

function spanFields(
  part: string,
  label: string,
  { count, unit }: TypedSpan,
  errors: ReadonlyMap<string, string>,
  suffix: string,
): Html {
  const countName = `${part}-count${suffix}`
  const unitName = `${part}-unit${suffix}`
  return html`${input({
    name: countName,
    label,
    value: count,
    inputmode: 'numeric',
    classes: 'govuk-input--width-2',
    autocomplete: 'off',
    error: errors.get(countName),
  })}
  ${select({
    name: unitName,
    label: { content: `${label}: weeks or months`, classes: 'govuk-visually-hidden' },
    value: unit,
    items: units,
    error: errors.get(unitName),
  })}`
}

interface WordedProblem {
  readonly field: string
  readonly message: string
  /** Of a date: which of its boxes are wrong. */
  readonly parts: readonly DatePart[] | null
}

function problemInWords(problem: PolicyProblem): WordedProblem {
  const at = (field: string, message: string): WordedProblem => ({ field, message, parts: null })
  switch (problem.field) {
    case 'from': {
      const message =
        problem.problem === 'past'
          ? 'The first day must be today or later'
          : dateProblemInWords('the first day', problem.problem)
      return { field: firstDateField('from', problem.parts), message, parts: problem.parts }
    }
    case 'stage': {
      const which = `Stage ${problem.row + 1}`
      const what = problem.part === 'until' ? 'until when it lasts' : 'how often'
      if (problem.problem === 'not-longer')
        return at(
          `until-count-${problem.row + 1}`,
          `${which}: until when it lasts must be later than in the stage before`,
        )
      const field = `${problem.part}-${problem.problem === 'no-unit' ? 'unit' : 'count'}-${problem.row + 1}`
      return at(field, `${which}: ${spanProblems[problem.problem](what)}`)
    }
    case 'afterwards': {
      const field = `afterwards-${problem.problem === 'no-unit' ? 'unit' : 'count'}`
      return at(field, `Afterwards: ${spanProblems[problem.problem]('how often')}`)
    }
    case 'number': {
      const { name, least, most } = problem
      return at(
        name,
        `${numbersInWords[name]} must be a whole number between ${formatNumber(least)} and ${formatNumber(most)}`,
      )
    }
    case 'forms':
      return at('forms', 'Select at least one form')
    case 'whoMaySupervise':
      return at('whoMaySupervise', 'Select who may supervise')
    case 'retentionReason':
      return at(
        'retentionReason',
        lineProblemInWords(problem.problem, 'The reason', 'Enter why records are kept so long'),
      )
  }
}

const spanProblems: Record<SpanProblem, (what: string) => string> = {
  missing: what => `enter ${what}`,
  'not-a-number': what => `${what} must be a whole number between 1 and 99`,
  'no-unit': what => `choose weeks or months for ${what}`,
}

const numbersInWords: Record<PolicyNumber, string> = {
  shortestMinutes: 'Shortest length in minutes',
  workingDaysToRebook: 'Working days to hold a session again',
  daysToSign: 'Days to sign a record',
  agreementReviewMonths: 'Months until an agreement is reviewed',
  retentionYears: 'Years for which records are kept',
}
