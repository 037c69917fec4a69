import { familiarWords, longestFamiliarWord } from './familiar-words.ts'

/** NIST SP 800-63B-4, section 3.1.1.2: at least 15 where the password alone signs in; at least 64 must be possible. */
export const shortestPassword = 15
export const longestPassword = 256
/**
 * In units of UTF-16: one character, once normalised, is seldom written with more than four. What is longer is not
 * looked at, because to normalise some texts takes the square of their length.
 */
export const longestTypedPassword = 4 * longestPassword

export type PasswordProblem =
  'missing' | 'too-short' | 'too-long' | 'repeats' | 'sequence' | 'about-you' | 'familiar'

/** What an attacker would try first for this person: their address and their number. */
export interface PasswordContext {
  readonly email: string
  readonly registrationNumber: string
}

/** The form in which a password is counted and hashed, so that every keyboard types the same one. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC')
}

/**
 * Why a new password will not do, or `null`. No rule about capitals, digits or signs, and no date by which it must
 * change: NIST forbids both, because they make people choose worse.
 */
export function passwordProblem(typed: string, context: PasswordContext): PasswordProblem | null {
  if (typed.length > longestTypedPassword) return 'too-long'
  const characters = Array.from(normalisePassword(typed))
  if (characters.length === 0) return 'missing'
  if (characters.length < shortestPassword) return 'too-short'
  if (characters.length > longestPassword) return 'too-long'
  return expectedProblem(characters.join('').toLowerCase(), context)
}

type PartKind = 'word' | 'about-you' | 'sequence' | 'run' | 'other'
interface Part {
  readonly text: string
  readonly kind: PartKind
}

/**
 * An offline list holds hardly any password of 15 characters or more, so what is refused is every password made wholly
 * of one or two entries, whatever numbers, rows of keys or repeats are put around them: "Password12345678!". The whole
 * password is compared, as NIST has it, with all that can be made so. What counts is how many different parts it has:
 * a familiar word is worth two, anything else one, and three words are enough.
 */
const enough = 6
const worth: Record<PartKind, number> = { word: 2, 'about-you': 1, sequence: 1, run: 1, other: 1 }

function expectedProblem(password: string, context: PasswordContext): PasswordProblem | null {
  const parts = distinct(partsOf(Array.from(password), aboutYou(context)))
  const total = parts.reduce((sum, part) => sum + worth[part.kind], 0) - freeSeparator(parts)
  if (total >= enough) return null
  if (parts.some(part => part.kind === 'about-you')) return 'about-you'
  if (parts.some(part => part.kind === 'word')) return 'familiar'
  return parts.some(part => part.kind === 'sequence') ? 'sequence' : 'repeats'
}

/** The first kind of separator adds nothing: everybody puts one between words or at the end. */
function freeSeparator(parts: readonly Part[]): number {
  return parts.some(part => /^[\p{P}\p{S}\p{Z}]+$/u.test(part.text)) ? 1 : 0
}

function distinct(parts: readonly Part[]): Part[] {
  return [
    ...new Map(
      parts.map(part => [part.kind === 'run' ? Array.from(part.text)[0] : part.text, part]),
    ).values(),
  ]
}

/** The way of cutting the password up that makes it worth least. */
function partsOf(characters: readonly string[], personal: ReadonlySet<string>): Part[] {
  const unleeted = characters.map(character => leet[character] ?? character)
  // best[n]: the cheapest way to cut up the first n characters.
  const best: { total: number; part: Part | null; from: number }[] = [{ total: 0, part: null, from: 0 }]
  for (let end = 1; end <= characters.length; end++) {
    let cheapest: (typeof best)[number] = { total: Infinity, part: null, from: 0 }
    for (let from = Math.max(0, end - longestPart); from < end; from++) {
      const text = characters.slice(from, end).join('')
      const kind = kindOf(text, unleeted.slice(from, end).join(''), end - from, personal)
      const before = best[from]
      if (kind === null || before === undefined) continue
      const total = before.total + worth[kind]
      // Between equals the longer part: it says best what is wrong.
      if (total < cheapest.total) cheapest = { total, part: { text, kind }, from }
    }
    best.push(cheapest)
  }
  const parts: Part[] = []
  for (let at = characters.length; at > 0;) {
    const step = best[at]
    if (!step?.part) break
    parts.push(step.part)
    at = step.from
  }
  return parts
}

/** Longer than any word of the list; an address or a long run is then several parts, of which equal ones count once. */
const longestPart = Math.max(longestFamiliarWord, 32)

function kindOf(
  text: string,
  unleeted: string,
  length: number,
  personal: ReadonlySet<string>,
): PartKind | null {
  if (length === 1) return 'other'
  if (length < 3) return null
  if (personal.has(text) || personal.has(unleeted)) return 'about-you'
  if (isRun(text)) return 'run'
  if (isSequence(text)) return 'sequence'
  return familiarWords.has(text) || familiarWords.has(unleeted) ? 'word' : null
}

function isRun(text: string): boolean {
  const characters = Array.from(text)
  return characters.every(character => character === characters[0])
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz']
const sequences = rows.flatMap(row => [row, Array.from(row).toReversed().join('')])

function isSequence(text: string): boolean {
  return sequences.some(sequence => sequence.includes(text))
}

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const serviceWords = ['confer', 'cpd', 'social', 'work', 'worker', 'socialwork', 'socialworker']

/** In units of UTF-16; what is longer is refused as an address or a number, and says nothing about anybody. */
const longestAboutYou = 1_000

function aboutYou({ email, registrationNumber }: PasswordContext): ReadonlySet<string> {
  const words = [email, registrationNumber].flatMap(text => {
    if (text.length > longestAboutYou) return []
    const lower = text.normalize('NFKC').toLowerCase()
    return [lower, ...lower.split(/[^\p{L}\p{N}]+/u), ...lower.split(/[^\p{L}]+/u), ...lower.split(/\D+/)]
  })
  return new Set([...serviceWords, ...words].filter(word => word.length >= 3))
}
