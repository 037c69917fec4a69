import type { DraftCopy, Writing } from '../device/device.ts'
import { typedIn } from '../writing/fields.ts'

export type Fields = DraftCopy['fields']

/** A piece as this device has it: what was typed here and not acknowledged, over what Confer last had. */
export interface DraftOnDevice {
  readonly pieceId: string
  readonly title: string
  readonly changedAt: number
  /** Of what was typed here; `null` where there is nothing that Confer does not have. */
  readonly writing: Writing | null
  /** `null` for a piece that Confer does not know yet, or has not brought to this device. */
  readonly copy: DraftCopy | null
}

/** The last changed first. Where two tabs wrote one piece, the last changed of them: the other is sent by itself. */
export function draftsOnDevice(writings: readonly Writing[], copies: readonly DraftCopy[]): DraftOnDevice[] {
  const byPiece = new Map<string, DraftOnDevice>()
  for (const copy of copies) byPiece.set(copy.pieceId, { ...shown(copy), writing: null, copy })
  for (const writing of writings) {
    if (!isOfPiece(writing)) continue
    const known = byPiece.get(writing.pieceId)
    if (known?.writing && known.writing.changedAt > writing.changedAt) continue
    byPiece.set(writing.pieceId, { ...shown(writing), writing, copy: known?.copy ?? null })
  }
  return [...byPiece.values()].sort((one, other) => other.changedAt - one.changedAt)
}

/** What was typed in supervision has questions that this page does not know: it waits here, and is sent by itself. */
export interface OtherOnDevice {
  readonly title: string
  readonly changedAt: number
  readonly formUrl: string
  readonly texts: readonly string[]
}

/** The last changed first. */
export function othersOnDevice(writings: readonly Writing[]): OtherOnDevice[] {
  return writings
    .filter(writing => !isOfPiece(writing))
    .map(({ title, changedAt, formUrl, fields }) => ({
      title,
      changedAt,
      formUrl,
      texts: typedIn(fields).flatMap(([name, text]) => (name === 'title' ? [] : [text])),
    }))
    .filter(({ texts }) => texts.length > 0)
    .sort((one, other) => other.changedAt - one.changedAt)
}

function isOfPiece({ action }: Writing): boolean {
  return action.startsWith('/cpd/')
}

function shown({ pieceId, title, changedAt }: DraftCopy | Writing) {
  return { pieceId, title, changedAt }
}

export interface FilledForm {
  readonly action: string
  readonly fields: Fields
  /** Of the questions that the form has: one that was typed with one question a page has no others. */
  readonly questionIds: readonly string[]
}

/** The form as it was when it was typed in, or else as Confer had it. */
export function formToFill({ writing, copy }: Pick<DraftOnDevice, 'writing' | 'copy'>): FilledForm | null {
  if (writing) return { action: writing.action, fields: writing.fields, questionIds: idsIn(writing.seen) }
  if (!copy) return null
  const { formUrl, fields, seen, version } = copy
  return {
    action: formUrl,
    fields: [...fields, ['version', version], ['seen', seen]],
    questionIds: idsIn(seen),
  }
}

/** Marks are written `question:mark`. */
function idsIn(seen: string): string[] {
  return seen.split(' ').flatMap(pair => pair.split(':', 1).filter(id => id !== ''))
}
