import type { Question } from '../schemes/rule-pack.ts'

/** What the script is told of answers that wait for their writer to choose: it goes on saving the others. */
export function clashInJson(clashes: readonly Pick<Question, 'id' | 'label'>[], isByOther = false) {
  return { outcome: 'clash', clashes: clashes.map(({ id, label }) => ({ id, label })), isByOther }
}
