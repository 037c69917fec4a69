/** One figure as one line of JSON on standard output: everything else that a benchmark says goes to standard error. */
export function print(name: string, value: number, unit: string): void {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 3
  console.log(JSON.stringify({ name, value: Number(value.toFixed(digits)), unit }))
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that the given share of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
