const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from an address or a form can be a piece's id at all; anything else is asked of no database. */
export function isPieceId(text: string): boolean {
  return uuid.test(text)
}
