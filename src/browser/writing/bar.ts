interface Bar {
  readonly text: string
  readonly button?: { readonly label: string; readonly act: () => void }
}

interface ShownBar {
  hide(): void
}

let element: HTMLElement | null = null

/** Says one thing that wants doing, at the top of what is read, until it is done or another takes its place. */
export function showBar({ text, button }: Bar): ShownBar {
  const words = document.createElement('p')
  words.className = 'govuk-body'
  words.textContent = text
  const bar = barElement()
  bar.replaceChildren(words, ...(button ? [buttonOf(button)] : []))
  return {
    hide() {
      // Another may have taken its place, and that has not been read yet.
      if (words.parentElement === bar) bar.replaceChildren()
    },
  }
}

/** To be called when a page begins: screen readers announce what is said in a place that was there before. */
export function makeRoomForBar(): void {
  barElement()
}

function barElement(): HTMLElement {
  if (element) return element
  element = document.createElement('div')
  element.className = 'confer-bar'
  element.setAttribute('role', 'status')
  document.querySelector('main')?.prepend(element)
  return element
}

function buttonOf({ label, act }: NonNullable<Bar['button']>): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = label
  button.addEventListener('click', act)
  return button
}
