import { button } from '../../platform/ui/govuk/button.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { formatDay } from '../../platform/day.ts'
import type { RenewalStep } from '../renewal-steps.ts'
import { stateOf, titleOf, type Piece } from '../piece.ts'
import {
  checkPath,
  deletedDraftsPath,
  editPath,
  newPiecePath,
  overviewPath,
  piecePath,
  stepPath,
  yearPath,
} from '../paths.ts'
import { pastYearSentence, standingSentence, yearInWords } from '../standing-words.ts'
import type { YearVerdict } from '../verdict.ts'
import type { PieceVerdict } from '../piece-verdict.ts'
import type { Standing } from '../where-you-stand.ts'
import { reasonInWords, stateTag, warningsInWords } from './reason-words.ts'

interface Overview {
  readonly standing: Standing
  readonly pieces: readonly Piece[]
  readonly whoReceivesIt: string
  /** What was done to get here, such as a draft deleted. */
  readonly done: string | null
}

export function overviewScreen({ standing, pieces, whoReceivesIt, done }: Overview): Page {
  const { current, years } = standing
  return page({
    title: 'Your CPD',
    main: html`${done !== null && notificationBanner({ title: 'Noted', content: done })}
      <h1 class="govuk-heading-l">Your CPD</h1>
      <p class="govuk-body-l confer-standing">${standingSentence(standing)}</p>
      ${button({ content: 'Record new CPD', href: newPiecePath.url({}), isStartButton: true })}
      ${yearPart(current, pieces, `This registration year: ${yearInWords(current.year.closingYear)}`)}
      ${
        years.length > 1 &&
        html`<h2 class="govuk-heading-m">Earlier years</h2>
          <ul class="govuk-list govuk-list--bullet">
            ${years
              .slice(0, -1)
              .toReversed()
              .map(
                earlier =>
                  html`<li>
                    <a
                      class="govuk-link"
                      href="${yearPath.url({ closingYear: String(earlier.year.closingYear) })}"
                      >${yearInWords(earlier.year.closingYear)}</a
                    >: ${pastYearSentence(earlier)}
                  </li>`,
              )}
          </ul>`
      }
      <p class="govuk-body"><a class="govuk-link" href="${deletedDraftsPath.url({})}">Deleted drafts</a></p>
      ${insetText({ content: whoReceivesIt })}`,
  })
}

/** A year that is over, with the verdict that its own rule pack gives. */
export function yearScreen(
  shown: YearVerdict,
  steps: readonly RenewalStep[],
  pieces: readonly Piece[],
): Page {
  const title = `Registration year ${yearInWords(shown.year.closingYear)}`
  return page({
    title,
    back: { href: overviewPath.url({}), text: 'Back to your CPD' },
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body-l confer-standing">${pastYearSentence(shown)}</p>
      <p class="govuk-body">The rules of that year: ${shown.pack.wording.requirement}</p>
      ${yearStepsPart(shown, steps)} ${yearPart(shown, pieces, 'Every piece, as that year saw it')}`,
  })
}

/** What the practitioner told us of the steps taken elsewhere; it can still be told now. */
function yearStepsPart({ pack, year }: YearVerdict, steps: readonly RenewalStep[]): Html {
  const closingYear = String(year.closingYear)
  const told = steps.filter(
    step =>
      step.state !== 'not-required' &&
      pack.steps.some(rule => rule.id === step.id && rule.toldBy === 'person'),
  )
  return html`${told.map(
    step =>
      html`<p class="govuk-body">
        <a class="govuk-link" href="${stepPath.url({ closingYear, step: step.id })}">${step.name}</a>:
        ${step.on === null ? 'you have not told us that you did this' : `you told us that you did this on ${formatDay(step.on)}`}.
      </p>`,
  )}`
}

function yearPart({ verdict }: YearVerdict, pieces: readonly Piece[], heading: string): Html {
  const byId = new Map(pieces.map(piece => [piece.pieceId, piece]))
  // A piece that belongs to an earlier year and counted there is listed with that year.
  const newestFirst = verdict.reasons
    .filter(({ reason }) => !(reason.kind === 'dated-outside' && reason.countedIn !== null))
    .toReversed()
  if (newestFirst.length === 0) {
    return html`<h2 class="govuk-heading-m">${heading}</h2>
      <p class="govuk-body">Nothing is recorded yet.</p>`
  }
  return html`<h2 class="govuk-heading-m">${heading}</h2>
    <ul class="govuk-list confer-pieces">
      ${newestFirst.map(judged => {
        const piece = byId.get(judged.pieceId)
        return piece ? pieceItem(piece, judged, verdict, pieces) : nothing
      })}
    </ul>`
}

function pieceItem(
  piece: Piece,
  judged: PieceVerdict,
  verdict: YearVerdict['verdict'],
  pieces: readonly Piece[],
): Html {
  const { pieceId } = piece
  const state = stateOf(piece)
  const title = titleOf(piece)
  return html`<li class="confer-piece">
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href="${piecePath.url({ pieceId })}">${title}</a></h3>
    <p class="govuk-body">${stateTag(piece)}</p>
    <p class="govuk-body">
      ${judged.activityDate === null ? 'No date that we can read yet' : formatDay(judged.activityDate)}.
      ${reasonInWords(judged, verdict, pieces)}
    </p>
    ${warningsInWords(judged, pieces).map(warning => html`<p class="govuk-body">${warning}</p>`)}
    ${
      state === 'draft'
        ? html`<p class="govuk-body">
            <a class="govuk-link" href="${editPath.url({ pieceId })}"
              >Continue editing<span class="govuk-visually-hidden"> ${title}</span></a
            >
          </p>`
        : state === 'submitted-with-changes' &&
          html`<p class="govuk-body">
            <a class="govuk-link" href="${checkPath.url({ pieceId })}"
              >Check your changes<span class="govuk-visually-hidden"> to ${title}</span></a
            >
          </p>`
    }
  </li>`
}
