import { isChanged, placesIn } from './restored-text.ts'
import { askSession } from './session.ts'

/** After how long somebody is told what they wait for, in milliseconds. */
const patience = 2_000

const reaching = 'Reaching Confer…'
const notSent =
  'Not sent: we cannot reach Confer. What you typed is still here, and nowhere else: keep this page open, and press the button again when you have a network.'

/**
 * Forms with a box for free text that do not save themselves, such as that of a case decision. Nothing of them may be sent or
 * kept before the press, so that all there is to do is to take care of the page: leaving it with something typed asks first, and
 * a press that would come to nothing does not leave it.
 */
export function guardForms(root: ParentNode): void {
  const forms = root.querySelectorAll<HTMLFormElement>('form[method="post"]:not([data-saves-itself])')
  const guarded = [...forms].filter(form => form.querySelector('textarea:not([readonly])')).map(guard)
  if (guarded.length === 0) return
  window.addEventListener('beforeunload', event => {
    if (guarded.some(isUnsent => isUnsent())) event.preventDefault()
  })
}

/** Returns whether the form has something that was typed and not sent. */
function guard(form: HTMLFormElement): () => boolean {
  const speaker = speakIn(form)
  let isUnderWay = false
  let isPassing = false
  let isSent = false

  async function press(submitter: HTMLElement | null): Promise<void> {
    const say = speaker(submitter)
    const tell = window.setTimeout(() => say(reaching), patience)
    say('')
    // Not `navigator.onLine`, which cannot know, and of some devices never says true. Only an answer says that one comes.
    const isThere = (await askSession()) !== null
    window.clearTimeout(tell)
    if (!isThere) return say(notSent)
    say('')
    isSent = true
    isPassing = true
    form.requestSubmit(submitter)
    isPassing = false
  }

  form.addEventListener('submit', event => {
    if (isPassing) return
    event.preventDefault()
    if (isUnderWay) return
    isUnderWay = true
    void press(event.submitter instanceof HTMLElement ? event.submitter : null).finally(() => {
      isUnderWay = false
    })
  })
  // The page may stay, where the browser was told to stop: what is typed then is not sent.
  form.addEventListener('input', () => {
    isSent = false
  })
  // What the server gave back to be mended is as it was typed, and kept nowhere.
  const isGivenBack = form.querySelector('.govuk-form-group--error') !== null
  return () => !isSent && (isGivenBack || placesIn(form).some(isChanged))
}

/** Says something beside the button that was pressed, and to whoever only listens. */
function speakIn(form: HTMLFormElement): (submitter: HTMLElement | null) => (words: string) => void {
  const announcer = document.createElement('p')
  announcer.className = 'govuk-visually-hidden'
  announcer.setAttribute('role', 'status')
  form.append(announcer)
  const line = document.createElement('p')
  return submitter => words => {
    line.remove()
    announcer.textContent = words
    if (words === '') return
    line.className = `confer-not-sent ${words === notSent ? 'govuk-error-message' : 'govuk-body'}`
    line.textContent = words
    const button = buttonToSee(form, submitter)
    ;(button?.closest('.govuk-button-group') ?? button ?? announcer).after(line)
  }
}

/** The Enter key presses a button that nobody sees. */
function buttonToSee(form: HTMLFormElement, submitter: HTMLElement | null): Element | null {
  const isSeen = submitter !== null && !submitter.classList.contains('govuk-visually-hidden')
  return isSeen ? submitter : form.querySelector('button:not(.govuk-visually-hidden)')
}
