import { makeChances, RangeDecoder } from './range-decoder.ts'

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

const magic = 0x4e314d44
const headerBytes = 16 + labelCount * labelCount * 4

/** How many bits a number in the packed model has, and of how many of them the chances are learnt. */
export const packing = {
  /** The step from a word's hash to the next one's, without its lower bits, and those. */
  wordStep: 6,
  wordRest: 6,
  facts: 8,
  bucketStep: 7,
  /** A weight, from -64 to 63. */
  weight: 7,
} as const

/** The three weights of a bucket are alike in size: one goes by those before it. */
const sizes = [-12, -5, -2, -1, 0, 2, 5, 12]
const sizeCount = sizes.length + 1

/** Where the chances of a weight begin, that comes after the weights `first` and `second` of its bucket. */
export function weightBase(first: number, second: number): number {
  return (sizeOf(first) * sizeCount + sizeOf(second)) << packing.weight
}

/** As many chances as all weights have. */
export const weightChances = (sizeCount * sizeCount) << packing.weight

function sizeOf(weight: number): number {
  return sizes.filter(size => size < weight).length
}

/** Unpacks what `pack-model.ts` packed. Throws when the bytes are something else. */
export function loadModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < headerBytes || view.getUint32(0) !== magic)
    throw new Error('These bytes are no model of names.')
  const transitions = Float64Array.from({ length: labelCount * labelCount }, (_, index) =>
    Math.exp(view.getFloat32(16 + index * 4)),
  )
  const decoder = new RangeDecoder(bytes, headerBytes)
  return {
    words: readWords(decoder, view.getUint32(4)),
    weights: readWeights(decoder, view.getUint32(8)),
    scale: view.getFloat32(12),
    transitions,
  }
}

function readWords(decoder: RangeDecoder, count: number): Uint32Array {
  const steps = makeChances(1 << packing.wordStep)
  const facts = makeChances(1 << packing.facts)
  const size = 2 ** Math.ceil(Math.log2(count * 1.6 + 2))
  const words = new Uint32Array(size)
  let hash = 0
  for (let index = 0; index < count; index++) {
    hash += decoder.number(steps, 0, packing.wordStep) << packing.wordRest
    hash += decoder.even(packing.wordRest)
    let slot = hash & (size - 1)
    while (words[slot] !== 0) slot = (slot + 1) & (size - 1)
    words[slot] = ((hash << 8) | decoder.number(facts, 0, packing.facts)) >>> 0
  }
  return words
}

function readWeights(decoder: RangeDecoder, count: number): Int8Array {
  const steps = makeChances(1 << packing.bucketStep)
  const columns = [0, 1, 2].map(() => makeChances(weightChances))
  const weights = new Int8Array(2 ** bucketBits * 3)
  let bucket = 0
  for (let index = 0; index < count; index++) {
    bucket += decoder.number(steps, 0, packing.bucketStep)
    let [before, last] = [0, 0]
    for (const [column, chances] of columns.entries()) {
      const weight = decoder.number(chances, weightBase(before, last), packing.weight) - 64
      weights[bucket * 3 + column] = weight
      before = last
      last = weight
    }
  }
  return weights
}
