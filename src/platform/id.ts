const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from an address or a form can be an id at all; the database refuses anything else. */
export function isId(text: string): boolean {
  return idPattern.test(text)
}
