import { connect } from 'node:net'

export interface Load {
  readonly port: number
  readonly connections: number
  /** The next request as it goes over the wire, or `null` when there is none left. */
  readonly next: () => Buffer | null
  /** Any other status ends the run: a benchmark of error pages says nothing. */
  readonly status: number
}

export interface Measured {
  readonly perSecond: number
  /** Milliseconds, one for each request. */
  readonly latencies: readonly number[]
}

/** Each connection sends a request, waits for the whole reply, and sends the next. */
export async function putUnderLoad({ port, connections, next, status }: Load): Promise<Measured> {
  const latencies: number[] = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: connections }, () => keepAsking(port, next, status, ms => latencies.push(ms))),
  )
  return { perSecond: (latencies.length * 1000) / (performance.now() - from), latencies }
}

/** The same request again and again for some seconds. */
export function forSeconds(seconds: number, request: Buffer): () => Buffer | null {
  const until = performance.now() + seconds * 1000
  return () => (performance.now() < until ? request : null)
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

/**
 * A bare socket and just enough HTTP: Node's own client takes longer than the replies it would measure. It knows
 * replies with a content-length only, which is all that the product sends.
 */
function keepAsking(
  port: number,
  next: () => Buffer | null,
  wanted: number,
  record: (ms: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true })
    let sentAt = 0
    let head: Buffer | null = null
    let missing: number | null = null

    const ask = () => {
      const request = next()
      if (request === null) return void socket.end(resolve)
      sentAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server closed a connection.')))
    socket.on('data', chunk => {
      if (missing === null) {
        head = head === null ? chunk : Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const lines = head.toString('latin1', 0, end)
        const status = Number(lines.slice(9, 12))
        const length = /\r\ncontent-length: (\d+)/i.exec(lines)?.[1]
        if (status !== wanted || length === undefined) {
          socket.destroy(new Error(`Not the reply that was wanted: ${lines.split('\r\n', 1)[0]}`))
          return
        }
        missing = Number(length) - (head.length - end - 4)
        head = null
      } else missing -= chunk.length
      if (missing > 0) return
      missing = null
      record(performance.now() - sentAt)
      ask()
    })
  })
}
