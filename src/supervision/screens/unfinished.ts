import { dayIn, formatDay } from '../../platform/day.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import { takeOutPath } from '../case-decisions/paths.ts'
import { recordPath } from '../record/paths.ts'
import { knownAs } from '../known-as.ts'
import type { Relationship } from '../relationship.ts'
import { sessionPath } from '../sessions/paths.ts'
import type { Unanswered, Unfinished } from '../unfinished-store.ts'

export function unfinishedItem(item: Unfinished, timeZone: string): Html {
  const day = formatDay(dayIn(timeZone, item.startsAt))
  const link = (href: string, words: string) =>
    html`<a class="govuk-link" href="${href}">${words} the session on ${day}</a>`
  const until = item.until === null ? '' : `, until ${formatDay(item.until)}`
  switch (item.kind) {
    case 'to-file':
      return html`${link(takeOutPath.url(item), 'Take out the case decisions of')}, for the case system`
    case 'to-sign-record':
      return html`${link(recordPath.url(item), 'Sign the record of')}${until}`
    case 'to-say-held':
      return html`${link(sessionPath.url(item), 'Say what became of')}${until}`
  }
}

interface UnfinishedView {
  readonly relationship: Relationship
  readonly viewerId: string
  readonly names: Readonly<Record<string, string>>
  /** By the policy in force. */
  readonly daysToSign: number
  /** What its supervisor has yet to do. */
  readonly items: readonly Unfinished[]
  readonly unanswered: readonly Unanswered[]
  readonly timeZone: string
}

/** Before somebody ends a supervision: what either side has yet to do, and until when that can still be done. */
export function unfinishedPart(view: UnfinishedView): Html {
  const { relationship, viewerId, names, daysToSign, items, unanswered, timeZone } = view
  const { supervisorId } = relationship
  const isSupervisor = viewerId === supervisorId
  const dayOf = ({ startsAt }: { readonly startsAt: Date }) => formatDay(dayIn(timeZone, startsAt))
  const lists: readonly (readonly [string, readonly Html[]])[] = [
    [
      supervisorId,
      items.map(item => (isSupervisor ? unfinishedItem(item, timeZone) : othersItem(item, dayOf(item)))),
    ],
    // What another of the supervised has answered is theirs and the supervisor's.
    ...[...new Set(unanswered.map(({ personId }) => personId))]
      .filter(personId => isSupervisor || personId === viewerId)
      .map((personId): readonly [string, readonly Html[]] => [
        personId,
        unanswered
          .filter(one => one.personId === personId)
          .map(one =>
            personId === viewerId
              ? html`<a class="govuk-link" href="${recordPath.url({ ...one, relationshipId: relationship.relationshipId })}">Answer the record of the session on ${dayOf(one)}</a>`
              : html`Answer the record of the session on ${dayOf(one)}`,
          ),
      ]),
  ]
  const some = lists.filter(([, list]) => list.length > 0)
  return html`<p class="govuk-body">
      A record of a session that was held can still be written and signed by whoever supervised, for
      ${counted(daysToSign, 'day', 'days')} after the last day, and answered by whoever was supervised. After that it
      stands as not finished. Case decisions can be taken out for the case system also later.
    </p>
    ${
      some.length > 0 &&
      insetText({
        content: html`${some
          .toSorted(([one], [other]) => Number(other === viewerId) - Number(one === viewerId))
          .map(
            ([personId, list]) =>
              html`<p class="govuk-body">Still to be done by ${personId === viewerId ? 'you' : knownAs(names, personId)}</p>
                <ul class="govuk-list govuk-list--bullet">
                  ${list.map(item => html`<li>${item}</li>`)}
                </ul>`,
          )}`,
      })
    }`
}

function othersItem({ kind }: Unfinished, day: string): Html {
  switch (kind) {
    case 'to-file':
      return html`Take out the case decisions of the session on ${day}, for the case system`
    case 'to-sign-record':
      return html`Sign the record of the session on ${day}`
    case 'to-say-held':
      return html`Say what became of the session on ${day}`
  }
}
