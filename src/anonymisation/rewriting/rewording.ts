import { startsSentence, textAfter, textBefore } from '../patterns/surroundings.ts'

/** What would stand instead of a stretch of a text, which may be wider than what was found: "on 3 May 2024". */
export interface Rewording {
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** As a button says it; of what is only taken away, what it does. */
  readonly label: string
}

/** With a capital letter where a sentence begins or a capital stood already before a widened stretch. */
export function reword(text: string, start: number, end: number, words: string): Rewording {
  const replacement = startsSentence(text, start) ? capitalised(words) : words
  return { start, end, replacement, label: words }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How long the end of the text before `start` is that matches: a pattern that ends with `$`. */
export function lengthBefore(text: string, start: number, pattern: RegExp, window = 40): number {
  return pattern.exec(textBefore(text, start, window))?.[0].length ?? 0
}

export function lengthAfter(text: string, end: number, pattern: RegExp, window = 40): number {
  return pattern.exec(textAfter(text, end, window))?.[0].length ?? 0
}

export function lastSentence(before: string, end: RegExp): string {
  const sentences = before.split(end)
  return sentences[sentences.length - 1] ?? ''
}

/** Takes it away with the words that only lead up to it, its brackets and commas, and one of the spaces around it. */
export function remove(text: string, start: number, end: number, leadUp: RegExp | null = null): Rewording {
  let from = start - (leadUp ? lengthBefore(text, start, leadUp) : 0)
  let to = end
  if (/[([“"]/.test(text.charAt(from - 1)) && /[)\]”"]/.test(text.charAt(to))) {
    from -= 1
    to += 1
  }
  const before = text.charAt(from - 1)
  const after = text.charAt(to)
  if (before === ' ' && /^(?:$|[\s.,;:!?)\]’”])/.test(after)) {
    from -= 1
    // ", NHS number 943 476 5919, rang": one of the two commas goes as well.
    if (text.charAt(from - 1) === ',' && /^[,.;:!?]/.test(after)) from -= 1
    // A sentence of its own goes with its stop.
    if (after === '.' && /[.!?\n]/.test(text.charAt(from - 1))) to += 1
  } else if (after === '.' && (from === 0 || /[\n\r]/.test(before))) {
    to += text.charAt(to + 1) === ' ' ? 2 : 1
  } else if (after === ' ' && (from === 0 || /[\n\r(“"]/.test(before))) to += 1
  return { start: from, end: to, replacement: '', label: 'Remove it' }
}

const preposition = /\b(?:at|in|on|to|from|for|with|by|near|via|around|outside|through) (?:the )?$/i

const needsMore =
  /\b(?:am|is|was|are|were|be|been|goes|go|went|lives?|lived|works?|worked|stays?|stayed|comes?|came|moved?) $/i

/** Taken away with the preposition before it, or from its brackets or commas: not where the sentence would miss it. */
export function removeAside(text: string, start: number, end: number): readonly Rewording[] {
  const after = textAfter(text, end, 2)
  const phrase = lengthBefore(text, start, preposition)
  // "He is in Otterton": without it nothing is said of him.
  if (phrase > 0 && needsMore.test(textBefore(text, start - phrase, 12))) return []
  if (phrase > 0 && !/^['’]/.test(after)) return [remove(text, start - phrase, end)]
  const isAside = /[([,] ?$/.test(textBefore(text, start, 2)) && /^(?:$|[)\],.;])/.test(after)
  return isAside ? [remove(text, start, end)] : []
}

/**
 * A number with a label. The label goes with it where they stand by themselves, between commas, in brackets or as a whole
 * sentence; elsewhere the sentence needs something in its place.
 */
export function rewordNumber(
  text: string,
  start: number,
  end: number,
  label: RegExp,
  placeholder: string,
): readonly Rewording[] {
  const lead = lengthBefore(text, start, label, 60)
  const before = textBefore(text, start - lead, 2)
  const isAlone =
    (/[([,;:\n] ?$|[.!?] $/.test(before) || before === '') &&
    /^(?:$|[)\],;.\n])/.test(textAfter(text, end, 1))
  const instead = reword(text, start, end, lead > 0 ? '[removed]' : placeholder)
  // ", NHS number 943 476 5919,": both of its commas go.
  const isBetween = before === ', ' && text.charAt(end) === ','
  if (isBetween) return [remove(text, start - lead - 2, end + 1), instead]
  return isAlone ? [remove(text, start - lead, end), instead] : [instead, remove(text, start, end)]
}
