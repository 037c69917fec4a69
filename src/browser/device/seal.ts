/** What is kept of a text: nobody without the key reads it, and it cannot be put in the place of another. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

/** Where a text belongs: its kind, whose it is, its id. Bound to the seal. */
export type Place = readonly [kind: 'writing' | 'copy' | 'never-write', person: string, id: string]

/** No script, ours or another's, can read the key's bytes. It can be used by what runs on this device only. */
export function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

export async function seal(key: CryptoKey, place: Place, text: unknown): Promise<Sealed> {
  // A fresh one each time: AES-GCM gives both texts away when a key meets the same one twice.
  const iv = crypto.getRandomValues(new Uint8Array(12))
  // JSON writes half of a surrogate pair as an escape. UTF-8 alone would put another character in its place.
  const plain = new TextEncoder().encode(JSON.stringify(text))
  return { iv, sealed: await crypto.subtle.encrypt(settings(iv, place), key, plain) }
}

/** Null when it was sealed with another key or for another place, or is damaged. */
export async function unseal(key: CryptoKey, place: Place, { iv, sealed }: Sealed): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(settings(iv, place), key, sealed)
    return JSON.parse(new TextDecoder().decode(plain)) as unknown
  } catch {
    return null
  }
}

function settings(iv: Uint8Array<ArrayBuffer>, place: Place): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify(place)) }
}
