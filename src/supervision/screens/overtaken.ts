import { html } from '../../platform/ui/html.ts'
import type { FormBody } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { keptWords } from './kept-words.ts'

interface Overtaken {
  readonly title: string
  /** What happened meanwhile, and what to do. */
  readonly explanation: string
  readonly back: NonNullable<Page['back']>
  readonly form: FormBody
  /** What happened meanwhile, for a page that saves itself: it stands after “because”. */
  readonly because?: string
}

/** Answers a press on a page that was overtaken: nothing is done, and what was typed is given back. */
export function overtakenScreen({ title, explanation, back, form, because }: Overtaken): Page {
  return page({
    title,
    status: 409,
    back,
    inBackground: { outcome: 'refused', ...(because !== undefined && { because }) },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">${explanation}</p>
        ${keptWords(form)}
      </div>
    </div>`,
  })
}
