import { button } from '../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { postForm } from '../../platform/ui/form.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import { whichIsItPath } from '../paths.ts'
import {
  learnings,
  recordings,
  talks,
  type Learning,
  type Recorded,
  type Talked,
  type WhichIsItAnswers,
} from '../which-is-it.ts'

export type Field = keyof WhichIsItAnswers

/** What was chosen, as it came: '' where nothing was. */
export type Chosen = Readonly<Record<Field, string>>

export const whichIsItForm = { once: ['learning', 'talked', 'recorded'] } satisfies FormShape

export function readChosen(valueOf: (field: Field) => string): Chosen {
  return { learning: valueOf('learning'), talked: valueOf('talked'), recorded: valueOf('recorded') }
}

/** The answers, or `null` while one is missing. */
export function answersFrom(chosen: Chosen): WhichIsItAnswers | null {
  const learning = learnings.find(code => code === chosen.learning)
  const talked = talks.find(code => code === chosen.talked)
  const recorded = recordings.find(code => code === chosen.recorded)
  return learning && talked && recorded ? { learning, talked, recorded } : null
}

interface Choice {
  readonly content: string
  readonly hint?: string
}

interface Question<Code extends string> {
  readonly legend: string
  readonly hint?: string
  readonly missing: string
  readonly codes: readonly Code[]
  readonly choices: Readonly<Record<Code, Choice>>
}

const learning: Question<Learning> = {
  legend: 'What is your learning about?',
  missing: 'Select what your learning is about',
  codes: learnings,
  choices: {
    'supervision-session': {
      content: 'What I took from a supervision session',
      hint: 'You thought it over by yourself afterwards, and can say what you learnt.',
    },
    'session-not-thought-over': {
      content: 'A supervision session that I have not thought over yet',
      hint: 'You have been to it, or talked about it, and have not asked yourself what you learnt.',
    },
    'other-activity': {
      content: 'Something else',
      hint: 'Such as training, reading, feedback, a situation you worked with or a talk with a colleague.',
    },
  },
}

const talked: Question<Talked> = {
  legend: 'Have you talked over what you learnt with somebody?',
  hint: 'If you learnt it from a supervision session, the talk in that same session does not count here. Only a talk afterwards does.',
  missing: 'Select whether you have talked over what you learnt, and with whom',
  codes: talks,
  choices: {
    no: { content: 'No' },
    'in-supervision': { content: 'Yes, with my supervisor or manager, in a supervision session' },
    'with-manager': { content: 'Yes, with my supervisor or manager, at another time' },
    'with-social-worker': { content: 'Yes, with another social worker' },
    'with-professional': { content: 'Yes, with another professional who knows my practice' },
    'with-somebody-else': { content: 'Yes, but only with somebody else, such as a friend or a relative' },
  },
}

const recorded: Question<Recorded> = {
  legend: 'Is that learning already a piece of CPD in Confer?',
  missing: 'Select whether that learning is already a piece of CPD in Confer',
  codes: recordings,
  choices: {
    no: { content: 'No' },
    draft: { content: 'Yes, it is a draft' },
    submitted: { content: 'Yes, I have submitted it' },
  },
}

const questions = { learning, talked, recorded }
const fields = ['learning', 'talked', 'recorded'] as const

export function questionsPage(visit: Visit, chosen: Chosen, showMissing: boolean): Page {
  const errors = fields.flatMap(field => {
    const codes: readonly string[] = questions[field].codes
    const isMissing = showMissing && !codes.includes(chosen[field])
    return isMissing ? [{ field, message: questions[field].missing }] : []
  })
  const errorOf = (field: Field) => errors.find(error => error.field === field)?.message
  return page({
    title: 'Which is it?',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${
          errors.length > 0 &&
          errorSummary({
            errorList: errors.map(error => ({ href: `#${error.field}`, content: error.message })),
          })
        }
        <h1 class="govuk-heading-l">Which is it?</h1>
        <p class="govuk-body">
          A reflection on supervision and a peer reflection are easy to mix up. Three questions tell you which
          you have, or whether you have both. Nothing you answer here is kept.
        </p>
        ${postForm(
          visit,
          whichIsItPath.url({}),
          html`${question('learning', learning, chosen, errorOf)}
          ${question('talked', talked, chosen, errorOf)} ${question('recorded', recorded, chosen, errorOf)}
          ${button({ content: 'Tell me which it is' })}`,
        )}
      </div>
    </div>`,
  })
}

function question<Code extends string>(
  field: Field,
  { legend, hint, codes, choices }: Question<Code>,
  chosen: Chosen,
  errorOf: (field: Field) => string | undefined,
) {
  return radios({
    name: field,
    legend: {
      content: html`<h2 class="govuk-fieldset__heading">${legend}</h2>`,
      classes: 'govuk-fieldset__legend--m',
    },
    hint,
    error: errorOf(field),
    value: chosen[field],
    items: codes.map(code => ({ value: code, ...choices[code] })),
  })
}
