import { signInUrl, createAccountPath } from '../../accounts/paths.ts'
import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { AnswerInvitationRefusal } from '../actions/answer-invitation.ts'
import type { AskedInvitation } from '../invitation.ts'
import { kindsInWords, rolesExplained, rolesInWords } from '../organisation-words.ts'
import { invitationPath, profilePath } from '../paths.ts'
import type { Profile } from '../profile.ts'
import { columnPage, link, paragraph } from './column.ts'

export const answerForm: FormShape = { once: ['answer'] }

interface AskedView {
  readonly invitation: AskedInvitation
  /** Null for whoever is not signed in. */
  readonly me: {
    readonly email: string
    readonly profile: Profile | null
    /** Whether the invitation was mailed to that address. */
    readonly isTheirs: boolean
  } | null
  readonly refusal: Exclude<AnswerInvitationRefusal, 'not-valid'> | 'nothing-chosen' | null
}

type AskedVisit = Visit<Visit['actor'], { readonly token: string }>

/** Who asks and for what, to whoever holds the link: the address of an invitation is the proof that they are meant. */
export function askedPage(visit: AskedVisit, { invitation, me, refusal }: AskedView): Page {
  const here = invitationPath.url(visit.params)
  const errors: FieldErrors = refusal === null ? noErrors : new Map([['answer', refusalsInWords[refusal]]])
  const title = titleOf(invitation)
  return formPage({
    title,
    errors,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${whatIsAsked(invitation)}
      ${insetText({ content: 'Your account and your CPD are yours. Nobody who invites you can open your CPD record, whatever you accept here.' })}
      ${me === null ? waysIn(here) : answering(visit, here, me)}`,
  })
}

function titleOf({ jobRole, part }: AskedInvitation): string {
  if (jobRole !== null) return 'You are invited to join an organisation'
  return part === 'supervisor' ? 'You are asked to supervise' : 'You are invited to supervision'
}

function whatIsAsked(invitation: AskedInvitation): Html {
  const { organisationName, invitedByKnownAs, jobRole, teamName, role, part, relationshipKind } = invitation
  const kind = relationshipKind === null ? '' : kindsInWords[relationshipKind]
  return summaryList({
    rows: [
      organisationName !== null && { key: 'Organisation', value: organisationName },
      invitedByKnownAs !== null && { key: 'Asked by', value: invitedByKnownAs },
      jobRole !== null && { key: 'To work there as', value: jobRole },
      teamName !== null && { key: 'In the team', value: teamName },
      role !== null && {
        key: 'With the role',
        value: html`${rolesInWords[role]}<br>${rolesExplained[role]}`,
      },
      part !== null && {
        key: 'In supervision',
        value:
          part === 'supervisor' ? `You would supervise them: ${kind}` : `They would supervise you: ${kind}`,
      },
    ],
  })
}

function waysIn(here: string): Html {
  return html`<h2 class="govuk-heading-m">To answer, sign in</h2>
    ${paragraph('An address of your own is best for your account: you keep it when you move on. It need not be the one that this invitation was sent to.')}
    ${paragraph('If you do not want this, you need do nothing.')}
    <div class="govuk-button-group">
      ${button({ content: 'Sign in', href: signInUrl(here) })}
      ${button({
        content: 'Create an account',
        href: createAccountPath.url({}, { next: here }),
        classes: 'govuk-button--secondary',
      })}
    </div>`
}

function answering(visit: AskedVisit, here: string, me: NonNullable<AskedView['me']>): Html {
  return html`${!me.isTheirs && insetText({ content: 'It was sent to another address than that of your account. If both are yours, you can accept it here. If it was meant for somebody else, do not: pass the link on to them.' })}
  ${accepting(visit, here, me)}`
}

function accepting(visit: AskedVisit, here: string, { email, profile }: NonNullable<AskedView['me']>): Html {
  if (profile === null)
    return html`<h2 class="govuk-heading-m">First, how you are known</h2>
      ${paragraph(html`You are signed in as <strong>${email}</strong>. To accept, say first how you are known to those you are supervised with.`)}
      ${button({ content: 'Say how you are known', href: profilePath.url({}, { next: here }) })}
      ${answerButtons(visit, here, false)}`
  return html`${paragraph(html`You are signed in as <strong>${email}</strong>, and known in supervision as <strong>${profile.knownAs}</strong>.`)}
  ${answerButtons(visit, here, true)}`
}

function answerButtons(visit: AskedVisit, here: string, mayAccept: boolean): Html {
  return postForm(
    visit,
    here,
    html`<div class="govuk-button-group" id="answer" tabindex="-1">
      ${mayAccept && button({ content: 'Accept', name: 'answer', value: 'accept', preventDoubleClick: true })}
      ${button({ content: 'Decline', name: 'answer', value: 'decline', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </div>`,
  )
}

const refusalsInWords: Record<NonNullable<AskedView['refusal']>, string> = {
  'nothing-chosen': 'Press “Accept” or “Decline”',
  'has-no-profile': 'Both of you must have said how you are known in supervision',
  'nobody-supervised': 'There is nobody to be supervised',
  'several-supervised': 'Only a group has several who are supervised',
  'supervises-themselves':
    'This would have you supervise yourself. Pass the link on to whoever was meant, or sign in with another account',
  'is-not-a-member': 'Both of you must be members of this organisation at present',
  'supervisor-not-registered':
    'The policy lets only registered social workers supervise, and the supervisor has said that they are not one',
  'professional-part-not-registered':
    'Professional supervision is given by a registered social worker, and the supervisor has said that they are not one',
  'is-so-already': 'This is so already. You need do nothing',
  'auditor-by-themselves':
    'You cannot make yourself an auditor. Pass the link on to whoever was meant, or sign in with another account',
  'administrator-and-auditor':
    'An administrator cannot be an auditor as well. Ask whoever invited you to change your role first',
  'no-such-group': 'That group has ended',
}

/** Used, taken back, too old, cut short or never was: we do not say which. */
export function invitationNotValidPage(): Page {
  return columnPage({
    title: 'This invitation no longer works',
    status: 404,
    body: html`${paragraph('It may have been answered already or taken back, be older than 14 days, or a part of its link is missing.')}
    ${paragraph('If you still want it, ask whoever invited you for another.')} ${paragraph(link('/', 'Go to the home page'))}`,
  })
}
