import { formatMoment } from '../../../platform/day.ts'
import { noErrors, formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { postForm } from '../../../platform/ui/form.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { warningText } from '../../../platform/ui/govuk/warning-text.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import type { FormShape } from '../../../platform/web/form-body.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { knownAs } from '../../known-as.ts'
import type { Relationship } from '../../relationship.ts'
import { hoursOffered, usualHours, type DoorProblem, type OpenedAs, type TypedDoor } from '../door.ts'
import { doorProblemWords, hoursInWords, openedAsWords } from '../opening-words.ts'
import { openablePath, openingsPath, openPath } from '../paths.ts'

export const openDoorForm: FormShape = { once: ['reason', 'hours'] }

export const emptyDoor: TypedDoor = { reason: '', hours: String(usualHours) }

export interface OpenDoorView {
  readonly relationship: Relationship
  readonly names: Readonly<Record<string, string>>
  readonly openedAs: OpenedAs
  readonly typed: TypedDoor
  readonly problems: readonly DoorProblem[]
  /** When a door closes that they have open already. */
  readonly openUntil: Date | null
  readonly timeZone: string
}

const fieldOf: Readonly<Record<DoorProblem, string>> = {
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'hours-missing': 'hours',
}

export function openDoorScreen(visit: SignedInVisit, view: OpenDoorView): Page {
  const { relationship, names, typed, problems } = view
  const { relationshipId, supervisorId, supervisees } = relationship
  const errors: FieldErrors =
    problems.length === 0
      ? noErrors
      : new Map(problems.map(problem => [fieldOf[problem], doorProblemWords[problem]]))
  const superviseeNames = [...new Set(supervisees.map(({ personId }) => knownAs(names, personId)))]
  return formPage({
    title: 'Open their supervision',
    errors,
    back: { href: openablePath.url({}), text: 'Back to what you may open' },
    main: html`<h1 class="govuk-heading-l">Open their supervision</h1>
      <p class="govuk-body">${knownAs(names, supervisorId)} supervises ${inAList(superviseeNames)}. You may open it as
        ${openedAsWords[view.openedAs]}.</p>
      ${view.openUntil === null ? nothing : openAlready(relationshipId, view.openUntil, view.timeZone)}
      <p class="govuk-body">You will be able to read their agreement, sessions, records and actions until it closes, and to
        change nothing. Nobody can read a supervisee’s own notes, or a piece of CPD that they shared for a session.</p>
      ${warningText({ content: 'Everybody whose supervision it is will be told by e-mail, and will see your name, your reason and everything that you read.' })}
      ${postForm(
        visit,
        openPath.url({ relationshipId }),
        html`${textarea({
          name: 'reason',
          label: { content: 'Why do you need to open it?', classes: 'govuk-label--m' },
          hint: 'They will read this. Say what you are looking for',
          value: typed.reason,
          error: errors.get('reason'),
        })}
        ${radios({
          name: 'hours',
          legend: { content: 'For how long?', classes: 'govuk-fieldset__legend--m' },
          hint: 'You can close it yourself as soon as you have read enough',
          items: hoursOffered.map(hours => ({ value: String(hours), content: hoursInWords(hours) })),
          value: typed.hours,
          error: errors.get('hours'),
        })}
        ${button({ content: 'Open it and tell them', preventDoubleClick: true })}`,
      )}`,
  })
}

function openAlready(relationshipId: string, until: Date, timeZone: string): Html {
  return html`<p class="govuk-body"><strong>You have it open already, until ${formatMoment(timeZone, until)}.</strong>
    <a class="govuk-link" href="${openingsPath.url({ relationshipId })}">Close it first</a> to open it for another reason.</p>`
}
