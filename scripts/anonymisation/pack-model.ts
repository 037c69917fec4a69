import { hashWord } from '../../src/anonymisation/names/fold-word.ts'
import { bucketBits, labelCount, wordBits } from '../../src/anonymisation/names/model.ts'
import type { WordFacts } from '../../src/anonymisation/names/word-facts.ts'
import type { Weights } from './train-tagger.ts'

/** The one file that `loadModel` reads. At most `mostBuckets` buckets are kept, those with the largest weights. */
export function packModel(
  dictionary: ReadonlyMap<string, WordFacts>,
  { unary, transitions }: Weights,
  mostBuckets: number,
): Uint8Array {
  const words = packWords(dictionary)
  const kept = keepBuckets(unary, mostBuckets)
  // Fifteen steps each way: finer ones cost bytes and change no figure.
  const largest = kept.reduce((most, bucket) => Math.max(most, strength(unary, bucket)), 0)
  const scale = Math.min(largest, 3.2) / 24
  const rounded = (weight: number) => Math.max(-48, Math.min(48, Math.round(weight / scale)))
  const used = kept.filter(bucket => [0, 1, 2].some(column => rounded(unary[bucket * 3 + column] ?? 0) !== 0))

  const header = new DataView(new ArrayBuffer(16 + labelCount * labelCount * 4))
  header.setUint32(0, 0x4e314d43)
  header.setUint32(4, words.length)
  header.setUint32(8, used.length)
  header.setFloat32(12, scale)
  transitions.forEach((weight, index) => header.setFloat32(16 + index * 4, weight))
  return Uint8Array.from([
    ...new Uint8Array(header.buffer),
    ...packGaps(words.map(([hash]) => hash)),
    ...words.map(([, facts]) => facts),
    ...packGaps(used),
    ...[0, 1, 2].flatMap(column => used.map(bucket => rounded(unary[bucket * 3 + column] ?? 0) & 255)),
  ])
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

/** As `loadModel` describes them. */
function packGaps(values: readonly number[]): number[] {
  const gaps = values.map((value, index) => value - (values[index - 1] ?? 0))
  const upper = gaps.flatMap(gap => {
    const high = gap >> 4
    return high < 255 ? [high] : [255, (high >> 16) & 255, (high >> 8) & 255, high & 255]
  })
  const lower = Array.from(
    { length: (gaps.length + 1) >> 1 },
    (_, pair) => ((gaps[pair * 2] ?? 0) & 15) | (((gaps[pair * 2 + 1] ?? 0) & 15) << 4),
  )
  return [...upper, ...lower]
}
