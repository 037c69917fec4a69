import { isSetAside, type Unsaved, type Whereabouts } from './writer.ts'

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
  return {
    say(whereabouts) {
      const words = inWords(whereabouts, status.dataset['saved'] ?? 'Saved.')
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
  /** To whoever pressed a button and hears nothing, because nothing has changed. */
  sayAgain(): void
}

function inWords(whereabouts: Whereabouts, saved: string): string {
  switch (whereabouts.at) {
    case 'saving':
      return 'Saving…'
    case 'server': {
      const { taken, leftOut } = whereabouts
      if (leftOut.length > 0)
        return `${saved} ${named(leftOut)} was changed somewhere else too: reload this page to see it.`
      return taken.length > 0
        ? `${saved} ${named(taken)} was changed somewhere else, and is shown here as it was left there.`
        : saved
    }
    case 'nowhere-yet':
      return notOnServer(whereabouts.why, whereabouts.isOnDevice)
  }
}

function named(labels: readonly string[]): string {
  return labels.map(label => `“${label}”`).join(' and ')
}

function notOnServer(why: Unsaved, isOnDevice: boolean): string {
  const [reason, whatToDo] = reasons(why, isOnDevice)
  return isOnDevice && !needsTheWriter(why)
    ? `Saved on this device only: ${reason}. ${whatToDo}`
    : `Not saved: ${reason}. ${isOnDevice ? 'What you typed is kept on this device. ' : ''}${whatToDo}`
}

/** Where trying again does not help, somebody has to do something: that is no "Saved". */
function needsTheWriter({ outcome }: Unsaved): boolean {
  return (
    outcome === 'clash' || outcome === 'refused' || outcome === 'other-account' || outcome === 'not-found'
  )
}

function reasons(why: Unsaved, isOnDevice: boolean): readonly [reason: string, whatToDo: string] {
  const tries = isOnDevice
    ? 'It is sent by itself as soon as that changes.'
    : 'Keep this page open: it tries again by itself.'
  switch (why.outcome) {
    case 'out-of-reach':
      return ['we cannot reach Confer', tries]
    case 'fault':
      return ['something is wrong at Confer', tries]
    case 'full':
      return ['Confer has no room to save just now', tries]
    case 'clash':
      return [
        'you changed the same answer in another tab or on another device',
        'Press “Save draft” to see both texts and choose.',
      ]
    case 'not-found':
      return [
        'this piece is no longer there',
        'If you deleted it, bring it back from your deleted drafts in another tab: this page then saves again. Otherwise copy what you typed.',
      ]
    case 'signed-out':
      if (isSetAside(why))
        return [
          'you were signed out somewhere else',
          'What you had typed until then is set aside for you: sign in again to save the rest.',
        ]
      return ['you are signed out', 'Sign in again to save it.']
    case 'other-account':
      return [
        'somebody else is signed in in this browser now',
        'Copy what you typed, or sign in as yourself in another tab.',
      ]
    case 'refused':
      return [
        why.because ?? 'Confer does not take this form as it is',
        'Copy what you typed, then reload this page.',
      ]
  }
}
