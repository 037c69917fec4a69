import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { noErrors, formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { counted } from '../../../platform/ui/words.ts'
import { formatDay, formatMoment } from '../../../platform/day.ts'
import type { Page } from '../../../platform/web/reply.ts'
import { isSupervising } from '../../relationship.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { caseDecisionPath, caseDecisionsPath, takeOutPath } from '../paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import type { CaseDecision, TypedDecision } from '../case-decision.ts'
import type { DecisionsOfSession } from '../case-decisions-store.ts'
import { decisionFields } from './decision-fields.ts'

export const noDecision: TypedDecision = {
  reference: '',
  decision: '',
  rationale: '',
  actions: '',
  byDay: { day: '', month: '', year: '' },
}

interface CaseDecisionsView {
  readonly opened: OpenedSession
  readonly decisions: DecisionsOfSession
  readonly timeZone: string
  readonly typed: TypedDecision
  readonly errors?: FieldErrors
  /** For the decision that the form adds: pressed twice, it is added once. */
  readonly newId: string
  readonly done: 'added' | 'changed' | 'removed' | 'taken-out' | null
}

export function caseDecisionsScreen(visit: SessionVisit, view: CaseDecisionsView): Page {
  const { opened, decisions, typed, errors = noErrors, newId, done, timeZone } = view
  const { waiting, takenOut } = decisions
  const takesOut = isSupervising(opened.standing)
  const isCancelled = opened.session.state === 'cancelled'
  const writes = takesOut && !isCancelled
  return formPage({
    title: 'Case decisions',
    errors,
    back: backToSession(visit.params),
    main: html`${done !== null && notificationBanner({ title: 'Done', content: doneInWords[done] })}
    ${sessionCaption(opened.day)}
    <h1 class="govuk-heading-l">Case decisions</h1>
    <p class="govuk-body">
      What is decided about a case belongs in the case system. Confer holds it until it is filed there, and is
      then emptied of it.
    </p>
    ${isCancelled && html`<p class="govuk-body">This session was cancelled. What was written for it before that can still be read and filed, and takes no more changes.</p>`}
    ${waiting.length === 0 && html`<p class="govuk-body">There is no case decision here that waits to be filed.</p>`}
    ${waiting.map((decision, index) => decisionCard(visit, decision, index, writes))}
    ${takenOut.length > 0 && insetText({ content: takenOutInWords(view, timeZone) })}
    ${
      takesOut &&
      waiting.length > 0 &&
      html`<p class="govuk-body">
        ${button({ content: 'Take out for the case system', href: takeOutPath.url(visit.params) })}
      </p>`
    }
    ${
      writes &&
      html`<h2 class="govuk-heading-m">${waiting.length === 0 ? 'Add a decision' : 'Add another decision'}</h2>
        ${notKeptOnDevice}
        ${postForm(
          visit,
          caseDecisionsPath.url(visit.params),
          html`${hidden('decisionId', newId)} ${decisionFields(typed, errors)}
          ${button({ content: 'Add this decision', preventDoubleClick: true })}`,
          html` autocomplete="off"`,
        )}`
    }
    ${courtNotice(opened.policyToday, opened.relationship)}`,
  })
}

/** Said at every form for a case decision. */
export const notKeptOnDevice = insetText({
  content:
    'This form does not save itself and keeps nothing on this device, so that no case decision is left behind here. Press the button before you leave the page.',
})

const doneInWords = {
  added: 'The decision is added.',
  changed: 'The decision is changed.',
  removed: 'The decision is removed.',
  'taken-out': 'The decisions are taken out. Confer does not hold them any more.',
} as const

function decisionCard(
  visit: SessionVisit,
  { decisionId, ...decision }: CaseDecision,
  index: number,
  writes: boolean,
): Html {
  const asTyped = (text: string) =>
    text.trim() === ''
      ? html`<span class="confer-not-answered">Not given</span>`
      : html`<div class="confer-as-typed">${text}</div>`
  return summaryList({
    card: {
      title: { content: `Decision ${index + 1}`, headingLevel: 2 },
      ...(writes && {
        actions: {
          items: [
            { href: caseDecisionPath.url({ ...visit.params, decisionId }), content: 'Change or remove' },
          ],
        },
      }),
    },
    rows: [
      { key: 'Case reference', value: asTyped(decision.reference) },
      { key: 'What was decided', value: asTyped(decision.decision) },
      { key: 'Why', value: asTyped(decision.rationale) },
      { key: 'Who does what', value: asTyped(decision.actions) },
      {
        key: 'By when',
        value: decision.byDay === null ? asTyped('') : formatDay(decision.byDay),
      },
    ],
  })
}

/** Decisions that were taken out with one press have one moment. */
function takenOutInWords({ decisions: { takenOut } }: CaseDecisionsView, timeZone: string): Html {
  const moments = new Map<number, number>()
  for (const { takenOutAt } of takenOut)
    moments.set(takenOutAt.getTime(), (moments.get(takenOutAt.getTime()) ?? 0) + 1)
  return html`${[...moments].map(
    ([moment, count]) =>
      html`<p class="govuk-body">
        ${counted(count, 'decision was', 'decisions were')} taken out on
        ${formatMoment(timeZone, new Date(moment))} and filed in the case system. Confer does not hold
        ${count === 1 ? 'it' : 'them'} any more.
      </p>`,
  )}`
}
