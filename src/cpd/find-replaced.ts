import type { Model } from '../anonymisation/names/model.ts'
import type { Replaced } from '../anonymisation/offers.ts'
import { nameIn, rewordPersonAs } from '../anonymisation/rewriting/person-rewordings.ts'
import { rewritesFor } from '../anonymisation/rewrites.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import type { Answers } from './answers.ts'
import { checkPiece, textsOf } from './piece-check.ts'

/**
 * Who somebody became with the press that made `now` of `before`: "the child" fits for the same name from there on. It is
 * found out from the two, as nothing of what was replaced is remembered or sent.
 */
export function findReplaced(
  pack: RulePack,
  { before, now }: { readonly before: Answers; readonly now: Answers },
  model: Model,
): readonly Replaced[] {
  const after = textsOf(pack, now)
  for (const { place, index, text, finding } of checkPiece(pack, before, model)) {
    const made = after[index]?.text
    if (finding.class !== 'person' || place.row !== null || text === made) continue
    for (const { role } of rewritesFor(finding, text)) {
      if (role === undefined) continue
      const isMade = [true, false].some(isKnown => {
        const { start, end, replacement } = rewordPersonAs(finding, text, role, isKnown)
        return text.slice(0, start) + replacement + text.slice(end) === made
      })
      if (isMade) return [{ index, start: finding.start, name: nameIn(finding, text), role }]
    }
  }
  return []
}
