import { hashWord } from '../../src/anonymisation/names/fold-word.ts'
import {
  bucketBits,
  labelCount,
  packing,
  weightBase,
  weightChances,
  wordBits,
} from '../../src/anonymisation/names/model.ts'
import { makeChances } from '../../src/anonymisation/names/range-decoder.ts'
import type { WordFacts } from '../../src/anonymisation/names/word-facts.ts'
import { RangeEncoder } from './range-encoder.ts'
import type { Weights } from './train-tagger.ts'

/** The one file that `loadModel` reads. At most `mostBuckets` buckets are kept, those with the largest weights. */
export function packModel(
  dictionary: ReadonlyMap<string, WordFacts>,
  { unary, transitions }: Weights,
  mostBuckets: number,
): Uint8Array {
  const words = packWords(dictionary)
  const kept = keepBuckets(unary, mostBuckets)
  // Twelve steps each way for most weights: finer ones cost the bytes of buckets that say more.
  const largest = kept.reduce((most, bucket) => Math.max(most, strength(unary, bucket)), 0)
  const scale = Math.min(largest, 3.2) / 12
  const rounded = (weight: number) => Math.max(-24, Math.min(24, Math.round(weight / scale)))
  const used = kept.filter(bucket => [0, 1, 2].some(column => rounded(unary[bucket * 3 + column] ?? 0) !== 0))

  const header = new DataView(new ArrayBuffer(16 + labelCount * labelCount * 4))
  header.setUint32(0, 0x4e314d44)
  header.setUint32(4, words.length)
  header.setUint32(8, used.length)
  header.setFloat32(12, scale)
  transitions.forEach((weight, index) => header.setFloat32(16 + index * 4, weight))
  const encoder = new RangeEncoder()
  writeWords(words, encoder)
  writeWeights(used, (bucket, column) => rounded(unary[bucket * 3 + column] ?? 0), encoder)
  return Uint8Array.from([...new Uint8Array(header.buffer), ...encoder.finish()])
}

function writeWords(words: readonly (readonly [number, WordFacts])[], encoder: RangeEncoder): void {
  const steps = makeChances(1 << packing.wordStep)
  const known = makeChances(1 << packing.facts)
  let last = 0
  for (const [hash, facts] of words) {
    encoder.number((hash - last) >> packing.wordRest, steps, 0, packing.wordStep)
    encoder.even((hash - last) & (2 ** packing.wordRest - 1), packing.wordRest)
    encoder.number(facts, known, 0, packing.facts)
    last = hash
  }
}

function writeWeights(
  buckets: readonly number[],
  weightOf: (bucket: number, column: number) => number,
  encoder: RangeEncoder,
): void {
  const steps = makeChances(1 << packing.bucketStep)
  const columns = [0, 1, 2].map(() => makeChances(weightChances))
  let lastBucket = 0
  for (const bucket of buckets) {
    encoder.number(bucket - lastBucket, steps, 0, packing.bucketStep)
    let [before, last] = [0, 0]
    for (const [column, chances] of columns.entries()) {
      const weight = weightOf(bucket, column)
      encoder.number(weight + 64, chances, weightBase(before, last), packing.weight)
      before = last
      last = weight
    }
    lastBucket = bucket
  }
}

function packWords(dictionary: ReadonlyMap<string, WordFacts>): (readonly [number, WordFacts])[] {
  const byHash = new Map<number, WordFacts>()
  for (const [word, facts] of dictionary) {
    const hash = hashWord(word) >>> (32 - wordBits)
    byHash.set(hash, (byHash.get(hash) ?? 0) | facts)
  }
  return [...byHash].toSorted(([a], [b]) => a - b)
}

function strength(unary: Float32Array, bucket: number): number {
  return Math.max(...[0, 1, 2].map(column => Math.abs(unary[bucket * 3 + column] ?? 0)))
}

function keepBuckets(unary: Float32Array, most: number): number[] {
  return Array.from({ length: 2 ** bucketBits }, (_, bucket) => bucket)
    .map(bucket => ({ bucket, size: strength(unary, bucket) }))
    .filter(({ size }) => size > 0.02)
    .toSorted((a, b) => b.size - a.size || a.bucket - b.bucket)
    .slice(0, most)
    .map(({ bucket }) => bucket)
    .toSorted((a, b) => a - b)
}
