import { sayWhetherSaved } from './say-whether-saved.ts'

/** How long somebody pauses before what they wrote is sent, in milliseconds. */
const pause = 1_000
/** How long to wait before trying again, longer each time. */
const waits = [2_000, 5_000, 10_000, 30_000]
const longestReply = 15_000

type Outcome = 'saved' | 'not-found' | 'changed-elsewhere' | 'signed-out' | 'out-of-reach'

/**
 * Sends the form in the background whenever its writer pauses. One save at a time; each carries an id, and the ids of
 * those that no reply came to, so that the server knows our own text again and never takes it for somebody else's.
 */
export function saveAsYouWrite(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-saves-itself]')
  const status = form?.querySelector<HTMLElement>('.confer-saved')
  if (form && status) watch(form, sayWhetherSaved(status))
}

function watch(form: HTMLFormElement, say: ReturnType<typeof sayWhetherSaved>): void {
  let isChanged = false
  let isStopped = false
  let underWay: Promise<void> | null = null
  let timer = 0
  let failures = 0
  const unanswered: string[] = []

  const later = (milliseconds: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), milliseconds)
  }
  const save = (): Promise<void> => {
    if (!isChanged || isStopped || underWay) return underWay ?? Promise.resolve()
    isChanged = false
    underWay = sendAndAnswer()
    return underWay
  }
  const sendAndAnswer = async () => {
    const outcome = await send(form, unanswered)
    underWay = null
    answer(outcome)
  }
  const answer = (outcome: Outcome) => {
    say(outcome)
    if (outcome === 'saved') {
      failures = 0
      unanswered.length = 0
      setValue(form, 'unanswered', '')
      if (isChanged) later(pause)
    } else if (outcome === 'out-of-reach') {
      isChanged = true
      later(waits[Math.min(failures++, waits.length - 1)] ?? pause)
    } else {
      isStopped = true
    }
  }

  form.addEventListener('input', () => {
    isChanged = true
    if (!isStopped) later(pause)
  })
  // A press on a button saves too. It waits for a save that is under way, so that it comes after it.
  form.addEventListener('submit', event => {
    window.clearTimeout(timer)
    if (!underWay) {
      isStopped = true
      return
    }
    event.preventDefault()
    const { submitter } = event
    void underWay.then(() => form.requestSubmit(submitter instanceof HTMLElement ? submitter : null))
  })
  window.addEventListener('online', () => void save())
  window.addEventListener('beforeunload', event => {
    if (!isStopped && (isChanged || underWay)) event.preventDefault()
  })
}

/** Sends what the form has now, and makes it the form of what came of it. */
async function send(form: HTMLFormElement, unanswered: string[]): Promise<Outcome> {
  const id = newId()
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('unanswered', unanswered.join(' '))
  body.set('saveId', id)
  body.set('press', 'background')
  unanswered.push(id)
  // A press on a button, should it come before the reply, names this save too.
  setValue(form, 'unanswered', unanswered.join(' '))
  let reply: Response
  try {
    const signal = AbortSignal.timeout(longestReply)
    reply = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal })
  } catch {
    return 'out-of-reach'
  }
  if (reply.status === 403) return 'signed-out'
  const isOurs = reply.ok && reply.headers.get('content-type')?.includes('application/json') === true
  if (!isOurs) return reply.status === 404 ? 'not-found' : 'out-of-reach'
  const told = (await reply.json()) as { outcome: Outcome; version?: number; formUrl?: string }
  if (told.outcome === 'saved') becomeFormOf(form, String(told.version), told.formUrl ?? form.action)
  return told.outcome
}

/** After its first save a new piece has an address of its own, for the form and for a reload. */
function becomeFormOf(form: HTMLFormElement, version: string, formUrl: string): void {
  setValue(form, 'version', version)
  if (new URL(form.action).pathname === formUrl) return
  form.action = formUrl
  for (const field of form.querySelectorAll('[name="pieceId"], [name="question"], [name^="starting-"]'))
    field.remove()
  history.replaceState(null, '', formUrl)
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (field) field.value = value
}

/** A random UUID. Not `crypto.randomUUID`, which a page that came without encryption does not have. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6)
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8)
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
