import type { FoundAt } from './piece-check.ts'

/** What was pressed on the page with the answers. Where, and never what: no text goes back and forth with it. */
export type CheckPress =
  | { readonly kind: 'submit'; readonly anyway: boolean }
  | { readonly kind: 'keep'; readonly at: FoundAt }
  /** Keeps it no longer. */
  | { readonly kind: 'ask-again'; readonly at: FoundAt }
  | { readonly kind: 'rewrite'; readonly at: FoundAt; readonly which: number }
  /** Takes the last rewrite back: the piece becomes what the earlier version with this number says. */
  | { readonly kind: 'undo'; readonly revision: number }

/** `learning 12 23` or, of the second peer's job role, `peer:2 0 5`. */
export function writeAt({ place: { questionId, row }, start, end }: FoundAt): string {
  return `${row === null ? questionId : `${questionId}:${row}`} ${start} ${end}`
}

/** `null` for what none of our buttons says. */
export function readCheckPress(press: string): CheckPress | null {
  if (press === '' || press === 'anyway') return { kind: 'submit', anyway: press === 'anyway' }
  const revision = /^undo (\d{1,9})$/.exec(press)?.[1]
  if (revision !== undefined) return { kind: 'undo', revision: Number(revision) }
  const [, action, questionId = '', row, start, end, which] =
    /^(keep|ask-again|rewrite) ([a-z0-9.-]{1,60})(?::(\d{1,4}))? (\d{1,9}) (\d{1,9})(?: (\d{1,2}))?$/.exec(
      press,
    ) ?? []
  const place = { questionId, row: row === undefined ? null : Number(row) }
  const at = { place, start: Number(start), end: Number(end) }
  if (action === 'rewrite') return which === undefined ? null : { kind: action, at, which: Number(which) }
  return (action === 'keep' || action === 'ask-again') && which === undefined ? { kind: action, at } : null
}
