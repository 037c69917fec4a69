import { setTimeout as sleep } from 'node:timers/promises'

import type { Client } from 'pg'

import { folderLockOwner, takeFolderLock } from './folder-lock.ts'
import { lastWords, launchServer, type LaunchedServer } from './launch-server.ts'
import {
  answers,
  findRunningServer,
  isServerOf,
  recordedServer,
  type RecordedServer,
} from './running-server.ts'
import type { ServerBinaries } from './server-binaries.ts'
import { connectWhenReady } from './server-connection.ts'
import type { ServerPlace } from './server-place.ts'
import { launchMark } from './server-settings.ts'
import { makeSocketFolder } from './socket-folder.ts'
import { stopServer } from './stop-server.ts'

export type ReachedServer = RecordedServer & {
  /** The connection that holds the lock on the folder. */
  client: Client
}

export type ServerRequest = {
  dataDir: string
  place: ServerPlace
  binaries: ServerBinaries
  throwaway: boolean
  log: (line: string) => void
}

/** Ends with a server that answers and the lock on its folder, whatever is found there: running, ending or left over. */
export async function reachServer(request: ServerRequest): Promise<ReachedServer> {
  const { log, throwaway, binaries } = request
  const { cluster } = request.place
  for (const giveUp = Date.now() + 30_000; ; await sleep(20)) {
    const found = findRunningServer(cluster)
    // Its socket is not recorded until it listens.
    if (found?.socketFolder === '') continue
    const launched = found === null ? await launch(request) : null
    const server = found ?? launched
    if (server === null) continue

    const client = await connectWhenReady(server.socketFolder, () => isServerOf(cluster, server.pid), log)
    if (client === null) {
      if (launched !== null) await throwUnlessPassing(launched, giveUp)
      continue
    }
    if (!(await takeFolderLock(client))) {
      const owner = await folderLockOwner(client)
      await client.end()
      throw new Error(`Another Confer (${owner}) ${inUse(request.dataDir)}`)
    }
    const reached = { client, pid: server.pid, socketFolder: server.socketFolder }
    if (found === null) return reached
    if ((await markOf(client)) === launchMark(binaries, throwaway)) {
      log(`Took over the database that was left running (process ${server.pid}).`)
      return reached
    }
    log(
      'Restarting the database that was left running: it was started by another version or with other settings.',
    )
    await stopServer(cluster, server.pid, 'SIGINT', log)
  }
}

async function launch({ dataDir, place, binaries, throwaway }: ServerRequest): Promise<LaunchedServer> {
  const previous = recordedServer(place.cluster)?.socketFolder ?? ''
  const socketFolder = await makeSocketFolder(place, previous)
  for (const folder of new Set([socketFolder, previous]))
    if (folder !== '' && (await answers(folder)) && findRunningServer(place.cluster) === null)
      throw new Error(
        `A server that cannot be seen from here, perhaps in another container, ${inUse(dataDir)}`,
      )
  return launchServer(place, socketFolder, binaries, throwaway)
}

const inUse = (dataDir: string): string =>
  `is using ${dataDir} already, and only one may. Stop that one, or give this one a folder of its own (DATA_DIR).`

/** Another start that was a moment earlier, or old sessions not yet gone, pass; anything else is for a person to mend. */
async function throwUnlessPassing(launched: LaunchedServer, giveUp: number): Promise<void> {
  const words = await lastWords(launched)
  if (Date.now() < giveUp && /lock file|shared memory block/.test(words)) return
  throw new Error(`The database did not start: ${words || 'it said nothing'} (more in ${launched.logFile}).`)
}

async function markOf(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select current_setting('confer.launch_mark', true) as mark`,
  )
  return rows[0]?.mark ?? null
}
