import type { RulePack } from '../schemes/rule-pack.ts'
import { emptyAnswers, type Answers } from './answers.ts'

/** What is known before the first word: codes of the pack that an address may carry, and never a word of anybody's. */
export function startingAnswers(pack: RulePack, query: URLSearchParams): Answers {
  const known = (options: readonly { readonly id: string }[], id: string | null) =>
    id !== null && options.some(option => option.id === id) ? id : null
  const category = known(pack.peerCategories, query.get('category'))
  const setting = known(pack.settings, query.get('setting'))
  const empty = emptyAnswers()
  return {
    ...empty,
    type: known(pack.typesOfCpd, query.get('type')) ?? '',
    peerReflection: {
      ...empty.peerReflection,
      peers: category === null ? [] : [{ category, role: '' }],
      settings: setting === null ? [] : [setting],
    },
  }
}
