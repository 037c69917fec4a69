import { dictionary } from '@zxcvbn-ts/language-common'

/**
 * What people choose and attackers try first, in lower case: the 49,233 passwords found most often in breaches, and the
 * 7,776 words that are handed out for passphrases; 54,224 in all. A list that comes with the product, so that no part of
 * a password ever leaves it.
 */
export const familiarWords: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'],
  ...dictionary['diceware-common'],
])

export const longestFamiliarWord = 20
