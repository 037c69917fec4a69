import { button } from '../../platform/ui/govuk/button.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { formatMoment } from '../../platform/day.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import type { Answers } from '../answers.ts'
import { titleOf, type Piece } from '../piece.ts'
import { piecePath, revisionPath, revisionsPath, submissionPath } from '../paths.ts'
import { differing } from '../merge-answers.ts'
import { difference } from '../revisions/difference.ts'
import { makeContent } from '../submission-content.ts'
import { textOfAnswer } from '../submission-text.ts'

interface EarlierVersion {
  readonly number: number
  readonly savedAt: Date
  readonly wasReplaced: boolean
}

interface RevisionsView {
  readonly pack: RulePack
  readonly piece: Piece
  readonly revisions: readonly EarlierVersion[]
}

/** Everything that is kept of what a piece said before: saved drafts and submissions, newest first. */
export function revisionsScreen({ pack, piece, revisions }: RevisionsView): Page {
  const { pieceId } = piece
  const { timeZone } = pack.registrationYear
  const saved = revisions.map(({ number, savedAt, wasReplaced }) => ({
    at: savedAt,
    href: revisionPath.url({ pieceId, number: String(number) }),
    what: wasReplaced ? 'Replaced by another text, saved' : 'Saved',
  }))
  const submitted = piece.submissions.map(({ number, submittedAt }) => ({
    at: submittedAt,
    href: submissionPath.url({ pieceId, number: String(number) }),
    what: number === 1 ? 'Submitted' : 'Resubmitted',
  }))
  const all = [...saved, ...submitted].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return page({
    title: 'Earlier versions',
    back: { href: piecePath.url({ pieceId }), text: 'Back to this piece' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">${titleOf(piece)}</span>
      <h1 class="govuk-heading-l">Earlier versions</h1>
      <p class="govuk-body">One every ten minutes is kept for the last day of writing, one a day before that, and everything you submitted. Where more than a few words went at once, what was there before is kept for a day; where you chose one text and not another, or restored one, the other is kept with the piece.</p>
      ${
        all.length === 0
          ? html`<p class="govuk-body">There is none yet.</p>`
          : html`<ul class="govuk-list govuk-list--bullet">
              ${all.map(({ at, href, what }) => html`<li><a class="govuk-link" href="${href}">${what} on ${formatMoment(timeZone, at)}</a></li>`)}
            </ul>`
      }
    </div></div>`,
  })
}

interface RevisionView {
  readonly pack: RulePack
  readonly piece: Piece
  readonly revision: EarlierVersion
  readonly answers: Answers
  /** What the piece says now. */
  readonly current: Answers
}

/** One earlier version beside what the piece says now, with what restoring it would change. */
export function revisionScreen(
  visit: SignedInVisit,
  { pack, piece, revision, answers, current }: RevisionView,
): Page {
  const { pieceId } = piece
  const number = String(revision.number)
  const isSame = differing(pack.questions, answers, current).length === 0
  const title = `Saved on ${formatMoment(pack.registrationYear.timeZone, revision.savedAt)}`
  return page({
    title,
    back: { href: revisionsPath.url({ pieceId }), text: 'Back to earlier versions' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">${titleOf(piece)}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${!isSame && insetText({ content: html`What restoring it would change: <del>words that would go</del> and <ins>words that would come back</ins>.` })}
      ${summaryList({
        rows: pack.questions.map((question, index) => ({
          key: question.label,
          value: compared(textAt(pack, current, index), textAt(pack, answers, index)),
        })),
      })}
      ${isSame && html`<p class="govuk-body">It says what the piece says now.</p>`}
      ${
        !isSame &&
        postForm(
          visit,
          revisionPath.url({ pieceId, number }),
          html`${hidden('version', piece.version)}
          <p class="govuk-body">What the piece says now is kept among the earlier versions.</p>
          ${button({ content: 'Restore this version', preventDoubleClick: true })}`,
        )
      }
    </div></div>`,
  })
}

function textAt(pack: RulePack, answers: Answers, index: number): string {
  const content = makeContent(pack, answers, { pieceId: '', number: 0, submittedAt: new Date(0) })
  const asked = content.answers[index]
  return asked ? textOfAnswer(asked) : ''
}

function compared(now: string, then: string): Html {
  if (now === '' && then === '') return html`<span class="confer-not-answered">Not answered</span>`
  return html`<div class="confer-as-typed">${difference(now, then).map(({ kind, text }) => {
    switch (kind) {
      case 'same':
        return text
      case 'added':
        return html`<ins><span class="govuk-visually-hidden">[would come back: </span>${text}<span class="govuk-visually-hidden">]</span></ins>`
      case 'removed':
        return html`<del><span class="govuk-visually-hidden">[would go: </span>${text}<span class="govuk-visually-hidden">]</span></del>`
    }
  })}</div>`
}
