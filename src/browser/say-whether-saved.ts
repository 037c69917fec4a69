const words = {
  'out-of-reach': 'Not saved: we cannot reach Confer. Keep this page open: it tries again by itself.',
  'changed-elsewhere':
    'Not saved: this piece was changed in another tab or on another device. Press “Save draft” to see both.',
  'not-found': 'Not saved: this piece is no longer there. Copy what you typed before you leave this page.',
  'signed-out':
    'Not saved: you are signed out. Copy what you typed before you leave this page, then sign in.',
} as const

/** Says once, politely, when the answer to "is it saved?" changes; nothing is said again while it stays the same. */
export function sayWhetherSaved(status: HTMLElement): (outcome: 'saved' | keyof typeof words) => void {
  return outcome => {
    // What being saved means for this piece the page knows.
    const said = outcome === 'saved' ? (status.dataset['saved'] ?? '') : words[outcome]
    if (status.textContent !== said) status.textContent = said
    status.classList.toggle('govuk-error-message', outcome !== 'saved')
  }
}
