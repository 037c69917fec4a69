/** What has been read of one place in the code: how likely its next bit is a 0, and from how many bits that is known. */
export interface Chances {
  readonly zero: Uint16Array
  readonly seen: Uint8Array
}

export function makeChances(size: number): Chances {
  return { zero: new Uint16Array(size).fill(0x8000), seen: new Uint8Array(size) }
}

/** After this many bits the chances go on changing with the latest, by as little. */
const mostSeen = 250

/** Learns from a bit. The same here and where it is written (`range-encoder.ts`). */
export function learnBit({ zero, seen }: Chances, at: number, bit: number): void {
  const chance = zero[at] ?? 0
  const count = seen[at] ?? 0
  const next = chance + Math.trunc(((bit === 0 ? 0xffff : 0) - chance) / (count + 1.6))
  zero[at] = Math.max(32, Math.min(0xffe0, next))
  if (count < mostSeen) seen[at] = count + 1
}

/**
 * Reads numbers of which usual ones take less room, as `RangeEncoder` wrote them: no compressor of bytes comes as near to
 * the least that they need. Beyond the last byte it reads noughts.
 */
export class RangeDecoder {
  readonly #bytes: Uint8Array
  #at: number
  #range = 0xffffffff
  #code = 0

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#at = start
    for (let count = 0; count < 4; count++) this.#code = this.#code * 256 + this.#next()
  }

  /** A number of `bits` bits, the upper ones first; `chances` from `base` on are those of its places. */
  number(chances: Chances, base: number, bits: number): number {
    let node = 1
    for (let left = bits; left > 0; left--) {
      const at = base + node
      const bound = Math.floor(this.#range / 65_536) * (chances.zero[at] ?? 0)
      const bit = this.#code < bound ? 0 : 1
      if (bit === 0) this.#range = bound
      else {
        this.#code -= bound
        this.#range -= bound
      }
      learnBit(chances, at, bit)
      node = node * 2 + bit
      this.#refill()
    }
    return node - 2 ** bits
  }

  /** A number of `bits` bits of which each is as likely as another. */
  even(bits: number): number {
    const step = Math.floor(this.#range / 2 ** bits)
    const value = Math.min(Math.floor(this.#code / step), 2 ** bits - 1)
    this.#code -= value * step
    this.#range = step
    this.#refill()
    return value
  }

  #refill(): void {
    while (this.#range < 2 ** 24) {
      this.#range *= 256
      this.#code = this.#code * 256 + this.#next()
    }
  }

  #next(): number {
    return this.#bytes[this.#at++] ?? 0
  }
}
