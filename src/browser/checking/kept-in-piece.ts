import { postInBackground } from './post-in-background.ts'

/** The words of one piece that its author keeps. The server has hashes of them, made here with a key of theirs. */
export interface KeptInPiece {
  isKept(keptForm: string): Promise<boolean>
  keep(keptForm: string): Promise<void>
  askAgain(keptForm: string): Promise<void>
}

interface Told {
  readonly key: string
  readonly words: readonly string[]
}

/** What cannot be told to the server yet, or here is no key for, is kept for as long as the page is open. */
export function keptInPiece(pieceId: () => string): KeptInPiece {
  const keptHere = new Set<string>()
  const untold = new Set<string>()
  const keptThere = new Set<string>()
  let key: Promise<CryptoKey | null> | null = null

  const tell = (press: string) => postInBackground(`/cpd/pieces/${pieceId()}/kept-words`, { press })

  async function open(): Promise<CryptoKey | null> {
    const told = (await tell('')) as Told | null
    // A new piece may not be saved yet, and a page without encryption has no means.
    if (told === null || !('subtle' in crypto)) return null
    for (const word of told.words) keptThere.add(word)
    return crypto.subtle.importKey('raw', bytesOf(told.key), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
  }

  async function hash(keptForm: string): Promise<string | null> {
    key ??= open()
    const opened = await key.catch(() => null)
    if (opened === null) {
      key = null
      return null
    }
    const signed = await crypto.subtle.sign(
      'HMAC',
      opened,
      new TextEncoder().encode(`${pieceId()} ${keptForm}`),
    )
    return Array.from(new Uint8Array(signed), byte => byte.toString(16).padStart(2, '0')).join('')
  }

  async function tellKept(keptForm: string): Promise<void> {
    const word = await hash(keptForm)
    if (word !== null && (await tell(`keep ${word}`)) !== null) untold.delete(keptForm)
  }

  return {
    async isKept(keptForm) {
      if (keptHere.has(keptForm)) {
        if (untold.has(keptForm)) await tellKept(keptForm)
        return true
      }
      const word = await hash(keptForm)
      return word !== null && keptThere.has(word)
    },
    async keep(keptForm) {
      keptHere.add(keptForm)
      untold.add(keptForm)
      await tellKept(keptForm)
    },
    async askAgain(keptForm) {
      keptHere.delete(keptForm)
      untold.delete(keptForm)
      const word = await hash(keptForm)
      if (word === null) return
      keptThere.delete(word)
      await tell(`ask-again ${word}`)
    },
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
}
