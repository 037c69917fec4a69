import type { DraftCopy, Writing } from '../device/device.ts'

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
    const known = byPiece.get(writing.pieceId)
    if (known?.writing && known.writing.changedAt > writing.changedAt) continue
    byPiece.set(writing.pieceId, { ...shown(writing), writing, copy: known?.copy ?? null })
  }
  return [...byPiece.values()].sort((one, other) => other.changedAt - one.changedAt)
}

function shown({ pieceId, title, changedAt }: DraftCopy | Writing) {
  return { pieceId, title, changedAt }
}

/** What goes into the form with all questions on one page. */
export interface FilledForm {
  readonly fields: Fields
  /** Marks of the answers as Confer last had them. */
  readonly seen: string
  readonly version: string
  /** Questions that neither the copy nor what was typed says anything of: not shown, as if they had no answer. */
  readonly knows: (questionId: string) => boolean
}

/** Answer by answer: what was typed in a form with one question, and for the others the copy. */
export function fillFrom({ writing, copy }: Pick<DraftOnDevice, 'writing' | 'copy'>): FilledForm {
  const [typed, kept] = [marksIn(writing?.seen ?? ''), marksIn(copy?.seen ?? '')]
  const isNew = writing?.version === '0'
  const ofCopy = [...kept.keys()].filter(id => !typed.has(id))
  return {
    fields: [
      ...answersTo([...typed.keys()], [...typed.keys(), ...kept.keys()], writing?.fields ?? []),
      ...answersTo(ofCopy, [...typed.keys(), ...kept.keys()], copy?.fields ?? []),
    ],
    seen: [...typed, ...ofCopy.map(id => [id, kept.get(id) ?? ''] as const)]
      .map(([id, mark]) => `${id}:${mark}`)
      .join(' '),
    version: writing?.version ?? copy?.version ?? '0',
    knows: id => isNew || typed.has(id) || kept.has(id),
  }
}

function marksIn(seen: string): Map<string, string> {
  return new Map(
    seen
      .split(' ')
      .filter(mark => mark !== '')
      .map(mark => [mark.slice(0, mark.lastIndexOf(':')), mark.slice(mark.lastIndexOf(':') + 1)]),
  )
}

/** The fields of these questions: a question's fields are called after it. */
function answersTo(wanted: readonly string[], all: readonly string[], fields: Fields): Fields {
  const questionOf = (name: string) =>
    all
      .filter(id => name === id || name.startsWith(`${id}-`))
      .sort((one, other) => other.length - one.length)[0]
  return fields.filter(([name]) => wanted.includes(questionOf(name) ?? ''))
}
