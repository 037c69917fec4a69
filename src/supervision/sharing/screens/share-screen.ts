import { dateErrorIn, dateFields } from '../../../platform/ui/date-fields.ts'
import { dateProblemInWords } from '../../../platform/ui/words.ts'
import { formatDay, formatMoment, type DateParts } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { select } from '../../../platform/ui/govuk/select.ts'
import { formPage, noErrors, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import { newPiecePath } from '../../../cpd/paths.ts'
import { titleOf, type Piece } from '../../../cpd/piece.ts'
import { knownAs } from '../../known-as.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { sharedPiecePath, sharePath, takeBackPath } from '../paths.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import {
  titleOfShared,
  versionsOf,
  writeVersion,
  type SharedPiece,
  type UntilProblem,
} from '../shared-piece.ts'

interface ShareView {
  readonly opened: OpenedSession
  readonly pieces: readonly Piece[]
  readonly shared: readonly SharedPiece[]
  readonly timeZone: string
  readonly typed: { readonly version: string; readonly until: DateParts }
  readonly errors?: FieldErrors
  readonly done: 'shared' | 'taken-back' | null
}

const title = 'Take a piece of CPD to supervision'

export function shareScreen(visit: SessionVisit, view: ShareView): Page {
  const { opened, pieces, shared, typed, timeZone, errors = noErrors, done } = view
  const supervisor = knownAs(opened.names, opened.relationship.supervisorId)
  const isOver = opened.standing !== 'supervisee' || opened.session.state === 'cancelled'
  return formPage({
    title,
    errors,
    back: backToSession(visit.params),
    main: html`${
      done !== null &&
      notificationBanner({
        title: 'Done',
        content:
          done === 'shared'
            ? 'Your supervisor can read that version until the day you set.'
            : 'You have taken it back. Your supervisor cannot read it any more.',
      })
    }
    ${sessionCaption(opened.day)}
    <h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      ${supervisor} sees nothing of your CPD but what you share here: one version of one piece, to read and not to
      change, for this session, until the day you set. What you write later is not shared. Nobody else can open
      it, not even a manager or an auditor.
    </p>
    ${shared.length > 0 && sharedList(visit, shared, timeZone)}
    ${
      isOver
        ? html`<p class="govuk-body">Nothing more can be shared for this session.</p>`
        : shareForm(visit, { pieces, typed, errors, timeZone })
    }`,
  })
}

function sharedList(visit: SessionVisit, shared: readonly SharedPiece[], timeZone: string): Html {
  return html`<h2 class="govuk-heading-m">What you share for this session</h2>
    <ul class="govuk-list confer-pieces">
      ${shared.map(
        piece =>
          html`<li class="confer-piece">
            <h3 class="govuk-heading-s">
              <a
                class="govuk-link"
                href="${sharedPiecePath.url({ ...visit.params, personId: piece.personId, pieceId: piece.pieceId })}"
                >${titleOfShared(piece)}</a
              >
            </h3>
            <p class="govuk-body">${versionInWords(piece, timeZone)}. Shared until ${formatDay(piece.untilDay)}.</p>
            ${postForm(
              visit,
              takeBackPath.url({ ...visit.params, pieceId: piece.pieceId }),
              button({
                content: html`Take it back<span class="govuk-visually-hidden">: ${titleOfShared(piece)}</span>`,
                classes: 'govuk-button--secondary',
                preventDoubleClick: true,
              }),
            )}
          </li>`,
      )}
    </ul>`
}

export function versionInWords({ content }: SharedPiece, timeZone: string): string {
  const when = formatMoment(timeZone, new Date(content.submittedAt))
  return content.number === 0 ? `The draft as it was on ${when}` : `As it was submitted on ${when}`
}

function shareForm(
  visit: SessionVisit,
  {
    pieces,
    typed,
    errors,
    timeZone,
  }: Pick<ShareView, 'pieces' | 'typed' | 'timeZone'> & { readonly errors: FieldErrors },
): Html {
  const versions = pieces.toReversed().flatMap(piece => versionItems(piece, timeZone))
  if (versions.length === 0)
    return html`<p class="govuk-body">
      You have no piece of CPD to share yet. You can
      <a class="govuk-link" href="${newPiecePath.url({})}">record one</a>.
    </p>`
  return html`<h2 class="govuk-heading-m">Share a version</h2>
    ${postForm(
      visit,
      sharePath.url(visit.params),
      html`${select({
        name: 'version',
        label: { content: 'Which version of which piece?', classes: 'govuk-label--s' },
        error: errors.get('version'),
        value: typed.version,
        items: [{ value: '', content: 'Choose one' }, ...versions],
      })}
      ${dateFields({
        prefix: 'until',
        legend: 'Until which day can your supervisor read it?',
        hint: 'At the end of that day it is gone by itself. You can take it back sooner. For example, 14 12 2026',
        value: typed.until,
        error: dateErrorIn(errors, 'until'),
      })}
      ${button({ content: 'Share this version', preventDoubleClick: true })}`,
    )}`
}

function versionItems(
  piece: Piece,
  timeZone: string,
): { readonly value: string; readonly content: string }[] {
  return versionsOf(piece).map(chosen => ({
    value: writeVersion(chosen),
    content: `${titleOf(piece)}: ${chosen.version === 'draft' ? 'the draft as it is now' : submittedInWords(piece, chosen.version, timeZone)}`,
  }))
}

function submittedInWords({ submissions }: Piece, wanted: number, timeZone: string): string {
  const submission = submissions.find(({ number }) => number === wanted)
  return submission === undefined
    ? 'as submitted'
    : `as submitted on ${formatMoment(timeZone, submission.submittedAt)}`
}

export function shareErrors(isVersionMissing: boolean, until: UntilProblem | null): FieldErrors {
  const errors = new Map<string, string>()
  if (isVersionMissing) errors.set('version', 'Select which version you share')
  if (until !== null) for (const part of until.parts) errors.set(`until-${part}`, untilInWords(until.problem))
  return errors
}

function untilInWords(problem: UntilProblem['problem']): string {
  if (problem === 'in-the-past') return 'The last day must be today or later'
  if (problem === 'too-far') return 'The last day must be within a year'
  return dateProblemInWords('the last day', problem)
}
