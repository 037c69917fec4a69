import { dialogButton, openDialog, paragraph } from './dialog.ts'

interface SignInReply {
  readonly outcome: 'signed-in' | 'refused' | 'mailed-a-link'
  readonly message?: string
}

/**
 * The sign-in page's own form, in a window over this page: what is typed here stays, and so does the place it is typed in.
 * A browser without such windows goes to the sign-in page; the device then has what was typed. False when the form did not
 * come, because there is no network. `isShared`: what was said of this computer at the first sign-in holds for this one. `enhance`
 * makes the window as comfortable as a page, where the page has what that takes.
 */
export async function signInAgain(
  isShared: boolean,
  onSignedIn: () => void,
  enhance: (dialog: HTMLElement) => void = () => {},
): Promise<boolean> {
  const form = await fetchSignInForm(isShared)
  if (form === null) return false
  if (!('HTMLDialogElement' in window)) {
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`)
    return true
  }
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  const dialog = openDialog('Sign in again', [
    paragraph('What you typed stays where it is, and is saved once you are signed in.'),
    said,
    form,
    dialogButton('Not now', () => dialog.close(), 'govuk-button--secondary'),
  ])
  enhance(dialog)
  said.id = 'sign-in-again-said'
  const email = form.querySelector<HTMLInputElement>('input[name="email"]')
  email?.setAttribute('aria-describedby', said.id)
  email?.focus()
  const trySigningIn = async () => {
    const reply = await send(form)
    if (reply.outcome === 'signed-in') {
      dialog.close()
      onSignedIn()
    } else {
      said.textContent = reply.message ?? ''
      email?.focus()
    }
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    void trySigningIn()
  })
  return true
}

/** As the server makes it: with a token, and with whatever a sign-in asks for. */
async function fetchSignInForm(isShared: boolean): Promise<HTMLFormElement | null> {
  try {
    const reply = await fetch('/sign-in', { cache: 'no-store' })
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const form = page.querySelector<HTMLFormElement>('form[action="/sign-in"]')
    const shared = form?.querySelector<HTMLInputElement>('input[name="sharedComputer"]')
    if (shared) shared.checked = isShared
    return form && document.adoptNode(form)
  } catch {
    return null
  }
}

async function send(form: HTMLFormElement): Promise<SignInReply> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  try {
    const reply = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      redirect: 'manual',
    })
    return (await reply.json()) as SignInReply
  } catch {
    return { outcome: 'refused', message: 'We cannot reach Confer. Try again when you have a network.' }
  }
}
