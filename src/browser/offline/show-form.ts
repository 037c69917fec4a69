import { countCharacters } from '../count-characters.ts'
import type { Device } from '../device/device.ts'
import { isAbandoned } from '../device/locks.ts'
import { fillFrom, type DraftOnDevice } from './drafts-on-device.ts'
import { fillFields, hiddenField } from './fill-fields.ts'
import { pressPeerButton } from './peer-rows.ts'
import { partOf, showPart } from './show-part.ts'
import { startWriting } from './start-writing.ts'

/** The form of a piece, new or with what this device has of it. */
export async function showForm(device: Device, draft: DraftOnDevice | null): Promise<void> {
  const content = partOf('form')
  const form = content.querySelector<HTMLFormElement>('form[data-saves-itself]')
  if (!form) return
  form.before(partOf('writing'))
  // Only the server can do these.
  for (const button of form.querySelectorAll('[name="press"][value="check"], [name="press"][value="switch"]'))
    button.remove()
  if (draft) becomeFormOf(draft, content, form)
  else beginPiece(form)
  form.addEventListener('submit', event => press(event, form), { capture: true })
  showPart('form', content)
  countCharacters(form)
  // What another tab is still writing is that tab's to send: here it is only the text to begin from.
  const writing = draft?.writing ?? null
  const isOurs = writing !== null && (await isAbandoned(writing.writingId))
  startWriting(form, device, { writing: isOurs ? writing : null })
}

function beginPiece(form: HTMLFormElement): void {
  const pieceId = crypto.randomUUID()
  setHidden(form, 'pieceId', pieceId)
  // A reload then finds what was typed; and reaches no address that Confer does not know, should it be back by then.
  const remember = () => history.replaceState(null, '', `${location.pathname}${location.search}#${pieceId}`)
  form.addEventListener('input', remember, { once: true })
}

function becomeFormOf(draft: DraftOnDevice, content: DocumentFragment, form: HTMLFormElement): void {
  const filled = fillFrom(draft)
  fillFields(form, filled.fields)
  setHidden(form, 'version', filled.version)
  setHidden(form, 'seen', filled.seen || null)
  if (filled.version === '0') {
    setHidden(form, 'pieceId', draft.pieceId)
    for (const [name, value] of draft.writing?.fields ?? [])
      if (name.startsWith('starting-')) form.append(hiddenField(name, value))
    return
  }
  form.querySelector('[name="pieceId"]')?.remove()
  form.action = `/cpd/pieces/${encodeURIComponent(draft.pieceId)}/edit`
  for (const question of form.querySelectorAll('.confer-question')) {
    const id = question.querySelector('[name]:not(button)')?.getAttribute('name') ?? ''
    if (!filled.knows(id) && !filled.knows(id.replace(/-day$/, ''))) question.remove()
  }
  const words = partOf('states').querySelector<HTMLElement>(
    `[data-state="${draft.copy?.state ?? 'unknown'}"]`,
  )
  const heading = content.querySelector('h1')
  if (heading && words) heading.textContent = words.textContent
  form.querySelector('.confer-saved')?.setAttribute('data-saved', words?.dataset['saved'] ?? '')
}

/** No press leaves this page, where the browser would find no server and drop what is in the form. */
function press(event: SubmitEvent, form: HTMLFormElement): void {
  event.preventDefault()
  event.stopImmediatePropagation()
  const pressed = event.submitter?.getAttribute('value') ?? ''
  const status = form.querySelector('.confer-saved')
  // So that it is said again, also to whoever heard it before.
  if (!pressPeerButton(form, pressed) && status) status.textContent = ''
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

function setHidden(form: HTMLFormElement, name: string, value: string | null): void {
  const field = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
  if (field && value !== null) field.value = value
}
