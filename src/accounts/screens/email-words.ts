export const emailMessages = {
  missing: 'Enter your e-mail address',
  'not-an-address': 'Enter an e-mail address in the correct format, like name@example.com',
} as const
