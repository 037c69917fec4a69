import { chmod, chown, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { socketIn } from './running-server.ts'
import { canEnter, type ServerAccount } from './server-account.ts'
import type { ServerPlace } from './server-place.ts'

/** The kernel's limit is 108 bytes (104 on macOS), its end included; this leaves room to be sure. */
const longestSocketPath = 90

const prefix = 'confer-'

/**
 * A folder for the socket that only the server's user can enter: whoever enters it is trusted by the server.
 * `previous` is the one used last time; it is used again where it lies under a temporary folder.
 */
export async function makeSocketFolder(place: ServerPlace, previous: string): Promise<string> {
  const beside = join(place.base, 'socket')
  if (fits(beside)) {
    await mkdir(beside, { recursive: true })
    await close(beside, place.account)
    return beside
  }
  if (isTemporary(previous) && (await isClosed(previous, place.account))) return previous
  for (const folder of [tmpdir(), '/tmp']) {
    if (!fits(join(folder, `${prefix}xxxxxx`)) || !(await canEnter(place.account, folder))) continue
    // A new name every time, because in a folder that all may write to somebody could hold a fixed one.
    const made = await mkdtemp(join(folder, prefix))
    await close(made, place.account)
    return made
  }
  throw new Error(
    `No temporary folder has a path short enough for the database's socket. Set TMPDIR to a short one.`,
  )
}

export async function removeTemporarySocketFolder(folder: string): Promise<void> {
  if (isTemporary(folder)) await rm(folder, { recursive: true, force: true })
}

const fits = (folder: string): boolean => Buffer.byteLength(socketIn(folder)) <= longestSocketPath

const isTemporary = (folder: string): boolean =>
  basename(folder).startsWith(prefix) && [tmpdir(), '/tmp'].includes(dirname(folder))

async function close(folder: string, account: ServerAccount): Promise<void> {
  await chmod(folder, 0o700)
  if (!account.isOurs) await chown(folder, account.uid, account.gid)
}

async function isClosed(folder: string, account: ServerAccount): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return found !== null && found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0
}
