import { formatDay, formatMoment, type Day } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { tag } from '../../../platform/ui/govuk/tag.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { knownAs } from '../../known-as.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { relationshipPath } from '../../relationships/paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import type { AgreementState, AgreementVersion } from '../agreement-state.ts'
import { agreementDraftPath, agreementRevisionsPath, agreementVersionPath } from '../paths.ts'

export interface AgreementView {
  readonly relationship: Relationship
  readonly names: Readonly<Record<string, string>>
  readonly policy: Policy
  readonly timeZone: string
  readonly today: Day
  readonly viewerId: string
  readonly state: AgreementState
  readonly versions: readonly AgreementVersion[]
  /** Whether somebody has begun to write what is not offered yet. */
  readonly hasDraft: boolean
  readonly canWrite: boolean
  readonly done: string | null
}

export function agreementScreen(view: AgreementView): Page {
  const { relationship, versions, hasDraft, canWrite, done, policy } = view
  const { relationshipId } = relationship
  return page({
    title: 'Supervision agreement',
    back: { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${done !== null && notificationBanner({ title: 'Noted', content: done })}
      <h1 class="govuk-heading-l">Supervision agreement</h1>
      ${standing(view)}
      ${
        canWrite &&
        html`<div class="govuk-button-group">
          ${waitsForMe(view) && button({ content: 'Read it and sign', href: versionUrl(view, view.state.waiting?.version.version ?? 0) })}
          ${button({
            content: hasDraft
              ? 'Continue the draft'
              : versions.length === 0
                ? 'Write the agreement'
                : 'Write a new version',
            href: agreementDraftPath.url({ relationshipId }),
            ...(waitsForMe(view) ? { classes: 'govuk-button--secondary' } : {}),
          })}
        </div>`
      }
      ${versions.length > 0 && versionList(view)}
      ${canWrite && html`<p class="govuk-body"><a class="govuk-link" href="${agreementRevisionsPath.url({ relationshipId })}">Earlier versions of the draft</a></p>`}
      ${courtNotice(policy, relationship)}
    </div></div>`,
  })
}

function waitsForMe({ state, viewerId }: AgreementView): boolean {
  return state.waiting?.for.includes(viewerId) ?? false
}

/** The agreement in one or two sentences, also for the page of the relationship. */
export function agreementStanding({
  state,
  names,
  today,
}: Pick<AgreementView, 'state' | 'names' | 'today'>): Html {
  const { inForce, waiting } = state
  const isOverdue = inForce !== null && inForce.reviewBy < today
  return html`${
    inForce === null
      ? 'No agreement is in force.'
      : html`Version ${inForce.version.version} is in force since ${formatDay(inForce.agreedOn)}. It
        ${isOverdue ? 'was to be reviewed by' : 'is to be reviewed by'} ${formatDay(inForce.reviewBy)}.`
  }
  ${waiting !== null && html`Version ${waiting.version.version} waits for the signature of ${inAList(waiting.for.map(personId => knownAs(names, personId)))}.`}`
}

function standing(view: AgreementView): Html {
  const { inForce } = view.state
  const isOverdue = inForce !== null && inForce.reviewBy < view.today
  return html`<p class="govuk-body-l">${agreementStanding(view)}</p>
    ${isOverdue && html`<p class="govuk-body">${tag({ content: 'Review overdue', classes: 'govuk-tag--red' })} Read it together, change what is no longer so, and sign it again.</p>`}`
}

function versionList(view: AgreementView): Html {
  const { versions, names, timeZone } = view
  return html`<h2 class="govuk-heading-m">Every version</h2>
    ${summaryList({
      rows: versions.toReversed().map(({ version, offeredAt, offeredBy, signatures }) => ({
        key: `Version ${version}`,
        value: html`Offered by ${knownAs(names, offeredBy)} on ${formatMoment(timeZone, offeredAt)}.
        ${
          signatures.length === 0
            ? 'Nobody has signed it.'
            : html`Signed by ${inAList(signatures.map(({ personId, signedAt }) => `${knownAs(names, personId)} on ${formatMoment(timeZone, signedAt)}`))}.`
        }`,
        actions: {
          items: [
            {
              href: versionUrl(view, version),
              content: 'Read',
              visuallyHiddenText: `version ${version}`,
            },
          ],
        },
      })),
    })}`
}

function versionUrl({ relationship: { relationshipId } }: AgreementView, version: number): string {
  return agreementVersionPath.url({ relationshipId, version: String(version) })
}
