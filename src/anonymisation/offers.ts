import { rewritesInJobRole } from './as-job-role.ts'
import type { Finding } from './finding.ts'
import { rewritesFor, type Rewrite } from './rewrites.ts'
import { isSaidBefore, nameIn, rewordPersonAs } from './rewriting/person-rewordings.ts'

/** Something that was found in one of several texts that belong together; `index` counts the texts. */
export interface FoundAmong {
  readonly index: number
  readonly text: string
  readonly isJobRole: boolean
  readonly finding: Finding
}

/** What was put in the place of a name before this check, and where it stands now. */
export interface Replaced {
  readonly index: number
  readonly start: number
  readonly name: string
  readonly role: string
}

export interface RewriteAmong extends Rewrite {
  readonly index: number
}

/** One press for every mention of a name: the first becomes `label`, "a child", and those after it "the child". */
export interface Everywhere {
  readonly label: string
  readonly edits: readonly RewriteAmong[]
}

export interface Offer {
  /** Of somebody who is named; the same for every mention of them. */
  readonly name: string | null
  readonly rewrites: readonly Rewrite[]
  /** Beside the first mention of a name that stands there more than once. */
  readonly everywhere: readonly Everywhere[]
}

interface Named {
  readonly name: string
  readonly mentions: FoundAmong[]
  /** Whether what stands for it comes before the first mention that is left. */
  readonly isReplaced: boolean
  /** What the first mention that has room for it may become: "a child". */
  roles: readonly string[]
}

/** What can be done about each thing that was found, in the order in which somebody reads it. */
export function offersFor(
  found: readonly FoundAmong[],
  replaced: readonly Replaced[] = [],
): readonly Offer[] {
  const everybody = new Map<string, Named>()
  const offers = found.map(one => {
    const { index, text, isJobRole, finding } = one
    const isPerson = finding.class === 'person'
    const name = nameIn(finding, text)
    const role =
      replaced.findLast(
        other =>
          other.name === name &&
          (other.index < index || (other.index === index && other.start < finding.start)),
      )?.role ?? null
    const isFirst = !everybody.has(name)
    const named = everybody.get(name) ?? { name, mentions: [], isReplaced: role !== null, roles: [] }
    const isKnown = role !== null || !isFirst || isSaidBefore(finding, text)
    const rewrites =
      isJobRole && isPerson ? rewritesInJobRole(finding, text) : rewritesFor(finding, text, { isKnown, role })
    if (isPerson && rewrites.length > 0) {
      everybody.set(name, named)
      named.mentions.push(one)
      if (named.roles.length === 0) named.roles = rewrites.flatMap(each => each.role ?? [])
    }
    return { name: isPerson ? name : null, rewrites, named: isFirst ? named : null }
  })
  return offers.map(({ name, rewrites, named }) => ({
    name,
    rewrites,
    everywhere:
      named === null || named.mentions.length < 2
        ? []
        : named.roles.map(role => ({ label: role, edits: editsOf(named, role) })),
  }))
}

function editsOf({ mentions, isReplaced }: Named, role: string): readonly RewriteAmong[] {
  const last = { index: -1, end: 0 }
  return mentions.flatMap(({ index, text, isJobRole, finding }, place) => {
    const [rewrite] = isJobRole
      ? rewritesInJobRole(finding, text)
      : [rewordPersonAs(finding, text, role, isReplaced || place > 0)]
    // "Kelly and Kelly" may both go with the words before them.
    if (rewrite === undefined || (index === last.index && rewrite.start < last.end)) return []
    last.index = index
    last.end = rewrite.end
    return [{ ...rewrite, index }]
  })
}
