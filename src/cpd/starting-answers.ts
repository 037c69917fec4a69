import type { RulePack } from '../schemes/rule-pack.ts'
import { emptyAnswers, type Answers } from './answers.ts'

/** What may be known before the first word: codes of the pack, which an address may carry, and never a word of anybody's. */
export const startingCodeNames = ['type', 'category', 'setting'] as const
export type StartingCodes = Readonly<Partial<Record<(typeof startingCodeNames)[number], string>>>

type Lookup = (name: (typeof startingCodeNames)[number]) => string | null

/** The codes that this pack knows. */
export function startingCodes(pack: RulePack, given: Lookup): StartingCodes {
  const options = { type: pack.typesOfCpd, category: pack.peerCategories, setting: pack.settings }
  return Object.fromEntries(
    startingCodeNames.flatMap(name => {
      const id = given(name)
      return id !== null && options[name].some(option => option.id === id) ? [[name, id]] : []
    }),
  )
}

export function startingAnswers(pack: RulePack, given: Lookup): Answers {
  const { type = '', category, setting } = startingCodes(pack, given)
  const empty = emptyAnswers()
  return {
    ...empty,
    type,
    peerReflection: {
      ...empty.peerReflection,
      peers: category === undefined ? [] : [{ category, role: '' }],
      settings: setting === undefined ? [] : [setting],
    },
  }
}
