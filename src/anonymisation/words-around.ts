/** A part of a text with some words on either side, to be shown in one line. */
export interface WordsAround {
  readonly before: string
  readonly found: string
  readonly after: string
}

/** As many UTF-16 units are shown on either side, at most. */
const mostAround = 60
const mostFound = 300

export function wordsAround(text: string, start: number, end: number): WordsAround {
  const from = Math.max(0, start - mostAround)
  const to = Math.min(text.length, end + mostAround)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return {
    before: oneLine(from === 0 ? before : `…${fromAWord(before)}`),
    found: oneLine(shortened(text.slice(start, end))),
    after: oneLine(to === text.length ? after : `${toAWord(after)}…`),
  }
}

function shortened(found: string): string {
  if (found.length <= mostFound) return found
  const half = mostFound / 2
  return `${toAWord(found.slice(0, half))} … ${fromAWord(found.slice(-half))}`
}

/** Without the half of a word, or of a character, that it may begin with. One word alone is shown as it is. */
function fromAWord(text: string): string {
  const at = text.search(/\s/u)
  return at < 0 ? withoutHalves(text) : text.slice(at + 1)
}

function toAWord(text: string): string {
  const at = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'))
  return at < 0 ? withoutHalves(text) : text.slice(0, at)
}

function withoutHalves(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
