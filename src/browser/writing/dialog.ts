import { newId } from './new-id.ts'

/** A window over the page, with its heading, that the Escape key closes and that gives the focus back. */
export function openDialog(heading: string, content: readonly Node[]): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'confer-dialog'
  const title = document.createElement('h2')
  title.className = 'govuk-heading-m'
  title.id = `dialog-${newId()}`
  title.textContent = heading
  dialog.setAttribute('aria-labelledby', title.id)
  dialog.append(title, ...content)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

export function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p')
  element.className = 'govuk-body'
  element.textContent = text
  return element
}

export function dialogButton(label: string, act: () => void, classes = ''): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `govuk-button ${classes}`.trim()
  button.textContent = label
  button.addEventListener('click', act)
  return button
}
