import { longestPassword, shortestPassword, type PasswordProblem } from '../password.ts'

export const passwordHint = `At least ${shortestPassword} characters. Three or more random words with spaces between them are easy to remember and hard to guess. Do not use a password that you use elsewhere`

const instead = 'Choose three or more random words instead'

export const passwordMessages: Record<PasswordProblem, string> = {
  missing: 'Enter a password',
  'too-short': `Password must be ${shortestPassword} characters or more. Add another random word`,
  'too-long': `Password must be ${longestPassword} characters or fewer`,
  repeats: `Password repeats the same few characters, which is easy to guess. ${instead}`,
  sequence: `Password is a row of letters, numbers or keys, which is easy to guess. ${instead}`,
  'about-you': `Password is made mostly of your e-mail address, your registration number or the name of this service, which is easy to guess. ${instead}`,
  familiar: `Password is made of only one or two words that many people use, which is easy to guess. ${instead}`,
}
