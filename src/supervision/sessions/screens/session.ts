import { formatMoment, formatDay, type Day } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../../platform/ui/govuk/error-summary.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { tag } from '../../../platform/ui/govuk/tag.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import type { FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { page, type Page, type Status } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { inOrderOfNames, knownAs } from '../../known-as.ts'
import { formsInWords } from '../../../organisations/policy-words.ts'
import type { Policy } from '../../policy/policy.ts'
import { supervisionPath } from '../../paths.ts'
import type { Relationship, Standing } from '../../relationship.ts'
import { relationshipPath } from '../../relationships/paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import type { AgreedAction } from '../../agreed-actions/agreed-action.ts'
import type { AgendaItem } from '../agenda-store.ts'
import {
  agendaItemPath,
  agendaPath,
  cancelSessionPath,
  correctSessionPath,
  heldSessionPath,
  moveSessionPath,
} from '../paths.ts'
import { heldInWords, kindNames, stateNames } from '../session-words.ts'
import { takesAgendaItems, type HowHeld, type Session, type SessionChange } from '../session.ts'

export interface SessionView {
  readonly relationship: Relationship
  readonly names: Readonly<Record<string, string>>
  readonly policy: Policy
  /** In force on the day of the session: what came later asks nothing of it. */
  readonly policyThen: Policy
  readonly timeZone: string
  readonly today: Day
  readonly now: Date
  readonly session: Session
  readonly changes: readonly SessionChange[]
  readonly agenda: readonly AgendaItem[]
  readonly openActions: readonly AgreedAction[]
  readonly canWrite: boolean
  readonly canCorrect: boolean
  readonly canSayHeld: boolean
  readonly standing: Standing
  readonly viewerId: string
  /** The id that a new item will have, and what was typed of it. */
  readonly newItem: { readonly itemId: string; readonly text: string }
  readonly errors: FieldErrors
  readonly notice: { readonly title: string; readonly content: string } | null
  readonly status: Status
  /** What the record of the session adds: its compartments in short, each with where it leads. */
  readonly recordParts: Html
}

export function sessionScreen(visit: SignedInVisit, view: SessionView): Page {
  const { relationship, policy, timeZone, session, notice, errors, status, recordParts } = view
  const { relationshipId } = relationship
  const title = `Session on ${formatMoment(timeZone, session.startsAt)}`
  return page({
    title,
    status,
    hasErrors: errors.size > 0,
    // Whoever finishes what they supervised has no page of the whole any more.
    back:
      view.standing === 'finishing-supervisor'
        ? { href: supervisionPath.url({}), text: 'Back to your supervision' }
        : { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${errors.size > 0 && errorSummary({ errorList: [...errors].map(([id, message]) => ({ href: `#${id}`, content: message })) })}
      ${notice !== null && notificationBanner(notice)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${facts(view)} ${presses(view)} ${agendaPart(visit, view)}
      ${session.state === 'held' && !session.isContentRecorded && insetText({ content: 'Those who were there chose that nothing is written down of this session but that it was held.' })}
      ${recordParts} ${historyPart(view)} ${courtNotice(policy, relationship)}
    </div></div>`,
  })
}

function facts({ session, names, policyThen }: SessionView): Html {
  const { kind, form, minutes, state, heldMinutes, attended } = session
  return summaryList({
    rows: [
      { key: 'State', value: sessionTag(session) },
      { key: 'Kind', value: kindNames[kind] },
      { key: 'How you meet', value: formsInWords[form] },
      state !== 'held' && { key: 'Length', value: `${minutes} minutes` },
      state === 'held' && {
        key: 'Held for',
        value: html`${heldInWords(session)}${(heldMinutes ?? 0) < policyThen.shortestMinutes && ` (the policy asks for at least ${policyThen.shortestMinutes})`}`,
      },
      state === 'held' && {
        key: 'Supervised',
        value: whoWasThere(names, { attended }),
      },
    ],
  })
}

function whoWasThere(names: SessionView['names'], { attended }: Pick<HowHeld, 'attended'>): string {
  return inAList(inOrderOfNames(names, attended).map(personId => knownAs(names, personId)))
}

export function sessionTag({ state }: Pick<Session, 'state'>): Html {
  const colours = {
    planned: 'govuk-tag--blue',
    held: 'govuk-tag--green',
    cancelled: 'govuk-tag--grey',
  } as const
  return tag({ content: stateNames[state], classes: colours[state] })
}

function presses({ session, relationship, canWrite, canSayHeld, canCorrect, now }: SessionView): Html {
  const ids = { relationshipId: relationship.relationshipId, sessionId: session.sessionId }
  if (canCorrect)
    return html`<p class="govuk-body">
      <a class="govuk-link" href="${correctSessionPath.url(ids)}">${relationship.kind === 'group' ? 'Correct who was there, or that it was held' : 'Say that it was not held'}</a>
    </p>`
  if (!canSayHeld || session.state !== 'planned') return nothing
  const secondary = 'govuk-button--secondary'
  const hasBegun = session.startsAt <= now
  return html`<div class="govuk-button-group">
    ${hasBegun && button({ content: 'Say that it was held', href: heldSessionPath.url(ids) })}
    ${canWrite && button({ content: 'Move it', href: moveSessionPath.url(ids), classes: secondary })}
    ${canWrite && button({ content: 'Cancel it', href: cancelSessionPath.url(ids), classes: secondary })}
  </div>`
}

function agendaPart(visit: SignedInVisit, view: SessionView): Html {
  const { session, relationship, names, agenda, openActions, canWrite, viewerId, newItem, errors, today } =
    view
  const isOpen = takesAgendaItems(session)
  const ids = { relationshipId: relationship.relationshipId, sessionId: session.sessionId }
  return html`<h2 class="govuk-heading-m" id="agenda">Agenda</h2>
    ${
      isOpen &&
      openActions.length > 0 &&
      html`<h3 class="govuk-heading-s">First: what is still to be done</h3>
        <ul class="govuk-list govuk-list--bullet">
          ${openActions.map(
            ({ what, ownerId, byDay }) =>
              html`<li>
                <span class="confer-as-typed">${what}</span> (${knownAs(names, ownerId)}, by
                ${formatDay(byDay)}${byDay < today && ', overdue'})
              </li>`,
          )}
        </ul>`
    }
    ${agenda.length === 0 && html`<p class="govuk-body">${isOpen ? 'Nobody has put anything else on it yet.' : 'Nothing was put on it.'}</p>`}
    ${
      agenda.length > 0 &&
      html`<ul class="govuk-list confer-pieces">
        ${agenda.map(
          ({ itemId, text, personId }) =>
            html`<li class="confer-piece">
              <div class="confer-as-typed govuk-body">${text}</div>
              <p class="govuk-hint">Put there by ${personId === viewerId ? 'you' : knownAs(names, personId)}</p>
              ${
                isOpen &&
                canWrite &&
                personId === viewerId &&
                postForm(
                  visit,
                  agendaItemPath.url({ ...ids, itemId }),
                  html`<button type="submit" class="confer-button-link">Take it off<span class="govuk-visually-hidden"> the agenda: ${text.slice(0, 80)}</span></button>`,
                )
              }
            </li>`,
        )}
      </ul>`
    }
    ${
      isOpen &&
      canWrite &&
      postForm(
        visit,
        agendaPath.url(ids),
        html`${hidden('itemId', newItem.itemId)}
          ${textarea({
            name: 'text',
            label: { content: 'Put something on the agenda', classes: 'govuk-label--s' },
            hint: 'Everybody in this session sees it. Do not name people you work with.',
            error: errors.get('text'),
            value: newItem.text,
            rows: 3,
          })}
          ${button({ content: 'Add to the agenda', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      )
    }`
}

const changeNames: Readonly<Record<SessionChange['change'], string>> = {
  planned: 'Planned',
  moved: 'Moved',
  cancelled: 'Cancelled',
  held: 'Recorded as held',
  'attendance-corrected': 'Corrected',
  'not-held': 'Corrected',
}

const correctedInWords: Partial<typeof changeNames> = {
  'attendance-corrected': ': who was there',
  'not-held': ': it was not held',
}

function historyPart({ changes, names, timeZone }: SessionView): Html {
  return html`<h2 class="govuk-heading-m">How it came about</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${changes.toReversed().map(
        ({ change, changedAt, changedBy, reason, startsAt, saidBefore }) =>
          html`<li>
            ${changeNames[change]}${(change === 'planned' || change === 'moved') && ` for ${formatMoment(timeZone, startsAt)}`}
            by ${knownAs(names, changedBy)} on ${formatMoment(timeZone, changedAt)}${correctedInWords[change]}.
            ${saidBefore !== null && `Before that it was said to be held with ${whoWasThere(names, saidBefore)}, for ${heldInWords(saidBefore)}.`}
            ${reason !== null && html`Why: <span class="confer-as-typed">${reason}</span>`}
          </li>`,
      )}
    </ul>`
}
