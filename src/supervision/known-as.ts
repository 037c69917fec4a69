/** How somebody is known in supervision; words that fit any sentence for whoever has not said yet. */
export function knownAs(names: Readonly<Record<string, string>>, personId: string): string {
  return names[personId] ?? 'somebody who has not said how they are known'
}

/** Several people as a list is read: by name, not by when they came or what their id is. */
export function inOrderOfNames(
  names: Readonly<Record<string, string>>,
  personIds: readonly string[],
): readonly string[] {
  return personIds.toSorted((a, b) => knownAs(names, a).localeCompare(knownAs(names, b), 'en-GB'))
}
