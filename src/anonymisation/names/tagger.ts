import { mostFeatures, writeFeatures, type Reading } from './features.ts'
import { labelCount, type Model } from './model.ts'

/**
 * For each token the chance of each label: a linear-chain conditional random field, forwards and backwards once. Linear in
 * the number of tokens.
 */
export function tag(reading: Reading, model: Model): Float32Array {
  return marginals(scoreTokens(reading, model), model.transitions)
}

/** For each token and label a factor, `Math.exp` of the sum of its features' weights. */
function scoreTokens(reading: Reading, { weights, scale }: Model): Float64Array {
  const count = reading.tokens.length
  const factors = new Float64Array(count * labelCount)
  const buckets = new Int32Array(mostFeatures)
  for (let at = 0; at < count; at++) {
    const written = writeFeatures(reading, at, buckets)
    let person = 0
    let organisation = 0
    let place = 0
    for (let index = 0; index < written; index++) {
      const row = (buckets[index] ?? 0) * 3
      person += weights[row] ?? 0
      organisation += weights[row + 1] ?? 0
      place += weights[row + 2] ?? 0
    }
    const row = at * labelCount
    factors[row] = 1
    factors[row + 1] = Math.exp(limit(person * scale))
    factors[row + 2] = Math.exp(limit(organisation * scale))
    factors[row + 3] = Math.exp(limit(place * scale))
  }
  return factors
}

/** Keeps the factors far from what a number cannot hold. */
function limit(score: number): number {
  return Math.max(-50, Math.min(50, score))
}

/** `transitions` as factors, from row to column. Every step is scaled to a sum of 1, so that no text is too long. */
function marginals(factors: Float64Array, transitions: Float64Array): Float32Array {
  const count = factors.length / labelCount
  const forward = new Float64Array(factors.length)
  for (let at = 0; at < count; at++) {
    const row = at * labelCount
    let sum = 0
    for (let to = 0; to < labelCount; to++) {
      let value = at === 0 ? 1 : 0
      if (at > 0)
        for (let from = 0; from < labelCount; from++)
          value += (forward[row - labelCount + from] ?? 0) * (transitions[from * labelCount + to] ?? 0)
      value *= factors[row + to] ?? 0
      forward[row + to] = value
      sum += value
    }
    for (let to = 0; to < labelCount; to++) forward[row + to] = (forward[row + to] ?? 0) / sum
  }
  const chances = new Float32Array(factors.length)
  const backward = new Float64Array(labelCount).fill(1)
  const next = new Float64Array(labelCount)
  for (let at = count - 1; at >= 0; at--) {
    const row = at * labelCount
    let sum = 0
    for (let label = 0; label < labelCount; label++)
      sum += (forward[row + label] ?? 0) * (backward[label] ?? 0)
    for (let label = 0; label < labelCount; label++)
      chances[row + label] = ((forward[row + label] ?? 0) * (backward[label] ?? 0)) / sum
    let total = 0
    for (let from = 0; from < labelCount; from++) {
      let value = 0
      for (let to = 0; to < labelCount; to++)
        value += (transitions[from * labelCount + to] ?? 0) * (factors[row + to] ?? 0) * (backward[to] ?? 0)
      next[from] = value
      total += value
    }
    for (let from = 0; from < labelCount; from++) backward[from] = (next[from] ?? 0) / total
  }
  return chances
}
