import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { taskList } from '../../platform/ui/govuk/task-list.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { formatDay, formatMoment } from '../../platform/day.ts'
import { lastMinuteOf } from '../../schemes/registration-year.ts'
import { quotedTitle, titleOf, type Piece } from '../piece.ts'
import type { RenewalStep } from '../renewal-steps.ts'
import { copyPath, overviewPath, piecePath, stepPath, yearPath } from '../paths.ts'
import { daysLeftInWords, pastYearSentence, standingSentence, yearInWords } from '../standing-words.ts'
import { previousYearMatters, type Standing } from '../where-you-stand.ts'
import { reasonInWords } from './reason-words.ts'
import { nextThingPart } from './next-thing.ts'

interface Home {
  readonly standing: Standing
  readonly pieces: readonly Piece[]
  readonly whoReceivesIt: string
  /** What was done to get here. */
  readonly done: string | null
  /** Where what was set aside is shown; null where nothing is. */
  readonly setAsideUrl: string | null
}

/** Leads with where the practitioner stands, the days left, and the one next thing to do. */
export function homeScreen({ standing, pieces, whoReceivesIt, done, setAsideUrl }: Home): Page {
  const { current, daysLeft } = standing
  const { pack, verdict, year } = current
  const cutOff = formatMoment(pack.registrationYear.timeZone, lastMinuteOf(year))
  const isOpen = !standing.allDone
  // Nothing of a registration year, its end or its renewal concerns somebody who is on no register.
  const isNobodysYear = verdict.outcome === 'not-required' && verdict.why === 'never-registered'
  return page({
    title: isOpen ? 'You are not done yet' : 'Where you stand',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${done !== null && notificationBanner({ title: 'Noted', content: done })}
        ${setAsideUrl !== null && insetText({ content: html`What you sent when you were signed out is set aside, and not saved yet. <a class="govuk-link" href="${setAsideUrl}">See it, and send it or throw it away</a>.` })}
        <h1 class="govuk-heading-l confer-standing${isOpen ? ' confer-standing--open' : ''}">
          ${standingSentence(standing)}
        </h1>
        ${
          !isNobodysYear &&
          html`<p class="govuk-body-l">
          ${daysLeftInWords(daysLeft)}${isOpen ? html`: everything must be done by <strong>${cutOff}</strong>.` : html` in this registration year, until ${cutOff}.`}
        </p>`
        }
        ${!isNobodysYear && nextThingPart(standing)} ${!isNobodysYear && pack.steps.length > 0 && stepsPart(standing)}
        ${verdict.outcome !== 'not-required' && talliesPart(standing)} ${notCountingPart(standing, pieces)} ${notCopiedPart(standing)}
        ${previousYearPart(standing)}
        <h2 class="govuk-heading-m">Your record</h2>
        <p class="govuk-body">
          <a class="govuk-link" href="${overviewPath.url({})}"
            >${pieces.length === 0 ? 'Your CPD: nothing recorded yet' : `Your CPD: ${counted(pieces.length, 'piece', 'pieces')}, and why each counts or does not`}</a
          >
        </p>
        ${insetText({ content: whoReceivesIt })}
      </div>
    </div>`,
  })
}

/** Three steps and not one: in 2022 people who had done two of them lost their registration. */
function stepsPart(standing: Standing): Html {
  const { current, steps } = standing
  const asked = steps.filter(step => step.state !== 'not-required').length
  return html`<h2 class="govuk-heading-m">Renewing your registration: ${counted(asked, 'step is', 'separate steps are')} asked of you</h2>
    <p class="govuk-body">
      Doing one does not do another. All that are asked of you must be done by the same moment.
    </p>
    ${taskList({
      idPrefix: 'step',
      items: steps.map(step => ({
        title: step.name,
        href: stepHref(
          current.year.closingYear,
          current.pack.steps.find(({ id }) => id === step.id)?.toldBy,
          step,
        ),
        status: stepStatus(step, standing),
      })),
    })}`
}

function stepHref(
  closingYear: number,
  toldBy: 'person' | 'record' | undefined,
  step: RenewalStep,
): string | undefined {
  if (step.state === 'not-required' || step.state === 'not-open-yet') return undefined
  if (toldBy === 'record') return overviewPath.url({})
  return stepPath.url({ closingYear: String(closingYear), step: step.id })
}

function stepStatus(step: RenewalStep, { waitsForCopying }: Standing) {
  switch (step.state) {
    case 'done-you-told-us':
      return { content: `You told us: done on ${step.on === null ? '' : formatDay(step.on)}` }
    case 'done-our-record-shows':
      return waitsForCopying
        ? { tag: { content: 'Met here, not copied there', classes: 'govuk-tag--orange' } }
        : { content: 'Our record shows: done' }
    case 'open':
      return { tag: { content: 'Not done yet', classes: 'govuk-tag--red' } }
    case 'not-open-yet':
      return {
        content: `Opens on ${formatDay(step.opensOn)}`,
        classes: 'govuk-task-list__status--cannot-start-yet',
      }
    case 'not-required':
      return { content: 'Not asked of you', classes: 'govuk-task-list__status--cannot-start-yet' }
  }
}

function talliesPart({ current: { verdict } }: Standing): Html {
  const { have, needed } = verdict
  return html`<h2 class="govuk-heading-m">Your CPD for ${yearInWords(verdict.closingYear)}</h2>
    ${summaryList({
      rows: [
        { key: 'Pieces that count', value: outOf(have.pieces, needed.pieces) },
        needed.withPeerReflection > 0 && {
          key: 'With a peer reflection',
          value: outOf(have.withPeerReflection, needed.withPeerReflection),
        },
      ],
    })}`
}

/** "1 of 2"; more than what is needed is no fraction of it. */
function outOf(have: number, needed: number): string {
  return have > needed ? `${have} (${needed} needed)` : `${have} of ${needed}`
}

/** What was submitted and does not count, and why: somebody may be relying on it. */
function notCountingPart({ current: { verdict } }: Standing, pieces: readonly Piece[]): Html {
  const notCounting = verdict.reasons.filter(
    ({ reason }) =>
      reason.kind === 'identical' || (reason.kind === 'dated-outside' && reason.countedIn === null),
  )
  if (notCounting.length === 0 || verdict.outcome !== 'not-met') return nothing
  return html`<h3 class="govuk-heading-s">Submitted, but not counting</h3>
    <ul class="govuk-list govuk-list--bullet">
      ${notCounting.map(
        judged => html`<li>
          <a class="govuk-link" href="${piecePath.url({ pieceId: judged.pieceId })}">${quotedTitle(pieces, judged.pieceId)}</a>.
          ${reasonInWords(judged, verdict, pieces)}
        </li>`,
      )}
    </ul>`
}

function notCopiedPart({ notCopied, current }: Standing): Html {
  if (notCopied.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Not marked as copied to ${current.pack.names.regulator}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${notCopied.map(piece => html`<li><a class="govuk-link" href="${copyPath.url({ pieceId: piece.pieceId })}">${titleOf(piece)}</a></li>`)}
    </ul>`
}

function previousYearPart(standing: Standing): Html {
  if (standing.previous === null || !previousYearMatters(standing)) return nothing
  const closingYear = String(standing.previous.year.closingYear)
  return html`<h2 class="govuk-heading-m">The year before</h2>
    <p class="govuk-body">
      ${pastYearSentence(standing.previous)}
      <a class="govuk-link" href="${yearPath.url({ closingYear })}"
        >See ${yearInWords(standing.previous.year.closingYear)}</a
      >
    </p>`
}
