const grouped = new Intl.NumberFormat('en-GB')

/** 20000 → "20,000" */
export function formatNumber(number: number): string {
  return grouped.format(number)
}

/** "form", "form and fee", "form, fee and CPD" */
export function inAList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** 1 day, 2 days */
export function counted(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`
}
