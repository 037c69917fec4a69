import { randomBytes } from 'node:crypto'
import type { Model } from '../../anonymisation/names/model.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import type { CheckPress } from '../check-press.ts'
import { hashKept } from '../kept-words.ts'
import { findReplaced } from '../find-replaced.ts'
import { checkPiece, choicesIn, isAt, rewritten } from '../piece-check.ts'
import { findRevision } from '../revisions/find-revision.ts'
import { lockPiece } from '../store.ts'
import { addKeptWord, deleteKeptWord, ensureWordSecret } from '../words-store.ts'
import { saveDraftOfPiece } from './save-draft.ts'

interface ActOnFinding {
  readonly personId: string
  readonly pieceId: string
  /** The version whose findings were on the screen when one of them was pressed. */
  readonly shownVersion: number
  readonly press: Exclude<CheckPress, { kind: 'submit' }>
  /** The earlier version from before the last rewrite, if that was offered to be taken back. */
  readonly undo: number | null
  readonly pack: RulePack
  readonly model: Model
  readonly now: Date
}

type Acted =
  | { readonly kind: 'kept' | 'asked-again' | 'undone' }
  /** `before`: the earlier version that undoes it. */
  | { readonly kind: 'rewritten'; readonly version: number; readonly before: number | null }

/** `changed-elsewhere`: the piece is not as it was on the screen, or not as the check that was run then saw it. */
type ActOnFindingRefusal = 'not-found' | 'changed-elsewhere'

/** Carries out what was pressed beside a finding. The check is run again: a press says where something is, not what. */
export async function actOnFinding(
  db: Db,
  { personId, pieceId, shownVersion, press, undo, pack, model, now }: ActOnFinding,
): Promise<Result<Acted, ActOnFindingRefusal>> {
  const locked = await lockPiece(db, personId, pieceId)
  if (locked === null) return refuse('not-found')
  const { piece, draftAnswers } = locked
  if (piece.version !== shownVersion || draftAnswers === null) return refuse('changed-elsewhere')
  const save = (answers: typeof draftAnswers, keepsBefore: boolean) =>
    saveDraftOfPiece(db, {
      personId,
      pieceId,
      pack,
      shown: { version: shownVersion, marks: null },
      answer: () => answers,
      keepsBefore,
      now,
    })

  if (press.kind === 'undo') {
    const before = await findRevision(db, personId, pieceId, press.revision)
    if (before === null) return refuse('changed-elsewhere')
    const saved = await save(before, false)
    return saved.ok ? ok({ kind: 'undone' }) : refuse('changed-elsewhere')
  }

  const found = checkPiece(pack, draftAnswers, model)
  const pressed = found.find(one => isAt(one, press.at))
  if (pressed === undefined) return refuse('changed-elsewhere')
  if (press.kind === 'rewrite') {
    const before = undo === null ? null : await findRevision(db, personId, pieceId, undo)
    const replaced = before ? findReplaced(pack, { before, now: draftAnswers }, model) : []
    const choice = choicesIn(found, replaced)[found.indexOf(pressed)]?.[press.which]
    if (choice === undefined) return refuse('changed-elsewhere')
    const saved = await save(rewritten(draftAnswers, choice.edits), true)
    if (!saved.ok) return refuse('changed-elsewhere')
    return ok({ kind: 'rewritten', version: saved.value.version, before: saved.value.before })
  }
  const secret = await ensureWordSecret(db, personId, randomBytes(32))
  const hash = hashKept(secret, pieceId, pressed)
  if (press.kind === 'keep') await addKeptWord(db, personId, pieceId, hash)
  else await deleteKeptWord(db, personId, pieceId, hash)
  return ok({ kind: press.kind === 'keep' ? 'kept' : 'asked-again' })
}
