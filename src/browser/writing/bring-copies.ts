import type { Device, DraftCopy } from '../device/device.ts'

/** How old the copies may be before they are fetched again, in milliseconds. */
const freshFor = 5 * 60_000
const fetchedAt = 'confer-copies'

/** Brings the practitioner's drafts to the device, to be read and written without a network. */
export async function bringCopies(device: Device): Promise<void> {
  const [person, when] = (localStorage.getItem(fetchedAt) ?? '').split(' ')
  const age = Date.now() - Number(when)
  if (person === device.person && age >= 0 && age < freshFor) return
  const reply = await fetch('/cpd/drafts', { headers: { accept: 'application/json' } })
  if (!reply.ok || reply.redirected) return
  const { drafts } = (await reply.json()) as { readonly drafts: readonly DraftCopy[] }
  if (await device.keepCopies(drafts)) localStorage.setItem(fetchedAt, `${device.person} ${Date.now()}`)
}

/** Whatever is pressed may change what there is to bring: the next page fetches it anew. */
export function copiesAreOld(): void {
  localStorage.removeItem(fetchedAt)
}
