const longestReply = 10_000

/** Who is signed in in this browser now, whatever the page in it says. */
export interface SessionNow {
  /** '' for nobody. */
  readonly person: string
  readonly session: string
  /** 0 where nothing is to be kept on this device. */
  readonly keepsDays: number
  readonly formToken: string
  /** Until somebody who does nothing is signed out. */
  readonly secondsLeft: number
  readonly ended: 'no' | 'expired' | 'revoked' | 'none'
  /** Whose session it was that has ended; '' where none has. */
  readonly former: string
}

/** Null when Confer cannot be reached. Asking does not keep the session alive. */
export async function askSession(): Promise<SessionNow | null> {
  return request('/session', { cache: 'no-store' })
}

/** What became of the session that a key on this device was last used in; null when Confer cannot be reached. */
export async function askSessionOfDevice(person: string, session: string): Promise<string | null> {
  const about = new URLSearchParams({ person, session })
  const told = await request<{ readonly state: string }>(`/session/of-device?${about}`, { cache: 'no-store' })
  return told?.state ?? null
}

/** Keeps the session alive, as using Confer does. */
export async function staySignedIn(): Promise<SessionNow | null> {
  // Another tab may have signed in anew since: then this page's token is of no use.
  const session = await askSession()
  if (session) renewFormTokens(session.formToken)
  return request('/session/stay', { method: 'POST', body: new URLSearchParams({ formToken: formToken() }) })
}

async function request<Told = SessionNow>(address: string, options: RequestInit): Promise<Told | null> {
  try {
    const reply = await fetch(address, {
      ...options,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(longestReply),
    })
    return reply.ok ? ((await reply.json()) as Told) : null
  } catch {
    return null
  }
}

/** The token that this page's forms carry. A page for want of a network has none that is any good. */
export function formToken(): string {
  return document.querySelector<HTMLInputElement>('input[name="formToken"]')?.value ?? ''
}

/** After signing in again, or in another tab, the forms of this page need another token. */
export function renewFormTokens(token: string): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="formToken"]'))
    field.value = token
}
