import type { Device, DraftCopy } from '../device/device.ts'
import { recall, remember } from './browser-storage.ts'

/** How old the copies may be before they are fetched again, in milliseconds. */
const freshFor = 60_000
const fetchedAt = 'confer-copies'

/** Brings the practitioner's drafts to the device, to be read and written without a network. */
export async function bringCopies(device: Device): Promise<void> {
  const [person, when] = (recall('localStorage', fetchedAt) ?? '').split(' ')
  const age = Date.now() - Number(when)
  if (person === device.person && age >= 0 && age < freshFor) return
  const reply = await fetch('/cpd/drafts', { headers: { accept: 'application/json' } })
  if (!reply.ok || reply.redirected) return
  const told = (await reply.json()) as { readonly person: string; readonly drafts: readonly DraftCopy[] }
  // Somebody else may have signed in in another tab.
  if (told.person !== device.person) return
  if (await device.keepCopies(told.drafts))
    remember('localStorage', fetchedAt, `${device.person} ${Date.now()}`)
}

/** Whatever is pressed may change what there is to bring: the next page fetches it anew. */
export function copiesAreOld(): void {
  remember('localStorage', fetchedAt, null)
}
