import type { Message } from '../platform/mail/mailer.ts'

/** What our mails say. No name, no number and nothing that somebody typed: a stranger may have typed it. */
type MailText = Pick<Message, 'subject' | 'text'>

export function confirmSignUpMail(confirmUrl: string): MailText {
  return {
    subject: 'Confirm your e-mail address',
    text: paragraphs(
      'Somebody asked for a Confer account with this e-mail address. If it was you, follow this link and enter the password you chose:',
      confirmUrl,
      'The link works once, within 24 hours.',
      'If it was not you, you need do nothing: without you there will be no account.',
    ),
  }
}

export function alreadyHasAccountMail(signInUrl: string, forgottenPasswordUrl: string): MailText {
  return {
    subject: 'You already have a Confer account',
    text: paragraphs(
      'Somebody asked for a new Confer account with this e-mail address, which has one already. Nothing was changed.',
      `If it was you, sign in: ${signInUrl}`,
      `If you have forgotten your password, choose a new one: ${forgottenPasswordUrl}`,
      'If it was not you, you need do nothing.',
    ),
  }
}

export function resetPasswordMail(newPasswordUrl: string): MailText {
  return {
    subject: 'Choose a new password',
    text: paragraphs(
      'Somebody asked to choose a new password for your Confer account. If it was you, follow this link:',
      newPasswordUrl,
      'The link works once, within an hour.',
      'If it was not you, you need do nothing: your password stays as it is.',
    ),
  }
}

export function signInLinkMail(signInUrl: string): MailText {
  return {
    subject: 'Your sign-in link',
    text: paragraphs(
      'There were too many tries at the password of your Confer account, so for now we ask for more than a password from browsers that have not signed in before. If you want to sign in, follow this link in the browser you want to use:',
      signInUrl,
      'The link works once, within 30 minutes. Browsers you have signed in with before are not affected.',
      'If you are not trying to sign in, somebody may be guessing. They have not got in, and you need do nothing. Do not pass the link on.',
    ),
  }
}

export function passwordChangedMail(forgottenPasswordUrl: string): MailText {
  return {
    subject: 'Your password was changed',
    text: paragraphs(
      'The password of your Confer account was changed.',
      `If it was not you, choose a new one at once. That also signs out everybody who is signed in: ${forgottenPasswordUrl}`,
    ),
  }
}

function paragraphs(...texts: readonly string[]): string {
  return `${[...texts, 'Confer'].join('\n\n')}\n`
}
