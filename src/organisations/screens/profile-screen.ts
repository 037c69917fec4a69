import { formatDay, partsOfDay } from '../../platform/day.ts'
import { lastYearKnown } from '../../supervision/policy/bank-holidays.ts'
import { formPage, noErrors } from '../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../platform/ui/govuk/checkboxes.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { Weekday } from '../../supervision/policy/working-days.ts'
import type { Absence, AbsenceProblem, TypedAbsence } from '../absence.ts'
import type { ChangeProfileRefusal } from '../actions/change-profile.ts'
import { lineProblemInWords } from '../organisation-words.ts'
import { absencesPath, profilePath, removeAbsencePath } from '../paths.ts'
import {
  markOfProfile,
  mostMonthsAhead,
  weekdays,
  type Profile,
  type ProfileProblem,
  type TypedProfile,
} from '../profile.ts'
import { changedMeanwhile, link, paragraph } from './column.ts'
import {
  dateFieldNames,
  dateFields,
  emptyDate,
  firstDateField,
  readDateFields,
} from '../../platform/ui/date-fields.ts'
import { dateProblemInWords } from '../../platform/ui/words.ts'
import { doneInWords } from './done-words.ts'
import { backToSupervision } from './organisations-screen.ts'

const qualified = 'newlyQualifiedFrom'

export const profileForm: FormShape = {
  once: ['knownAs', 'isRegistered', ...dateFieldNames(qualified), 'version', 'next'],
  many: ['weekdays'],
}

export function readTypedProfile(form: FormBody): TypedProfile {
  return {
    knownAs: form.text('knownAs'),
    isRegistered: form.text('isRegistered'),
    newlyQualifiedFrom: readDateFields(form, qualified),
    weekdays: form.all('weekdays'),
  }
}

/** What would have to be typed; somebody new works Monday to Friday until they say otherwise. */
export function typedProfileOf(profile: Profile | null): TypedProfile {
  if (profile === null)
    return {
      knownAs: '',
      isRegistered: '',
      newlyQualifiedFrom: emptyDate,
      weekdays: ['1', '2', '3', '4', '5'],
    }
  const { knownAs, isRegistered, newlyQualifiedFrom } = profile
  return {
    knownAs,
    isRegistered: isRegistered ? 'yes' : 'no',
    newlyQualifiedFrom: newlyQualifiedFrom === null ? emptyDate : partsOfDay(newlyQualifiedFrom),
    weekdays: profile.weekdays.map(String),
  }
}

interface ProfileView {
  readonly profile: Profile | null
  readonly typed: TypedProfile
  /** Where to go then; '' where that is nowhere else. */
  readonly next: string
  readonly refusal: ChangeProfileRefusal | null
}

export function profilePage(visit: SignedInVisit, { profile, typed, next, refusal }: ProfileView): Page {
  const problems = refusal?.kind === 'wrong-answers' ? refusal.problems : []
  const errors = new Map(problems.map(profileProblemInWords))
  const date = problems.find(problem => problem.field === qualified)
  const isStale = refusal?.kind === 'changed-meanwhile'
  const current = isStale ? refusal.profile : profile
  const title = 'How you are known in supervision'
  const done = doneInWords(visit)
  const shown = formPage({
    title,
    errors,
    back: backToSupervision,
    main: html`${done !== null && notificationBanner({ type: 'success', content: done })}
      <h1 class="govuk-heading-l">${title}</h1>
      ${isStale && changedMeanwhile('You changed this in another window meanwhile.')}
      ${paragraph('Those you are supervised with see this, and the administrators of organisations you work for; whoever you invite sees the name, and so do other members where you have a role. It is on no page of your CPD, in no mail and in no calendar.')}
      ${postForm(
        visit,
        profilePath.url({}),
        html`${hidden('version', markOfProfile(current))} ${next !== '' && hidden('next', next)}
        ${input({
          name: 'knownAs',
          label: 'Name you are known by',
          hint: 'As your colleagues call you, for example Sam Okafor',
          autocomplete: 'name',
          spellcheck: false,
          value: typed.knownAs,
          error: errors.get('knownAs'),
        })}
        ${radios({
          name: 'isRegistered',
          legend: {
            content: 'Are you a registered social worker?',
            classes: 'govuk-fieldset__legend--s',
          },
          classes: 'govuk-radios--inline',
          value: typed.isRegistered,
          items: yesAndNo,
          error: errors.get('isRegistered'),
        })}
        ${dateFields({
          prefix: qualified,
          legend: 'If you are newly qualified, when did you start to practise as a social worker?',
          hint: 'Leave it empty if you are not. Supervision is more often at first, from that day on',
          value: typed.newlyQualifiedFrom,
          error:
            date?.field === qualified ? { message: newlyQualifiedInWords(date), parts: date.parts } : null,
        })}
        ${checkboxes({
          name: 'weekdays',
          legend: { content: 'On which days do you work?', classes: 'govuk-fieldset__legend--s' },
          hint: 'Supervision is due on a working day of yours',
          classes: 'govuk-checkboxes--small',
          values: typed.weekdays,
          items: weekdays.map(day => ({ value: String(day), content: weekdayNames[day] })),
          error: errors.get('weekdays'),
        })}
        ${button({ content: 'Save', preventDoubleClick: true })}`,
      )}
      ${profile !== null && paragraph(link(absencesPath.url({}), 'Days on which you are away'))}`,
  })
  return isStale ? { ...shown, status: 409 } : shown
}

const yesAndNo = [
  { value: 'yes', content: 'Yes' },
  { value: 'no', content: 'No' },
]

const weekdayNames: Record<Weekday, string> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

function profileProblemInWords(problem: ProfileProblem): [field: string, message: string] {
  switch (problem.field) {
    case 'knownAs':
      return ['knownAs', lineProblemInWords(problem.problem, 'The name', 'Enter the name you are known by')]
    case 'isRegistered':
      return ['isRegistered', 'Select whether you are a registered social worker']
    case 'newlyQualifiedFrom':
      return [firstDateField(qualified, problem.parts), newlyQualifiedInWords(problem)]
    case 'weekdays':
      return ['weekdays', 'Select at least one day on which you work']
  }
}

function newlyQualifiedInWords({
  problem,
}: Extract<ProfileProblem, { field: 'newlyQualifiedFrom' }>): string {
  switch (problem) {
    case 'not-registered':
      return 'Only a registered social worker is newly qualified. Leave the date empty, or say that you are registered'
    case 'too-far-ahead':
      return `The date you started to practise must be today, in the past or within the next ${mostMonthsAhead} months`
    default:
      return dateProblemInWords('the date you started to practise', problem)
  }
}

export const absenceForm: FormShape = {
  once: ['newId', ...dateFieldNames('from'), ...dateFieldNames('to'), 'open'],
}
export const removeAbsenceForm: FormShape = { once: ['absence'] }

export function readTypedAbsence(form: FormBody): TypedAbsence {
  return {
    from: readDateFields(form, 'from'),
    to: readDateFields(form, 'to'),
    isOpen: form.text('open') !== '',
  }
}

export const emptyAbsence: TypedAbsence = { from: emptyDate, to: emptyDate, isOpen: false }

interface AbsencesView {
  /** The id that new days will have. */
  readonly newId: string
  readonly absences: readonly Absence[]
  readonly typed: TypedAbsence
  readonly problems: readonly AbsenceProblem[]
}

export function absencesPage(visit: SignedInVisit, { newId, absences, typed, problems }: AbsencesView): Page {
  const errors =
    problems.length === 0
      ? noErrors
      : new Map(
          problems.map(problem => [
            firstDateField(problem.field, problem.parts),
            absenceProblemInWords(problem),
          ]),
        )
  const errorOf = (field: AbsenceProblem['field']) => {
    const problem = problems.find(problem => problem.field === field)
    return problem ? { message: absenceProblemInWords(problem), parts: problem.parts } : null
  }
  const title = 'Days on which you are away'
  const done = doneInWords(visit)
  return formPage({
    title,
    errors,
    back: { href: profilePath.url({}), text: 'How you are known in supervision' },
    main: html`${done !== null && errors.size === 0 && notificationBanner({ type: 'success', content: done })}
      <h1 class="govuk-heading-l">${title}</h1>
      ${paragraph('No session is due while you are away. We do not ask why. Put leave in here if it matters for when a session is due.')}
      ${paragraph(`Bank holidays in England and Wales are no working days, as far as they are known here: until the end of ${lastYearKnown}.`)}
      ${
        absences.length === 0
          ? paragraph('You have told us of none.')
          : html`<ul class="govuk-list">
              ${absences.map(absence => html`<li>${absenceInWords(absence)} ${removal(visit, absence)}</li>`)}
            </ul>`
      }
      <h2 class="govuk-heading-m">Add days</h2>
      ${postForm(
        visit,
        absencesPath.url({}),
        html`${hidden('newId', newId)}
        ${dateFields({ prefix: 'from', legend: 'First day away', value: typed.from, error: errorOf('from') })}
        ${dateFields({
          prefix: 'to',
          legend: 'Last day away',
          hint: 'If you do not know yet, leave it empty and tick “Until further notice”',
          value: typed.to,
          error: errorOf('to'),
        })}
        ${checkboxes({
          name: 'open',
          classes: 'govuk-checkboxes--small',
          values: typed.isOpen ? ['yes'] : [],
          items: [{ value: 'yes', content: 'Until further notice' }],
        })}
        ${button({ content: 'Add', preventDoubleClick: true })}`,
      )}`,
  })
}

function absenceInWords({ days: { from, to } }: Absence): string {
  if (to === null) return `From ${formatDay(from)}, until further notice`
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
}

function removal(visit: SignedInVisit, absence: Absence): Html {
  return postForm(
    visit,
    removeAbsencePath.url({}),
    html`${hidden('absence', absence.absenceId)}
    ${button({
      content: html`Remove<span class="govuk-visually-hidden"> ${absenceInWords(absence)}</span>`,
      classes: 'govuk-button--secondary',
    })}`,
  )
}

function absenceProblemInWords(problem: AbsenceProblem): string {
  const subject = problem.field === 'from' ? 'the first day away' : 'the last day away'
  switch (problem.problem) {
    case 'before-from':
      return 'The last day away must be the first one or later'
    case 'too-long':
      return 'The last day away must be within five years of the first. For longer, tick “Until further notice”'
    case 'or-open':
      return 'Give the last day away, or tick “Until further notice”, not both'
    case 'missing-all':
      return problem.field === 'to'
        ? 'Enter the last day away, or tick “Until further notice”'
        : 'Enter the first day away'
    case 'missing-day':
    case 'missing-month':
    case 'missing-year':
    case 'missing-day-and-month':
    case 'missing-day-and-year':
    case 'missing-month-and-year':
    case 'year-not-4-digits':
    case 'not-a-real-date':
      return dateProblemInWords(subject, problem.problem)
  }
}
