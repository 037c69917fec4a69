import { marksOf, writeMarks } from '../../../cpd/merge-answers.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import type { FieldErrors } from '../../../platform/ui/field-errors.ts'
import { defaultButton, hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { checkedWhileWriting, type CheckedWhileWriting } from '../../screens/checked-while-writing.ts'
import { asAnswers, asQuestions, type SharedQuestion, type Texts } from '../shared-draft.ts'

interface SharedDraftForm {
  readonly questions: readonly SharedQuestion[]
  readonly formUrl: string
  readonly title: string
  /** 0 before anything is stored. */
  readonly version: number
  readonly texts: Texts
  readonly errors: FieldErrors
  /** What a save means: "Saved. Everybody in this supervision sees it." */
  readonly savedInWords: string
  /** The button that leads on from here, and what it posts as `press`. */
  readonly next: { readonly content: string; readonly press: string }
  readonly check: CheckedWhileWriting
}

/** The form that people write together. It saves itself where there is JavaScript, and by a button everywhere. */
export function sharedDraftForm(
  visit: Pick<SignedInVisit, 'formToken'>,
  { questions, formUrl, title, version, texts, errors, savedInWords, next, check }: SharedDraftForm,
): Html {
  const seen = writeMarks(marksOf(asQuestions(questions), asAnswers(texts)))
  return postForm(
    visit,
    formUrl,
    // The title is for the device, which names by it what a page that is gone could not send.
    html`${hidden('version', version)}${hidden('seen', seen)}${hidden('saveId', '')}${hidden('title', title)}
      ${defaultButton({ name: 'press', value: 'draft' })}
      ${questions.map(
        ({ id, label, question, hint }) =>
          html`<div class="confer-question">${textarea({
            name: id,
            label: { content: question, classes: 'govuk-label--m' },
            hint,
            error: errors.get(id),
            value: texts[id] ?? '',
            rows: 5,
            spellcheck: true,
            attributes: { 'data-check': label },
          })}</div>`,
      )}
      <div class="govuk-button-group">
        ${button({ content: next.content, name: 'press', value: next.press, preventDoubleClick: true })}
        ${button({ content: 'Save draft', name: 'press', value: 'draft', classes: 'govuk-button--secondary', preventDoubleClick: true })}
      </div>
      <p class="govuk-body confer-saved" data-state="draft" data-saved="${savedInWords}"></p>`,
    html` data-saves-itself${checkedWhileWriting(check)}`,
  )
}
