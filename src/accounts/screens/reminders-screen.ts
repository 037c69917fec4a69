import { formPage, noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import type { Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import { changeRemindersPath, remindersOffPath, settingsPath } from '../paths.ts'
import { linkNotValidPage } from './link-not-valid.ts'
import { link, messagePage, paragraph } from './message-page.ts'
import { backToSettings } from './settings-screen.ts'

export const changeRemindersForm: FormShape = { once: ['reminders'] }

/** What a mail program sends when somebody presses its own "unsubscribe" (RFC 8058). */
export const remindersOffForm: FormShape = { once: ['List-Unsubscribe'] }

export function changeRemindersPage(
  visit: Visit,
  chosen: 'on' | 'off' | null,
  errors: FieldErrors = noErrors,
): Page {
  return formPage({
    title: 'Reminders by e-mail',
    errors,
    back: backToSettings,
    main: html`<h1 class="govuk-heading-l">Reminders by e-mail</h1>
      ${postForm(
        visit,
        changeRemindersPath.url({}),
        html`${radios({
          name: 'reminders',
          legend: 'Should we remind you of what is still missing?',
          hint: 'A reminder never holds anything you wrote. There are none once all is done',
          items: [
            { value: 'on', content: 'Yes, remind me' },
            { value: 'off', content: 'No' },
          ],
          value: chosen ?? undefined,
          error: errors.get('reminders'),
        })}
        ${button({ content: 'Save', preventDoubleClick: true })}`,
      )}`,
  })
}

export const chooseReminders: FieldErrors = new Map([['reminders', 'Select whether we should remind you']])

export function remindersOffPage(visit: Visit<Visit['actor'], { token: string }>): Page {
  return messagePage('Turn reminders off', [
    paragraph('You will get no more reminders. Mail about your account and receipts still come.'),
    postForm(
      visit,
      remindersOffPath.url(visit.params),
      button({ content: 'Turn reminders off', preventDoubleClick: true }),
    ),
  ])
}

export function remindersAreOffPage(): Page {
  return messagePage('Reminders are off', [
    paragraph('You will get no more reminders. What the year needs of you is not changed by this.'),
    paragraph(html`You can turn them on again in your ${link(settingsPath.url({}), 'settings')}.`),
  ])
}

export function remindersLinkNotValidPage(): Page {
  return linkNotValidPage({ href: settingsPath.url({}), text: 'Turn reminders on or off in your settings' })
}
