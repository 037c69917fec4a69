/** For whoever has not said yet; it fits any sentence. */
export const unnamed = 'somebody who has not said how they are known'

/** How somebody is known in supervision. */
export function knownAs(names: Readonly<Record<string, string>>, personId: string): string {
  return names[personId] ?? unnamed
}
