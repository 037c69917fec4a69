import { formatDay, type Day } from '../../platform/day.ts'
import { defaultButton, hidden, postForm } from '../../platform/ui/form.ts'
import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../platform/ui/govuk/checkboxes.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { pagination } from '../../platform/ui/govuk/pagination.ts'
import { select } from '../../platform/ui/govuk/select.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import type { FormBody, FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { ChangeMemberRefusal, MemberProblem, TypedMember } from '../actions/change-member.ts'
import { lineProblemInWords, rolesExplained, rolesInWords } from '../organisation-words.ts'
import {
  markOfMember,
  organisationRoles,
  type Member,
  type Organisation,
  type Team,
} from '../organisation.ts'
import {
  endMembershipPath,
  invitationsPath,
  leavePath,
  memberPath,
  membersPath,
  organisationPath,
} from '../paths.ts'
import { takeOutPath } from '../../supervision/case-decisions/paths.ts'
import { recordPath } from '../../supervision/record/paths.ts'
import { sessionPath } from '../../supervision/sessions/paths.ts'
import type { Unfinished } from '../../supervision/unfinished-store.ts'
import { changedMeanwhile, columnPage, link, paragraph } from './column.ts'
import { doneInWords } from './done-words.ts'

export const membersOnAPage = 50

export interface MembersView {
  readonly organisation: Organisation
  readonly teams: readonly Team[]
  readonly members: readonly Member[]
  readonly count: number
  /** What of them is shown, as the address has it. */
  readonly shown: MembersShown
}

export interface MembersShown {
  /** '' for everybody, `none` for whoever is in no team. */
  readonly team: string
  readonly former: boolean
  /** From 1. */
  readonly page: number
}

export function readMembersShown(query: URLSearchParams): MembersShown {
  const page = Number(/^[1-9]\d{0,5}$/.exec(query.get('page') ?? '')?.[0] ?? 1)
  return { team: query.get('team') ?? '', former: query.get('former') === 'yes', page }
}

export function membersPage(
  visit: SignedInVisit,
  { organisation, teams, members, count, shown }: MembersView,
): Page {
  const { organisationId, name } = organisation
  const at = (page: number) =>
    membersPath.url(
      { organisationId },
      {
        team: shown.team === '' ? undefined : shown.team,
        former: shown.former ? 'yes' : undefined,
        page: page === 1 ? undefined : String(page),
      },
    )
  const isMore = shown.page * membersOnAPage < count
  return columnPage({
    title: 'Members',
    back: { href: organisationPath.url({ organisationId }), text: name },
    done: doneInWords(visit),
    body: html`${paragraph('How each is known in supervision. What they record is theirs: nothing of it can be opened from here.')}
      ${paragraph(link(invitationsPath.url({ organisationId }), 'Invite somebody'))}
      <form action="${membersPath.url({ organisationId })}" method="get">
        ${select({
          name: 'team',
          label: 'Team',
          value: shown.team,
          items: [
            { value: '', content: 'Every team' },
            { value: 'none', content: 'In no team' },
            ...teams.map(team => ({ value: team.teamId, content: team.name })),
          ],
        })}
        ${checkboxes({
          name: 'former',
          classes: 'govuk-checkboxes--small',
          values: shown.former ? ['yes'] : [],
          items: [{ value: 'yes', content: 'Also whoever has left' }],
        })}
        ${button({ content: 'Show', classes: 'govuk-button--secondary' })}
      </form>
      <h2 class="govuk-heading-m">${counted(count, 'member', 'members')}</h2>
      ${members.map(member => memberCard(member))}
      ${
        (shown.page > 1 || isMore) &&
        pagination({
          previous: shown.page > 1 ? { href: at(shown.page - 1) } : undefined,
          next: isMore ? { href: at(shown.page + 1) } : undefined,
        })
      }`,
  })
}

function memberCard({ organisationId, personId, knownAs, jobRole, teamName, roles, during }: Member): Html {
  const { from, to } = during
  return summaryList({
    card: {
      title: { content: knownAs, headingLevel: 3 },
      ...(to === null && {
        actions: {
          items: [
            {
              href: memberPath.url({ organisationId, personId }),
              content: 'Change',
              visuallyHiddenText: `${jobRole}, since ${formatDay(from)}`,
            },
          ],
        },
      }),
    },
    rows: [
      { key: 'Job role', value: jobRole },
      { key: 'Team', value: teamName ?? 'None' },
      { key: 'Here', value: `From ${formatDay(from)}${to === null ? '' : ` to ${formatDay(to)}`}` },
      roles.length > 0 && { key: 'Roles', value: roles.map(role => rolesInWords[role]).join(', ') },
    ],
  })
}

export const memberForm: FormShape = { once: ['team', 'jobRole', 'version'], many: ['roles'] }

export function readTypedMember(form: FormBody): TypedMember {
  return { teamId: form.text('team'), jobRole: form.text('jobRole'), roles: form.all('roles') }
}

export function typedMemberOf({ teamId, jobRole, roles }: Member): TypedMember {
  return { teamId: teamId ?? '', jobRole, roles }
}

interface MemberView {
  readonly member: Member
  readonly teams: readonly Team[]
  readonly typed: TypedMember
  readonly refusal: Exclude<ChangeMemberRefusal, { kind: 'not-found' }> | null
}

export function memberPage(visit: SignedInVisit, { member, teams, typed, refusal }: MemberView): Page {
  const { organisationId, personId, knownAs, isRegistered, during } = member
  const errors = memberErrors(refusal?.kind === 'wrong-answers' ? refusal.problems : [])
  const isStale = refusal?.kind === 'changed-meanwhile'
  const shown = formPage({
    title: knownAs,
    errors,
    back: { href: membersPath.url({ organisationId }), text: 'Members' },
    main: html`<h1 class="govuk-heading-l">${knownAs}</h1>
      ${isStale && changedMeanwhile('Somebody changed this member meanwhile.')}
      ${summaryList({
        rows: [
          { key: 'Here since', value: formatDay(during.from) },
          {
            key: 'Registered social worker',
            value: isRegistered ? 'They say that they are' : 'They say that they are not',
          },
          { key: 'Team now', value: member.teamName ?? 'None' },
        ],
      })}
      ${postForm(
        visit,
        memberPath.url({ organisationId, personId }),
        html`${hidden('version', markOfMember(member))} ${defaultButton()}
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
        ${input({ name: 'jobRole', label: 'Job role', autocomplete: 'off', value: typed.jobRole, error: errors.get('jobRole') })}
        ${rolesField(typed.roles, errors.get('roles'))}
        ${button({ content: 'Save', preventDoubleClick: true })}`,
      )}
      ${paragraph(link(endMembershipPath.url({ organisationId, personId }), 'End their time in this organisation'))}`,
  })
  return isStale ? { ...shown, status: 409 } : shown
}

function rolesField(values: readonly string[], error: string | undefined): Html {
  return checkboxes({
    name: 'roles',
    legend: { content: 'Roles', classes: 'govuk-fieldset__legend--s' },
    hint: 'Most members have none',
    values,
    items: organisationRoles.map(role => ({
      value: role,
      content: rolesInWords[role],
      hint: rolesExplained[role],
    })),
    error,
  })
}

function memberErrors(problems: readonly MemberProblem[]): FieldErrors {
  if (problems.length === 0) return noErrors
  return new Map(
    problems.map(problem => {
      switch (problem.field) {
        case 'team':
          return ['team', 'Select a team from the list']
        case 'jobRole':
          return ['jobRole', lineProblemInWords(problem.problem, 'Job role', 'Enter their job role')]
        case 'roles':
          return ['roles', rolesProblemsInWords[problem.problem]]
      }
    }),
  )
}

const lastAdministrator =
  'An organisation must have an administrator, and there is no other. Make somebody else one first'

const rolesProblemsInWords: Record<Extract<MemberProblem, { field: 'roles' }>['problem'], string> = {
  'last-administrator': lastAdministrator,
  'auditor-by-themselves': 'You cannot make yourself an auditor. Ask another administrator',
  'administrator-and-auditor': 'An administrator cannot be an auditor as well. Select one of the two',
}

export const endForm: FormShape = { once: [] }

/** Asks once before somebody's time in an organisation ends. */
export function endMembershipPage(visit: SignedInVisit, member: Member, isRefused = false): Page {
  const { organisationId, personId, knownAs } = member
  const back = memberPath.url({ organisationId, personId })
  return endPage(visit, {
    title: 'End their time in this organisation?',
    back: { href: back, text: knownAs },
    body: html`<ul class="govuk-list govuk-list--bullet">
      <li>Today is the last day of ${knownAs} in this organisation.</li>
      <li>Their roles in it end now. Supervision that they have or give in it ends today, and what they supervise they cannot open from now on, but for case decisions that they have yet to take out.</li>
      <li>Their account stays theirs, with all that is in it, and so does what was recorded with them until today.</li>
    </ul>`,
    action: endMembershipPath.url({ organisationId, personId }),
    press: 'End it today',
    isRefused,
  })
}

export function leavePage(
  visit: SignedInVisit,
  { organisationId, name }: Organisation,
  unfinished: readonly (Unfinished & { readonly day: Day })[],
  isRefused = false,
): Page {
  return endPage(visit, {
    title: 'Leave this organisation?',
    back: { href: organisationPath.url({ organisationId }), text: name },
    body: html`<ul class="govuk-list govuk-list--bullet">
      <li>Today is your last day in ${name}.</li>
      <li>Your roles in it end now. Supervision that you have or give in it ends today, and what you supervise you cannot open from now on.</li>
      <li>Your account and your CPD stay yours, and you can still read the records of your own supervision.</li>
      <li>To come back you need an invitation.</li>
    </ul>${unfinishedPart(unfinished)}`,
    action: leavePath.url({ organisationId }),
    press: 'Leave today',
    isRefused,
  })
}

/** What they can do afterwards no more, or only with a part of it. */
function unfinishedPart(items: readonly (Unfinished & { readonly day: Day })[]): Html {
  if (items.length === 0) return nothing
  return html`${paragraph('Still to be done by you. Once you have left you can no longer sign a record; case decisions you can still take out:')}
    <ul class="govuk-list govuk-list--bullet">
      ${items.map(
        item =>
          html`<li>${
            item.kind === 'to-file'
              ? link(
                  takeOutPath.url(item),
                  `Take out the case decisions of the session on ${formatDay(item.day)}`,
                )
              : item.kind === 'to-say-held'
                ? link(sessionPath.url(item), `Say what became of the session on ${formatDay(item.day)}`)
                : link(recordPath.url(item), `Sign the record of the session on ${formatDay(item.day)}`)
          }</li>`,
      )}
    </ul>`
}

interface EndView {
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
  readonly body: Html
  readonly action: string
  readonly press: string
  readonly isRefused: boolean
}

function endPage(visit: SignedInVisit, { title, back, body, action, press, isRefused }: EndView): Page {
  return formPage({
    title,
    errors: isRefused ? new Map([['press', lastAdministrator]]) : noErrors,
    back,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${body}
      ${postForm(
        visit,
        action,
        html`<div class="govuk-button-group">
          ${button({ content: press, id: 'press', classes: 'govuk-button--warning', preventDoubleClick: true })}
          ${link(back.href, 'Cancel')}
        </div>`,
      )}`,
  })
}
