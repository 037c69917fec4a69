import { inWords, savingToLeave } from './whereabouts-in-words.ts'
import type { Whereabouts } from './writer.ts'

/**
 * Says where the text is. Every change shows; only a change of kind is announced, so that nobody hears "Saved" after each
 * sentence.
 */
export function sayWhereItIs(status: HTMLElement): Speaker {
  const announcer = document.createElement('p')
  announcer.className = 'govuk-visually-hidden'
  announcer.setAttribute('role', 'status')
  status.after(announcer)
  let announced = ''
  let isLeaving = false
  return {
    say(whereabouts) {
      const words = inWords(whereabouts, status.dataset['saved'] ?? 'Saved.', isLeaving)
      if (status.textContent !== words) status.textContent = words
      status.classList.toggle('govuk-error-message', words.startsWith('Not saved'))
      // In sight, unless it would hide what is being typed.
      status.classList.remove('confer-saved-long')
      status.classList.toggle('confer-saved-long', status.offsetHeight > window.innerHeight / 6)
      // "Saving" passes within seconds, and is noise to whoever only listens.
      if (whereabouts.at === 'saving' || words === announced) return
      announced = words
      announcer.textContent = words
    },
    leave(isGoing) {
      isLeaving = isGoing
      if (!isGoing) return
      announcer.textContent = status.textContent = announced = savingToLeave
      status.classList.remove('govuk-error-message')
    },
    sayAgain() {
      announcer.textContent = ''
      window.setTimeout(() => {
        announcer.textContent = status.textContent
      }, 100)
    },
  }
}

interface Speaker {
  say(whereabouts: Whereabouts): void
  /** Somebody pressed a button that leads on once all is saved; or that press is over, and the page stays. */
  leave(isGoing: boolean): void
  /** To whoever pressed a button and hears nothing, because nothing has changed. */
  sayAgain(): void
}
