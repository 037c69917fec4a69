import { isSetAside, type Unsaved, type Whereabouts } from './writer.ts'

/** Said at once to whoever pressed a button: on a slow line the next page takes its time. */
export const savingToLeave = 'Saving, then going on to the next page…'

/**
 * Where the text is, and what to do where it is not at Confer. `saved`: what a save means. `isLeaving`: a button was pressed,
 * and the next page comes once all is saved.
 */
export function inWords(whereabouts: Whereabouts, saved: string, isLeaving = false): string {
  switch (whereabouts.at) {
    case 'saving':
      return isLeaving ? savingToLeave : 'Saving…'
    case 'sending':
      return whereabouts.isOnDevice
        ? 'Saved on this device. Confer is slow to answer: still sending…'
        : 'Not saved yet. Confer is slow to answer: still sending, so keep this page open.'
    case 'server': {
      if (isLeaving) return `${saved} Going on to the next page…`
      const { taken, leftOut } = whereabouts
      if (leftOut.length > 0)
        return `${saved} ${named(leftOut)} ${it(leftOut, 'was', 'were')} changed somewhere else too: reload this page to see ${it(leftOut, 'it', 'them')}.`
      return taken.length > 0
        ? `${saved} ${named(taken)} ${it(taken, 'was', 'were')} changed somewhere else, and ${it(taken, 'is', 'are')} shown here as ${it(taken, 'it was', 'they were')} left there.`
        : saved
    }
    case 'nowhere-yet':
      return notOnServer(whereabouts)
  }
}

/** What a save means where characters were left out of it: none is dropped without a word. */
export function savedWithout(saved: string, removed: number): string {
  if (removed === 0) return saved
  const characters = removed === 1 ? '1 character' : `${removed} characters`
  return `${saved} We took out ${characters} that cannot be shown or kept, such as control characters.`
}

type NotOnServer = Extract<Whereabouts, { readonly at: 'nowhere-yet' }>

function named(labels: readonly string[]): string {
  const quoted = labels.map(label => `“${label}”`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}

/** The word that goes with one or with several. */
function it({ length }: readonly string[], one: string, many: string): string {
  return length === 1 ? one : many
}

function notOnServer({ why, isOnDevice, isRestSaved }: NotOnServer): string {
  const [reason, whatToDo] = reasons(why, isOnDevice, isRestSaved === true)
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

function reasons(
  why: Unsaved,
  isOnDevice: boolean,
  isRestSaved: boolean,
): readonly [reason: string, whatToDo: string] {
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
    case 'clash': {
      const { clashes = [], isByOther = false } = why
      const who = isByOther
        ? 'somebody else changed the same answer'
        : 'you changed the same answer in another tab or on another device'
      return [
        clashes.length > 0 ? `${who} (${named(clashes.map(({ label }) => label))})` : who,
        `Press “Save draft” to see both texts and choose.${isRestSaved ? ' Everything else is saved.' : ''}`,
      ]
    }
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
