import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readlink, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { canEnter, ourAccount, systemAccount, weAreRoot, type ServerAccount } from './server-account.ts'
import { syncFolder } from './sync-folder.ts'

export type ServerPlace = {
  account: ServerAccount
  /** Holds the cluster, the socket folder and the server's log. */
  base: string
  /** The PostgreSQL cluster itself; it may not exist yet. */
  cluster: string
  /** Where to leave a symbolic link to a cluster that could not be kept in the folder that was asked for. */
  linkFrom: string | null
}

/** Where root keeps what the system user must reach and the folder asked for would not let it. */
export const systemFolder = '/var/lib/confer'

/**
 * Decides which account runs the server and where the cluster is. A cluster that exists is always the one used, by the
 * account that owns it: permissions that change later must never lead to a second, empty one.
 */
export async function chooseServerPlace(askedFor: string, log: (line: string) => void): Promise<ServerPlace> {
  await makeFolder(askedFor)
  // One name for one folder: a running server is recognised by the path it was started with.
  const dataDir = await realpath(askedFor)
  const asked = join(dataDir, 'postgres')

  const existing = await findCluster(asked)
  if (existing !== null) {
    const account = await ownerOf(existing)
    if (!(await canEnter(account, existing)))
      throw new Error(
        `The records are in ${existing}, which the user that owns them (id ${account.uid}) can no longer reach. ` +
          'Give that user search permission (chmod o+x) on every folder above it.',
      )
    return { account, base: dirname(existing), cluster: existing, linkFrom: null }
  }

  if (!weAreRoot()) return { account: ourAccount(), base: dataDir, cluster: asked, linkFrom: null }

  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const elsewhere = join(systemFolder, hash)
  const account = systemAccount(log)
  const unlinked = await findCluster(join(elsewhere, 'postgres'))
  if (unlinked === null && (await canEnter(account, dataDir)))
    return { account, base: dataDir, cluster: asked, linkFrom: null }

  log(`The system user "confer" cannot reach ${dataDir}: the records are kept in ${elsewhere} instead.`)
  await makeFolder(elsewhere)
  const base = await realpath(elsewhere)
  return { account, base, cluster: join(base, 'postgres'), linkFrom: asked }
}

async function findCluster(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null)
  if (found === null) return null
  const real = await realpath(path).catch(() => null)
  if (real === null)
    throw new Error(
      `The records were kept in ${await readlink(path)}, which is no longer there. ` +
        `Put it back; or, to begin again with nothing, remove the link ${path}.`,
    )
  return real
}

async function ownerOf(cluster: string): Promise<ServerAccount> {
  const { uid, gid } = await stat(cluster)
  if (uid === ourAccount().uid && !weAreRoot()) return ourAccount()
  if (!weAreRoot())
    throw new Error(
      `The records in ${cluster} belong to another user (id ${uid}): start Confer as that user.`,
    )
  // Not mended silently: changing owners as root below a folder that others may write to is a way in for them.
  if (uid === 0)
    throw new Error(
      `The records in ${cluster} belong to root, which PostgreSQL refuses: chown -R them to "confer".`,
    )
  return { uid, gid, isOurs: false }
}

/** Also flushes the new names to disk: without that, a power cut could lose the folder and everything in it. */
async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true })
  if (firstMade === undefined) return
  // The system user passes through root's folder to its own, and sees nothing else in it.
  await chmod(folder, weAreRoot() ? 0o711 : 0o700)
  for (let made = folder; ; made = dirname(made)) {
    if (weAreRoot() && made !== folder) await chmod(made, 0o755)
    await syncFolder(dirname(made))
    if (made === firstMade) return
  }
}
