import { connect } from 'node:net'

export interface Reply {
  readonly status: number
  readonly body: Buffer
}

/** A request as it goes over the wire, and what to do with its reply: what that throws ends the run. */
export interface Exchange {
  readonly request: Buffer
  answered(reply: Reply): void
}

interface Load {
  readonly port: number
  readonly connections: number
  /** The next one, or `null` when there is none left. */
  readonly next: () => Exchange | null
}

export interface Measured {
  readonly perSecond: number
  /** Milliseconds, one for each request. */
  readonly latencies: readonly number[]
}

/** Each connection sends a request, waits for the whole reply, and sends the next. */
export async function putUnderLoad({ port, connections, next }: Load): Promise<Measured> {
  const latencies: number[] = []
  const from = performance.now()
  const keepAsking = () =>
    new Promise<void>((resolve, reject) => {
      const ask = () => {
        const exchange = next()
        if (exchange === null) {
          connection.end()
          return resolve()
        }
        const sentAt = performance.now()
        connection.send(exchange, () => {
          latencies.push(performance.now() - sentAt)
          ask()
        })
      }
      const connection = open(port, ask, reject)
    })
  await Promise.all(Array.from({ length: connections }, keepAsking))
  return { perSecond: (latencies.length * 1000) / (performance.now() - from), latencies }
}

/**
 * Sends each request at its own time, however the others fare, and counts its latency from then: one that has to wait
 * for a connection, or for this process, has waited. `times` are milliseconds from the start, in order.
 */
export async function putUnderLoadAt(
  times: readonly number[],
  { port, connections, next }: Load,
): Promise<Measured> {
  const latencies: number[] = []
  const idle: Connection[] = []
  let due = 0
  let sent = 0
  const done = Promise.withResolvers<void>()
  const from = performance.now()
  const send = () => {
    while (sent < due && idle.length > 0) {
      const connection = idle.pop()
      const exchange = next()
      if (!connection || exchange === null) return
      const time = times[sent++] ?? 0
      connection.send(exchange, () => {
        latencies.push(performance.now() - from - time)
        idle.push(connection)
        if (latencies.length === times.length) done.resolve()
        else send()
      })
    }
  }
  const all = Array.from({ length: connections }, () => {
    const connection = open(
      port,
      () => {
        idle.push(connection)
        send()
      },
      done.reject,
    )
    return connection
  })
  const wait = () => {
    const now = performance.now() - from
    while ((times[due] ?? Infinity) <= now) due++
    send()
    const following = times[due]
    if (following !== undefined) setTimeout(wait, following - now)
  }
  wait()
  await done.promise
  for (const connection of all) connection.end()
  return { perSecond: (latencies.length * 1000) / (performance.now() - from), latencies }
}

/** Any other status ends the run: a benchmark of error pages says nothing. */
export function wanting(wanted: number, request: Buffer): Exchange {
  return {
    request,
    answered({ status }) {
      if (status !== wanted) throw new Error(`Not the reply that was wanted: ${status}`)
    },
  }
}

/** The same again and again for some seconds. */
export function forSeconds(seconds: number, next: () => Exchange): () => Exchange | null {
  const until = performance.now() + seconds * 1000
  return () => (performance.now() < until ? next() : null)
}

export function getRequest(path: string, headers: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${headerLines(headers)}\r\n`)
}

export function postRequest(
  path: string,
  headers: Readonly<Record<string, string>>,
  form: URLSearchParams,
): Buffer {
  const body = form.toString()
  const length = String(Buffer.byteLength(body))
  const all = { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'content-length': length }
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${headerLines(all)}\r\n${body}`)
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return lines.join('')
}

interface Connection {
  /** One at a time. */
  send(exchange: Exchange, afterwards: () => void): void
  end(): void
}

/**
 * A bare socket and just enough HTTP: Node's own client takes longer than the replies it would measure. It knows
 * replies with a content-length only, which is all that the product sends.
 */
function open(port: number, opened: () => void, failed: (error: Error) => void): Connection {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  let underWay: { readonly exchange: Exchange; readonly afterwards: () => void } | null = null
  let received: Buffer[] = []
  let missing: number | null = null
  let status = 0

  socket.on('connect', opened)
  socket.on('error', failed)
  socket.on('close', () => failed(new Error('The server closed a connection.')))
  socket.on('data', chunk => {
    received.push(chunk)
    if (missing === null) {
      const head = received.length === 1 ? chunk : Buffer.concat(received)
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const lines = head.toString('latin1', 0, end)
      const length = /\r\ncontent-length: (\d+)/i.exec(lines)?.[1]
      if (length === undefined) {
        socket.destroy(new Error(`A reply without its length: ${lines.split('\r\n', 1)[0]}`))
        return
      }
      status = Number(lines.slice(9, 12))
      received = [head.subarray(end + 4)]
      missing = Number(length) - (head.length - end - 4)
    } else missing -= chunk.length
    if (missing > 0 || underWay === null) return
    const { exchange, afterwards } = underWay
    const [first = Buffer.alloc(0), ...more] = received
    underWay = missing = null
    received = []
    try {
      exchange.answered({ status, body: more.length === 0 ? first : Buffer.concat([first, ...more]) })
      afterwards()
    } catch (error) {
      socket.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  })
  return {
    send(exchange, afterwards) {
      underWay = { exchange, afterwards }
      socket.write(exchange.request)
    },
    end() {
      socket.removeAllListeners('close')
      socket.end()
    },
  }
}
