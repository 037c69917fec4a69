import { setTimeout as sleep } from 'node:timers/promises'

import type { Client } from 'pg'

/*
 * One Confer a folder. The lock is a session's advisory lock in the server that serves the folder: it is taken by one
 * process or none, and the kernel closes the connection of a process that is killed, so it cannot be left behind as a
 * lock file can, or be mistaken where process numbers repeat, as they do in containers. Before there is a server, the
 * atomic rename of a new cluster and PostgreSQL's own postmaster.pid decide between two that begin at once.
 */

const lockKey = 20_261_121

/** Waits a second, for the session of an owner killed just now to be noticed. */
export async function takeFolderLock(client: Client): Promise<boolean> {
  const giveUp = Date.now() + 1_000
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      lockKey,
    ])
    if (rows[0]?.held === true) return true
    if (Date.now() > giveUp) return false
    await sleep(20)
  }
}

/** "process 123", from the name the owner gave its session. */
export async function folderLockOwner(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1
        and l.database = (select oid from pg_database where datname = current_database())`,
    [lockKey],
  )
  return rows[0]?.name.replace('confer', 'process') ?? 'since stopped'
}
