import { dateErrorIn, dateFields, emptyDate } from '../../../platform/ui/date-fields.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { details } from '../../../platform/ui/govuk/details.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { formPage, noErrors, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { counted, dateProblemInWords, formatNumber } from '../../../platform/ui/words.ts'
import type { Page } from '../../../platform/web/reply.ts'
import { knownAs } from '../../known-as.ts'
import { isSupervising } from '../../relationship.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { agreedActionsPath, closeActionPath, reopenActionPath } from '../paths.ts'
import { recordPath } from '../../record/paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { whoIsTold } from '../../sessions/who-is-told.ts'
import { longestText } from '../../typed-words.ts'
import {
  isOverdue,
  mayBeReopened,
  mayClose,
  type ActionProblem,
  type ActionsOfSession,
  type AgreedAction,
  type TypedAction,
} from '../agreed-action.ts'
import { actionList } from './action-list.ts'

const noAction: TypedAction = { what: '', ownerId: '', byDay: emptyDate }

interface AgreedActionsView {
  readonly opened: OpenedSession
  readonly actions: ActionsOfSession
  readonly isSigned: boolean
  readonly newId: string
  readonly timeZone: string
  readonly typed?: TypedAction
  readonly errors?: FieldErrors
  /** An attempt to close one that said nothing of what was done. */
  readonly closing?: { readonly actionId: string; readonly outcome: string } | null
  readonly done: 'agreed' | 'closed' | 'reopened' | null
}

const doneInWords = {
  agreed: 'The action is agreed.',
  closed: 'The action is closed.',
  reopened: 'The action is open again.',
} as const

export function agreedActionsScreen(visit: SessionVisit, view: AgreedActionsView): Page {
  const { opened, actions, isSigned, errors = noErrors, done } = view
  const { standing, names, today } = opened
  const writes = isSupervising(standing) || standing === 'supervisee'
  const overdue = actions.open.filter(action => isOverdue(action, today)).length
  const mayAct = ({ closed }: AgreedAction) => writes || (standing === 'former-supervisee' && closed === null)
  const below = (action: AgreedAction) => (mayAct(action) ? whatToDo(visit, view, action) : nothing)
  const part = (title: string, list: readonly AgreedAction[]) =>
    list.length > 0 &&
    html`<h2 class="govuk-heading-m">${title}</h2>
      ${actionList({ actions: list, names, today, below })}`
  return formPage({
    title: 'Agreed actions',
    errors,
    back: backToSession(visit.params),
    main: html`${done !== null && notificationBanner({ title: 'Done', content: doneInWords[done] })}
    ${sessionCaption(opened.day)}
    <h1 class="govuk-heading-l">Agreed actions</h1>
    <p class="govuk-body">
      What somebody agreed to do comes back in every session until it is closed with what was done.
    </p>
    ${
      overdue > 0 &&
      html`<p class="govuk-body">
        <strong>${counted(overdue, 'action', 'actions')} from earlier sessions ${overdue === 1 ? 'is' : 'are'} overdue.</strong>
      </p>`
    }
    ${part('Open from other sessions', actions.open)}
    ${part('Closed in this session', actions.closedHere)}
    ${part('Agreed in this session', actions.agreedHere)}
    ${
      [actions.open, actions.closedHere, actions.agreedHere].every(list => list.length === 0) &&
      html`<p class="govuk-body">There are no agreed actions yet.</p>`
    }
    ${writes && (isSigned ? signedAlready(visit) : addForm(visit, view))}
    ${courtNotice(opened.policyToday, opened.relationship)}`,
  })
}

function signedAlready(visit: SessionVisit): Html {
  return insetText({
    content: html`The <a class="govuk-link" href="${recordPath.url(visit.params)}">record of this session</a> is
      signed, with the actions that were agreed in it. Agree further actions in the next session.`,
  })
}

function addForm(
  visit: SessionVisit,
  { opened, newId, timeZone, typed = noAction, errors = noErrors }: AgreedActionsView,
): Html {
  const owners = whoIsTold(opened.relationship, opened.session.startsAt, timeZone)
  return html`<h2 class="govuk-heading-m">Agree an action</h2>
    ${postForm(
      visit,
      agreedActionsPath.url(visit.params),
      html`${hidden('actionId', newId)}
      ${textarea({
        name: 'what',
        label: { content: 'What is to be done?', classes: 'govuk-label--s' },
        hint: 'Leave out anything that could identify a person you work with. What is decided about a case goes with the case decisions.',
        error: errors.get('what'),
        value: typed.what,
        rows: 3,
        spellcheck: true,
      })}
      ${radios({
        name: 'owner',
        legend: { content: 'Who does it?', classes: 'govuk-fieldset__legend--s' },
        error: errors.get('owner'),
        value: typed.ownerId,
        items: owners.map(value => ({ value, content: knownAs(opened.names, value) })),
      })}
      ${dateFields({ prefix: 'by', legend: 'By when?', hint: 'For example, 14 12 2026', value: typed.byDay, error: dateErrorIn(errors, 'by') })}
      ${button({ content: 'Agree this action', preventDoubleClick: true })}`,
    )}`
}

function whatToDo(visit: SessionVisit, view: AgreedActionsView, action: AgreedAction): Html {
  const { opened, closing = null, errors = noErrors } = view
  const { actionId } = action
  const params = { ...visit.params, actionId }
  if (!mayClose(action, opened.relationship, visit.actor.personId)) return nothing
  if (action.closed === null) {
    const isWrong = closing?.actionId === actionId
    const field = `outcome-${actionId}`
    return details({
      summary: html`Close this action<span class="govuk-visually-hidden">: ${action.what.slice(0, 80)}</span>`,
      open: isWrong,
      content: postForm(
        visit,
        closeActionPath.url(params),
        html`${textarea({
          name: 'outcome',
          id: field,
          label: 'What was done?',
          hint: 'If nothing was done and nothing will be, say why.',
          error: isWrong ? errors.get(field) : undefined,
          value: isWrong ? closing.outcome : '',
          rows: 3,
          spellcheck: true,
        })}
        ${button({ content: 'Close this action', preventDoubleClick: true })}`,
      ),
    })
  }
  if (!mayBeReopened(action)) return nothing
  return postForm(
    visit,
    reopenActionPath.url(params),
    button({
      content: html`Reopen<span class="govuk-visually-hidden"> the action: ${action.what.slice(0, 80)}</span>`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )
}

export function actionErrors(problems: readonly ActionProblem[]): FieldErrors {
  return new Map(
    problems.flatMap((problem): [string, string][] => {
      switch (problem.field) {
        case 'what':
          return [['what', textInWords('What is to be done', problem.problem, 'Enter what is to be done')]]
        case 'owner':
          return [['owner', 'Select who does it']]
        case 'byDay': {
          const message =
            problem.problem === 'before-the-session'
              ? 'The day by when must be the day of the session or later'
              : dateProblemInWords('the day by when', problem.problem)
          return problem.parts.map(part => [`by-${part}`, message])
        }
      }
    }),
  )
}

export function outcomeErrors(actionId: string, problem: 'missing' | 'too-long'): FieldErrors {
  return new Map([[`outcome-${actionId}`, textInWords('What was done', problem, 'Enter what was done')]])
}

function textInWords(what: string, problem: 'missing' | 'too-long', enter: string): string {
  return problem === 'missing' ? enter : `${what} must be ${formatNumber(longestText)} characters or less`
}
