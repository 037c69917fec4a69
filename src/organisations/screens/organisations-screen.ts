import { button } from '../../platform/ui/govuk/button.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { formatDay } from '../../platform/day.ts'
import { assurancePath } from '../../supervision/assurance/paths.ts'
import { openablePath } from '../../supervision/openings/paths.ts'
import { supervisionPath } from '../../supervision/paths.ts'
import { holdsPath } from '../../supervision/retention/paths.ts'
import type { FoundingRefusal, TypedFounding } from '../actions/found-organisation.ts'
import { lineProblemInWords, rolesInWords } from '../organisation-words.ts'
import { mayInOrganisation, type OrganisationRole } from '../organisation.ts'
import type { OpenedOrganisation } from '../open-organisation.ts'
import type { MyOrganisation } from '../organisations-store.ts'
import {
  invitationsPath,
  leavePath,
  membersPath,
  newOrganisationPath,
  organisationNamePath,
  organisationPath,
  organisationsPath,
  policyPath,
  profilePath,
  teamsPath,
} from '../paths.ts'
import { columnPage, link, paragraph } from './column.ts'
import { doneInWords } from './done-words.ts'

export const foundingForm: FormShape = { once: ['newId', 'name', 'jobRole'] }
export const emptyFounding: TypedFounding = { name: '', jobRole: '' }

export const backToSupervision = { href: supervisionPath.url({}), text: 'Supervision' }
export const backToOrganisations = { href: organisationsPath.url({}), text: 'Your organisations' }

export function organisationsPage(visit: SignedInVisit, mine: readonly MyOrganisation[]): Page {
  return columnPage({
    title: 'Your organisations',
    back: backToSupervision,
    done: doneInWords(visit),
    body: html`${
      mine.length === 0
        ? paragraph(
            'You work for no organisation that uses Confer for supervision. To join one, you need an invitation from it.',
          )
        : html`<ul class="govuk-list govuk-list--bullet">
            ${mine.map(({ organisation, membership }) => html`<li>${link(organisationPath.url({ organisationId: organisation.organisationId }), organisation.name)}: ${membership.jobRole}</li>`)}
          </ul>`
    }
    <h2 class="govuk-heading-m">Set up an organisation</h2>
    ${paragraph('For an employer, or whoever else arranges supervision for several people. Two people who supervise by themselves need none.')}
    ${button({ content: 'Set up an organisation', href: newOrganisationPath.url({}), classes: 'govuk-button--secondary' })}`,
  })
}

/** For whoever has not said yet how they are known: with where to go on to then. */
export function profileFirstPage(visit: { readonly back: Page['back'] }, title: string, next: string): Page {
  return columnPage({
    title,
    back: visit.back,
    body: html`${paragraph('First say how you are known to those you are supervised with, and on which days you work.')}
    ${button({ content: 'Say how you are known', href: profilePath.url({}, { next }) })}`,
  })
}

export function foundOrganisationPage(
  visit: SignedInVisit,
  newId: string,
  typed: TypedFounding,
  refusal: Extract<FoundingRefusal, { kind: 'wrong-answers' }> | null = null,
): Page {
  const errors = foundingErrors(refusal)
  return formPage({
    title: 'Set up an organisation',
    errors,
    back: backToOrganisations,
    main: html`<h1 class="govuk-heading-l">Set up an organisation</h1>
      ${paragraph('You become its first administrator. You can then add teams and invite people. Its supervision policy begins as the pattern of the Standards for Employers of Social Workers in England, and you can change it.')}
      ${postForm(
        visit,
        newOrganisationPath.url({}),
        html`${hidden('newId', newId)}
        ${input({
          name: 'name',
          label: 'Name of the organisation',
          hint: 'Its members see it, and whoever you invite',
          autocomplete: 'organization',
          value: typed.name,
          error: errors.get('name'),
        })}
        ${input({
          name: 'jobRole',
          label: 'Your job role there',
          hint: 'For example, principal social worker',
          autocomplete: 'organization-title',
          value: typed.jobRole,
          error: errors.get('jobRole'),
        })}
        ${button({ content: 'Set it up', preventDoubleClick: true })}`,
      )}`,
  })
}

function foundingErrors(refusal: Extract<FoundingRefusal, { kind: 'wrong-answers' }> | null): FieldErrors {
  if (refusal === null) return noErrors
  const errors = new Map<string, string>()
  const { name, jobRole } = refusal
  if (name)
    errors.set(
      'name',
      lineProblemInWords(name, 'Name of the organisation', 'Enter the name of the organisation'),
    )
  if (jobRole) errors.set('jobRole', lineProblemInWords(jobRole, 'Job role', 'Enter your job role there'))
  return errors
}

interface OrganisationView {
  readonly opened: OpenedOrganisation
  readonly teamName: string | null
  readonly roleHolders: readonly { readonly role: OrganisationRole; readonly knownAs: string }[]
}

/** What every member sees of their organisation, and where its administrators go on from. */
export function organisationPage(
  visit: SignedInVisit,
  { opened, teamName, roleHolders }: OrganisationView,
): Page {
  const { organisation, membership, roles } = opened
  const { organisationId } = organisation
  const holding = (role: OrganisationRole) =>
    roleHolders.filter(holder => holder.role === role).map(({ knownAs }) => knownAs)
  return columnPage({
    title: organisation.name,
    back: backToOrganisations,
    done: doneInWords(visit),
    body: html`<h2 class="govuk-heading-m">You here</h2>
      ${summaryList({
        rows: [
          { key: 'Job role', value: membership.jobRole },
          { key: 'Team', value: teamName ?? 'None' },
          { key: 'Since', value: formatDay(membership.during.from) },
          roles.length > 0 && { key: 'Roles', value: lines(roles.map(role => rolesInWords[role])) },
        ],
      })}
      <h2 class="govuk-heading-m">Supervision here</h2>
      ${paragraph(link(policyPath.url({ organisationId }), 'The supervision policy: how often, how long, who may supervise, how long records are kept'))}
      ${summaryList({
        rows: (['administrator', 'principal-social-worker', 'auditor'] as const).map(role => ({
          key: `${rolesInWords[role]}s`,
          value: holding(role).length === 0 ? 'Nobody' : lines(holding(role)),
        })),
      })}
      ${paragraph('An administrator and a principal social worker open no supervision record. An auditor can, for a reason and a time that both people are shown.')}
      ${mayInOrganisation(roles, 'see-figures') && paragraph(html`${link(assurancePath.url({ organisationId }), 'How supervision goes')}: figures for each team, and not a word of what is said`)}
      ${roles.includes('auditor') && paragraph(link(openablePath.url({}), 'Supervision that you may open'))}
      ${mayInOrganisation(roles, 'administer') && administration(organisationId)}
      <h2 class="govuk-heading-m">Leaving</h2>
      ${paragraph(link(leavePath.url({ organisationId }), 'Leave this organisation'))}`,
  })
}

function administration(organisationId: string): Html {
  return html`<h2 class="govuk-heading-m">Looking after the organisation</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>${link(membersPath.url({ organisationId }), 'Members')}: teams, job roles, roles, leaving</li>
      <li>${link(invitationsPath.url({ organisationId }), 'Invitations')}: ask somebody to join</li>
      <li>${link(teamsPath.url({ organisationId }), 'Teams')}</li>
      <li>${link(holdsPath.url({ organisationId }), 'Records that are not to be deleted')}</li>
      <li>${link(organisationNamePath.url({ organisationId }), 'Change the name')}</li>
    </ul>`
}

function lines(items: readonly string[]): Html {
  return html`<ul class="govuk-list">
    ${items.map(item => html`<li>${item}</li>`)}
  </ul>`
}
