/** What the finder of names knows. */
export interface Model {
  readonly size: number
}

export function loadModel(bytes: Uint8Array): Model {
  return { size: bytes.length }
}
