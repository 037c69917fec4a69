const grouped = new Intl.NumberFormat('en-GB')

/** Keeps the count below each long answer up to date, in code points as the server counts. */
export function countCharacters(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-longest]')) {
    const longest = Number(box.dataset['longest'])
    const shown = root.querySelector(`#${CSS.escape(`${box.id}-count`)}`)
    if (!shown) continue
    const spoken = document.createElement('div')
    spoken.className = 'govuk-visually-hidden'
    spoken.setAttribute('aria-live', 'polite')
    shown.after(spoken)
    let pause = 0
    box.addEventListener('input', () => {
      const length = Array.from(box.value).length
      const tooMany = length > longest ? `: ${grouped.format(length - longest)} too many` : ''
      const words = `${grouped.format(length)} of ${grouped.format(longest)} characters${tooMany}`
      shown.textContent = words
      shown.classList.toggle('govuk-error-message', length > longest)
      shown.classList.toggle('govuk-hint', length <= longest)
      // Spoken only where it matters, and only once the writer pauses.
      window.clearTimeout(pause)
      pause = window.setTimeout(() => {
        spoken.textContent = length > longest * 0.9 ? words : ''
      }, 1000)
    })
  }
}
