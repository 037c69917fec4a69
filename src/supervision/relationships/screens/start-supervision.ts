import { profilePath } from '../../../organisations/paths.ts'
import { formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { input } from '../../../platform/ui/govuk/input.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { supervisionPath } from '../../paths.ts'
import { startSupervisionPath } from '../paths.ts'
import type { StartChoices, StartProblem, TypedStart } from '../starting.ts'

const back = { href: supervisionPath.url({}), text: 'Back to your supervision' }

interface StartSupervisionView {
  /** Pressed twice, the form asks once. */
  readonly newId: string
  readonly choices: StartChoices
  readonly typed: TypedStart
  readonly errors: FieldErrors
}

/** Asks somebody by e-mail. Supervision begins when they accept. */
export function startSupervisionScreen(visit: SignedInVisit, view: StartSupervisionView): Page {
  const { newId, choices, typed, errors } = view
  const { organisations, groups } = choices
  return formPage({
    title: 'Start supervision',
    errors,
    back,
    main: html`<h1 class="govuk-heading-l">Start supervision</h1>
      <p class="govuk-body">
        We send them an invitation. Supervision begins when they accept it, and they see then how you are known.
      </p>
      ${postForm(
        visit,
        startSupervisionPath.url({}),
        html`${hidden('newId', newId)}
        ${input({
          name: 'email',
          label: { content: 'What is their e-mail address?', classes: 'govuk-label--s' },
          hint: 'We do not tell you whether they have an account.',
          error: errors.get('email'),
          value: typed.email,
          type: 'email',
          autocomplete: 'off',
          spellcheck: false,
        })}
        ${radios({
          name: 'part',
          legend: { content: 'What are they to be?', classes: 'govuk-fieldset__legend--s' },
          error: errors.get('part'),
          value: typed.part,
          items: [
            { value: 'supervisor', content: 'My supervisor' },
            { value: 'supervisee', content: 'Somebody I supervise' },
          ],
        })}
        ${radios({
          name: 'kind',
          legend: { content: 'What kind of supervision is it?', classes: 'govuk-fieldset__legend--s' },
          error: errors.get('kind'),
          value: typed.kind,
          items: [
            {
              value: 'line-management',
              content: 'Line management',
              hint: 'By the manager, in an organisation.',
            },
            {
              value: 'professional',
              content: 'Professional',
              hint: 'By a registered social worker, a mentor or a peer.',
            },
            { value: 'group', content: 'A new group', hint: 'More can be asked to join it later.' },
            ...groups.map(({ relationshipId, name }) => ({ value: relationshipId, content: name })),
          ],
        })}
        ${radios({
          name: 'organisation',
          legend: { content: 'In which organisation?', classes: 'govuk-fieldset__legend--s' },
          error: errors.get('organisation'),
          value: typed.organisation,
          items: [
            ...organisations.map(({ organisationId, name }) => ({ value: organisationId, content: name })),
            {
              value: 'none',
              content: 'Without an organisation',
              hint: 'Policy and agreement are then yours to choose.',
            },
          ],
        })}
        ${button({ content: 'Send the invitation', preventDoubleClick: true })}`,
      )}`,
  })
}

/** Nobody is asked by somebody they cannot know. */
export function profileFirstScreen(): Page {
  return page({
    title: 'Start supervision',
    back,
    main: html`<h1 class="govuk-heading-l">Start supervision</h1>
      <p class="govuk-body">
        First say how you are known in supervision: the invitation tells whoever you ask who asks them.
      </p>
      ${button({ content: 'Say how I am known', href: profilePath.url({}) })}`,
  })
}

export function startProblemInWords(problem: StartProblem): string {
  switch (problem.code) {
    case 'missing':
      return `Choose ${problem.field === 'part' ? 'what they are to be' : problem.field === 'kind' ? 'what kind of supervision it is' : 'an organisation, or none'}`
    case 'group-is-yours':
      return 'You supervise that group: they can only be somebody you supervise'
    case 'needs-organisation':
      return 'Line management is in an organisation: choose one, or choose professional supervision'
  }
}
