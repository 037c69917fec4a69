import { formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { inOrderOfNames, knownAs } from '../../known-as.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { correctSessionPath } from '../paths.ts'
import { reasonField } from './session-fields.ts'

export const corrections = ['attendance', 'not-held'] as const

export interface TypedCorrection {
  /** One of `corrections`, or ''. */
  readonly correction: string
  readonly attended: readonly string[]
  readonly reason: string
}

interface CorrectSessionView {
  readonly opened: OpenedSession
  /** Those who can have been there as supervisees. */
  readonly supervisees: readonly string[]
  readonly typed: TypedCorrection
  readonly errors: FieldErrors
  /** Said where the session was changed since the page was shown; what was typed is kept. */
  readonly wasChanged: boolean
}

const title = 'Correct what is said of this session'

/** Of a session that was held: who was there, or that it was held at all. */
export function correctSessionScreen(visit: SessionVisit, view: CorrectSessionView): Page {
  const { opened, supervisees, typed, errors, wasChanged } = view
  const { session, day, names } = opened
  const shown = formPage({
    title,
    errors,
    back: backToSession(visit.params),
    main: html`${sessionCaption(day)}
    <h1 class="govuk-heading-l">${title}</h1>
    ${wasChanged && insetText({ content: 'This session was changed since you opened the page, so nothing was done. Look at it, and at what you typed below, then press again if it still holds.' })}
    <p class="govuk-body">
      What was said before stays on the page of the session, with who corrected it, when and why. Once you and all who
      were there have signed the record, nothing can be corrected any more.
    </p>
    ${postForm(
      visit,
      correctSessionPath.url(visit.params),
      html`${hidden('version', session.version)}
      ${radios({
        name: 'correction',
        legend: { content: 'What is wrong?', classes: 'govuk-fieldset__legend--s' },
        error: errors.get('correction'),
        value: typed.correction,
        items: [
          // Of two people the one who is supervised was there, or there was no session.
          supervisees.length > 1 && { value: 'attendance', content: 'Who was there' },
          {
            value: 'not-held',
            content: 'It was not held',
            hint: 'It is then planned for its day and time as before. You can move it or cancel it.',
          },
        ],
      })}
      ${supervisees.length > 1 && attendedField(supervisees, names, typed, errors)}
      ${reasonField(typed.reason, errors)} ${button({ content: 'Correct it', preventDoubleClick: true })}`,
    )}`,
  })
  return wasChanged ? { ...shown, status: 409 } : shown
}

function attendedField(
  supervisees: readonly string[],
  names: OpenedSession['names'],
  { attended }: TypedCorrection,
  errors: FieldErrors,
): Html {
  return checkboxes({
    name: 'attended',
    legend: { content: 'Who was supervised in it?', classes: 'govuk-fieldset__legend--s' },
    hint: 'Only where who was there is wrong.',
    error: errors.get('attended'),
    values: attended,
    items: inOrderOfNames(names, supervisees).map(value => ({ value, content: knownAs(names, value) })),
  })
}
