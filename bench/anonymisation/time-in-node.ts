import { median, quantile } from '../figures.ts'
import type { Finder } from './score.ts'

export interface Times {
  readonly median: number
  readonly p95: number
}

/** How often each text is read: the median of these is its time, so that what else the machine does counts for less. */
const rounds = [1, 2, 3, 4, 5]

/** Milliseconds for each text, after all were read once. */
export function timeInNode(texts: readonly string[], find: Finder): Times {
  for (const text of texts) find(text)
  const times = texts.map(text =>
    median(
      rounds.map(() => {
        const start = performance.now()
        find(text)
        return performance.now() - start
      }),
    ),
  )
  return { median: median(times), p95: quantile(times, 0.95) }
}
