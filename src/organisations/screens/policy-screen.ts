import { formatDay, type Day } from '../../platform/day.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { policyOn, type Policy } from '../../supervision/policy/policy.ts'
import { mayInOrganisation } from '../organisation.ts'
import type { OpenedOrganisation } from '../open-organisation.ts'
import { allFormsInWords, stagesInWords, whoMaySuperviseInWords } from '../policy-words.ts'
import { newPolicyPath, organisationPath, policyPath, policyVersionPath } from '../paths.ts'
import { columnPage, link, paragraph } from './column.ts'
import { doneInWords } from './done-words.ts'

/** The policy in force, and every other version there was or will be. */
export function policyPage(
  visit: SignedInVisit,
  { organisation, roles, today }: OpenedOrganisation,
  policies: readonly Policy[],
): Page {
  const { organisationId, name } = organisation
  const inForce = policyOn(policies, today)
  const others = policies.filter(({ version }) => version !== inForce?.version).toReversed()
  return columnPage({
    title: 'Supervision policy',
    back: { href: organisationPath.url({ organisationId }), text: name },
    done: doneInWords(visit),
    body: html`${
      inForce === null
        ? paragraph('No version is in force yet.')
        : html`${paragraph(`Version ${inForce.version}, in force since ${formatDay(inForce.from)}.`)}
          ${policySummary(inForce)}`
    }
    ${
      mayInOrganisation(roles, 'set-policy') &&
      button({
        content: 'Make a new version',
        href: newPolicyPath.url({ organisationId }),
        classes: 'govuk-button--secondary',
      })
    }
    <h2 class="govuk-heading-m">Other versions</h2>
    ${
      others.length === 0
        ? paragraph('There are none.')
        : html`<ul class="govuk-list govuk-list--bullet">
            ${others.map(({ version, from }) => html`<li>${link(policyVersionPath.url({ organisationId, version: String(version) }), `Version ${version}`)}, ${from > today ? 'in force from' : 'made for'} ${formatDay(from)}</li>`)}
          </ul>`
    }
    ${paragraph('A new version changes nothing about days before its own: what was due then stays due as it was.')}`,
  })
}

export function policyVersionPage(
  { organisation, today }: OpenedOrganisation,
  policies: readonly Policy[],
  policy: Policy,
): Page {
  const { organisationId } = organisation
  const isInForce = policyOn(policies, today)?.version === policy.version
  return columnPage({
    title: `Supervision policy, version ${policy.version}`,
    back: { href: policyPath.url({ organisationId }), text: 'Supervision policy' },
    body: html`${paragraph(`From ${formatDay(policy.from)}${isInForce ? ': in force today' : policy.from > today ? ': not in force yet' : ''}.`)}
    ${policySummary(policy)}`,
  })
}

/** Every part of a policy in words. */
function policySummary(policy: Policy): Html {
  const { shortestMinutes, workingDaysToRebook, daysToSign, agreementReviewMonths, retention } = policy
  return summaryList({
    rows: [
      {
        key: 'How often',
        value: html`<ul class="govuk-list">
          ${stagesInWords(policy.stages).map(stage => html`<li>${stage}</li>`)}
        </ul>`,
      },
      { key: 'How long', value: `At least ${shortestMinutes} minutes without interruption` },
      { key: 'In which form', value: allFormsInWords(policy.forms) },
      { key: 'Who may supervise', value: whoMaySuperviseInWords[policy.whoMaySupervise] },
      {
        key: 'After a cancellation, or a return from absence',
        value: `Held within ${counted(workingDaysToRebook, 'working day', 'working days')}`,
      },
      { key: 'Signing a record', value: `Both within ${counted(daysToSign, 'day', 'days')}` },
      {
        key: 'Reviewing an agreement',
        value: `Every ${counted(agreementReviewMonths, 'month', 'months')}`,
      },
      {
        key: 'Keeping records',
        value: html`For ${counted(retention.years, 'year', 'years')} after supervision has ended.
        ${retention.reason}`,
      },
    ],
  })
}

/** The version that a form for the next one begins with. */
export function policyToStartFrom(policies: readonly Policy[], today: Day): Policy | null {
  return policyOn(policies, today) ?? policies.at(-1) ?? null
}
