/** Something that is counted for a while: at most `limit` tries until the time is up. */
export interface Bucket {
  /** What is counted and for whom. It is hashed before it is stored. */
  readonly name: string
  readonly limit: number
  readonly lastsMs: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** For how long somebody who signed in from a network makes room there for others' mistakes. */
export const networkMemoryMs = day

/**
 * A browser that has signed in to this account before has its own count, which no stranger's tries touch, and signing
 * in clears it. NIST SP 800-63B-4 allows 100 consecutive failures; the device's cookie is forgotten before the count is.
 */
export function knownDevice(personId: string, deviceHash: string): Bucket {
  return { name: `sign-in device ${personId} ${deviceHash}`, limit: 100, lastsMs: 400 * day }
}

/** Every other browser: one count an account, which an address without an account has as well. */
export function account(emailKey: string): Bucket {
  return { name: `sign-in account ${emailKey}`, limit: 10, lastsMs: hour }
}

/** Wrong passwords from one network. The more people have signed in there of late, the more of them will mistype. */
export function network(networkName: string, people: number): Bucket {
  return { name: `sign-in network ${networkName}`, limit: 50 + 10 * people, lastsMs: hour }
}

export function signInMail(emailKey: string): Bucket {
  return { name: `sign-in mail ${emailKey}`, limit: 1, lastsMs: 15 * minute }
}

/** Guesses at the password behind a confirmation link. */
export function confirmation(signUpId: string): Bucket {
  return { name: `confirm ${signUpId}`, limit: 10, lastsMs: hour }
}

/** Guesses at the current password by whoever sits at a browser that was left signed in. */
export function currentPassword(personId: string): Bucket {
  return { name: `current password ${personId}`, limit: 10, lastsMs: hour }
}

/**
 * Sign-up forms from one network, each of which costs the hashing of a password and a mail to an address that nobody has
 * shown to be theirs. One a second and, as above, more where people sign in: a whole council may join on one morning,
 * each who has joined makes room for others, and a script that runs wild there has to be quick to be in anybody's way.
 */
export function signUpForms(networkName: string, people: number): Bucket {
  return { name: `sign-up network ${networkName}`, limit: 3_600 + 10 * people, lastsMs: hour }
}

export type MailKind = 'sign-up' | 'forgotten-password'

/** Three counts of the mails to one address that anybody can ask for. */
export interface MailBuckets {
  readonly fromNetwork: Bucket
  /** The first mail that each network asks for within its hour. */
  readonly firsts: Bucket
  /** The second and third ones. */
  readonly repeats: Bucket
}

/**
 * A stranger at one network uses up that network's three, strangers at a few the repeats of all; whoever the address
 * belongs to still gets the first that they ask for at home. It takes thirty networks to keep them from it, and no crowd
 * puts more than forty mails an hour into a mailbox.
 */
export function mailsToAddress(kind: MailKind, emailKey: string, networkName: string): MailBuckets {
  return {
    fromNetwork: { name: `${kind} mail ${emailKey} from ${networkName}`, limit: 3, lastsMs: hour },
    firsts: { name: `${kind} first mails ${emailKey}`, limit: 30, lastsMs: hour },
    repeats: { name: `${kind} repeated mails ${emailKey}`, limit: 10, lastsMs: hour },
  }
}
