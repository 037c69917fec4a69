import { openDeviceOffline, type Device } from '../device/device.ts'
import { draftsOnDevice, othersOnDevice, type DraftOnDevice, type OtherOnDevice } from './drafts-on-device.ts'
import { showDrafts } from './show-drafts.ts'
import { showForm } from './show-form.ts'
import { showPart } from './show-part.ts'
import { watchForNetwork } from './watch-for-network.ts'

/** The page for want of a network: shows what was asked for, as far as this device has it. */
async function showWhatWasAskedFor(): Promise<void> {
  const { pathname } = location
  // Opened by its own address, to see what it is.
  if (pathname === '/offline' && navigator.onLine) return
  watchForNetwork()
  const device = await openDeviceOffline()
  const kept = device && (await listKept(device))
  if (device === null || kept === null) {
    showPart('nobody')
    return
  }
  const { drafts, others } = kept
  const pieceId = /^\/cpd\/pieces\/([^/]+)\/edit(?:\/|$)/.exec(pathname)?.[1] ?? null
  // A new piece that was begun here, after a reload: its id stands behind the address, where no server sees it.
  const begun = pathname === '/cpd/new' ? location.hash.slice(1) : ''
  const draft = drafts.find(known => known.pieceId === (pieceId ?? begun))
  if (draft) await showForm(device, draft)
  else if (pathname === '/cpd/new') await showForm(device, null)
  else if (pieceId !== null) showPart('missing')
  else showDrafts(drafts, others)
}

interface Kept {
  readonly drafts: readonly DraftOnDevice[]
  readonly others: readonly OtherOnDevice[]
}

async function listKept(device: Device): Promise<Kept | null> {
  try {
    const writings = await device.listWritings()
    return { drafts: draftsOnDevice(writings, await device.listCopies()), others: othersOnDevice(writings) }
  } catch {
    return null
  }
}

void showWhatWasAskedFor()
