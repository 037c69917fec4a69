import { chown, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

import { runAs, type ServerAccount } from './server-account.ts'
import type { ServerBinaries } from './server-binaries.ts'
import type { ServerPlace } from './server-place.ts'
import { syncFolder } from './sync-folder.ts'

const unfinished = 'postgres.new-'

/** Makes the cluster where there is none, and refuses one that these binaries cannot read. */
export async function ensureCluster(
  place: ServerPlace,
  binaries: ServerBinaries,
  options: { throwaway: boolean; log: (line: string) => void },
): Promise<void> {
  if ((await clusterVersion(place.cluster)) === null) {
    options.log(`Making a new database in ${place.cluster}.`)
    await createCluster(place, binaries, options.throwaway)
  }
  if (place.linkFrom !== null) {
    await symlink(place.cluster, place.linkFrom).catch(ignoreExisting)
    await syncFolder(dirname(place.linkFrom))
  }
  const found = await clusterVersion(place.cluster)
  const ours = binaries.version.split('.')[0]
  if (found !== ours)
    throw new Error(
      `The records in ${place.cluster} were written by PostgreSQL ${found}; this Confer brings PostgreSQL ${ours}, ` +
        'which cannot read them. Start the Confer that wrote them, and move them over with pg_dump.',
    )
}

/** Only for whoever holds the lock on the folder: then whatever is unfinished was cut short, or is not wanted. */
export async function removeUnfinishedClusters(place: ServerPlace): Promise<void> {
  for (const name of await readdir(place.base))
    if (name.startsWith(unfinished))
      // Retried, because an initdb whose parent was killed may still be writing.
      await rm(join(place.base, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

async function createCluster(
  place: ServerPlace,
  binaries: ServerBinaries,
  throwaway: boolean,
): Promise<void> {
  const { account, base, cluster } = place
  refuseNamelessUser(account)
  // Made under another name and renamed when whole: a cluster cut short is never taken for a database.
  const partial = await mkdtemp(join(base, unfinished))
  if (!account.isOurs) await chown(partial, account.uid, account.gid)
  const made = await runAs(account, binaries.initdb, [
    `--pgdata=${partial}`,
    '--username=confer',
    // Whoever reaches the socket is trusted: the folder it is in lets in the server's user only (and root).
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
    ...(throwaway ? ['--no-sync'] : []),
  ])
  if (made.ok) {
    await rename(partial, cluster).catch(() => null)
    await syncFolder(base)
  }
  // Two Confers may have begun at once. One rename wins, and the winner may clear away what the other was making.
  if ((await clusterVersion(cluster)) !== null) {
    await rm(partial, { recursive: true, force: true })
    return
  }
  await rm(partial, { recursive: true, force: true })
  throw new Error(
    made.ok
      ? `${cluster} is not a PostgreSQL database, and is in the way of one. Move it, or choose another folder.`
      : `The database could not be made in ${base}: ${made.output}`,
  )
}

async function clusterVersion(cluster: string): Promise<string | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  return text === null ? null : text.trim()
}

function refuseNamelessUser(account: ServerAccount): void {
  if (!account.isOurs) return
  try {
    userInfo()
  } catch (cause) {
    throw new Error(
      `PostgreSQL needs a user with a name, and user id ${account.uid} has none here. Add a line for it to ` +
        '/etc/passwd, start Confer as a user that has one, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    )
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
