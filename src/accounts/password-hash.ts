import { hash, verify } from '@node-rs/argon2'
import { longestTypedPassword, normalisePassword } from './password.ts'

/** Argon2id (the package's default algorithm) at OWASP's least: 19 MiB, two passes, one lane. */
const hashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export async function hashPassword(typed: string): Promise<string> {
  return await hash(normalisePassword(typed), hashCost)
}

/** With `null` for a person who is not there it takes as long as for one who is, and says no. */
export async function isPassword(typed: string, passwordHash: string | null): Promise<boolean> {
  // Nobody's password is as long as this, and hashing must not take as long as somebody likes.
  const given = typed.length > longestTypedPassword ? '' : typed
  const matches = await verify(passwordHash ?? nobodysHash, normalisePassword(given))
  return matches && passwordHash !== null
}

/** The hash, at the same cost, of 32 random bytes that nobody kept. A test sees that the cost is the same. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$FWOsCoHezqmTRuKTmSMNeg$WwXnZmfvMgujGQU9Eov++Kjxsbk3H1NWX9CiGThaBuI'
