import { resolve } from 'node:path'

import type { Client } from 'pg'

import { ensureCluster, removeUnfinishedClusters } from './create-cluster.ts'
import { reachServer } from './reach-server.ts'
import { findBinariesPackage, findServerBinaries } from './server-binaries.ts'
import { chooseServerPlace, systemFolder } from './server-place.ts'
import { superviseServer } from './supervise-server.ts'

export type EmbeddedPostgres = {
  /** For `pg`, and for psql and pg_dump as well. */
  connectionString: string
  pid: number
  /** Stops the server: open transactions are rolled back, what was acknowledged is kept. May be called twice. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  log: (line: string) => void
  /** The server, or our hold on its folder, was lost other than through `stop`. Called at most once. */
  onExit?: (reason: string) => void
  /** Gives up durability for speed: for a database that the tests throw away, never for anyone's records. */
  throwaway?: boolean
}

/**
 * Starts PostgreSQL on `dataDir` as a child process, or takes over the server a killed Confer left running there.
 * Rejects with a message for the person who started Confer where that cannot be.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, onExit = () => {}, throwaway = false } = options
  if (process.platform === 'win32')
    throw new Error(
      'On Windows, Confer cannot bring a database of its own, because it speaks to it through a Unix socket. ' +
        'Set DATABASE_URL to a PostgreSQL server (15 or later), or start Confer in WSL.',
    )

  const dataDir = resolve(options.dataDir)
  const place = await chooseServerPlace(dataDir, log)
  const { account, base, cluster } = place
  const copyInto = account.isOurs ? base : systemFolder
  const binaries = await findServerBinaries(findBinariesPackage(), account, copyInto, log)
  await ensureCluster(place, binaries, { throwaway, log })

  const server = await reachServer({ dataDir, place, binaries, throwaway, log })
  await removeUnfinishedClusters(place)
  await createDatabase(server.client)

  const signal = throwaway ? 'SIGQUIT' : 'SIGINT'
  const { stop } = superviseServer(server, { cluster, signal, log, onExit })
  return { connectionString: connectionString(server.socketFolder), pid: server.pid, stop }
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'confer'`)
  // Copying files takes half the time of writing the new database to the log, which is for busy servers.
  if (rowCount === 0) await client.query('create database confer strategy file_copy')
}

/** Port and sslmode are said so that PGPORT and PGSSLMODE in the environment cannot change them. */
function connectionString(socketFolder: string): string {
  return `postgresql://confer@/confer?host=${encodeURIComponent(socketFolder)}&port=5432&sslmode=disable`
}
