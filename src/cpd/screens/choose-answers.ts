import { button } from '../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { formatMoment } from '../../platform/day.ts'
import { setAsideField } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import type { Question, RulePack } from '../../schemes/rule-pack.ts'
import type { Answers } from '../answers.ts'
import { choiceField, choicesFor, type Choice } from '../choices.ts'
import { marksOf, writeMarks } from '../merge-answers.ts'
import { formUrlOf } from '../paths.ts'
import type { Piece } from '../piece.ts'
import { answerInWords } from './answer-in-words.ts'
import { fieldsOf } from './answers-form.ts'
import { removedCharactersNotice } from './edit-piece.ts'

interface ChooseAnswers {
  readonly pack: RulePack
  readonly pieceId: string
  /** The one question that the form had, or `null` for all of them. */
  readonly question: Question | null
  readonly piece: Piece | null
  readonly stored: Answers
  readonly storedVersion: number
  /** What the form had, and what of it merged by itself. */
  readonly mine: Answers
  readonly clashes: readonly Question[]
  readonly saveKey: string | null
  /** What the save that this page leads to is to be known by: pressed twice, it is carried out once. */
  readonly saveId: string
  /** Clashes that this very page asked about, and that no choice was made for. */
  readonly unanswered: readonly Question[]
}

/** The same answers were changed here and somewhere else: both texts, side by side, and the author chooses. */
export function chooseAnswersScreen(visit: SignedInVisit, view: ChooseAnswers): Page {
  const { pack, pieceId, question, stored, storedVersion, mine, clashes, saveKey, unanswered, piece } = view
  const { form } = visit
  const asked = question === null ? pack.questions : [question]
  const settles = [...form.text('settles').split(' '), saveKey ?? ''].filter(Boolean).join(' ')
  const when = piece && formatMoment(pack.registrationYear.timeZone, piece.changedAt)
  const fromDevice = form.text('fromDevice') === 'yes'
  const keepAs = ['press', 'returnTo', 'fromDevice', setAsideField].filter(name => form.text(name) !== '')
  return page({
    title: 'This piece was changed somewhere else',
    status: unanswered.length > 0 ? 422 : 409,
    hasErrors: unanswered.length > 0,
    back: null,
    main: html`${unanswered.length > 0 && errorSummary({ errorList: unanswered.map(one => ({ href: `#${choiceField(one)}`, content: chooseOne(one) })) })}
      <h1 class="govuk-heading-l">This piece was changed somewhere else</h1>
      <p class="govuk-body">
        ${
          clashes.length === 1
            ? 'One answer was changed both on this page and in another tab or on another device. Choose what it is to say.'
            : `${clashes.length} answers were changed both on this page and in another tab or on another device. Choose what each is to say.`
        }
        Nothing is lost: a text that you do not choose stays among the earlier versions of this piece. Everything
        else that you typed is kept.
      </p>
      ${removedCharactersNotice(form.removedCharacters)}
      ${postForm(
        visit,
        formUrlOf(pieceId, question?.id),
        html`${hidden('version', storedVersion)}${hidden('seen', writeMarks(marksOf(asked, stored)))}${hidden('choosing', clashes.map(({ id }) => id).join(' '))}${settles !== '' && hidden('settles', settles)}${hidden('saveId', view.saveId)}${keepAs.map(name => hidden(name, form.text(name)))}
          ${asked.flatMap(one => fieldsOf(one, mine)).map(([name, value]) => hidden(name, value))}
          ${clashes.map(one => choice(view, one, when, fromDevice))}
          ${button({ content: 'Keep what I chose', preventDoubleClick: true })}`,
      )}`,
  })
}

function choice(view: ChooseAnswers, question: Question, when: string | null, fromDevice: boolean): Html {
  const { pack, mine, stored, unanswered } = view
  const names: Record<Choice, string> = {
    mine: fromDevice ? 'What was kept on this device' : 'What I typed here',
    saved: fromDevice ? 'What is saved now' : 'What was saved elsewhere',
    both: 'Both, one after the other',
  }
  return html`<section class="confer-choice" aria-labelledby="about-${question.id}">
    <h2 class="govuk-heading-m" id="about-${question.id}">${question.label}</h2>
    <div class="confer-side-by-side">
      <div>
        <h3 class="govuk-heading-s">${fromDevice ? 'Kept on this device' : 'Typed here'}, not saved yet</h3>
        <div class="govuk-body">${answerInWords(pack, question, mine)}</div>
      </div>
      <div>
        <h3 class="govuk-heading-s">${fromDevice ? 'Saved' : 'Saved elsewhere'}${when !== null && `, ${when}`}</h3>
        <div class="govuk-body">${answerInWords(pack, question, stored)}</div>
      </div>
    </div>
    ${radios({
      name: choiceField(question),
      legend: { content: `What is “${question.label}” to say?`, classes: 'govuk-fieldset__legend--s' },
      error: unanswered.includes(question) ? chooseOne(question) : undefined,
      items: choicesFor(question).map(value => ({ value, content: names[value] })),
    })}
  </section>`
}

function chooseOne({ label }: Question): string {
  return `Choose what “${label}” is to say`
}
