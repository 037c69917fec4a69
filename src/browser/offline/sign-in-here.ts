import { makeRoomForBar, showBar } from '../writing/bar.ts'
import { rememberCaret } from '../writing/caret-after-reload.ts'
import { viewOf } from '../writing/form-view.ts'
import { askSession, renewFormTokens } from '../writing/session.ts'
import { signInAgain } from '../writing/sign-in-again.ts'
import type { WritingPage } from '../writing/start-writing.ts'

/**
 * With the network back, nobody may be signed in any more. Offers it beside what was typed, and once that is saved goes to
 * the form as Confer has it, at the same place in the text. Returns what to call when a save found nobody signed in.
 */
export function signInHere(person: string, currentPage: () => WritingPage | null): () => void {
  let isAway = false
  makeRoomForBar()
  const goOn = async () => {
    const session = await askSession()
    const page = currentPage()
    if (!isAway || page === null || session === null || session.person === '') return
    if (session.person !== person) {
      ask('You signed in with another account. What is on this page was typed with the first one.')
      return
    }
    isAway = false
    renewFormTokens(session.formToken)
    page.writer.resume()
    const { caret } = viewOf(page.form)
    const place = caret() ?? page.lastCaret()
    if (!(await page.writer.flush())) return
    rememberCaret(place)
    location.assign(page.form.action)
  }
  const signIn = async () => {
    const isAsked = await signInAgain(false, () => void goOn())
    if (!isAsked)
      ask('We cannot reach Confer, so you cannot sign in just now. What you typed stays on this page.')
  }
  const ask = (text: string) =>
    showBar({ text, button: { label: 'Sign in again', act: () => void signIn() } })
  document.addEventListener('visibilitychange', () => {
    if (isAway && document.visibilityState === 'visible') void goOn()
  })
  return () => {
    if (isAway) return
    isAway = true
    ask('You are signed out. Sign in again, and what you typed here is saved.')
  }
}
