import type { Answered, Moment, Servers } from './servers.ts'

/** What becomes of the next form that is sent. */
export type Fault =
  /** It never arrives. */
  | 'lost'
  /** It arrives, and its reply does not. */
  | 'reply-lost'
  /** It is on its way until somebody loses patience, and may arrive after that. */
  | 'late'
  /** It arrives, and its reply is on its way until somebody loses patience. */
  | 'reply-late'
  | `killed-${Moment}`

interface Held {
  /** Lets it go on. */
  release(): void
  /** Nobody waits any more. */
  giveUp(): void
}

interface Options {
  readonly headers?: Readonly<Record<string, string>>
  /** Whether it meets the fault that is in waiting. */
  readonly mayFail?: boolean
}

interface Activity {
  done: () => void
}

/** The way from one browser to Confer, with the browser's cookies. */
export class Line {
  isUp = true
  next: Fault | null = null
  readonly cookies = new Map<string, string>()
  readonly #servers: Servers
  readonly #begin: (what: string) => () => void
  #held: Held[] = []
  #stragglers: (() => Promise<unknown>)[] = []

  constructor(servers: Servers, begin: (what: string) => () => void) {
    this.#servers = servers
    this.#begin = begin
  }

  get isHolding(): boolean {
    return this.#held.length > 0
  }

  get hasStragglers(): boolean {
    return this.#stragglers.length > 0
  }

  release(): void {
    for (const held of this.#held.splice(0)) held.release()
  }

  giveUp(): void {
    for (const held of this.#held.splice(0)) held.giveUp()
  }

  /** What nobody waits for any more arrives after all. */
  async arriveLate(): Promise<void> {
    for (const arrive of this.#stragglers.splice(0)) await arrive()
  }

  readonly fetch: typeof fetch = async (input, options = {}) => {
    const { body, headers } = options
    const answer = await this.request(
      options.method === 'POST' ? 'POST' : 'GET',
      String(input),
      body instanceof URLSearchParams ? body : null,
      { headers: Object.fromEntries(new Headers(headers)), mayFail: true },
    )
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    })
  }

  /** Rejects where no reply comes. */
  async request(
    method: 'GET' | 'POST',
    url: string,
    body: URLSearchParams | null = null,
    { headers = {}, mayFail = false }: Options = {},
  ): Promise<Answered> {
    const activity = { done: this.#begin(`${method} ${url}`) }
    try {
      if (!this.isUp) throw new TypeError('No network')
      const asked = {
        method,
        url,
        headers: {
          cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...headers,
        },
        ...(body ? { payload: body.toString() } : {}),
      }
      const fault = method === 'POST' && mayFail ? this.next : null
      if (fault !== null) this.next = null
      const answer = await this.#meet(fault, () => this.#servers.ask(asked), asked, activity)
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0) this.cookies.delete(name)
        else this.cookies.set(name, value)
      }
      return answer
    } finally {
      activity.done()
    }
  }

  async #meet(
    fault: Fault | null,
    ask: () => Promise<Answered>,
    asked: Parameters<Servers['ask']>[0],
    activity: Activity,
  ): Promise<Answered> {
    switch (fault) {
      case null:
        return ask()
      case 'lost':
        throw new TypeError('Lost')
      case 'reply-lost':
        await ask()
        throw new TypeError('Reply lost')
      case 'killed-before-commit':
        await this.#servers.askAndKill(asked, 'before-commit')
        throw new TypeError('Killed')
      case 'killed-after-commit':
        await this.#servers.askAndKill(asked, 'after-commit')
        throw new TypeError('Killed')
      case 'late':
        if (!(await this.#hold(activity))) {
          this.#stragglers.push(ask)
          throw new TypeError('Out of patience')
        }
        return ask()
      case 'reply-late': {
        const answer = await ask()
        if (!(await this.#hold(activity))) throw new TypeError('Out of patience')
        return answer
      }
    }
  }

  /** False where nobody waits any more. What is held is nothing to wait for in a test. */
  #hold(activity: Activity): Promise<boolean> {
    return new Promise<boolean>(resolve => {
      const goOn = (isPatient: boolean) => {
        activity.done = this.#begin('what was held')
        resolve(isPatient)
      }
      this.#held.push({ release: () => goOn(true), giveUp: () => goOn(false) })
      activity.done()
    })
  }
}
