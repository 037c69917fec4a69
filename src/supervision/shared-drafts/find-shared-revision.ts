import { unpackAll } from '../../cpd/revisions/pack.ts'
import type { PackedRevision } from '../../cpd/revisions/revisions-store.ts'
import type { Texts } from './shared-draft.ts'

/** One of a chain of revisions, by the number in its address, with what it said. */
export function findSharedRevision(
  chain: readonly PackedRevision[],
  number: string,
): { readonly revision: PackedRevision; readonly texts: Texts } | null {
  const at = chain.findIndex(revision => String(revision.number) === number)
  const revision = chain[at]
  const answers = unpackAll(chain.slice(0, at + 1).map(({ packed }) => packed)).at(-1)
  return revision && answers ? { revision, texts: answers.texts } : null
}
