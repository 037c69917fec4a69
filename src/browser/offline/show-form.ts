import { countCharacters } from '../count-characters.ts'
import type { Device, Writing } from '../device/device.ts'
import { claimWriting } from '../device/locks.ts'
import { isOfQuestion } from '../writing/fields.ts'
import { newId } from '../writing/new-id.ts'
import { saveBeforeLeaving, startWriting } from '../writing/start-writing.ts'
import { formToFill, type DraftOnDevice, type FilledForm } from './drafts-on-device.ts'
import { fillFields } from './fill-fields.ts'
import { pressPeerButton } from './peer-rows.ts'
import { signInHere } from './sign-in-here.ts'
import { partOf, showPart } from './show-part.ts'

/** The form of a piece, new or with what this device has of it. */
export async function showForm(device: Device, listed: DraftOnDevice | null): Promise<void> {
  // What another tab is still writing is that tab's to send: here it is only the text to begin from.
  const id = listed?.writing?.writingId
  const letGo = id === undefined ? null : await claimWriting(id)
  try {
    // Another tab may have typed on, or sent it, between listing and claiming it.
    const leftOver = id !== undefined && letGo ? await device.findWriting(id).catch(() => null) : null
    fillForm(device, listed && leftOver ? { ...listed, writing: leftOver } : listed, leftOver)
  } finally {
    // Held by the form's own page by now.
    letGo?.()
  }
}

function fillForm(device: Device, draft: DraftOnDevice | null, leftOver: Writing | null): void {
  const content = partOf('form')
  const form = content.querySelector<HTMLFormElement>('form[data-saves-itself]')
  if (!form) return
  form.before(partOf('writing'))
  // Only the server can do these.
  for (const button of form.querySelectorAll('[name="press"][value="check"], [name="press"][value="switch"]'))
    button.remove()
  const filled = draft && formToFill(draft)
  if (filled) {
    becomeFormOf(filled, form)
    if (filled.action !== '/cpd/new') speakOf(draft.copy?.state ?? 'unknown', content, form)
  } else beginPiece(form)
  showPart('form', content)
  countCharacters(form)
  const onSignedOut = signInHere(device.person, () => page)
  const page = startWriting(form, device, {
    person: device.person,
    writing: leftOver,
    onUnsaved: why => {
      if (why.outcome === 'signed-out') onSignedOut()
    },
  })
  answerPeerPresses(form)
  if (page) saveBeforeLeaving(page)
}

function beginPiece(form: HTMLFormElement): void {
  const pieceId = newId()
  form.querySelector('input[name="pieceId"]')?.setAttribute('value', pieceId)
  // A reload then finds what was typed; and reaches no address that Confer does not know, should it be back by then.
  const remember = () => history.replaceState(null, '', `${location.pathname}${location.search}#${pieceId}`)
  form.addEventListener('input', remember, { once: true })
}

function becomeFormOf({ action, fields, questionIds }: FilledForm, form: HTMLFormElement): void {
  form.action = action
  if (!fields.some(([name]) => name === 'pieceId')) form.querySelector('input[name="pieceId"]')?.remove()
  for (const question of form.querySelectorAll('.confer-question')) {
    const name = question.querySelector('[name]')?.getAttribute('name') ?? ''
    if (!questionIds.some(id => isOfQuestion(name, id))) question.remove()
  }
  fillFields(form, fields)
}

/** Which state the piece is in when the device does not say is not made up. */
function speakOf(state: string, content: DocumentFragment, form: HTMLFormElement): void {
  const words = partOf('states').querySelector<HTMLElement>(`[data-state="${CSS.escape(state)}"]`)
  const heading = content.querySelector('h1')
  if (heading && words) heading.textContent = words.textContent
  // What is said of a draft above the form.
  if (state.startsWith('submitted') || state === 'withdrawn') content.querySelector('h1 + p')?.remove()
  form.querySelector('.confer-saved')?.setAttribute('data-saved', words?.dataset['saved'] ?? '')
}

/** Rows for peers come and go by script here: the server is not there to do it. */
function answerPeerPresses(form: HTMLFormElement): void {
  form.addEventListener(
    'submit',
    event => {
      if (!pressPeerButton(form, event.submitter?.getAttribute('value') ?? '')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      form.dispatchEvent(new Event('input', { bubbles: true }))
    },
    { capture: true },
  )
}
