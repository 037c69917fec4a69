import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { NamingRefusal } from '../actions/name-organisation.ts'
import { mark } from '../mark.ts'
import { lineProblemInWords } from '../organisation-words.ts'
import type { Organisation, Team } from '../organisation.ts'
import { organisationNamePath, organisationPath, teamPath, teamsPath } from '../paths.ts'
import { changedMeanwhile, columnPage, link, paragraph } from './column.ts'
import { doneInWords } from './done-words.ts'

export const namingForm: FormShape = { once: ['name', 'version'] }
export const newTeamForm: FormShape = { once: ['name'] }

type Wrong = Exclude<NamingRefusal, { kind: 'not-found' }> | null

export function organisationNamePage(
  visit: SignedInVisit,
  { organisationId, name }: Organisation,
  typed: string,
  wrong: Wrong = null,
): Page {
  return namePage(visit, {
    title: 'Change the organisation’s name',
    label: 'Name of the organisation',
    back: { href: organisationPath.url({ organisationId }), text: name },
    action: organisationNamePath.url({ organisationId }),
    name,
    typed,
    wrong,
  })
}

export function teamNamePage(
  visit: SignedInVisit,
  organisationId: string,
  { teamId, name }: Team,
  typed: string,
  wrong: Wrong = null,
): Page {
  return namePage(visit, {
    title: 'Change a team’s name',
    label: 'Name of the team',
    back: { href: teamsPath.url({ organisationId }), text: 'Teams' },
    action: teamPath.url({ organisationId, teamId }),
    name,
    typed,
    wrong,
  })
}

interface Naming {
  readonly title: string
  readonly label: string
  readonly back: Page['back']
  readonly action: string
  /** As it is now. */
  readonly name: string
  readonly typed: string
  readonly wrong: Wrong
}

function namePage(visit: SignedInVisit, { title, label, back, action, name, typed, wrong }: Naming): Page {
  const errors = namingErrors(wrong, label)
  const current = wrong?.kind === 'changed' ? wrong.name : name
  const shown = formPage({
    title,
    errors,
    back,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${wrong?.kind === 'changed' && changedMeanwhile(`Somebody changed the name meanwhile. It is now “${current}”.`)}
      ${postForm(
        visit,
        action,
        html`${hidden('version', mark([current]))} ${nameInput(label, typed, errors)}
        ${button({ content: 'Save', preventDoubleClick: true })}`,
      )}`,
  })
  return wrong?.kind === 'changed' ? { ...shown, status: 409 } : shown
}

export function teamsPage(
  visit: SignedInVisit,
  { organisationId, name }: Organisation,
  teams: readonly Team[],
  typed = '',
  wrong: Wrong = null,
): Page {
  const errors = namingErrors(wrong, 'Name of the team')
  const list =
    teams.length === 0
      ? paragraph('There are no teams yet.')
      : html`<ul class="govuk-list govuk-list--bullet">
          ${teams.map(
            team =>
              html`<li>
                ${team.name}:
                ${link(teamPath.url({ organisationId, teamId: team.teamId }), html`change the name<span class="govuk-visually-hidden"> of ${team.name}</span>`)}
              </li>`,
          )}
        </ul>`
  const form = html`<h2 class="govuk-heading-m">Add a team</h2>
    ${postForm(
      visit,
      teamsPath.url({ organisationId }),
      html`${nameInput('Name of the team', typed, errors)}
      ${button({ content: 'Add team', preventDoubleClick: true })}`,
    )}`
  const back = { href: organisationPath.url({ organisationId }), text: name }
  if (errors.size === 0)
    return columnPage({ title: 'Teams', back, done: doneInWords(visit), body: html`${list} ${form}` })
  return formPage({
    title: 'Teams',
    errors,
    back,
    main: html`<h1 class="govuk-heading-l">Teams</h1>
      ${list} ${form}`,
  })
}

function nameInput(label: string, typed: string, errors: FieldErrors): Html {
  return input({ name: 'name', label, autocomplete: 'off', value: typed, error: errors.get('name') })
}

function namingErrors(wrong: Wrong, label: string): FieldErrors {
  if (wrong?.kind !== 'wrong') return noErrors
  const message =
    wrong.problem === 'taken'
      ? 'There is a team with this name already'
      : lineProblemInWords(wrong.problem, label, `Enter the ${label.toLowerCase()}`)
  return new Map([['name', message]])
}
