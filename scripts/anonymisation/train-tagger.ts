import { mostFeatures, writeFeatures, type Reading } from '../../src/anonymisation/names/features.ts'
import { bucketBits, labelCount, labels } from '../../src/anonymisation/names/model.ts'
import type { LabelledSpan } from './read-corpora.ts'

export interface Weights {
  /** Three a bucket: person, organisation, place. */
  readonly unary: Float32Array
  /** From row to column. */
  readonly transitions: Float32Array
}

export interface Lesson {
  readonly reading: Reading
  readonly spans: readonly LabelledSpan[]
}

/** A linear-chain conditional random field, learnt by stochastic gradient descent with a rate a weight (Adagrad). */
export function trainTagger(epochs: number, lessonsOf: (epoch: number) => Iterable<Lesson>): Weights {
  const unary = new Float32Array(2 ** bucketBits * 3)
  const unarySquares = new Float32Array(unary.length)
  const transitions = new Float32Array(labelCount * labelCount)
  const transitionSquares = new Float32Array(transitions.length)
  // The mean over the later half is steadier than the last state.
  const mean = new Float64Array(unary.length)
  const meanTransitions = new Float64Array(transitions.length)
  const meanFrom = Math.floor(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    let tokens = 0
    for (const lesson of lessonsOf(epoch)) {
      loss += learn(lesson, { unary, unarySquares, transitions, transitionSquares })
      tokens += lesson.reading.tokens.length
    }
    console.log(`epoch ${epoch + 1}: ${tokens} tokens, loss ${(loss / tokens).toFixed(4)} a token`)
    if (epoch < meanFrom) continue
    for (const [index, weight] of unary.entries()) mean[index] = (mean[index] ?? 0) + weight
    for (const [index, weight] of transitions.entries())
      meanTransitions[index] = (meanTransitions[index] ?? 0) + weight
  }
  const over = epochs - meanFrom
  return {
    unary: Float32Array.from(mean, sum => sum / over),
    transitions: Float32Array.from(meanTransitions, sum => sum / over),
  }
}

interface State {
  readonly unary: Float32Array
  readonly unarySquares: Float32Array
  readonly transitions: Float32Array
  readonly transitionSquares: Float32Array
}

const rate = 0.12
/** Pulls every weight that is touched towards 0. */
const decay = 2e-5

function learn({ reading, spans }: Lesson, state: State): number {
  const count = reading.tokens.length
  if (count === 0) return 0
  const { unary, transitions } = state
  const gold = goldLabels(reading, spans)
  const buckets = new Int32Array(count * mostFeatures)
  const written = new Uint8Array(count)
  const scores = new Float64Array(count * labelCount)
  const own = new Int32Array(mostFeatures)
  for (let at = 0; at < count; at++) {
    const size = writeFeatures(reading, at, own)
    written[at] = size
    buckets.set(own.subarray(0, size), at * mostFeatures)
    for (let index = 0; index < size; index++) {
      const row = (own[index] ?? 0) * 3
      for (let column = 0; column < 3; column++)
        scores[at * labelCount + column + 1] =
          (scores[at * labelCount + column + 1] ?? 0) + (unary[row + column] ?? 0)
    }
  }
  const { chances, pairs, logSum } = expect(scores, transitions)
  let loss = logSum
  for (let at = 0; at < count; at++) {
    const label = gold[at] ?? 0
    loss -= scores[at * labelCount + label] ?? 0
    if (at > 0) {
      const pair = (gold[at - 1] ?? 0) * labelCount + label
      loss -= transitions[pair] ?? 0
      pairs[pair] = (pairs[pair] ?? 0) - 1
    }
    for (let column = 0; column < 3; column++) {
      const gradient = (chances[at * labelCount + column + 1] ?? 0) - (label === column + 1 ? 1 : 0)
      if (Math.abs(gradient) < 1e-3) continue
      for (let index = 0; index < (written[at] ?? 0); index++)
        step(
          state.unary,
          state.unarySquares,
          (buckets[at * mostFeatures + index] ?? 0) * 3 + column,
          gradient,
        )
    }
  }
  for (const [index, gradient] of pairs.entries())
    step(state.transitions, state.transitionSquares, index, Math.max(-2, Math.min(2, gradient)))
  return loss
}

function step(weights: Float32Array, squares: Float32Array, index: number, slope: number): void {
  const weight = weights[index] ?? 0
  const gradient = slope + decay * weight
  const square = (squares[index] ?? 0) + gradient * gradient
  squares[index] = square
  weights[index] = weight - (rate * gradient) / Math.sqrt(square + 0.1)
}

function goldLabels(reading: Reading, spans: readonly LabelledSpan[]): Uint8Array {
  const gold = new Uint8Array(reading.tokens.length)
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  let next = 0
  for (const [at, token] of reading.tokens.entries()) {
    while ((sorted[next]?.end ?? Infinity) <= token.start) next += 1
    const span = sorted[next]
    if (span && span.start < token.end && token.kind !== 'possessive') gold[at] = labels[span.class]
  }
  return gold
}

/** Forwards and backwards in logarithms of sums: the chance of each label, and how often each pair is expected. */
function expect(
  scores: Float64Array,
  transitions: Float32Array,
): { chances: Float64Array; pairs: Float64Array; logSum: number } {
  const count = scores.length / labelCount
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  const terms = new Float64Array(labelCount)
  for (let at = 0; at < count; at++) {
    for (let to = 0; to < labelCount; to++) {
      if (at === 0) {
        forward[to] = scores[to] ?? 0
        continue
      }
      for (let from = 0; from < labelCount; from++)
        terms[from] =
          (forward[(at - 1) * labelCount + from] ?? 0) + (transitions[from * labelCount + to] ?? 0)
      forward[at * labelCount + to] = sumLogs(terms) + (scores[at * labelCount + to] ?? 0)
    }
  }
  for (let at = count - 2; at >= 0; at--) {
    for (let from = 0; from < labelCount; from++) {
      for (let to = 0; to < labelCount; to++)
        terms[to] =
          (transitions[from * labelCount + to] ?? 0) +
          (scores[(at + 1) * labelCount + to] ?? 0) +
          (backward[(at + 1) * labelCount + to] ?? 0)
      backward[at * labelCount + from] = sumLogs(terms)
    }
  }
  const logSum = sumLogs(forward.subarray((count - 1) * labelCount))
  const chances = forward.map((value, index) => Math.exp(value + (backward[index] ?? 0) - logSum))
  const pairs = new Float64Array(labelCount * labelCount)
  for (let at = 1; at < count; at++)
    for (let from = 0; from < labelCount; from++)
      for (let to = 0; to < labelCount; to++)
        pairs[from * labelCount + to] =
          (pairs[from * labelCount + to] ?? 0) +
          Math.exp(
            (forward[(at - 1) * labelCount + from] ?? 0) +
              (transitions[from * labelCount + to] ?? 0) +
              (scores[at * labelCount + to] ?? 0) +
              (backward[at * labelCount + to] ?? 0) -
              logSum,
          )
  return { chances, pairs, logSum }
}

function sumLogs(terms: Float64Array): number {
  let most = -Infinity
  for (const term of terms) if (term > most) most = term
  let sum = 0
  for (const term of terms) sum += Math.exp(term - most)
  return most + Math.log(sum)
}
