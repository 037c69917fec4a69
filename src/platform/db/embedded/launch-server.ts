import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { releaseStaleLocks } from './running-server.ts'
import { spawnAs } from './server-account.ts'
import type { ServerBinaries } from './server-binaries.ts'
import type { ServerPlace } from './server-place.ts'
import { serverArguments } from './server-settings.ts'

export type LaunchedServer = { pid: number; socketFolder: string; logFile: string; logFrom: number }

/** Starts the server and does not wait for it to answer. */
export async function launchServer(
  place: ServerPlace,
  socketFolder: string,
  binaries: ServerBinaries,
  throwaway: boolean,
): Promise<LaunchedServer> {
  const logFile = join(place.base, 'postgres.log')
  const logFrom = await makeRoomInLog(logFile)
  // A file, not a pipe: a server that outlives us must still have somewhere to write.
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW
  const output = await open(logFile, flags, 0o600)
  try {
    releaseStaleLocks(place.cluster)
    const child = spawn(
      binaries.postgres,
      serverArguments(place.cluster, socketFolder, binaries, throwaway),
      {
        ...spawnAs(place.account),
        stdio: ['ignore', output.fd, output.fd],
        // Away from the terminal: Ctrl-C must reach Confer, which stops the server once its own requests are done.
        detached: true,
      },
    )
    // What keeps this process alive is the connection that holds the lock, so a server we lose does not hang it.
    child.unref()
    await once(child, 'spawn')
    if (child.pid === undefined) throw new Error('PostgreSQL started without a process id')
    return { pid: child.pid, socketFolder, logFile, logFrom }
  } finally {
    await output.close()
  }
}

/** Why the server ended, in its own words; not what it told those who asked too early. */
export async function lastWords(server: LaunchedServer): Promise<string> {
  const handle = await open(server.logFile, 'r')
  try {
    const { size } = await handle.stat()
    const said = Buffer.alloc(Math.max(0, size - server.logFrom))
    await handle.read(said, 0, said.length, server.logFrom)
    const causes = said
      .toString('utf8')
      .split('\n')
      .filter(line => /(FATAL|PANIC):/.test(line) && !line.includes('the database system is'))
    return causes[0]?.replace(/^.*?(FATAL|PANIC): +/, '') ?? ''
  } finally {
    await handle.close()
  }
}

async function makeRoomInLog(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    found => found.size,
    () => 0,
  )
  if (size < 1_000_000) return size
  await rename(logFile, `${logFile}.1`)
  return 0
}
