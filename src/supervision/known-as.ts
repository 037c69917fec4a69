/** How somebody is known in supervision; words that fit any sentence for whoever has not said yet. */
export function knownAs(names: Readonly<Record<string, string>>, personId: string): string {
  return names[personId] ?? 'somebody who has not said how they are known'
}
