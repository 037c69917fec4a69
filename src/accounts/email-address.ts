import { domainToASCII } from 'node:url'

/** An e-mail address as its owner writes it, and as two spellings of it are compared. */
export interface EmailAddress {
  readonly address: string
  /** Lower case: no provider that matters tells `Jo@` from `jo@`, and people type both. */
  readonly key: string
}

/** RFC 5321's longest path, without its angle brackets. */
const longestAddress = 254
const longestLocalPart = 64
/**
 * In units of UTF-16, before anything else looks at it: to normalise a text takes the square of its length where marks
 * alternate that Unicode puts in another order.
 */
const longestTyped = 1_000

/**
 * The address somebody typed, or `null` when no mail can go there. Only a mail that arrives shows that an address is
 * right, so this looks no closer than it must; but it lets nothing through that a mail program could read as two
 * addresses, a name or a comment: spaces, commas, quotes, brackets.
 */
export function readEmailAddress(typed: string): EmailAddress | null {
  if (typed.length > longestTyped) return null
  const address = typed.normalize('NFC').trim()
  const match = /^([^\s@,;:<>()[\]"\\]+)@([^\s@,;:<>()[\]"\\]+)$/u.exec(address)
  const [, localPart = '', domain = ''] = match ?? []
  if (!match || address.length > longestAddress || localPart.length > longestLocalPart) return null
  if (/\p{C}/u.test(address) || localPart.startsWith('.') || localPart.endsWith('.')) return null
  const labels = domain.split('.')
  const isDomain = labels.length > 1 && labels.every(label => label !== '' && !/^-|-$/.test(label))
  const key = isDomain ? keyOf(address) : null
  return key === null ? null : { address, key }
}

/** For a look-up, where what was typed need not be an address at all; `null` where it is too long to be anybody's. */
export function keyOf(typed: string): string | null {
  if (typed.length > longestTyped) return null
  const lower = typed.normalize('NFC').trim().toLowerCase()
  const at = lower.lastIndexOf('@') + 1
  // Some browsers send a domain such as "exämple.org" as it is written, others as the ASCII that stands for it.
  const domain = at === 0 ? '' : domainToASCII(lower.slice(at))
  return domain === '' ? lower : lower.slice(0, at) + domain
}
