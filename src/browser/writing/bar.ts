interface Bar {
  readonly text: string
  readonly button?: { readonly label: string; readonly act: () => void }
}

let bar: HTMLElement | null = null

/** Says one thing that wants doing, at the top of what is read, until it is done or another takes its place. */
export function showBar({ text, button }: Bar): void {
  const words = document.createElement('p')
  words.className = 'govuk-body'
  words.textContent = text
  barElement().replaceChildren(words, ...(button ? [buttonOf(button)] : []))
}

export function hideBar(): void {
  bar?.replaceChildren()
}

/** There before it says anything: only then do screen readers announce what it says. */
function barElement(): HTMLElement {
  if (bar) return bar
  bar = document.createElement('div')
  bar.className = 'confer-bar'
  bar.setAttribute('role', 'status')
  document.querySelector('main')?.prepend(bar)
  return bar
}

function buttonOf({ label, act }: NonNullable<Bar['button']>): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = label
  button.addEventListener('click', act)
  return button
}
