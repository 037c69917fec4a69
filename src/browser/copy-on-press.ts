/** Buttons that copy an answer: shown only where the browser can copy. */
export function copyOnPress(root: ParentNode): void {
  if (!('clipboard' in navigator)) return
  for (const press of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const source = document.getElementById(press.dataset['copy'] ?? '')
    if (!source) continue
    const told = document.createElement('span')
    told.setAttribute('role', 'status')
    told.className = 'govuk-body confer-copy__told'
    press.after(told)
    press.hidden = false
    press.addEventListener('click', () => {
      navigator.clipboard.writeText(source.textContent ?? '').then(
        () => (told.textContent = 'Copied'),
        () => (told.textContent = 'Your browser did not allow copying: select the text instead'),
      )
    })
  }
}
