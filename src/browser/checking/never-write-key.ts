import { postInBackground } from './post-in-background.ts'

/** What seals and opens the never-write list of whoever is signed in; `null` without a network or encryption. */
export async function fetchNeverWriteKey(): Promise<CryptoKey | null> {
  if (!('subtle' in crypto)) return null
  const told = (await postInBackground('/never-write-list/key')) as { readonly key: string } | null
  if (told === null) return null
  const bytes = Uint8Array.from(atob(told.key), letter => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
