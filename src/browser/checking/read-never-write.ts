import type { NeverWrite } from '../../anonymisation/finding.ts'
import { findNeverWriteList, forgetNeverWriteList, hasNeverWriteList } from '../device/never-write-list.ts'
import { fetchNeverWriteKey } from './never-write-key.ts'

/** The list of whoever is signed in on this page; empty where there is none, `null` where there is one that cannot be opened. */
export async function readNeverWrite(): Promise<readonly NeverWrite[] | null> {
  const { person, keepsDays } = document.body.dataset
  if (person === undefined) return []
  try {
    if (keepsDays === undefined) {
      // On a shared computer nothing is to be left of them, also from before.
      await forgetNeverWriteList(person)
      return []
    }
    if (!(await hasNeverWriteList(person))) return []
    const key = await fetchNeverWriteKey()
    return key && (await findNeverWriteList(key, person))
  } catch {
    // A browser that keeps nothing for this site has no list.
    return []
  }
}
