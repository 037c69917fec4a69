import { formatMoment } from '../../../platform/day.ts'
import { postForm } from '../../../platform/ui/form.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { details } from '../../../platform/ui/govuk/details.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { counted } from '../../../platform/ui/words.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { unnamed } from '../../known-as.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import type { Hold } from '../../retention/hold.ts'
import { keptLongerPath } from '../../retention/paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { compartmentWords, openedAsWords } from '../opening-words.ts'
import type { Opening, ReadingThrough } from '../openings-store.ts'
import { closePath, openablePath, openedPath } from '../paths.ts'

export interface OpeningsView {
  readonly relationship: Relationship
  readonly policy: Policy
  readonly openings: readonly Opening[]
  readonly holds: readonly Hold[]
  /** Whether whoever looks came by a door themselves. */
  readonly isOpener: boolean
  readonly timeZone: string
}

const inOrganisation =
  'The supervisor’s line manager, and an auditor of the organisation, may open it for a reason and for a time. Nobody else may.'
const inNoOrganisation = 'It belongs to no organisation, so nobody else may open it.'

/** Who else could read it, when and why, what they read, and until when it is kept: for those whose records they are. */
export function openingsScreen(visit: SignedInVisit, view: OpeningsView): Page {
  const { relationship, openings, holds, policy } = view
  return page({
    title: 'Who has opened this supervision',
    back: view.isOpener
      ? { href: openablePath.url({}), text: 'Back to what you may open' }
      : { href: openedPath.url(relationship), text: 'Back to this supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Who has opened this supervision</h1>
      <p class="govuk-body">${relationship.organisationId === null ? inNoOrganisation : inOrganisation} Nobody reads a supervisee’s own notes.</p>
      ${view.isOpener && html`<p class="govuk-body">Here you see how you have opened it. How others have is for those whose records these are.</p>`}
      ${
        openings.length === 0
          ? html`<p class="govuk-body">Nobody has opened it.</p>`
          : openings.map(opening => openingCard(visit, view, opening))
      }
      <h2 class="govuk-heading-m">How long it is kept</h2>
      ${courtNotice(policy, relationship)}
      ${holds.length === 0 ? nothing : holdList(view)}
      ${
        relationship.organisationId === null &&
        html`<p class="govuk-body"><a class="govuk-link" href="${keptLongerPath.url(relationship)}">Keep it from being deleted, or lift what keeps it</a></p>`
      }
    </div></div>`,
  })
}

function openingCard(visit: SignedInVisit, { relationship, timeZone }: OpeningsView, opening: Opening): Html {
  const { doorId, personId, readings, openedAt, closesAt } = opening
  const { relationshipId } = relationship
  const isOpen = closesAt > visit.now
  const isMine = personId === visit.actor.personId
  const who = opening.knownAs ?? unnamed
  return html`${summaryList({
    card: {
      title: { content: `${isMine ? 'You' : who}, as ${openedAsWords[opening.openedAs]}`, headingLevel: 2 },
    },
    rows: [
      { key: 'Why', value: html`<div class="confer-as-typed">${opening.reason}</div>` },
      { key: 'Opened', value: formatMoment(timeZone, openedAt) },
      { key: isOpen ? 'Open until' : 'Closed', value: formatMoment(timeZone, closesAt) },
      { key: 'Read', value: readingsInWords(readings, timeZone) },
    ],
  })}
    ${
      isOpen &&
      isMine &&
      html`<p class="govuk-body"><a class="govuk-link" href="${openedPath.url({ relationshipId })}">Read it</a></p>
        ${postForm(
          visit,
          closePath.url({ relationshipId, doorId }),
          button({ content: 'Close it now', classes: 'govuk-button--secondary', preventDoubleClick: true }),
        )}`
    }`
}

function readingsInWords(readings: readonly ReadingThrough[], timeZone: string): string | Html {
  if (readings.length === 0) return 'Nothing'
  return details({
    summary: counted(readings.length, 'time', 'times'),
    content: html`<ul class="govuk-list">
      ${readings.map(
        ({ what, readAt, sessionAt }) =>
          html`<li>${formatMoment(timeZone, readAt)}: ${compartmentWords[what]}${sessionAt === null ? '' : ` of the session on ${formatMoment(timeZone, sessionAt)}`}</li>`,
      )}
    </ul>`,
  })
}

function holdList({ holds, relationship, timeZone }: OpeningsView): Html {
  const who = relationship.organisationId === null ? 'one of you' : 'an administrator of the organisation'
  return html`<p class="govuk-body">While ${who} holds it, nothing of it is deleted.</p>
    ${holds.map(({ reason, placedAt, liftedAt }) =>
      summaryList({
        rows: [
          { key: 'Held because', value: html`<div class="confer-as-typed">${reason}</div>` },
          { key: 'Since', value: formatMoment(timeZone, placedAt) },
          liftedAt !== null && { key: 'Lifted', value: formatMoment(timeZone, liftedAt) },
        ],
      }),
    )}`
}
