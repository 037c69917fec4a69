import { randomBytes } from 'node:crypto'
import { notFoundPage, unexpectedFieldPage } from '../platform/web/error-pages.ts'
import { json } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../platform/web/route.ts'
import { findMyPiece } from './find-mine.ts'
import { keyFor } from './kept-words.ts'
import { keptWordsPath, neverWriteKeyPath, neverWritePath } from './paths.ts'
import { neverWriteScreen } from './screens/never-write.ts'
import type { CpdSettings } from './settings.ts'
import { addKeptWord, deleteKeptWord, ensureWordSecret, findKeptWords } from './words-store.ts'

/** For the check while somebody writes: which words of a piece they keep, and what their never-write list is sealed with. */
export function wordRoutes({ scripts }: CpdSettings): Route[] {
  return [
    get(neverWritePath, signedIn, visit => neverWriteScreen(visit, scripts.neverWrite)),

    // A POST, as the first time it makes the key.
    post(neverWriteKeyPath, signedIn, { once: [] }, async visit => {
      const secret = await ensureWordSecret(visit.db, visit.actor.personId, randomBytes(32))
      return json({ key: keyFor(secret, 'never-write list').toString('base64') })
    }),

    post(keptWordsPath, signedIn, { once: ['press'] }, async visit => {
      const { pieceId } = visit.params
      if ((await findMyPiece(visit, pieceId)) === null) return notFoundPage()
      const press = readPress(visit.form.text('press'))
      if (press === null)
        return unexpectedFieldPage('The form did not say which button was pressed.', visit.form)
      const { db, actor } = visit
      const { personId } = actor
      const secret = await ensureWordSecret(db, personId, randomBytes(32))
      if (press.action === 'keep') await addKeptWord(db, personId, pieceId, press.hash)
      if (press.action === 'ask-again') await deleteKeptWord(db, personId, pieceId, press.hash)
      const { hashes } = await findKeptWords(db, personId, pieceId)
      return json({ key: keyFor(secret, 'kept words').toString('base64'), words: [...hashes] })
    }),
  ]
}

/** `keep` or `ask-again` with the hash of a word, or nothing to be told which are kept. */
function readPress(
  press: string,
): { readonly action: 'keep' | 'ask-again'; readonly hash: string } | { readonly action: 'tell' } | null {
  if (press === '') return { action: 'tell' }
  const [, action, hash] = /^(keep|ask-again) ([0-9a-f]{64})$/.exec(press) ?? []
  return (action === 'keep' || action === 'ask-again') && hash !== undefined ? { action, hash } : null
}
