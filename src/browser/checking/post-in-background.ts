import { formToken } from '../writing/session.ts'

/** Nothing that is shown waits longer than this for an answer, in milliseconds. */
const patience = 4_000

/** What Confer answers to a form that a script sends; `null` where it does not take it or cannot be reached. */
export async function postInBackground(
  address: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ formToken: formToken(), ...fields }),
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    return reply.ok ? ((await reply.json()) as unknown) : null
  } catch {
    return null
  }
}
