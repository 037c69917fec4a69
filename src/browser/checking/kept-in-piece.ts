import { postInBackground } from './post-in-background.ts'

/** The words of one piece that its author keeps. The server has hashes of them, made here with a key of theirs. */
export interface KeptInPiece {
  /** Those of the words that are kept as far as this page knows without asking. */
  knownKept(keptForms: ReadonlySet<string>): ReadonlySet<string>
  /** Those of the words that are kept. The server is asked once, for all of them, until it has answered. */
  findKept(keptForms: ReadonlySet<string>): Promise<ReadonlySet<string>>
  keep(keptForm: string): Promise<void>
  askAgain(keptForm: string): Promise<void>
}

interface Told {
  readonly key: string
  readonly words: readonly string[]
}

/** Of a text that is no piece: what its writer keeps, for as long as the page is open. */
export function keptOnPage(): KeptInPiece {
  const kept = new Set<string>()
  const knownKept = (keptForms: ReadonlySet<string>) => new Set([...keptForms].filter(one => kept.has(one)))
  return {
    knownKept,
    findKept: async keptForms => knownKept(keptForms),
    async keep(keptForm) {
      kept.add(keptForm)
    },
    async askAgain(keptForm) {
      kept.delete(keptForm)
    },
  }
}

/** What cannot be told to the server yet, or here is no key for, is kept for as long as the page is open. */
export function keptInPiece(pieceId: () => string): KeptInPiece {
  const keptHere = new Set<string>()
  const untold = new Set<string>()
  const keptThere = new Set<string>()
  let key: Promise<CryptoKey | null> | null = null
  let isTelling = false

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

  async function findKey(): Promise<CryptoKey | null> {
    const asked = (key ??= open().catch(() => null))
    const opened = await asked
    // Asked for again with the next check, and no sooner: whoever waited for this answer has it.
    if (opened === null && key === asked) key = null
    return opened
  }

  async function hash(keptForm: string): Promise<string | null> {
    const opened = await findKey()
    return opened && hashWith(opened, keptForm)
  }

  async function hashWith(opened: CryptoKey, keptForm: string): Promise<string> {
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

  /** What could not be told yet; one after another, and the rest with a later check if this one is not taken. */
  async function tellRest(keptForms: ReadonlySet<string>): Promise<void> {
    if (isTelling) return
    isTelling = true
    for (const one of keptForms) {
      if (!untold.has(one)) continue
      await tellKept(one)
      if (untold.has(one)) break
    }
    isTelling = false
  }

  const knownKept = (keptForms: ReadonlySet<string>) =>
    new Set([...keptForms].filter(one => keptHere.has(one)))

  return {
    knownKept,
    async findKept(keptForms) {
      const known = knownKept(keptForms)
      const unknown = [...keptForms].filter(one => !known.has(one))
      if (keptForms.size === 0) return known
      const opened = known.size === keptForms.size && untold.size === 0 ? null : await findKey()
      if (opened === null) return known
      void tellRest(keptForms)
      const words = await Promise.all(unknown.map(one => hashWith(opened, one)))
      return new Set([
        ...knownKept(keptForms),
        ...unknown.filter((_, index) => keptThere.has(words[index] ?? '')),
      ])
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
