import { learnBit, type Chances } from '../../src/anonymisation/names/range-decoder.ts'

/** Writes what `RangeDecoder` reads. */
export class RangeEncoder {
  readonly #bytes: number[] = []
  #low = 0
  #range = 0xffffffff

  number(value: number, chances: Chances, base: number, bits: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits)
      throw new RangeError(`${value} has more than ${bits} bits`)
    let node = 1
    for (let left = bits - 1; left >= 0; left--) {
      const bit = (value >> left) & 1
      const at = base + node
      const bound = Math.floor(this.#range / 65_536) * (chances.zero[at] ?? 0)
      if (bit === 0) this.#range = bound
      else {
        this.#low += bound
        this.#range -= bound
      }
      learnBit(chances, at, bit)
      node = node * 2 + bit
      this.#shift()
    }
  }

  even(value: number, bits: number): void {
    const step = Math.floor(this.#range / 2 ** bits)
    this.#low += value * step
    this.#range = step
    this.#shift()
  }

  finish(): Uint8Array {
    for (let count = 0; count < 4; count++) this.#writeByte()
    return Uint8Array.from(this.#bytes)
  }

  #shift(): void {
    while (this.#range < 2 ** 24) {
      this.#range *= 256
      this.#writeByte()
    }
  }

  #writeByte(): void {
    if (this.#low >= 2 ** 32) {
      this.#low -= 2 ** 32
      this.#carry()
    }
    this.#bytes.push(Math.floor(this.#low / 2 ** 24))
    this.#low = (this.#low % 2 ** 24) * 256
  }

  /** What has been written is one too small. */
  #carry(): void {
    let at = this.#bytes.length - 1
    while (this.#bytes[at] === 255) this.#bytes[at--] = 0
    this.#bytes[at] = (this.#bytes[at] ?? 0) + 1
  }
}
