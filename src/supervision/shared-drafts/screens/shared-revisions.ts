import { formatMoment } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { saysTheSame, type SharedQuestion, type Texts } from '../shared-draft.ts'
import { compared } from './compared.ts'

/** What the versions are of: several people's draft, or somebody's own notes. */
type What = 'the draft' | 'your notes'

const saysNow = { 'the draft': 'the draft says now', 'your notes': 'your notes say now' } as const

interface EarlierVersion {
  readonly number: number
  readonly savedAt: Date
  readonly wasReplaced: boolean
}

interface SharedRevisionsView {
  readonly what?: What
  readonly title: string
  readonly back: NonNullable<Page['back']>
  readonly timeZone: string
  readonly revisions: readonly EarlierVersion[]
  readonly urlOf: (number: number) => string
  /** Who else may come to see it, and until when it is kept. */
  readonly notice: Html
}

/** What is kept of what a text said before, newest first. */
export function sharedRevisionsScreen(view: SharedRevisionsView): Page {
  const { what = 'the draft', title, back, timeZone, revisions, urlOf } = view
  const heading = `Earlier versions of ${what}`
  return page({
    title: heading,
    back,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">${title}</span>
      <h1 class="govuk-heading-l">${heading}</h1>
      <p class="govuk-body">One every ten minutes is kept for the last day of writing, and one a day before that. Where more than a few words went at once, what was there before is kept for a day; where one text was chosen and not another, the other is kept with ${what}.</p>
      ${
        revisions.length === 0
          ? html`<p class="govuk-body">There is none yet.</p>`
          : html`<ul class="govuk-list govuk-list--bullet">
              ${revisions.toReversed().map(
                ({ number, savedAt, wasReplaced }) =>
                  html`<li>
                    <a class="govuk-link" href="${urlOf(number)}"
                      >${wasReplaced ? 'Replaced by another text, saved' : 'Saved'} on ${formatMoment(timeZone, savedAt)}</a
                    >
                  </li>`,
              )}
            </ul>`
      }
      ${view.notice}
    </div></div>`,
  })
}

interface SharedRevisionView {
  readonly what?: What
  readonly title: string
  readonly back: NonNullable<Page['back']>
  readonly timeZone: string
  readonly questions: readonly SharedQuestion[]
  /** Those whose answers restoring brings back, where it is not all of them. */
  readonly restored?: readonly SharedQuestion[]
  readonly revision: EarlierVersion
  readonly texts: Texts
  /** What it says now, and its version. */
  readonly current: { readonly texts: Texts; readonly version: number }
  /** Null where nothing can be restored any more. */
  readonly restoreUrl: string | null
  readonly notice: Html
}

/** One earlier version beside what the text says now, with what restoring it would change. */
export function sharedRevisionScreen(visit: SignedInVisit, view: SharedRevisionView): Page {
  const { what = 'the draft', questions, restored = questions, texts, current, restoreUrl } = view
  const isAll = restored.length === questions.length
  const isSame = saysTheSame(questions, texts, current.texts)
  const title = `Saved on ${formatMoment(view.timeZone, view.revision.savedAt)}`
  return page({
    title,
    back: view.back,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">${view.title}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${!isSame && insetText({ content: isAll ? html`What restoring it would change: <del>words that would go</del> and <ins>words that would come back</ins>.` : html`What the draft says otherwise now: <del>words that it has now</del> and <ins>words that it had then</ins>.` })}
      ${summaryList({
        rows: questions.map(({ id, label }) => ({
          key: label,
          value: compared(
            current.texts[id] ?? '',
            texts[id] ?? '',
            isAll
              ? { added: 'would come back', removed: 'would go' }
              : { added: 'had then', removed: 'has now' },
          ),
        })),
      })}
      ${isSame && html`<p class="govuk-body">It says what ${saysNow[what]}.</p>`}
      ${
        restoreUrl !== null &&
        !saysTheSame(restored, texts, current.texts) &&
        postForm(
          visit,
          restoreUrl,
          html`${hidden('version', current.version)}
            ${!isAll && html`<p class="govuk-body">Only this would come back: ${inAList(restored.map(({ label }) => label))}. The rest of the draft stays as it is.</p>`}
            <p class="govuk-body">What ${saysNow[what]} is kept among the earlier versions.</p>
            ${button({ content: isAll ? 'Restore this version' : 'Restore this part of it', preventDoubleClick: true })}`,
        )
      }
      ${view.notice}
    </div></div>`,
  })
}
