import { formatMoment } from '../../../platform/day.ts'
import { formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { inOrderOfNames, knownAs } from '../../known-as.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Session } from '../session.ts'
import { cancelSessionPath, heldSessionPath, moveSessionPath, sessionPath } from '../paths.ts'
import type { TypedSession } from '../planning-form.ts'
import { minutesField, reasonField, whenFields } from './session-fields.ts'

interface ChangeSessionView {
  readonly session: Session
  readonly policy: Policy
  readonly timeZone: string
  readonly errors: FieldErrors
  /** Said where the session was changed since the page was shown; what was typed is kept. */
  readonly wasChanged: boolean
}

function idsOf({ relationshipId, sessionId }: Session) {
  return { relationshipId, sessionId }
}

function around(
  { session, timeZone, errors, wasChanged }: ChangeSessionView,
  title: string,
  content: Html,
): Page {
  const shown = formPage({
    title,
    errors,
    back: { href: sessionPath.url(idsOf(session)), text: 'Back to the session' },
    main: html`<span class="govuk-caption-l">Session on ${formatMoment(timeZone, session.startsAt)}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${wasChanged && insetText({ content: 'This session was changed since you opened the page, so nothing was done. Above is when it is now, and below what you typed. Look at both, then press again if it still holds.' })}
      ${content}`,
  })
  return wasChanged ? { ...shown, status: 409 } : shown
}

export interface TypedMove extends Pick<TypedSession, 'date' | 'time' | 'minutes'> {
  readonly reason: string
}

export function moveSessionScreen(
  visit: SignedInVisit,
  view: ChangeSessionView & { readonly typed: TypedMove },
): Page {
  const { session, typed, errors } = view
  return around(
    view,
    'Move this session',
    postForm(
      visit,
      moveSessionPath.url(idsOf(session)),
      html`${hidden('version', session.version)} ${whenFields(typed, errors, 'To which day?')}
      ${reasonField(typed.reason, errors)} ${button({ content: 'Move it', preventDoubleClick: true })}`,
    ),
  )
}

export function cancelSessionScreen(
  visit: SignedInVisit,
  view: ChangeSessionView & { readonly reason: string },
): Page {
  const { session, errors, reason, policy } = view
  return around(
    view,
    'Cancel this session',
    postForm(
      visit,
      cancelSessionPath.url(idsOf(session)),
      html`${hidden('version', session.version)}
      <p class="govuk-body">
        It stays on record as cancelled, with why and by whom. The policy asks for another one within
        ${policy.workingDaysToRebook} working days.
      </p>
      ${reasonField(reason, errors)}
      <div class="govuk-button-group">
        ${button({ content: 'Cancel this session', classes: 'govuk-button--warning', preventDoubleClick: true })}
        <a class="govuk-link" href="${sessionPath.url(idsOf(session))}">Keep it</a>
      </div>`,
    ),
  )
}

export interface TypedHeld {
  readonly minutes: string
  /** `yes`, `no` or ''. */
  readonly interrupted: string
  readonly attended: readonly string[]
  readonly isContentRecorded: boolean
}

export function sayHeldScreen(
  visit: SignedInVisit,
  view: ChangeSessionView & {
    readonly typed: TypedHeld
    /** Those who can have been there as supervisees. */
    readonly supervisees: readonly string[]
    readonly names: Readonly<Record<string, string>>
  },
): Page {
  const { session, typed, errors, supervisees, names } = view
  return around(
    view,
    'Say that it was held',
    postForm(
      visit,
      heldSessionPath.url(idsOf(session)),
      html`${hidden('version', session.version)}
      ${minutesField(typed.minutes, errors, 'How many minutes did it last?')}
      ${radios({
        name: 'interrupted',
        legend: {
          content: 'Was it interrupted, by what your agreement counts as an interruption?',
          classes: 'govuk-fieldset__legend--s',
        },
        error: errors.get('interrupted'),
        value: typed.interrupted,
        items: [
          { value: 'no', content: 'No' },
          { value: 'yes', content: 'Yes' },
        ],
      })}
      ${attendedField(supervisees, names, typed, errors)} ${contentField(session, typed, errors)}
      ${button({ content: 'Say that it was held', preventDoubleClick: true })}`,
    ),
  )
}

function attendedField(
  supervisees: readonly string[],
  names: Readonly<Record<string, string>>,
  { attended }: TypedHeld,
  errors: FieldErrors,
): Html {
  const [only] = supervisees
  if (supervisees.length === 1 && only !== undefined) return hidden('attended', only)
  return checkboxes({
    name: 'attended',
    legend: { content: 'Who was supervised in it?', classes: 'govuk-fieldset__legend--s' },
    error: errors.get('attended'),
    values: attended,
    items: inOrderOfNames(names, supervisees).map(value => ({ value, content: knownAs(names, value) })),
  })
}

function contentField(session: Session, { isContentRecorded }: TypedHeld, errors: FieldErrors): Html {
  if (session.kind !== 'critical-incident') return nothing
  if (!session.isContentRecorded)
    return insetText({ content: 'It was chosen before that this session is left unrecorded. It stays so.' })
  return checkboxes({
    name: 'unrecorded',
    legend: { content: 'What was said', classes: 'govuk-fieldset__legend--s' },
    error: errors.get('unrecorded'),
    values: isContentRecorded ? [] : ['yes'],
    items: [
      {
        value: 'yes',
        content: 'Leave it unrecorded',
        hint: 'Nothing is written down but that the session was held. This cannot be changed afterwards.',
      },
    ],
  })
}
