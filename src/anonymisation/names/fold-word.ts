const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
}

/** No name is longer: what is beyond is not looked at, so that one endless word costs no more than another. */
const mostLetters = 40

/** The word as dictionaries have it: small letters without marks, so that "Łukasz", "LUKASZ" and "Lukasz" are one. */
export function foldWord(word: string): string {
  const short = word.length > mostLetters ? word.slice(0, mostLetters) : word
  const lower = short.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFD')
    .replaceAll(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replaceAll(/[łøđðþßæœıə]/gu, sign => plainLetters[sign] ?? sign)
    .replaceAll(/[\u2018\u2019\u02bc]/gu, "'")
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false
  return true
}

/** FNV-1a over UTF-16 units, as an unsigned number of 32 bits. */
export function hashWord(word: string, from = 0, to = word.length): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** Spreads every bit over all others (the finaliser of MurmurHash3): FNV alone leaves short words close together. */
export function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
