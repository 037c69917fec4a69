/** Which units of a text are taken: answers in the length of the stretch asked about, however many there are. */
export class Claimed {
  readonly #length: number
  #units: Uint8Array | null = null

  constructor(text: string) {
    this.#length = text.length
  }

  claim(start: number, end: number): void {
    this.#units ??= new Uint8Array(this.#length)
    this.#units.fill(1, start, end)
  }

  has(start: number, end: number): boolean {
    return this.#units?.subarray(start, end).includes(1) ?? false
  }
}
