import { askSession } from '../writing/session.ts'
import { partOf } from './show-part.ts'

/** How often to look whether Confer can be reached, in milliseconds: no browser tells when a server is back. */
const pause = 15_000

/** Says once, politely, when Confer can be reached again, and takes it back when it cannot. The page stays as it is. */
export function watchForNetwork(): void {
  const status = document.querySelector('[data-offline-status]')
  if (!status) return
  let isBack = false
  const look = async () => {
    const isThere = (await askSession()) !== null
    if (isThere === isBack) return
    isBack = isThere
    // Nobody is writing here: what was asked for is there again.
    if (isBack && !document.querySelector('form[data-saves-itself]') && location.pathname !== '/offline')
      return location.reload()
    status.replaceChildren(...(isBack ? [notice()] : []))
    for (const said of document.querySelectorAll<HTMLElement>('[data-while-offline]')) said.hidden = isBack
  }
  window.addEventListener('online', () => void look())
  window.addEventListener('offline', () => void look())
  window.setInterval(() => {
    if (document.visibilityState === 'visible') void look()
  }, pause)
}

function notice(): DocumentFragment {
  const content = partOf('back')
  const link = content.querySelector<HTMLAnchorElement>('[data-slot="again"]')
  // The address as it is by then: a new piece has another once Confer has it. Without what only this page understands.
  link?.addEventListener('click', () => {
    link.href = location.pathname === '/offline' ? '/cpd' : location.pathname + location.search
  })
  return content
}
