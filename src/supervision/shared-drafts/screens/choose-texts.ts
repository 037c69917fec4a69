import { choiceField, choicesFor, type Choice } from '../../../cpd/choices.ts'
import { marksOf, writeMarks } from '../../../cpd/merge-answers.ts'
import { formatMoment } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../../platform/ui/govuk/error-summary.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { setAsideField } from '../../../platform/web/form-body.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { knownAs } from '../../known-as.ts'
import { asAnswers, asQuestions, type SharedDraft, type SharedQuestion, type Texts } from '../shared-draft.ts'
import { asTyped } from './as-typed.ts'

interface ChooseTexts {
  readonly questions: readonly SharedQuestion[]
  readonly formUrl: string
  readonly title: string
  readonly names: Readonly<Record<string, string>>
  readonly timeZone: string
  readonly stored: SharedDraft
  /** What the form had, and what of it merged by itself. */
  readonly mine: Texts
  readonly clashes: readonly string[]
  readonly saveKey: string | null
  /** What the save that this page leads to is to be known by: pressed twice, it is carried out once. */
  readonly saveId: string
  /** Clashes that this very page asked about, and that no choice was made for. */
  readonly unanswered: readonly string[]
  /** Who else may come to see it, and until when it is kept. */
  readonly notice: Html
}

const heading = 'The same was changed by somebody else'

/** The same answers were changed here and somewhere else: both texts, side by side, and whoever typed here chooses. */
export function chooseTextsScreen(visit: SignedInVisit, view: ChooseTexts): Page {
  const { title, stored, mine, clashes, saveKey, unanswered } = view
  const { form } = visit
  const questions = asQuestions(view.questions)
  const clashing = questions.filter(({ id }) => clashes.includes(id))
  const settles = [...form.text('settles').split(' '), saveKey ?? ''].filter(Boolean).join(' ')
  const keepAs = ['press', 'title', 'fromDevice', setAsideField].filter(name => form.text(name) !== '')
  return page({
    title: heading,
    status: unanswered.length > 0 ? 422 : 409,
    hasErrors: unanswered.length > 0,
    main: html`${unanswered.length > 0 && errorSummary({ errorList: clashing.filter(({ id }) => unanswered.includes(id)).map(one => ({ href: `#${choiceField(one)}`, content: chooseOne(one.label) })) })}
      <span class="govuk-caption-l">${title}</span>
      <h1 class="govuk-heading-l">${heading}</h1>
      <p class="govuk-body">
        ${
          clashing.length === 1
            ? 'One answer was changed both on this page and somewhere else. Choose what it is to say.'
            : `${clashing.length} answers were changed both on this page and somewhere else. Choose what each is to say.`
        }
        Nothing is lost: a text that you do not choose stays among the earlier versions. Everything else that you typed is
        kept.
      </p>
      ${postForm(
        visit,
        view.formUrl,
        html`${hidden('version', stored.version)}${hidden('seen', writeMarks(marksOf(questions, asAnswers(stored.texts))))}${hidden('choosing', clashes.join(' '))}${settles !== '' && hidden('settles', settles)}${hidden('saveId', view.saveId)}${keepAs.map(name => hidden(name, form.text(name)))}
          ${questions.map(({ id }) => hidden(id, mine[id] ?? ''))} ${clashing.map(one => choice(view, one))}
          ${button({ content: 'Keep what I chose', preventDoubleClick: true })}`,
      )}
      ${view.notice}`,
  })
}

const words: Record<Choice, string> = {
  mine: 'What I typed here',
  saved: 'What was saved elsewhere',
  both: 'Both, one after the other',
}

function choice(view: ChooseTexts, question: ReturnType<typeof asQuestions>[number]): Html {
  const { mine, stored, names, timeZone, unanswered } = view
  const { id, label } = question
  return html`<section class="confer-choice" aria-labelledby="about-${id}">
    <h2 class="govuk-heading-m" id="about-${id}">${label}</h2>
    <div class="confer-side-by-side">
      <div>
        <h3 class="govuk-heading-s">Typed here, not saved yet</h3>
        <div class="govuk-body">${asTyped(mine[id] ?? '')}</div>
      </div>
      <div>
        <h3 class="govuk-heading-s">
          Saved by ${knownAs(names, stored.changedBy)}, ${formatMoment(timeZone, stored.changedAt)}
        </h3>
        <div class="govuk-body">${asTyped(stored.texts[id] ?? '')}</div>
      </div>
    </div>
    ${radios({
      name: choiceField(question),
      legend: { content: `What is “${label}” to say?`, classes: 'govuk-fieldset__legend--s' },
      error: unanswered.includes(id) ? chooseOne(label) : undefined,
      items: choicesFor(question).map(value => ({ value, content: words[value] })),
    })}
  </section>`
}

function chooseOne(label: string): string {
  return `Choose what “${label}” is to say`
}
