import { dayIn, formatDay } from '../../platform/day.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { select } from '../../platform/ui/govuk/select.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { InviteProblem, InviteRefusal } from '../actions/invite.ts'
import { invitationDays, stateOfInvitation, type SentInvitation } from '../invitation.ts'
import {
  invitationStatesInWords,
  lineProblemInWords,
  rolesExplained,
  rolesInWords,
} from '../organisation-words.ts'
import { organisationRoles, type Organisation, type Team } from '../organisation.ts'
import { invitationsPath, newInvitationPath, organisationPath, takeBackInvitationPath } from '../paths.ts'
import { pagesOf } from '../../platform/ui/pages-of.ts'
import { columnPage, paragraph } from './column.ts'
import { doneInWords } from './done-words.ts'

export const newInvitationForm: FormShape = { once: ['newId', 'email', 'team', 'jobRole', 'role'] }
export const takeBackForm: FormShape = { once: ['invitation'] }

export const invitationsOnAPage = 50

interface InvitationsView {
  readonly organisation: Organisation
  /** Of this page. */
  readonly invitations: readonly SentInvitation[]
  /** On all pages. */
  readonly count: number
  /** From 1. */
  readonly page: number
  readonly timeZone: string
}

export function invitationsPage(
  visit: SignedInVisit,
  { organisation, invitations, count, page, timeZone }: InvitationsView,
): Page {
  const { organisationId, name } = organisation
  const isMore = page * invitationsOnAPage < count
  return columnPage({
    title: 'Invitations',
    back: { href: organisationPath.url({ organisationId }), text: name },
    done: doneInWords(visit),
    body: html`${paragraph(`An invitation works for ${invitationDays} days and once. Whether an address has an account, Confer does not say.`)}
    ${button({ content: 'Invite somebody', href: newInvitationPath.url({ organisationId }) })}
    ${
      count === 0
        ? paragraph('Nobody was invited in the last weeks.')
        : html`<h2 class="govuk-heading-m">Invited in the last weeks: ${count}</h2>
            ${invitations.map(invitation => invitationCard(visit, organisationId, invitation, timeZone))}
            ${pagesOf(page, isMore, number => invitationsPath.url({ organisationId }, number === '1' ? {} : { page: number }))}`
    }`,
  })
}

function invitationCard(
  visit: SignedInVisit,
  organisationId: string,
  invitation: SentInvitation,
  timeZone: string,
): Html {
  const { invitationId, email, jobRole, teamName, role, createdAt, expiresAt } = invitation
  const state = stateOfInvitation(invitation, visit.now)
  const until = state === 'waiting' ? `, until ${formatDay(dayIn(timeZone, expiresAt))}` : ''
  return html`${summaryList({
    card: { title: { content: email, headingLevel: 3 } },
    rows: [
      { key: 'Asked on', value: formatDay(dayIn(timeZone, createdAt)) },
      { key: 'State', value: `${invitationStatesInWords[state]}${until}` },
      { key: 'Job role', value: jobRole ?? 'None' },
      { key: 'Team', value: teamName ?? 'None' },
      role !== null && { key: 'Role', value: rolesInWords[role] },
    ],
  })}
  ${
    state === 'waiting' &&
    postForm(
      visit,
      takeBackInvitationPath.url({ organisationId }),
      html`${hidden('invitation', invitationId)}
      ${button({
        content: html`Take it back<span class="govuk-visually-hidden">, the invitation of ${email}</span>`,
        classes: 'govuk-button--secondary',
      })}`,
    )
  }`
}

export interface TypedInvitation {
  readonly email: string
  readonly teamId: string
  readonly jobRole: string
  readonly role: string
}

export const emptyInvitation: TypedInvitation = { email: '', teamId: '', jobRole: '', role: 'none' }

export function readTypedInvitation(form: FormBody): TypedInvitation {
  return {
    email: form.text('email'),
    teamId: form.text('team'),
    jobRole: form.text('jobRole'),
    role: form.text('role'),
  }
}

interface NewInvitationView {
  /** Pressed twice, the form asks once. */
  readonly newId: string
  readonly organisation: Organisation
  readonly teams: readonly Team[]
  readonly typed: TypedInvitation
  readonly refusal: Exclude<InviteRefusal, { kind: 'not-theirs-to-ask' }> | null
}

export function newInvitationPage(
  visit: SignedInVisit,
  { newId, organisation, teams, typed, refusal }: NewInvitationView,
): Page {
  const { organisationId } = organisation
  const errors = inviteErrors(refusal)
  return formPage({
    title: 'Invite somebody',
    errors,
    back: { href: invitationsPath.url({ organisationId }), text: 'Invitations' },
    main: html`<h1 class="govuk-heading-l">Invite somebody</h1>
      ${paragraph(`We send a link to their address. The mail names neither you nor ${organisation.name}: the page behind the link does.`)}
      ${postForm(
        visit,
        newInvitationPath.url({ organisationId }),
        html`${hidden('newId', newId)}
        ${input({
          name: 'email',
          label: 'Their e-mail address',
          type: 'email',
          // Somebody else's: what the browser knows is the address of whoever sits there.
          autocomplete: 'off',
          spellcheck: false,
          value: typed.email,
          error: errors.get('email'),
        })}
        ${input({
          name: 'jobRole',
          label: 'Their job role',
          hint: 'For example, newly qualified social worker',
          autocomplete: 'off',
          value: typed.jobRole,
          error: errors.get('jobRole'),
        })}
        ${select({
          name: 'team',
          label: 'Team',
          value: typed.teamId,
          items: [
            { value: '', content: 'None' },
            ...teams.map(team => ({ value: team.teamId, content: team.name })),
          ],
          error: errors.get('team'),
        })}
        ${radios({
          name: 'role',
          legend: { content: 'Role in the organisation', classes: 'govuk-fieldset__legend--s' },
          value: typed.role === '' ? 'none' : typed.role,
          items: [
            { value: 'none', content: 'None', hint: 'Most members have none' },
            ...organisationRoles.map(role => ({
              value: role,
              content: rolesInWords[role],
              hint: rolesExplained[role],
            })),
          ],
        })}
        ${button({ content: 'Send the invitation', preventDoubleClick: true })}`,
      )}`,
  })
}

/** For whoever else invites: the words of what is wrong with an address. */
function inviteErrors(refusal: NewInvitationView['refusal']): FieldErrors {
  switch (refusal?.kind) {
    case undefined:
      return noErrors
    case 'too-many':
      return new Map([['email', 'You have invited very many people today. Go on tomorrow']])
    case 'wrong-answers':
      return new Map(refusal.problems.map(inviteProblemInWords))
  }
}

function inviteProblemInWords(problem: InviteProblem): [field: string, message: string] {
  switch (problem.field) {
    case 'email':
      return [
        'email',
        problem.problem === 'missing'
          ? 'Enter their e-mail address'
          : 'Enter an e-mail address in the correct format, like name@example.com',
      ]
    case 'jobRole':
      return ['jobRole', lineProblemInWords(problem.problem, 'Job role', 'Enter their job role')]
    case 'team':
      return ['team', 'Select a team from the list']
  }
}
