import { showBar } from './bar.ts'
import { askSession, staySignedIn, type SessionNow } from './session.ts'

/** How long before somebody is signed out they are told, in seconds. */
const warning = 10 * 60
/** When to ask for the first time, in milliseconds: most pages are left sooner. */
const firstLook = 60_000

/** Warns in time. Asks seldom: once, and again when the time would be up had nothing else been done here. */
export function watchSession(onSignedOut: (session: SessionNow) => void): void {
  let timer = 0
  let warned: ReturnType<typeof showBar> | null = null
  const look = async (ask: () => Promise<SessionNow | null>) => {
    window.clearTimeout(timer)
    const session = await ask()
    if (session === null) return again(warning / 2)
    if (session.person === '') return onSignedOut(session)
    if (session.secondsLeft > warning) {
      warned?.hide()
      return again(session.secondsLeft - warning)
    }
    warn(session.secondsLeft)
    again(session.secondsLeft + 1)
  }
  const again = (seconds: number) => {
    // Browsers count no further than 24 days.
    timer = window.setTimeout(() => void look(askSession), Math.min(seconds, 86_400) * 1_000)
  }
  const warn = (seconds: number) => {
    const minutes = Math.max(1, Math.round(seconds / 60))
    warned = showBar({
      text: `You will be signed out in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. What you typed stays.`,
      button: { label: 'Stay signed in', act: () => void stay() },
    })
  }
  const stay = async () => {
    const session = await staySignedIn()
    if (session !== null) return look(async () => session)
    warned = showBar({
      text: 'We could not keep you signed in, because we cannot reach Confer. What you typed stays.',
      button: { label: 'Try again', act: () => void stay() },
    })
  }
  timer = window.setTimeout(() => void look(askSession), firstLook)
  // A closed lid stops the clock.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look(askSession)
  })
}
