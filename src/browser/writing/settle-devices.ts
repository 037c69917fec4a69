import { listDevices, type Device } from '../device/device.ts'
import { copiesAreOld } from './bring-copies.ts'
import { recall, remember } from './browser-storage.ts'
import { sendLeftOvers } from './send-left-overs.ts'
import { sendSave } from './send-save.ts'
import { askSession, askSessionOfDevice, renewFormTokens } from './session.ts'

/** Most browsers that nobody is signed in at have nothing of anybody, and are not to be made to look. */
const hasDevice = 'confer-device'

export function rememberDevice(): void {
  remember('localStorage', hasDevice, 'yes')
}

/**
 * Leaves nothing of anybody on this device that is not theirs to have here any more: of whoever signed out or was signed out
 * somewhere else, and of whoever is signed in now as on a shared computer. `here`: who is signed in on this page, if anybody.
 */
export async function settleDevices(
  here: { readonly person: string; readonly keepsDays: number } | null,
): Promise<void> {
  if (recall('localStorage', hasDevice) === null) return
  const devices = await listDevices()
  let isClear = devices.length > 0
  for (const { device, session } of devices) {
    const isShared = here?.person === device.person && here.keepsDays === 0
    if (isShared) isClear = (await clear(device)) && isClear
    else if (here?.person === device.person || !(await hasEnded(device, session))) isClear = false
    else isClear = (await settle(device)) && isClear
  }
  // A device that could not be read is looked at again.
  if (isClear) remember('localStorage', hasDevice, null)
}

async function hasEnded({ person }: Device, session: string): Promise<boolean> {
  const state = await askSessionOfDevice(person, session)
  return state === 'ended' || state === 'unknown'
}

/**
 * Signed out: what is here goes to be set aside, as far as the browser still has that session's cookie. True when nothing of
 * that person is left.
 */
export async function settle(device: Device): Promise<boolean> {
  const session = await askSession()
  if (session?.former !== device.person) return close(device)
  renewFormTokens(session.formToken)
  return clear(device)
}

async function clear(device: Device): Promise<boolean> {
  await sendLeftOvers(device, (action, fields) => sendSave(device.person, action, fields)).catch(() => [])
  return close(device)
}

/** The key is destroyed, unless something would be lost with it: then it opens for nobody but its owner, signed in again. */
async function close(device: Device): Promise<boolean> {
  copiesAreOld()
  try {
    const left = await device.listWritings()
    await (left.length === 0 ? device.destroy() : device.lock())
    return left.length === 0
  } catch {
    return false
  }
}
