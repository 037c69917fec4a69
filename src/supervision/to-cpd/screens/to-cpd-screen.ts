import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { warningText } from '../../../platform/ui/govuk/warning-text.ts'
import { formPage, noErrors, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { textInBoxes } from '../../../platform/web/typed-text.ts'
import { overviewPath } from '../../../cpd/paths.ts'
import {
  whichIsItQuestions,
  type Chosen,
  type Field,
  type WhichIsItQuestion,
} from '../../../which-is-it/which-is-it-questions.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { toCpdPath } from '../paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { namesIn, type Carried } from '../what-is-carried.ts'

interface ToCpdView {
  readonly opened: OpenedSession
  readonly mayBeCarried: readonly Carried[]
  readonly isSigned: boolean
  readonly chosen: Chosen
  /** Ids of what is to be carried. Nothing is, until it is ticked. */
  readonly carry: readonly string[]
  /** Of the piece that comes of it: pressed twice, it is one. */
  readonly pieceId: string
  readonly errors?: FieldErrors
}

const title = 'Make a CPD draft from this session'

export function toCpdScreen(visit: SessionVisit, view: ToCpdView): Page {
  const { opened, mayBeCarried, isSigned, chosen, carry, pieceId, errors = noErrors } = view
  const others = Object.entries(opened.names).flatMap(([personId, name]) =>
    personId === visit.actor.personId ? [] : [name],
  )
  return formPage({
    title,
    errors,
    back: backToSession(visit.params),
    main: html`${sessionCaption(opened.day)}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        A supervision session is not CPD by itself: what you learnt from it can be. The draft is yours alone.
        Nobody in this supervision sees it, and nothing in it leads back here.
      </p>
      ${postForm(
        visit,
        toCpdPath.url(visit.params),
        html`${hidden('pieceId', pieceId)} ${ask('learning', whichIsItQuestions.learning, chosen, errors)}
          ${ask('talked', whichIsItQuestions.talked, chosen, errors)}
          ${ask('recorded', whichIsItQuestions.recorded, chosen, errors)}
          ${carryPart(mayBeCarried, carry, others, isSigned)}
          ${button({ content: 'Make the draft', preventDoubleClick: true })}`,
      )}
      ${mayBeCarried.length > 0 && courtNotice(opened.policyToday, opened.relationship)}`,
  })
}

function carryPart(
  mayBeCarried: readonly Carried[],
  carry: readonly string[],
  others: readonly string[],
  isSigned: boolean,
): Html {
  const unsigned =
    !isSigned &&
    html`<p class="govuk-body">
      Words of the record can be taken along once your supervisor has signed it.
    </p>`
  if (mayBeCarried.length === 0)
    return html`<h2 class="govuk-heading-m">What do you want to take along?</h2>
      <p class="govuk-body">There is nothing to take along: you have no notes of your own here.</p>
      ${unsigned}`
  return html`${checkboxes({
    name: 'carry',
    legend: {
      content: html`<h2 class="govuk-fieldset__heading">What do you want to take along? (optional)</h2>`,
      classes: 'govuk-fieldset__legend--m',
    },
    hint: 'It becomes the beginning of your draft, for you to put into words of your own.',
    values: carry,
    items: mayBeCarried.map(({ id, label, text }) => ({
      value: id,
      content: label,
      hint: html`<span class="confer-as-typed">${text.length > 160 ? `${text.slice(0, 160)}…` : text}</span>${namedIn(text, others)}`,
    })),
  })}
  ${unsigned}
  ${warningText({
    content:
      'Take nobody’s name along, and nothing that could identify somebody: not the people you work with, not your supervisor, not a colleague.',
  })}`
}

function namedIn(text: string, others: readonly string[]): Html | false {
  const found = namesIn(text, others)
  return found.length > 0 && html`<br><strong>Names ${inAList(found)}: take that out in the draft.</strong>`
}

function ask<Code extends string>(
  field: Field,
  { legend, hint, codes, choices }: WhichIsItQuestion<Code>,
  chosen: Chosen,
  errors: FieldErrors,
): Html {
  return radios({
    name: field,
    legend: {
      content: html`<h2 class="govuk-fieldset__heading">${legend}</h2>`,
      classes: 'govuk-fieldset__legend--m',
    },
    hint,
    error: errors.get(field),
    value: chosen[field],
    items: codes.map(code => ({ value: code, ...choices[code] })),
  })
}

/** What is recorded already is gone on with where it is: a second piece of the same learning would be no different piece. */
export function alreadyAPieceScreen(
  visit: SessionVisit,
  { opened, carried }: { readonly opened: OpenedSession; readonly carried: readonly Carried[] },
): Page {
  const heading = 'It is a piece of CPD already'
  return page({
    title: heading,
    back: backToSession(visit.params),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${sessionCaption(opened.day)}
        <h1 class="govuk-heading-l">${heading}</h1>
        <p class="govuk-body">
          You said that this learning is recorded in Confer already, so no draft was made: the same learning twice
          is not two different pieces. Open that piece in Your CPD and add to it.
        </p>
        ${button({ content: 'Go to Your CPD', href: overviewPath.url({}) })}
        ${
          carried.length > 0 &&
          html`<h2 class="govuk-heading-m">What you wanted to take along</h2>
            <p class="govuk-body">Copy what you need.</p>
            ${textInBoxes(carried.map(({ text }) => text))}`
        }
      </div>
    </div>`,
  })
}

/** Why there is nothing to draft. */
export function noDraftScreen(
  visit: SessionVisit,
  { day }: OpenedSession,
  why: 'not-held' | 'not-there',
): Page {
  return page({
    title,
    back: backToSession(visit.params),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${sessionCaption(day)}
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">
          ${
            why === 'not-held'
              ? 'You can do this once the session has been held.'
              : 'You were not in this session, so there is nothing of it to think over.'
          }
        </p>
      </div>
    </div>`,
  })
}
