import { formPage, noErrors } from '../../platform/ui/field-errors.ts'
import { postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import type { OptionalMail } from '../optional-mail.ts'
import {
  changeRemindersPath,
  changeSignatureMailsPath,
  remindersOffPath,
  settingsPath,
  signatureMailsOffPath,
} from '../paths.ts'
import { linkNotValidPage } from './link-not-valid.ts'
import { link, messagePage, paragraph } from './message-page.ts'
import { backToSettings } from './settings-screen.ts'

/** What a mail program sends when somebody presses its own "unsubscribe" (RFC 8058). */
export const mailsOffForm: FormShape = { once: ['List-Unsubscribe'] }

/** The name of the choice in its form. */
export const chosenFields = {
  reminders: 'reminders',
  'signature-mails': 'signatureMails',
} as const satisfies Record<OptionalMail, string>

interface Words {
  readonly title: string
  readonly question: string
  readonly hint: string
  readonly yes: string
  readonly whenMissing: string
  readonly turnOff: string
  readonly whatStops: string
  readonly areOff: string
  readonly whatStopped: string
}

const wordsOf: Readonly<Record<OptionalMail, Words>> = {
  reminders: {
    title: 'Reminders by e-mail',
    question: 'Should we remind you of what is still missing?',
    hint: 'A reminder never holds anything you wrote. There are none once all is done',
    yes: 'Yes, remind me',
    whenMissing: 'Select whether we should remind you',
    turnOff: 'Turn reminders off',
    whatStops: 'You will get no more reminders. Mail about your account and receipts still come.',
    areOff: 'Reminders are off',
    whatStopped: 'You will get no more reminders. What the year needs of you is not changed by this.',
  },
  'signature-mails': {
    title: 'E-mails about signatures',
    question: 'Should we tell you when something in supervision waits for your signature?',
    hint: 'Such a mail says no more than that: nobody’s name, and nothing that was written',
    yes: 'Yes, tell me',
    whenMissing: 'Select whether we should tell you',
    turnOff: 'Turn these mails off',
    whatStops: 'You will get no more mails that something in supervision waits for your signature.',
    areOff: 'Mails about signatures are off',
    whatStopped: 'What waits for your signature still does: you see it under Supervision.',
  },
}

const changePaths = { reminders: changeRemindersPath, 'signature-mails': changeSignatureMailsPath }
const offPaths = { reminders: remindersOffPath, 'signature-mails': signatureMailsOffPath }

/** Whether somebody wants a kind of mail; `null` where they pressed without choosing. */
export function optionalMailPage(visit: Visit, mail: OptionalMail, chosen: boolean | null): Page {
  const { title, question, hint, yes, whenMissing } = wordsOf[mail]
  const name = chosenFields[mail]
  const errors = chosen === null ? new Map([[name, whenMissing]]) : noErrors
  return formPage({
    title,
    errors,
    back: backToSettings,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${postForm(
        visit,
        changePaths[mail].url({}),
        html`${radios({
          name,
          legend: question,
          hint,
          items: [
            { value: 'on', content: yes },
            { value: 'off', content: 'No' },
          ],
          value: chosen === null ? undefined : chosen ? 'on' : 'off',
          error: errors.get(name),
        })}
        ${button({ content: 'Save', preventDoubleClick: true })}`,
      )}`,
  })
}

export function mailsOffPage(visit: Visit<Visit['actor'], { token: string }>, mail: OptionalMail): Page {
  const { turnOff, whatStops } = wordsOf[mail]
  return messagePage(turnOff, [
    paragraph(whatStops),
    postForm(visit, offPaths[mail].url(visit.params), button({ content: turnOff, preventDoubleClick: true })),
  ])
}

export function mailsAreOffPage(mail: OptionalMail): Page {
  const { areOff, whatStopped } = wordsOf[mail]
  return messagePage(areOff, [
    paragraph(whatStopped),
    paragraph(html`You can turn them on again in your ${link(settingsPath.url({}), 'settings')}.`),
  ])
}

export function mailsLinkNotValidPage(mail: OptionalMail): Page {
  const text =
    mail === 'reminders'
      ? 'Turn reminders on or off in your settings'
      : 'Turn these mails on or off in your settings'
  return linkNotValidPage({ href: settingsPath.url({}), text })
}
