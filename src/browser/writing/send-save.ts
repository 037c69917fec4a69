import type { Fields } from './fields.ts'
import { readSaveReply, type SaveReply } from './save-reply.ts'
import { askSession, formToken, renewFormTokens } from './session.ts'

const longestReply = 15_000

/** Sends a form in the background for this person. Answers whatever happens. */
export async function sendSave(person: string, action: string, fields: Fields): Promise<SaveReply> {
  const reply = await post(action, fields)
  // The page may be older than the session: somebody signed in again in another tab, or it was opened without a network.
  const isTokenInDoubt =
    reply.outcome === 'refused' || (reply.outcome === 'signed-out' && reply.ended === 'unknown')
  if (!isTokenInDoubt) return reply
  const session = await askSession()
  if (session === null) return { outcome: 'out-of-reach' }
  if (session.person !== '' && session.person !== person) return { outcome: 'other-account' }
  // The server would take it for the text of whoever the cookie belonged to.
  if (session.person === '' && session.former !== person)
    return { outcome: 'signed-out', ended: 'unknown', setAside: '' }
  renewFormTokens(session.formToken)
  return post(action, fields)
}

async function post(action: string, fields: Fields): Promise<SaveReply> {
  const body = new URLSearchParams({ formToken: formToken() })
  for (const [name, value] of fields) body.append(name, value)
  try {
    return await readSaveReply(
      await fetch(action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(longestReply),
      }),
    )
  } catch {
    return { outcome: 'out-of-reach' }
  }
}
