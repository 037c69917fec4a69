import { formatDay, formatMoment, type Day } from '../../../platform/day.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { tag } from '../../../platform/ui/govuk/tag.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { knownAs } from '../../known-as.ts'
import { asTyped } from '../../shared-drafts/screens/as-typed.ts'
import { isLate, type JointContent, type RecordState, type SignedRecord } from '../joint-record.ts'

type Names = Readonly<Record<string, string>>

/** What a record says, or would say if it were signed now. */
export function contentPart({ sections, comments, actions }: JointContent, names: Names): Html {
  return html`${summaryList({ rows: sections.map(({ question, text }) => ({ key: question, value: asTyped(text) })) })}
    <h2 class="govuk-heading-m">Agreed actions</h2>
    ${
      actions.length === 0
        ? html`<p class="govuk-body">No action was agreed in this session.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${actions.map(
              ({ what, ownerId, byDay }) =>
                html`<li>${asTyped(what)}${knownAs(names, ownerId)}, by ${formatDay(byDay)}</li>`,
            )}
          </ul>`
    }
    ${commentsPart(comments, names)}`
}

export function commentsPart(comments: JointContent['comments'], names: Names): Html {
  if (comments.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Comments on the draft</h2>
    ${comments.map(
      ({ personId, text }) =>
        html`<h3 class="govuk-heading-s">${knownAs(names, personId)}</h3>
          <div class="govuk-body">${asTyped(text)}</div>`,
    )}`
}

/** Who signed, agreed or disagreed and when, with their words; and what was added since. */
export function signaturesPart(record: SignedRecord, names: Names, timeZone: string): Html {
  const { signedBy, signedAt, sha256, answers, additions } = record
  return html`<h2 class="govuk-heading-m">Signed</h2>
    ${summaryList({
      rows: [
        {
          key: knownAs(names, signedBy),
          value: `Signed as supervisor on ${formatMoment(timeZone, signedAt)}`,
        },
        ...answers.map(answer => ({
          key: knownAs(names, answer.personId),
          value: html`<p class="govuk-body">
              ${
                answer.agrees
                  ? tag({ content: 'Agreed', classes: 'govuk-tag--green' })
                  : tag({ content: 'Disagreed', classes: 'govuk-tag--orange' })
              }
              on ${formatMoment(timeZone, answer.signedAt)}
            </p>
            ${answer.words !== '' && asTyped(answer.words)}`,
        })),
        { key: 'SHA-256', value: html`<code class="confer-hash">${sha256}</code>` },
      ],
    })}
    ${
      additions.length > 0 &&
      html`<h2 class="govuk-heading-m">Added since</h2>
        ${additions.map(
          ({ personId, addedAt, text }) =>
            html`<h3 class="govuk-heading-s">
                ${knownAs(names, personId)}, ${formatMoment(timeZone, addedAt)}
              </h3>
              <div class="govuk-body">${asTyped(text)}</div>`,
        )}`
    }`
}

interface Whereabouts {
  readonly state: RecordState
  readonly by: Day
  readonly today: Day
  readonly names: Names
}

/** Where the record stands, by when it is to be signed, and whether that is over. */
export function stateInWords({ state, by, today, names }: Whereabouts): Html {
  const late = isLate(state, by, today) && tag({ content: 'Overdue', classes: 'govuk-tag--red' })
  const until = ` Everybody is to have signed by ${formatDay(by)}.`
  switch (state.kind) {
    case 'not-started':
      return html`The supervisor has not begun it.${until} ${late}`
    case 'draft':
      return html`It is a draft: the supervisor has not signed it.${until} ${late}`
    case 'not-finished':
      return html`It was not finished: supervision has ended, and the supervisor had until
      ${formatDay(state.until)} to sign it. What was written stays here to be read, and takes no more
      changes.`
    case 'waiting':
      return html`The supervisor has signed it. It waits for
      ${inAList(state.for.map(personId => knownAs(names, personId)))}.${until} ${late}`
    case 'signed':
      return html`${
        state.disagreed === 0 ? 'Everybody has signed it.' : 'Everybody has signed it, not all in agreement.'
      }`
  }
}
