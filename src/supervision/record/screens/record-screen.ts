import { button } from '../../../platform/ui/govuk/button.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { radios } from '../../../platform/ui/govuk/radios.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { formPage, noErrors, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { formatNumber } from '../../../platform/ui/words.ts'
import { formatDay } from '../../../platform/day.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { sharedDraftForm } from '../../shared-drafts/screens/shared-draft-form.ts'
import type { SharedDraft } from '../../shared-drafts/shared-draft.ts'
import { longestText } from '../../typed-words.ts'
import type { FoundInRecord } from '../find-in-record.ts'
import {
  signBy,
  stateOfRecord,
  stillToAnswer,
  takesAdditions,
  type AnswerProblem,
  type JointContent,
  type SignedRecord,
} from '../joint-record.ts'
import { addToRecordPath, answerRecordPath, commentPath, recordPath, recordVersionsPath } from '../paths.ts'
import { agreedActionsPath } from '../../agreed-actions/paths.ts'
import { commentQuestion, recordQuestions } from '../record-questions.ts'
import { askOnceMore } from '../../../platform/ui/ask-once-more.ts'
import { findingsPart } from '../../screens/findings-part.ts'
import { checkedWhileWriting } from '../../screens/checked-while-writing.ts'
import { askedAbout, countLikely, type FoundIn } from '../../find-in-texts.ts'
import { changeUrl } from './change-url.ts'
import { commentsPart, contentPart, signaturesPart, stateInWords } from './record-parts.ts'

export const recordTitle = 'Record of the session'

interface RecordView {
  readonly opened: OpenedSession
  readonly draft: SharedDraft | null
  /** What would be signed now. */
  readonly content: JointContent
  /** What in it, or of a supervisee in their own comment, might identify somebody; `null` where nobody is to look at that. */
  readonly found: readonly FoundInRecord[] | null
  readonly signed: SignedRecord | null
  readonly checkScriptUrl: string
  /** What in words that were to be added is likely to identify somebody: they are asked about before they stand for good. */
  readonly toAsk?: ToAsk
  readonly timeZone: string
  readonly done: 'saved' | 'signed' | 'answered' | 'added' | null
  readonly errors?: FieldErrors
  /** What was typed into a form that could not be taken. */
  readonly typed?: { readonly agrees?: string; readonly words?: string; readonly addition?: string }
}

/** Which field of which form it is about. */
export interface ToAsk {
  readonly field: 'words' | 'addition'
  readonly found: readonly FoundIn[]
}

const pressAnyway = { words: 'Sign with this answer anyway', addition: 'Add it anyway' } as const

const doneInWords = {
  saved: 'The draft is saved.',
  signed: 'You have signed the record. It cannot be changed any more.',
  answered: 'Your word on the record is kept beside it.',
  added: 'Your addition is kept with the record.',
} as const

const keptOfCancelled =
  'This session was cancelled. What was written for it before that stays here to be read, and takes no more changes.'

export function recordScreen(visit: SessionVisit, view: RecordView): Page {
  const { opened, draft, signed, timeZone, done, errors = noErrors, toAsk } = view
  const { session, day, policy, policyToday, today, names, relationship } = opened
  const state = stateOfRecord(session, { hasDraft: draft !== null, signed }, opened.finishing)
  const shown = formPage({
    title: toAsk === undefined ? recordTitle : `Not kept yet: ${recordTitle}`,
    errors,
    back: backToSession(visit.params),
    main: html`${toAsk !== undefined && askOnceMore({ title: 'Not kept yet', likely: countLikely(toAsk.found), press: pressAnyway[toAsk.field] })}
    ${done !== null && notificationBanner({ title: 'Done', content: doneInWords[done] })}
    ${sessionCaption(day)}
    <h1 class="govuk-heading-l">${recordTitle}</h1>
    <p class="govuk-body">${session.state === 'cancelled' ? keptOfCancelled : stateInWords({ state, by: signBy(day, policy), today, names: { ...names, [visit.actor.personId]: 'you' } })}</p>
    ${
      signed === null
        ? draftPart(visit, view)
        : html`${contentPart(signed.content, names)} ${signaturesPart(signed, names, timeZone)}
          ${answerPart(visit, view, signed)} ${additionPart(visit, view, signed)}`
    }
    ${courtNotice(policyToday, relationship)}`,
  })
  return toAsk === undefined ? shown : { ...shown, status: 422 }
}

function draftPart(
  visit: SessionVisit,
  { opened, draft, content, found, checkScriptUrl, errors = noErrors }: RecordView,
): Html {
  const { standing, names, day } = opened
  const check = { scriptUrl: checkScriptUrl, names }
  const { personId } = visit.actor
  const texts = draft?.texts ?? {}
  const title = `Record of the session on ${formatDay(day)}`
  const isClosed = opened.session.state === 'cancelled' || opened.finishing?.isOver === true
  switch (standing) {
    case 'supervisor':
    case 'finishing-supervisor':
      if (isClosed) return html`${draftContent(content, names, null)} ${versionsLink(visit)}`
      return html`<p class="govuk-body">
          You write it, and those you supervise can read and comment on the draft. What is decided about a case
          goes with the case decisions, and what somebody is to do with the
          <a class="govuk-link" href="${agreedActionsPath.url(visit.params)}">agreed actions</a>, which are part
          of the record.
        </p>
        ${commentsPart(content.comments, names)}
        ${sharedDraftForm(visit, {
          questions: recordQuestions,
          formUrl: recordPath.url(visit.params),
          title,
          version: draft?.version ?? 0,
          texts,
          errors,
          savedInWords: 'Saved as a draft. Everybody who was in the session can read it.',
          next: { content: 'Read it through and sign', press: 'sign' },
          check,
        })}
        ${found !== null && findingsPart(found, changeUrl(visit))}
        ${versionsLink(visit)}`
    case 'supervisee':
    case 'former-supervisee':
      if (isClosed) return html`${draftContent(content, names, null)} ${versionsLink(visit)}`
      return html`${draftContent(content, names, personId)}
        ${sharedDraftForm(visit, {
          questions: [commentQuestion(personId)],
          formUrl: commentPath.url(visit.params),
          title: `Your comment on the record of the session on ${formatDay(day)}`,
          version: draft?.version ?? 0,
          texts,
          errors,
          savedInWords: 'Your comment is saved. Everybody who was in the session can read it.',
          next: { content: 'Save and go back to the session', press: 'back' },
          check,
        })}
        ${found !== null && found.length > 0 && findingsPart(found, () => `#${commentQuestion(personId).id}`)}
        ${versionsLink(visit)}`
    case 'manager':
    case 'auditor':
    case 'former-supervisor':
    case 'none':
      return html`<p class="govuk-body">What a draft says is only for those who were in the session.</p>`
  }
}

/** The draft to be read; without the comment of whoever has that in a form below. */
function draftContent(content: JointContent, names: OpenedSession['names'], personId: string | null): Html {
  const others = content.comments.filter(comment => comment.personId !== personId)
  return html`<h2 class="govuk-heading-m">The draft</h2>
    ${contentPart({ ...content, comments: others }, names)}`
}

function versionsLink(visit: SessionVisit): Html {
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${recordVersionsPath.url(visit.params)}">Earlier versions of the draft</a>
  </p>`
}

function answerPart(visit: SessionVisit, view: RecordView, signed: SignedRecord): Html {
  const { opened, errors = noErrors, typed = {} } = view
  if (!stillToAnswer(signed, opened.session).includes(visit.actor.personId)) return nothing
  return html`<h2 class="govuk-heading-m">Your word on it</h2>
    <p class="govuk-body">
      The record stays as your supervisor signed it. What you say here stands beside it for good: whoever reads
      the one reads the other.
    </p>
    ${postForm(
      visit,
      answerRecordPath.url(visit.params),
      html`${hidden('sha256', signed.sha256)}
      ${radios({
        name: 'agrees',
        legend: { content: 'Do you agree with the record?', classes: 'govuk-fieldset__legend--s' },
        error: errors.get('agrees'),
        value: typed.agrees,
        items: [
          { value: 'yes', content: 'I agree' },
          { value: 'no', content: 'I disagree, and say why' },
        ],
      })}
      ${textarea({
        name: 'words',
        label: { content: 'In your own words', classes: 'govuk-label--s' },
        hint: 'Needed if you disagree. Leave out anything that could identify a person you work with.',
        error: errors.get('words'),
        value: typed.words ?? '',
        rows: 5,
        spellcheck: true,
        attributes: { 'data-check': 'In your own words' },
      })}
      ${askedPart(view, 'words', 'Sign with this answer')}`,
      checkedWhileWriting({ scriptUrl: view.checkScriptUrl, names: opened.names }),
    )}`
}

function additionPart(visit: SessionVisit, view: RecordView, signed: SignedRecord): Html {
  const { opened, errors = noErrors, typed = {} } = view
  const { standing, session, day, policy, today } = opened
  const state = stateOfRecord(session, { hasDraft: false, signed })
  if (!takesAdditions(state, signBy(day, policy), today)) return nothing
  const mayAdd = standing === 'supervisor' || session.attended.includes(visit.actor.personId)
  if (!mayAdd) return nothing
  return html`<h2 class="govuk-heading-m">Add to the record</h2>
    ${postForm(
      visit,
      addToRecordPath.url(visit.params),
      html`${hidden('number', signed.additions.length)}
      ${textarea({
        name: 'addition',
        label: { content: 'What is to be added?', classes: 'govuk-label--s' },
        hint: 'It stands below the record, with your name and the time, and cannot be changed afterwards.',
        error: errors.get('addition'),
        value: typed.addition ?? '',
        rows: 4,
        spellcheck: true,
        attributes: { 'data-check': 'What is to be added?' },
      })}
      ${askedPart(view, 'addition', 'Add it')}`,
      checkedWhileWriting({ scriptUrl: view.checkScriptUrl, names: opened.names }),
    )}`
}

/** The button of a form or, where it was asked about, what is likely to identify somebody and the press that means it. */
function askedPart({ toAsk, typed = {} }: RecordView, field: ToAsk['field'], press: string): Html {
  if (toAsk?.field !== field) return button({ content: press, preventDoubleClick: true })
  return html`${hidden('asked', askedAbout(typed[field] ?? ''))} ${findingsPart(toAsk.found, () => `#${field}`)}
  ${button({ content: pressAnyway[field], classes: 'govuk-button--warning', preventDoubleClick: true })}`
}

export function answerErrors(problems: readonly AnswerProblem[]): FieldErrors {
  return new Map(
    problems.map(({ field, problem }): [string, string] => {
      if (field === 'agrees') return ['agrees', 'Select whether you agree with the record']
      return [
        'words',
        problem === 'missing' ? 'Enter in your own words why you disagree' : tooLong('Your words'),
      ]
    }),
  )
}

export function additionErrors(problem: 'missing' | 'too-long'): FieldErrors {
  const message = problem === 'missing' ? 'Enter what is to be added' : tooLong('What you add')
  return new Map([['addition', message]])
}

function tooLong(what: string): string {
  return `${what} must be ${formatNumber(longestText)} characters or less`
}
