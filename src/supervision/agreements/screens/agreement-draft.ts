import { formatMoment } from '../../../platform/day.ts'
import { noErrors, formPage } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { errorSummary } from '../../../platform/ui/govuk/error-summary.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { knownAs } from '../../known-as.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { countLikely, type FoundIn } from '../../find-in-texts.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { askOnceMore } from '../../../platform/ui/ask-once-more.ts'
import { findingsPart } from '../../screens/findings-part.ts'
import type { headedTexts } from '../agreement-content.ts'
import { asTyped } from '../../shared-drafts/screens/as-typed.ts'
import { sharedDraftForm } from '../../shared-drafts/screens/shared-draft-form.ts'
import type { SharedDraft, Texts } from '../../shared-drafts/shared-draft.ts'
import { agreementQuestions, type AgreementQuestionId } from '../agreement-questions.ts'
import { agreementCheckPath, agreementDraftPath, agreementPath } from '../paths.ts'

export const agreementTitle = 'The supervision agreement'

interface AgreementDraftView {
  readonly relationship: Relationship
  readonly names: Readonly<Record<string, string>>
  readonly policy: Policy
  readonly timeZone: string
  /** Null before anything was written: then `texts` is what to start from. */
  readonly draft: SharedDraft | null
  readonly texts: Texts
  readonly startsFromPolicy: boolean
  readonly checkScriptUrl: string
  readonly isSaved: boolean
}

export function agreementDraftScreen(visit: SignedInVisit, view: AgreementDraftView): Page {
  const { relationship, names, policy, timeZone, draft, texts, startsFromPolicy, isSaved } = view
  const { relationshipId } = relationship
  return formPage({
    title: 'Write the agreement',
    errors: noErrors,
    back: { href: agreementPath.url({ relationshipId }), text: 'Back to the agreement' },
    main: html`${isSaved && notificationBanner({ title: 'Saved', content: 'The draft is saved. It binds nobody until it is offered and everybody has signed it.' })}
      <h1 class="govuk-heading-l">Write the agreement</h1>
      <p class="govuk-body">
        Everybody in this supervision can write here, also at the same time. It binds nobody until it is offered and everybody
        has signed it.
      </p>
      ${startsFromPolicy && draft === null && insetText({ content: 'Some answers begin with what your supervision policy says. Change them as you like: nothing is saved yet.' })}
      ${draft !== null && html`<p class="govuk-body">Last changed by ${knownAs(names, draft.changedBy)} on ${formatMoment(timeZone, draft.changedAt)}.</p>`}
      ${sharedDraftForm(visit, {
        questions: agreementQuestions,
        formUrl: agreementDraftPath.url({ relationshipId }),
        title: agreementTitle,
        version: draft?.version ?? 0,
        texts,
        errors: noErrors,
        savedInWords: 'Saved as a draft that everybody in this supervision sees.',
        next: { content: 'Check the agreement', press: 'check' },
        check: { scriptUrl: view.checkScriptUrl, names },
      })}
      ${courtNotice(policy, relationship)}`,
  })
}

interface AgreementCheckView {
  readonly relationship: Relationship
  readonly policy: Policy
  readonly draft: SharedDraft
  readonly nextVersion: number
  /** What in it might identify somebody. */
  readonly found: readonly FoundIn<ReturnType<typeof headedTexts>[number]>[]
  readonly unanswered: readonly AgreementQuestionId[]
  /** Said where the draft was changed since the page was shown. */
  readonly wasChanged: boolean
  /** Said where something is likely to identify somebody, and nobody was asked about it yet. */
  readonly asksOnceMore: boolean
}

/** The draft as it would be offered for signature. */
export function agreementCheckScreen(visit: SignedInVisit, view: AgreementCheckView): Page {
  const { relationship, policy, draft, nextVersion, found, unanswered, wasChanged } = view
  const likely = countLikely(found)
  const asksOnceMore = view.asksOnceMore && likely > 0
  const { relationshipId } = relationship
  const editUrl = agreementDraftPath.url({ relationshipId })
  const hasErrors = unanswered.length > 0
  const errorList = agreementQuestions
    .filter(({ id }) => unanswered.includes(id))
    .map(({ id, label }) => ({ href: `${editUrl}#${id}`, content: `Answer “${label}”` }))
  return page({
    title: asksOnceMore ? 'Not offered yet: check the agreement once more' : 'Check the agreement',
    status: hasErrors || asksOnceMore ? 422 : wasChanged ? 409 : 200,
    hasErrors,
    back: { href: editUrl, text: 'Back to the draft' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${hasErrors && errorSummary({ errorList })}
      ${asksOnceMore && askOnceMore({ title: 'Not offered yet', likely, press: 'Offer it anyway' })}
      ${wasChanged && notificationBanner({ title: 'Changed meanwhile', content: 'The draft was changed since you opened this page, so nothing was done. This is what it says now.' })}
      <h1 class="govuk-heading-l">Check the agreement</h1>
      <p class="govuk-body">This becomes version ${nextVersion}. Everybody reads and signs exactly these words; to change a word later takes a new version.</p>
      ${summaryList({
        rows: agreementQuestions.map(({ id, label }) => ({
          key: label,
          value: asTyped(draft.texts[id] ?? ''),
          actions: {
            items: [{ href: `${editUrl}#${id}`, content: 'Change', visuallyHiddenText: label.toLowerCase() }],
          },
        })),
      })}
      ${findingsPart(found, ({ id }) => `${editUrl}#${id}`)}
      ${offerForm(visit, relationshipId, draft, asksOnceMore)} ${courtNotice(policy, relationship)}
    </div></div>`,
  })
}

function offerForm(
  visit: SignedInVisit,
  relationshipId: string,
  { version }: SharedDraft,
  asksOnceMore: boolean,
): Html {
  const anyway = {
    content: 'Offer it anyway',
    name: 'press',
    value: 'anyway',
    classes: 'govuk-button--warning',
  }
  return postForm(
    visit,
    agreementCheckPath.url({ relationshipId }),
    html`${hidden('version', version)} ${button({ ...(asksOnceMore ? anyway : { content: 'Offer it for signature' }), preventDoubleClick: true })}`,
  )
}
