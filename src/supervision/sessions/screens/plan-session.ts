import { hash } from 'node:crypto'
import { formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { input } from '../../../platform/ui/govuk/input.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import type { Policy, Span } from '../../policy/policy.ts'
import { everyInWords } from '../../../organisations/policy-words.ts'
import type { Relationship } from '../../relationship.ts'
import { relationshipPath } from '../../relationships/paths.ts'
import { planSeriesPath, planSessionPath } from '../paths.ts'
import { sessionKinds, type TypedSeries, type TypedSession } from '../planning-form.ts'
import { kindNames } from '../session-words.ts'
import type { SessionKind } from '../session.ts'
import { formField, whenFields } from './session-fields.ts'

interface PlanSessionView {
  readonly relationship: Relationship
  readonly policy: Policy
  readonly planId: string
  readonly typed: TypedSession
  readonly errors: FieldErrors
  /** What they may not have meant: nothing is planned yet, and they are asked once. */
  readonly notices?: readonly string[]
}

const kindHints: Readonly<Record<SessionKind, string>> = {
  planned: 'It is still to come.',
  'ad-hoc': 'It came up between two planned ones. You can also put it in afterwards.',
  'critical-incident':
    'Afterwards you can choose that nothing is written down but that it was held. You can also put it in afterwards.',
}

export function planSessionScreen(visit: SignedInVisit, view: PlanSessionView): Page {
  const { relationship, policy, planId, typed, errors, notices = [] } = view
  const { relationshipId } = relationship
  const isAsked = notices.length > 0
  const shown = formPage({
    title: isAsked ? 'Not planned yet: is it meant like this?' : 'Plan a session',
    errors,
    back: { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`${isAsked && notificationBanner({ title: 'Not planned yet', role: 'alert', content: html`${noticeList('Is it meant like this?', notices)}<p class="govuk-body">Change it below, or press “Plan it anyway”.</p>` })}
      <h1 class="govuk-heading-l">Plan a session</h1>
      <p class="govuk-body">
        Everybody whose session it is gets an e-mail with it for their calendar. It says when, and not with whom or about what.
      </p>
      <p class="govuk-body"><a class="govuk-link" href="${planSeriesPath.url({ relationshipId })}">Plan several sessions at once</a></p>
      ${postForm(
        visit,
        planSessionPath.url({ relationshipId }),
        html`${hidden('planId', planId)} ${isAsked && hidden('noticed', markOfNotices(notices))}
          ${radios({
            name: 'kind',
            legend: { content: 'What kind of session is it?', classes: 'govuk-fieldset__legend--s' },
            error: errors.get('kind'),
            value: typed.kind,
            items: sessionKinds.map(value => ({ value, content: kindNames[value], hint: kindHints[value] })),
          })}
          ${formField(typed.form, policy, errors)} ${whenFields(typed, errors, 'On which day?')}
          ${button({ content: isAsked ? 'Plan it anyway' : 'Plan this session', preventDoubleClick: true })}`,
      )}`,
  })
  return isAsked ? { ...shown, status: 422 } : shown
}

/** What was shown, for the next press to say that it was seen: an hour or a day that is changed then is asked about anew. */
export function markOfNotices(notices: readonly string[]): string {
  return hash('sha256', notices.join('\n'))
}

function noticeList(heading: string, notices: readonly string[]): Html {
  return html`<p class="govuk-notification-banner__heading">${heading}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${notices.map(notice => html`<li>${notice}</li>`)}
    </ul>`
}

interface PlanSeriesView {
  readonly relationship: Relationship
  readonly policy: Policy
  readonly planId: string
  readonly typed: TypedSeries
  readonly errors: FieldErrors
  /** What the agreement says, where one thing can be read from it. */
  readonly agreed: Span | null
  /** What the policy says, in words, for whoever is supervised here. */
  readonly byPolicy: string
}

export function planSeriesScreen(visit: SignedInVisit, view: PlanSeriesView): Page {
  const { relationship, policy, planId, typed, errors, agreed, byPolicy } = view
  const { relationshipId } = relationship
  return formPage({
    title: 'Plan several sessions',
    errors,
    back: { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`<h1 class="govuk-heading-l">Plan several sessions</h1>
      <p class="govuk-body">We show you the dates before anything is planned.</p>
      ${agreed !== null && html`<p class="govuk-body">Your agreement says ${everyInWords(agreed)}.</p>`}
      ${postForm(
        visit,
        planSeriesPath.url({ relationshipId }),
        html`${hidden('planId', planId)} ${formField(typed.form, policy, errors)}
          ${whenFields(typed, errors, 'On which day is the first one?')}
          ${radios({
            name: 'unit',
            legend: { content: 'How often?', classes: 'govuk-fieldset__legend--s' },
            value: typed.unit,
            items: [
              { value: 'weeks', content: 'Every so many weeks' },
              { value: 'months', content: 'Every so many months' },
              { value: 'policy', content: 'As the supervision policy says', hint: byPolicy },
            ],
          })}
          ${input({
            name: 'every',
            label: { content: 'Every how many weeks or months?', classes: 'govuk-label--s' },
            hint: 'Leave it as it is where the policy decides.',
            error: errors.get('every'),
            value: typed.every,
            classes: 'govuk-input--width-2',
            inputmode: 'numeric',
            autocomplete: 'off',
          })}
          ${input({
            name: 'count',
            label: { content: 'How many sessions?', classes: 'govuk-label--s' },
            error: errors.get('count'),
            value: typed.count,
            classes: 'govuk-input--width-2',
            inputmode: 'numeric',
            autocomplete: 'off',
          })}
          ${button({ content: 'Show the dates', name: 'press', value: 'show' })}`,
      )}`,
  })
}

interface SeriesDatesView {
  readonly relationship: Relationship
  readonly planId: string
  readonly typed: TypedSeries
  /** Each day as its value and in words. */
  readonly days: readonly { readonly day: string; readonly words: string }[]
  readonly chosen: readonly string[]
  /** What they may not have meant. */
  readonly notices: readonly string[]
  readonly wanted: number
  readonly errors: FieldErrors
}

/** The dates of a series before they are made: any can be left out. */
export function seriesDatesScreen(visit: SignedInVisit, view: SeriesDatesView): Page {
  const { relationship, planId, typed, days, chosen, wanted, errors, notices } = view
  const { relationshipId } = relationship
  return formPage({
    title: 'Check the dates',
    errors,
    back: { href: planSeriesPath.url({ relationshipId }), text: 'Back' },
    main: html`<h1 class="govuk-heading-l">Check the dates</h1>
      <p class="govuk-body">
        Nothing is planned yet. A date on which the supervisee does not work is moved to their next working day. Take out
        what you do not want.
      </p>
      ${notices.length > 0 && notificationBanner({ title: 'Look at this first', content: noticeList('Are they meant like this?', notices) })}
      ${days.length < wanted && html`<p class="govuk-body">There are fewer than the ${wanted} you asked for, because supervision ends before the others, or because an absence has no end yet.</p>`}
      ${postForm(
        visit,
        planSeriesPath.url({ relationshipId }),
        html`${hidden('planId', planId)}${typedFields(typed)}
          ${checkboxes({
            name: 'on',
            legend: { content: 'Plan a session on', classes: 'govuk-fieldset__legend--s' },
            error: errors.get('on'),
            values: chosen,
            items: days.map(({ day, words }) => ({ value: day, content: words })),
          })}
          ${button({ content: 'Plan these sessions', name: 'press', value: 'plan', preventDoubleClick: true })}`,
      )}`,
  })
}

function typedFields({ form, date, time, minutes, count, unit, every }: TypedSeries): Html {
  const fields = {
    form,
    'date-day': date.day,
    'date-month': date.month,
    'date-year': date.year,
    time,
    minutes,
    count,
    unit,
    every,
  }
  return html`${Object.entries(fields).map(([name, value]) => hidden(name, value))}`
}
