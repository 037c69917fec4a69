/** The labels that the tagger gives a token, in the order of the weights. */
export const labels = { none: 0, person: 1, organisation: 2, place: 3 } as const
export const labelCount = 4

/** Bits of a feature's address in the table of weights. */
export const bucketBits = 18

/** Bits of a word's hash that the dictionary keeps: about one unknown word in two hundred is taken for a known one. */
export const wordBits = 24

/** Dictionaries and weights, unpacked. */
export interface Model {
  /** Open addressing: the hash of a word in the upper 24 bits, what it is in the lower 8 (`word-facts.ts`). 0 is free. */
  readonly words: Uint32Array
  /** For each bucket the weights of person, organisation and place; those of none are 0. */
  readonly weights: Int8Array
  /** What a weight of 1 stands for. */
  readonly scale: number
  /** From each label (row) to each label, as factors. */
  readonly transitions: Float64Array
}

const magic = 0x4e314d43

/** Unpacks what `pack-model.ts` packed. Throws when the bytes are something else. */
export function loadModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 32 || view.getUint32(0) !== magic)
    throw new Error('These bytes are no model of names.')
  const wordCount = view.getUint32(4)
  const bucketCount = view.getUint32(8)
  const scale = view.getFloat32(12)
  let at = 16
  const transitions = Float64Array.from({ length: labelCount * labelCount }, (_, index) =>
    Math.exp(view.getFloat32(at + index * 4)),
  )
  at += labelCount * labelCount * 4

  const wordGaps = readGaps(bytes, at, wordCount)
  at = wordGaps.end
  const words = fillWords(wordGaps.values, bytes.subarray(at, at + wordCount))
  at += wordCount

  const bucketGaps = readGaps(bytes, at, bucketCount)
  at = bucketGaps.end
  const weights = new Int8Array(2 ** bucketBits * 3)
  for (let column = 0; column < 3; column++) {
    for (const [index, bucket] of bucketGaps.values.entries()) {
      weights[bucket * 3 + column] = view.getInt8(at + index)
    }
    at += bucketCount
  }
  return { words, weights, scale, transitions }
}

/**
 * Ascending numbers as the steps between them: the upper bits of all in a byte each (255: three bytes follow), then the
 * lower four bits, two in a byte. The upper ones are few and compress well; the lower ones are as good as random.
 */
function readGaps(bytes: Uint8Array, start: number, count: number): { values: Uint32Array; end: number } {
  const values = new Uint32Array(count)
  let at = start
  for (let index = 0; index < count; index++) {
    const upper = bytes[at++] ?? 0
    if (upper < 255) {
      values[index] = upper << 4
    } else {
      values[index] = (((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)) << 4
      at += 3
    }
  }
  let value = 0
  for (let index = 0; index < count; index++) {
    const pair = bytes[at + (index >> 1)] ?? 0
    value += (values[index] ?? 0) | (index % 2 === 0 ? pair & 15 : pair >> 4)
    values[index] = value
  }
  return { values, end: at + ((count + 1) >> 1) }
}

function fillWords(hashes: Uint32Array, facts: Uint8Array): Uint32Array {
  const size = 2 ** Math.ceil(Math.log2(hashes.length * 1.6 + 2))
  const words = new Uint32Array(size)
  for (const [index, hash] of hashes.entries()) {
    let slot = hash & (size - 1)
    while (words[slot] !== 0) slot = (slot + 1) & (size - 1)
    words[slot] = ((hash << 8) | (facts[index] ?? 0)) >>> 0
  }
  return words
}
