import { organisationPath } from '../../../organisations/paths.ts'
import { formPage, noErrors, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { formatMoment } from '../../../platform/day.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { tag } from '../../../platform/ui/govuk/tag.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import type { FormShape } from '../../../platform/web/form-body.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { knownAs } from '../../known-as.ts'
import type { ListedRelationship, RelationshipPage } from '../../relationships/relationship-list-store.ts'
import { pagesOf } from '../../../platform/ui/pages-of.ts'
import { kindAndTime, whoSupervisesWhom } from '../../relationships/screens/relationship-list.ts'
import { longestHoldReason, type Hold, type HoldProblem } from '../hold.ts'
import { holdPath, holdsPath } from '../paths.ts'

export const placeHoldForm: FormShape = { once: ['newId', 'reason'] }
export const liftHoldForm: FormShape = { once: ['hold'] }

interface HoldsView {
  readonly organisationId: string
  readonly organisationName: string
  readonly found: RelationshipPage
  readonly at: number
}

/** Every relationship of an organisation, and whether what is kept of it is held. */
export function holdsScreen({ organisationId, organisationName, found, at }: HoldsView): Page {
  return page({
    title: 'Records that are not to be deleted',
    back: { href: organisationPath.url({ organisationId }), text: 'Back to the organisation' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">${organisationName}</span>
      <h1 class="govuk-heading-l">Records that are not to be deleted</h1>
      <p class="govuk-body">What two people share in supervision is deleted by itself, as long after it ended as your policy
        says. Place a hold on what has to be kept longer, such as for a court. Both sides see that there is one and why. You cannot read it
        here.</p>
      ${
        found.relationships.length === 0
          ? html`<p class="govuk-body">There is no supervision in this organisation yet.</p>`
          : html`<ul class="govuk-list confer-pieces">
              ${found.relationships.map(one => listed(organisationId, one))}
            </ul>`
      }
      ${pagesOf(at, found.hasMore, number => holdsPath.url({ organisationId }, { page: number }))}
    </div></div>`,
  })
}

function listed(organisationId: string, one: ListedRelationship): Html {
  const { relationshipId, hasHold } = one
  const who = whoSupervisesWhom(one)
  return html`<li class="confer-piece">
    <h2 class="govuk-heading-s">${who}</h2>
    <p class="govuk-body">${kindAndTime(one)}. ${hasHold && tag({ content: 'On hold' })}</p>
    <p class="govuk-body"><a class="govuk-link" href="${holdPath.url({ organisationId, relationshipId })}"
      >${hasHold ? 'See why, or lift it' : 'Place a hold'}<span class="govuk-visually-hidden">: ${who}</span></a></p>
  </li>`
}

interface HoldView {
  readonly placeUrl: string
  readonly liftUrl: string
  readonly back: NonNullable<Page['back']>
  readonly mayLift: (hold: Hold) => boolean
  /** The id that a new hold will have. */
  readonly newId: string
  readonly supervisorName: string | null
  readonly superviseeNames: readonly string[]
  readonly holds: readonly Hold[]
  readonly typed: string
  readonly problem: HoldProblem | null
  readonly timeZone: string
}

const problemWords: Readonly<Record<HoldProblem, string>> = {
  'reason-missing': 'Enter why it must not be deleted',
  'reason-too-long': `The reason must be ${longestHoldReason} characters or fewer`,
}

export function holdScreen(visit: SignedInVisit, view: HoldView): Page {
  const { holds, problem } = view
  const errors: FieldErrors = problem === null ? noErrors : new Map([['reason', problemWords[problem]]])
  const unnamed = knownAs({}, '')
  const supervisees = view.superviseeNames.length === 0 ? unnamed : inAList(view.superviseeNames)
  return formPage({
    title: 'Hold these records',
    errors,
    back: view.back,
    main: html`<h1 class="govuk-heading-l">Hold these records</h1>
      <p class="govuk-body">${view.supervisorName ?? unnamed} supervises ${supervisees}.</p>
      ${holds.map(hold => holdInFull(visit, view, hold))}
      ${postForm(
        visit,
        view.placeUrl,
        html`${hidden('newId', view.newId)}
        ${textarea({
          name: 'reason',
          label: {
            content: holds.some(({ liftedAt }) => liftedAt === null)
              ? 'Why else must it not be deleted?'
              : 'Why must it not be deleted?',
            classes: 'govuk-label--m',
          },
          hint: 'Both sides will read this',
          value: view.typed,
          error: errors.get('reason'),
        })}
        ${button({ content: 'Place this hold', preventDoubleClick: true })}`,
      )}`,
  })
}

function holdInFull(visit: SignedInVisit, view: HoldView, hold: Hold): Html {
  const { timeZone } = view
  const { holdId, reason, placedAt, liftedAt } = hold
  return html`${summaryList({
    rows: [
      { key: 'Held because', value: html`<div class="confer-as-typed">${reason}</div>` },
      { key: 'Since', value: formatMoment(timeZone, placedAt) },
      liftedAt !== null && { key: 'Lifted', value: formatMoment(timeZone, liftedAt) },
    ],
  })}
    ${
      liftedAt === null &&
      view.mayLift(hold) &&
      postForm(
        visit,
        view.liftUrl,
        html`${hidden('hold', holdId)}
        ${button({
          content: html`Lift this hold<span class="govuk-visually-hidden">: ${reason}</span>`,
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        })}`,
      )
    }`
}
