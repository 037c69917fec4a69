import { startsSentence, textAfter, textBefore } from '../patterns/surroundings.ts'

/** What would stand instead of a stretch of a text, which may be wider than what was found: "on 3 May 2024". */
export interface Rewording {
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** As a button says it; of what is only taken away, what it does. */
  readonly label: string
  /** Who a person becomes: "a child", also where "the child" is what fits. */
  readonly role?: string
}

/** With a capital letter where a sentence begins or a capital stood already before a widened stretch. */
export function reword(text: string, start: number, end: number, words: string): Rewording {
  const replacement = beginsSentence(text, start) ? capitalised(words) : words
  return { start, end, replacement, label: words }
}

/** A list item and a line begin like a sentence; what comes after a colon or a semicolon goes on. */
function beginsSentence(text: string, start: number): boolean {
  return startsSentence(text, start) && !/[;:] *$/.test(textBefore(text, start, 3))
}

export function articleFor(words: string): string {
  return /^(?:[aeiou]|8|1[18]\b)/i.test(words) ? 'an' : 'a'
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
    // ", aged 8, is": both commas go, but "Tom, Kelly, Ava" keep one; ", aged 8." loses its own.
    if (text.charAt(from - 1) === ',' && /^[,.;:!?]/.test(after)) {
      from -= 1
      if (after === ',' && !/^, \p{Lu}/u.test(textAfter(text, to, 3))) to += 1
    }
    // A sentence of its own goes with its stop.
    if (after === '.' && /[.!?\n]/.test(text.charAt(from - 1))) to += 1
  } else if (from === 0 || /[\n\r(“"]/.test(before)) to += lengthAfter(text, to, /^[.:,;–—-]? ?/)
  const next = text.charAt(to)
  const isFirst = !/\p{Ll}/u.test(text.charAt(from)) && /\p{Ll}/u.test(next) && beginsSentence(text, from)
  return {
    start: from,
    end: isFirst ? to + 1 : to,
    replacement: isFirst ? next.toUpperCase() : '',
    label: 'Remove it',
  }
}

/** `remove`, where it stands by itself between stops, commas or brackets, or behind words that only lead up to it. */
export function removeAlone(
  text: string,
  start: number,
  end: number,
  leadUp: RegExp | null = null,
): readonly Rewording[] {
  const lead = leadUp ? lengthBefore(text, start, leadUp) : 0
  const isAlone =
    /(?:^|[([,;:\n.!?“"]) *$/.test(textBefore(text, start - lead, 3)) &&
    /^(?:$|[)\],;.:!?\n”"])/.test(textAfter(text, end, 1))
  return lead > 0 || isAlone ? [remove(text, start, end, leadUp)] : []
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
  const instead = reword(text, start, end, lead > 0 ? '[removed]' : placeholder)
  const [alone] = removeAlone(text, start - lead, end)
  return alone ? [alone, instead] : [instead]
}
