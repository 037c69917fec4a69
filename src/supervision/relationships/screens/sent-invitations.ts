import type { SentInvitation } from '../../../organisations/invitation.ts'
import { dayIn, formatDay } from '../../../platform/day.ts'
import { postForm } from '../../../platform/ui/form.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { relationshipKindNames } from '../../policy/policy-words.ts'
import { takeBackAskedPath } from '../paths.ts'

/** Whom somebody has asked and who has not answered yet: an address can be the wrong one. Only whoever asked sees this. */
export function sentInvitations(
  visit: SignedInVisit,
  invitations: readonly SentInvitation[],
  timeZone: string,
): Html {
  if (invitations.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Invitations you sent</h2>
    ${invitations.map(invitation => invitationCard(visit, invitation, timeZone))}`
}

function invitationCard(
  visit: SignedInVisit,
  { invitationId, email, part, relationshipKind, expiresAt }: SentInvitation,
  timeZone: string,
): Html {
  return html`${summaryList({
    card: { title: { content: email, headingLevel: 3 } },
    rows: [
      { key: 'Asked to be', value: part === 'supervisor' ? 'Your supervisor' : 'Somebody you supervise' },
      relationshipKind !== null && { key: 'Kind', value: relationshipKindNames[relationshipKind] },
      { key: 'Can accept until', value: formatDay(dayIn(timeZone, expiresAt)) },
    ],
  })}
  ${postForm(
    visit,
    takeBackAskedPath.url({ invitationId }),
    button({
      content: html`Take it back<span class="govuk-visually-hidden">, the invitation of ${email}</span>`,
      classes: 'govuk-button--secondary',
    }),
  )}`
}
