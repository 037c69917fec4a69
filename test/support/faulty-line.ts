import { once } from 'node:events'
import { createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net'
import { connect } from 'node:net'

/** When, in the course of one request, something happens to it. */
export type Moment =
  /** Nothing of it reaches the other end. */
  | 'before'
  /** Half of its body does. */
  | 'during'
  /** All of it does, and the other end has begun to answer; nothing of that comes back. */
  | 'after'

export type IsIt = (sent: string) => boolean

/** A stretch of wire on loopback that can be cut and held up, at the very byte. */
export interface FaultyLine {
  readonly port: number
  /** Closes every connection, and each new one at once. */
  cut(): void
  mend(): void
  /**
   * Cuts the line at that moment of the next thing sent that is it, and resolves then. `only`: just that connection,
   * so that whoever sent it can send it again at once.
   */
  cutAt(moment: Moment, isIt: IsIt, extent?: 'line' | 'only'): Promise<void>
  /** Holds the next one that is it, or the answer to it, back, and resolves then with what lets it go on. */
  holdAt(moment: 'before' | 'after', isIt: IsIt): Promise<() => void>
  close(): Promise<void>
}

interface Trap {
  readonly moment: Moment
  readonly isIt: IsIt
  readonly spring: (connection: Connection) => 'cut' | 'hold'
}

interface Connection {
  readonly near: Socket
  readonly far: Socket
  /** Forwards what was held back. */
  release(): void
}

/** `target` is asked for anew with each connection. */
export async function layFaultyLine(target: () => NetConnectOpts): Promise<FaultyLine> {
  let isCut = false
  let trap: Trap | null = null
  const connections = new Set<Connection>()

  const takeTrap = (sent: Buffer): Trap | null => {
    if (trap === null || !trap.isIt(sent.toString('latin1'))) return null
    const sprung = trap
    trap = null
    return sprung
  }
  const cutLine = () => {
    isCut = true
    for (const { near, far } of connections) close(near, far)
  }
  const server = createServer({ allowHalfOpen: false }, near => {
    near.on('error', () => undefined)
    if (isCut) {
      near.destroy()
      return
    }
    const connection = join(near, connect(target()), takeTrap)
    connections.add(connection)
    near.on('close', () => connections.delete(connection))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    cut: cutLine,
    mend() {
      isCut = false
    },
    cutAt: (moment, isIt, extent = 'line') =>
      new Promise(resolve => {
        trap = {
          moment,
          isIt,
          spring({ near, far }) {
            if (extent === 'line') cutLine()
            else close(near, far)
            resolve()
            return 'cut'
          },
        }
      }),
    holdAt: (moment, isIt) =>
      new Promise(resolve => {
        trap = {
          moment,
          isIt,
          spring(connection) {
            resolve(connection.release)
            return 'hold'
          },
        }
      }),
    async close() {
      cutLine()
      server.close()
      await once(server, 'close')
    },
  }
}

function join(near: Socket, far: Socket, takeTrap: (sent: Buffer) => Trap | null): Connection {
  let sprung: Trap | null = null
  let heldThere: Buffer[] | null = null
  let heldBack: Buffer[] | null = null
  let isNearGone = false
  const connection: Connection = {
    near,
    far,
    release() {
      for (const bytes of heldThere ?? []) far.write(bytes)
      for (const bytes of heldBack ?? []) near.write(bytes)
      heldThere = heldBack = null
      // Who sent it may have gone meanwhile; what was on its way arrives all the same.
      if (isNearGone) far.end()
    },
  }
  near.on('data', bytes => {
    sprung ??= takeTrap(bytes)
    if (heldThere) heldThere.push(bytes)
    else if (sprung?.moment === 'before') {
      if (sprung.spring(connection) === 'hold') heldThere = [bytes]
    } else if (sprung?.moment === 'during') {
      const body = bytes.indexOf('\r\n\r\n') + 4
      const hasBody = body < bytes.length
      far.write(hasBody ? bytes.subarray(0, Math.ceil((body + bytes.length) / 2)) : bytes, () => {
        if (hasBody) sprung?.spring(connection)
      })
      // The rest of it comes without another head.
      if (!hasBody) sprung = { ...sprung, isIt: () => true }
    } else far.write(bytes)
  })
  far.on('data', bytes => {
    if (heldBack) heldBack.push(bytes)
    else if (sprung?.moment === 'after') {
      const { spring } = sprung
      sprung = null
      if (spring(connection) === 'hold') heldBack = [bytes]
    } else near.write(bytes)
  })
  near.on('close', () => {
    isNearGone = true
    if (heldThere === null) far.destroy()
  })
  far.on('close', () => near.destroy())
  far.on('error', () => near.destroy())
  return connection
}

/** With a reset rather than in good order: whoever is at the ends must not take it for a proper end. */
function close(near: Socket, far: Socket): void {
  near.resetAndDestroy()
  far.destroy()
}
