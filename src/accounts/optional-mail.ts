/** Mail that somebody can do without, and turns off by a press in the settings or in the mail. */
export type OptionalMail =
  | 'reminders'
  /** That something in supervision waits for their signature. */
  | 'signature-mails'

/** What a link in such a mail is for. */
export const offPurposes = {
  reminders: 'reminders-off',
  'signature-mails': 'signature-mails-off',
} as const satisfies Readonly<Record<OptionalMail, string>>
