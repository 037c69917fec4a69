import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RelationshipKind } from '../relationship.ts'

/** Whom somebody asks to begin supervision with them, as typed. */
export interface TypedStart {
  readonly email: string
  /** What they are asked to be: `supervisor` or `supervisee`. */
  readonly part: string
  /** A kind, or the id of a group of one's own that they are to join. */
  readonly kind: string
  /** Its id, or `none`. */
  readonly organisation: string
}

/** What somebody can ask for: their organisations, and the groups that they supervise. */
export interface StartChoices {
  readonly organisations: readonly { readonly organisationId: string; readonly name: string }[]
  readonly groups: readonly {
    readonly relationshipId: string
    readonly organisationId: string | null
    readonly name: string
  }[]
}

export interface Start {
  readonly organisationId: string | null
  readonly part: 'supervisor' | 'supervisee'
  readonly kind: RelationshipKind
  readonly relationshipId: string | null
}

export type StartProblem =
  | { readonly field: 'part'; readonly code: 'missing' | 'group-is-yours' }
  | { readonly field: 'kind'; readonly code: 'missing' | 'needs-organisation' }
  | { readonly field: 'organisation'; readonly code: 'missing' }

const kinds: readonly RelationshipKind[] = ['line-management', 'professional', 'group']

export function readStart(
  { part, kind, organisation }: TypedStart,
  { organisations, groups }: StartChoices,
): Result<Start, readonly StartProblem[]> {
  const group = groups.find(({ relationshipId }) => relationshipId === kind)
  if (group !== undefined) {
    if (part !== 'supervisee') return refuse([{ field: 'part', code: 'group-is-yours' }])
    const { organisationId, relationshipId } = group
    return ok({ organisationId, part, kind: 'group', relationshipId })
  }
  const asked = part === 'supervisor' || part === 'supervisee' ? part : null
  const known = kinds.find(one => one === kind) ?? null
  const isOurs = organisations.some(({ organisationId }) => organisationId === organisation)
  const organisationId = isOurs ? organisation : organisation === 'none' ? null : undefined
  const problems: StartProblem[] = []
  if (asked === null) problems.push({ field: 'part', code: 'missing' })
  if (known === null) problems.push({ field: 'kind', code: 'missing' })
  // Who is whose manager an organisation says; two people by themselves have none.
  if (known === 'line-management' && organisationId === null)
    problems.push({ field: 'kind', code: 'needs-organisation' })
  if (organisationId === undefined) problems.push({ field: 'organisation', code: 'missing' })
  if (asked === null || known === null || organisationId === undefined || problems.length > 0)
    return refuse(problems)
  return ok({ organisationId, part: asked, kind: known, relationshipId: null })
}
