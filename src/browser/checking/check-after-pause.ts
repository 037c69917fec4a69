import type { checkForm } from './form-check.ts'

/** How long somebody pauses before what checks their form is fetched, in milliseconds. */
const firstPause = 800

/** All of the check that comes with every page: it waits for the first pause in writing, and fetches the rest then. */
export function checkAfterPause(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-checked-by]'))
    waitAt(form, form.dataset['checkedBy'] ?? '')
}

function waitAt(form: HTMLFormElement, address: string): void {
  let pause = 0
  const wait = () => {
    window.clearTimeout(pause)
    pause = window.setTimeout(() => void fetchCheck(), firstPause)
  }
  const fetchCheck = async () => {
    form.removeEventListener('input', wait)
    try {
      const fetched = (await import(address)) as { readonly checkForm: typeof checkForm }
      fetched.checkForm(form)
    } catch {
      // No network just now: with the next pause.
      form.addEventListener('input', wait)
    }
  }
  form.addEventListener('input', wait)
}
