import { formPage } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { input } from '../../../platform/ui/govuk/input.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { keptLongerPath } from '../../retention/paths.ts'
import { daysBeforeShorter } from '../../retention/retention.ts'
import { ownPolicyLimits, type OwnPolicyField, type TypedOwnPolicy } from '../own-policy.ts'
import { ownPolicyPath, relationshipPath } from '../paths.ts'

interface OwnPolicyView {
  readonly relationship: Relationship
  readonly policy: Policy
  /** A mark of the policy as this page shows it. */
  readonly mark: string
  readonly typed: TypedOwnPolicy
  readonly wrong: readonly OwnPolicyField[]
  readonly wasChanged: boolean
}

const questions: Readonly<Record<Exclude<OwnPolicyField, 'unit' | 'retentionReason'>, string>> = {
  every: 'Every how many weeks or months do you meet at the latest?',
  shortestMinutes: 'How many minutes is a session at least?',
  workingDaysToRebook: 'Within how many working days is a cancelled session held again?',
  daysToSign: 'Within how many days do both sign a record?',
  agreementReviewMonths: 'After how many months do you review the agreement?',
  retentionYears: 'For how many years after it ends are your records kept?',
}

export function ownPolicyScreen(visit: SignedInVisit, view: OwnPolicyView): Page {
  const { relationship, policy, mark, typed, wrong, wasChanged } = view
  const { relationshipId } = relationship
  const errors = new Map(wrong.map(field => [field, problemInWords(field)]))
  const number = (name: keyof typeof questions) =>
    input({
      name,
      label: { content: questions[name], classes: 'govuk-label--s' },
      error: errors.get(name),
      value: typed[name],
      classes: 'govuk-input--width-4',
      inputmode: 'numeric',
      autocomplete: 'off',
    })
  const shown = formPage({
    title: 'Your policy',
    errors,
    back: { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`<h1 class="govuk-heading-l">Your policy</h1>
      ${wasChanged && insetText({ content: 'Your policy was changed by somebody else since you opened this page, so nothing was done. Below is what you typed: press again if it still holds.' })}
      <p class="govuk-body">
        You supervise without an organisation, so how you do it is yours to choose. It holds for both of you as soon as one
        of you saves it, and from that day on: talk about it first. What was due before is counted as it was, and both of
        you see on the page of this supervision who chose it and when.
      </p>
      ${postForm(
        visit,
        ownPolicyPath.url({ relationshipId }),
        html`${hidden('mark', mark)} ${number('every')}
          ${radios({
            name: 'unit',
            legend: { content: 'Weeks or months?', classes: 'govuk-fieldset__legend--s' },
            error: errors.get('unit'),
            value: typed.unit,
            items: [
              { value: 'weeks', content: 'Weeks' },
              { value: 'months', content: 'Months' },
            ],
          })}
          ${number('shortestMinutes')} ${number('workingDaysToRebook')} ${number('daysToSign')}
          ${number('agreementReviewMonths')} ${number('retentionYears')}
          <p class="govuk-body">
            A shorter time deletes nothing before ${daysBeforeShorter} days have passed. If something has to be kept longer,
            such as for a court,
            <a class="govuk-link" href="${keptLongerPath.url({ relationshipId })}">hold these records</a>.
          </p>
          ${textarea({
            name: 'retentionReason',
            label: { content: 'Why so long?', classes: 'govuk-label--s' },
            hint: 'It is shown on every record.',
            error: errors.get('retentionReason'),
            value: typed.retentionReason,
            rows: 3,
          })}
          ${button({ content: 'Save our policy', preventDoubleClick: true })}`,
      )}
      ${courtNotice(policy, relationship)}`,
  })
  return wasChanged ? { ...shown, status: 409 } : shown
}

function problemInWords(field: OwnPolicyField): string {
  switch (field) {
    case 'unit':
      return 'Choose weeks or months'
    case 'retentionReason':
      return 'Say why, in 500 characters at most'
    case 'every':
    case 'shortestMinutes':
    case 'workingDaysToRebook':
    case 'daysToSign':
    case 'agreementReviewMonths':
    case 'retentionYears': {
      const [least, most] = ownPolicyLimits[field]
      return `Enter a number from ${least} to ${most}`
    }
  }
}
