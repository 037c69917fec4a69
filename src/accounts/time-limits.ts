const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** NIST SP 800-63B-4 leaves these to the service at the lowest level; here a working day, and a month in all. */
export const idleLimitMs = 12 * hour
export const absoluteLimitMs = 30 * day

/**
 * For how long it is known that there was a session, after the last that happened to it: a form that its browser still
 * sends is set aside for whoever it belonged to. As long as a session may last, and a device may write offline, in turn.
 */
export const endedSessionMemoryMs = 60 * day

/** How old "last seen" may be before a request renews it: one write every few minutes and not one a page. */
export const keepAliveEveryMs = 5 * minute

/** A browser that has not signed in for longer than its cookie lasts is as good as new. */
export const deviceMemoryMs = 400 * day

export const linkLifetimeMs = {
  'sign-up': day,
  'sign-in': 30 * minute,
  'reset-password': hour,
  // People turn such mails down from one of last year.
  'reminders-off': 400 * day,
  'signature-mails-off': 400 * day,
} as const

export type LinkPurpose = Exclude<keyof typeof linkLifetimeMs, 'sign-up'>
