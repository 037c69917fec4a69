import { formatDay, type Day } from '../../../platform/day.ts'
import { tag } from '../../../platform/ui/govuk/tag.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { knownAs } from '../../known-as.ts'
import { asTyped } from '../../shared-drafts/screens/as-typed.ts'
import { isOverdue, type AgreedAction } from '../agreed-action.ts'

interface ActionList {
  readonly actions: readonly AgreedAction[]
  readonly names: Readonly<Record<string, string>>
  readonly today: Day
  /** What stands below an action, such as a form to close it. */
  readonly below?: (action: AgreedAction) => Html
}

/** Actions with who does them, by when, and what was done. For the agenda of the next session too. */
export function actionList({ actions, names, today, below }: ActionList): Html {
  return html`<ul class="govuk-list confer-pieces">
    ${actions.map(
      action =>
        html`<li class="confer-piece" id="action-${action.actionId}">
          <div class="govuk-body">${asTyped(action.what)}</div>
          <p class="govuk-body">
            ${knownAs(names, action.ownerId)}, by ${formatDay(action.byDay)}. ${stateOf(action, today)}
          </p>
          ${
            action.closed !== null &&
            html`<div class="govuk-body">
              <strong>What was done:</strong>
              ${asTyped(action.closed.outcome)}
            </div>`
          }
          ${below?.(action)}
        </li>`,
    )}
  </ul>`
}

function stateOf(action: AgreedAction, today: Day): Html {
  if (action.closed !== null) return tag({ content: 'Closed', classes: 'govuk-tag--green' })
  return isOverdue(action, today)
    ? tag({ content: 'Overdue', classes: 'govuk-tag--red' })
    : tag({ content: 'Open', classes: 'govuk-tag--blue' })
}
