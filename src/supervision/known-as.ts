/** For whoever has not said yet; it fits any sentence. */
export const unnamed = 'somebody who has not said how they are known'

/** How somebody is known in supervision. */
export function knownAs(names: Readonly<Record<string, string>>, personId: string): string {
  return names[personId] ?? unnamed
}

/** Several people as a list is read: by name, not by when they came or what their id is. */
export function inOrderOfNames(
  names: Readonly<Record<string, string>>,
  personIds: readonly string[],
): readonly string[] {
  return personIds.toSorted((a, b) => knownAs(names, a).localeCompare(knownAs(names, b), 'en-GB'))
}
