import { setTimeout as sleep } from 'node:timers/promises'

import { Client } from 'pg'

import { socketIn } from './running-server.ts'

/** Beginning, ending or recovering: not an answer yet. */
const notYet = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300'])

const noticeAfter = 5_000

/**
 * A connection to the `postgres` database, once the server answers; `null` when it ended first. There is no time limit
 * while the server lives: recovery after a power cut takes as long as it takes.
 */
export async function connectWhenReady(
  socketFolder: string,
  serverIsAlive: () => boolean,
  log: (line: string) => void,
): Promise<Client | null> {
  let notice = Date.now() + noticeAfter
  for (;;) {
    const client = new Client({
      host: socketFolder,
      port: 5432,
      user: 'confer',
      database: 'postgres',
      password: '',
      ssl: false,
      application_name: `confer ${process.pid}`,
    })
    // A connection that breaks emits `error`, which would end this process; `end` follows, and is what we act on.
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      const code = codeOf(error)
      // "Connection terminated unexpectedly" has no code.
      if (code !== null && !notYet.has(code))
        throw new Error(`The database does not answer at ${socketIn(socketFolder)} (${code})`, {
          cause: error,
        })
    }
    if (!serverIsAlive()) return null
    if (Date.now() > notice) {
      log('Still waiting for the database: after a power cut or a crash it may need minutes to recover.')
      notice = Date.now() + 12 * noticeAfter
    }
    await sleep(10)
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
