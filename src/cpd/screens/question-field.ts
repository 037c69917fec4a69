import { codePoints, type Answers } from '../answers.ts'
import { standardInWords, type Question, type RulePack } from '../../schemes/rule-pack.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../platform/ui/govuk/checkboxes.ts'
import { dateInput } from '../../platform/ui/govuk/date-input.ts'
import { fieldset } from '../../platform/ui/govuk/fieldset.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { select } from '../../platform/ui/govuk/select.ts'
import { tag } from '../../platform/ui/govuk/tag.ts'
import { textarea } from '../../platform/ui/govuk/textarea.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { formatNumber } from '../../platform/ui/words.ts'
import { fieldNames } from './answers-form.ts'

interface QuestionField {
  readonly pack: RulePack
  readonly question: Question
  readonly answers: Answers
  /** Messages by the id of the field they belong to. */
  readonly errors: ReadonlyMap<string, string>
  /** Where it stands alone on a page the question is the page's heading. */
  readonly isHeading: boolean
  /** How many rows for peers to show: at least one. */
  readonly peerRows: number
}

export function questionField(field: QuestionField): Html {
  const { pack, question, answers, errors } = field
  const names = fieldNames(question)
  const text = answers.texts[question.id] ?? ''
  const error = errors.get(names.answer)
  const labelled = headingOf(field)
  switch (question.kind) {
    case 'title':
      return input({
        name: names.answer,
        label: labelled,
        hint: question.hint,
        error,
        value: text,
        autocomplete: 'off',
        spellcheck: true,
        attributes: { 'data-check': question.label },
      })
    case 'type':
      return select({
        name: names.answer,
        label: labelled,
        hint: question.hint,
        error,
        value: answers.type,
        items: choiceItems(pack.typesOfCpd, answers.type),
      })
    case 'date':
      return dateField(field)
    case 'text':
      return answerBox({
        ...field,
        name: names.answer,
        label: labelled,
        hint: question.hint,
        value: text,
        rows: field.isHeading ? 14 : 7,
      })
    case 'peer-reflection':
      return peerReflectionField(field)
    case 'standards':
      return checkboxes({
        name: names.answer,
        legend: labelled,
        hint: question.hint,
        error,
        values: answers.standards,
        items: pack.standards.map(standard => ({ value: standard.id, content: standardInWords(standard) })),
        classes: 'govuk-checkboxes--small',
      })
  }
}

/** Also says which questions may stay empty, so that nobody has to guess from a star. */
function headingOf({ question, isHeading }: QuestionField) {
  const mark =
    question.mark === null ? nothing : html`${tag({ content: question.mark, classes: 'confer-mark' })} `
  const optional = question.required ? nothing : html` <span class="confer-optional">(optional)</span>`
  return {
    content: html`${mark}${question.question}${optional}`,
    classes: isHeading
      ? 'govuk-label--l govuk-fieldset__legend--l'
      : 'govuk-label--m govuk-fieldset__legend--m',
    isPageHeading: isHeading,
  }
}

function dateField(field: QuestionField): Html {
  const { question, answers, errors } = field
  const units = ['day', 'month', 'year'] as const
  const wrong = units.filter(unit => errors.has(`${question.id}-${unit}`))
  const message = wrong[0] === undefined ? undefined : errors.get(`${question.id}-${wrong[0]}`)
  const part = (unit: (typeof units)[number]) => ({ error: wrong.includes(unit) })
  return dateInput({
    id: question.id,
    namePrefix: question.id,
    legend: headingOf(field),
    hint: question.hint,
    error: message,
    values: answers.date,
    day: part('day'),
    month: part('month'),
    year: part('year'),
  })
}

interface AnswerBox extends QuestionField {
  readonly name: string
  readonly label: ReturnType<typeof headingOf>
  readonly hint: string
  readonly value: string
  readonly rows: number
}

/** A box for a long answer, with a count of what is in it. The browser is told no limit: cutting text off loses it. */
function answerBox({ pack, question, errors, name, label, hint, value, rows }: AnswerBox): Html {
  const countId = `${name}-count`
  return textarea({
    name,
    label,
    hint,
    error: errors.get(name),
    value,
    rows,
    spellcheck: true,
    describedBy: countId,
    attributes: { 'data-longest': pack.longestAnswer, 'data-check': question.label },
    afterInput: html`<div id="${countId}" class="govuk-hint confer-count">
      ${formatNumber(codePoints(value))} of ${formatNumber(pack.longestAnswer)} characters
    </div>`,
  })
}

function peerReflectionField(field: QuestionField): Html {
  const { pack, question, answers, errors, peerRows } = field
  const names = fieldNames(question)
  const { text, peers, settings } = answers.peerReflection
  const rows = Array.from({ length: peerRows }, (_, index) => {
    const row = index + 1
    const peer = peers[index] ?? { category: '', role: '' }
    return html`<div class="confer-peer">
      ${select({
        name: names.category(row),
        label: `Who is ${peerRows === 1 ? 'your peer' : `peer ${row}`}?`,
        error: errors.get(names.category(row)),
        value: peer.category,
        items: choiceItems(pack.peerCategories, peer.category),
      })}
      ${input({
        name: names.role(row),
        label: peerRows === 1 ? 'Their job role' : `Job role of peer ${row}`,
        hint: row === 1 ? 'For example, team manager or health visitor. Never a name.' : undefined,
        error: errors.get(names.role(row)),
        value: peer.role,
        autocomplete: 'off',
        attributes: { 'data-check': 'job-role' },
      })}
      ${
        peerRows > 1 &&
        button({
          content: html`Remove <span class="govuk-visually-hidden">peer ${row}</span>`,
          name: 'press',
          value: `remove-peer-${row}`,
          classes: 'govuk-button--secondary',
        })
      }
    </div>`
  })
  return html`${answerBox({ ...field, name: names.answer, label: headingOf(field), hint: [pack.wording.peerReflectionMark, question.hint].filter(Boolean).join(' '), value: text, rows: field.isHeading ? 10 : 7 })}
  ${fieldset({
    legend: { content: 'Who you discussed it with', classes: 'govuk-fieldset__legend--s' },
    content: html`<p class="govuk-hint">
        Needed if you answer the question above. Your peer is known by job role only: they approve nothing.
      </p>
      ${rows}
      ${button({ content: 'Add another peer', name: 'press', value: 'add-peer', classes: 'govuk-button--secondary' })}`,
  })}
  ${checkboxes({
    name: names.setting,
    legend: {
      content: html`How you discussed it <span class="confer-optional">(optional)</span>`,
      classes: 'govuk-fieldset__legend--s',
    },
    error: errors.get(names.setting),
    values: settings,
    items: pack.settings.map(({ id, name }) => ({ value: id, content: name })),
    classes: 'govuk-checkboxes--small',
  })}`
}

/** A first empty choice, and whatever is stored although this pack does not offer it: it is shown, not dropped. */
function choiceItems(options: readonly { readonly id: string; readonly name: string }[], chosen: string) {
  const unknown = chosen !== '' && !options.some(({ id }) => id === chosen)
  return [
    { value: '', content: 'Choose one' },
    ...options.map(({ id, name }) => ({ value: id, content: name })),
    unknown && { value: chosen, content: 'Something no longer on this list' },
  ]
}
