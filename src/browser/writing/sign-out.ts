import type { Device, Writing } from '../device/device.ts'
import { dialogButton, openDialog, paragraph } from './dialog.ts'
import { askSession } from './session.ts'

/** How long to wait for what is still to be sent, in milliseconds: whoever signs out wants to go. */
const patience = 5_000

/**
 * Signing out takes what is on this device with it. What the server does not have yet is sent first; of what cannot be sent
 * somebody has to say that it may go.
 */
export function clearDeviceOnSignOut(
  currentDevice: () => Promise<Device | null>,
  sendAll: () => Promise<void>,
  signInAgain: () => void,
): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/sign-out"]')) {
    let isUnderWay = false
    const signOut = async () => {
      const late = new Promise(resolve => window.setTimeout(resolve, patience))
      await Promise.race([sendAll(), late])
      const device = await currentDevice()
      // A device that cannot be read is not one with nothing on it, but nothing on it can be sent either.
      const left = (await device?.listWritings().catch(() => [])) ?? []
      const session = await askSession()
      if (session === null) sayStillIn(device, left)
      else if (device && left.length > 0) ask(device, form, left, session.person === '' ? signInAgain : null)
      else await leave(device, form)
    }
    form.addEventListener('submit', event => {
      event.preventDefault()
      if (isUnderWay) return
      isUnderWay = true
      void signOut().finally(() => {
        isUnderWay = false
      })
    })
  }
}

async function leave(device: Device | null, form: HTMLFormElement): Promise<void> {
  await device?.destroy().catch(() => undefined)
  // Not `requestSubmit`: this is what it led to.
  form.submit()
}

/** Nobody is signed out whom the server does not know to be. */
function sayStillIn(device: Device | null, left: readonly Writing[]): void {
  const dialog = openDialog('You are not signed out', [
    paragraph(
      'We cannot reach Confer, so it does not know that you want to sign out. Sign out when you have a network.',
    ),
    ...(device ? [paragraph('Until then, what is kept on this device can be deleted.')] : []),
    ...(left.length > 0
      ? [paragraph('This has not reached Confer, and would be lost:'), titlesOf(left)]
      : []),
    dialogButton('Close', () => dialog.close()),
    ...(device
      ? [
          dialogButton(
            'Delete what is kept on this device',
            () =>
              void device.destroy().then(
                () => location.reload(),
                () => dialog.close(),
              ),
            'govuk-button--warning',
          ),
        ]
      : []),
  ])
}

/** `signInAgain`: set where nobody is signed in any more, so that there is nothing to stay in. */
function ask(
  device: Device,
  form: HTMLFormElement,
  left: readonly Writing[],
  signInAgain: (() => void) | null,
): void {
  const isIn = signInAgain === null
  const stay = () => {
    dialog.close()
    signInAgain?.()
  }
  const dialog = openDialog('Some of what you typed is on this device only', [
    paragraph(
      isIn
        ? 'It has not reached Confer, and signing out deletes it from this device:'
        : 'You are signed out already, and this has not reached Confer. Sign in again and it is saved, or delete it from this device:',
    ),
    titlesOf(left),
    dialogButton(isIn ? 'Stay signed in' : 'Sign in again to save it', stay),
    dialogButton(
      isIn ? 'Sign out and delete it' : 'Delete it',
      () => void leave(device, form),
      'govuk-button--warning',
    ),
  ])
}

function titlesOf(left: readonly Writing[]): HTMLElement {
  const titles = [
    ...new Set(left.map(({ title }) => (title.trim() === '' ? 'a piece with no title yet' : `“${title}”`))),
  ]
  const list = document.createElement('ul')
  list.className = 'govuk-list govuk-list--bullet'
  list.append(
    ...titles.map(title => {
      const item = document.createElement('li')
      item.textContent = title
      return item
    }),
  )
  return list
}
