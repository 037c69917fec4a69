import { isNeverRegistered } from '../../cpd/registration.ts'
import { formatDay } from '../../platform/day.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import { neverWritePath } from '../../cpd/paths.ts'
import { setAsidePath } from '../../set-aside/paths.ts'
import {
  changePasswordPath,
  changeRegistrationPath,
  changeRemindersPath,
  changeSignatureMailsPath,
  sessionsPath,
  settingsPath,
} from '../paths.ts'
import type { Recipient } from '../people-store.ts'
import type { RegistrationDetails } from '../registration-details.ts'
import { signOutForm } from './sign-in-screen.ts'

const savedMessages = {
  password: 'Your password is changed, and you are signed out everywhere else',
  registration: 'What you told us about the register is saved',
  reminders: 'Your choice about reminders is saved',
  'signature-mails': 'Your choice about e-mails about signatures is saved',
} as const

/** The settings page, saying that something was saved. */
export function settingsUrl(saved: keyof typeof savedMessages): string {
  return settingsPath.url({}, { saved })
}

export function settingsPage(
  visit: Visit,
  { email, remindersOn, signatureMailsOn }: Recipient,
  details: RegistrationDetails,
  numberLabel: string,
): Page {
  const saved = visit.query.get('saved')
  const message = Object.entries(savedMessages).find(([name]) => name === saved)?.[1]
  const row = (key: string, value: string | Html, href: string, action = 'Change') => ({
    key,
    value,
    actions: { items: [{ href, content: action, visuallyHiddenText: key.toLowerCase() }] },
  })
  const { registrationNumber, registration } = details
  const change = changeRegistrationPath.url({})
  const registrationRows = isNeverRegistered(details.registration)
    ? [row('The register', 'You are not on it', change)]
    : [
        row(numberLabel, registrationNumber, change),
        row('Periods on the register', periodsInWords(registration), change),
      ]
  return page({
    title: 'Settings',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${message !== undefined && notificationBanner({ type: 'success', content: message })}
        <h1 class="govuk-heading-l">Settings</h1>
        ${summaryList({
          rows: [
            { key: 'E-mail address', value: email },
            row('Password', 'Not shown', changePasswordPath.url({})),
            ...registrationRows,
            row('Reminders by e-mail', remindersOn ? 'On' : 'Off', changeRemindersPath.url({})),
            row(
              'E-mails about signatures',
              signatureMailsOn ? 'On' : 'Off',
              changeSignatureMailsPath.url({}),
            ),
            row('Never-write list', 'In this browser only', neverWritePath.url({}), 'Open'),
            row('What was set aside', 'Sent after you were signed out', setAsidePath.url({}), 'Open'),
            row('Where you are signed in', 'Browsers and times', sessionsPath.url({}), 'See'),
          ],
        })}
        ${signOutForm(visit)}
      </div>
    </div>`,
  })
}

function periodsInWords({ periods, voluntaryRemovalAppliedOn }: RegistrationDetails['registration']): Html {
  const lines = periods.map(({ from, to, kind }) => {
    const until = to === null ? 'still on it' : `until ${formatDay(to)}`
    return `${kind === 'joined' ? 'Joined' : 'Restored'} on ${formatDay(from)}, ${until}`
  })
  if (voluntaryRemovalAppliedOn !== null)
    lines.push(`Applied for voluntary removal on ${formatDay(voluntaryRemovalAppliedOn)}`)
  return html`<ul class="govuk-list">
    ${lines.map(line => html`<li>${line}</li>`)}
  </ul>`
}

export const backToSettings = { href: settingsPath.url({}), text: 'Settings' }
