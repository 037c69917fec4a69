import { takeFolderLock } from './folder-lock.ts'
import type { ReachedServer } from './reach-server.ts'
import { isServerOf } from './running-server.ts'
import { connectWhenReady } from './server-connection.ts'
import { removeTemporarySocketFolder } from './socket-folder.ts'
import { signalServer, stopServer } from './stop-server.ts'

export type Supervision = {
  cluster: string
  signal: 'SIGINT' | 'SIGQUIT'
  log: (line: string) => void
  onExit: (reason: string) => void
}

/**
 * Watches the server through the connection that holds the lock: it breaks at once when the server goes, be it our child
 * or one taken over. A server that only restarted its sessions after one crashed is locked again.
 */
export function superviseServer(
  server: ReachedServer,
  { cluster, signal, log, onExit }: Supervision,
): { stop(): Promise<void> } {
  const { pid, socketFolder } = server
  let client = server.client
  let stopped: Promise<void> | null = null
  let isOurs = true

  const isAlive = (): boolean => isServerOf(cluster, pid)
  // A Confer that ends without `stop` (an error nobody caught) leaves no server behind either, unless it is killed.
  const endWithUs = (): void => signalServer(cluster, pid, signal)
  process.on('exit', endWithUs)
  client.once('end', lockLost)

  function lockLost(): void {
    if (stopped === null)
      lockAgain().then(
        reason => reason !== null && reportLoss(reason),
        (error: unknown) => reportLoss(error instanceof Error ? error.message : String(error)),
      )
  }

  async function lockAgain(): Promise<string | null> {
    const again = await connectWhenReady(socketFolder, isAlive, log)
    if (again === null) return `The database server (process ${pid}) ended unexpectedly.`
    client = again
    if (!(await takeFolderLock(client))) return 'Another Confer has taken over the database.'
    log('The database restarted after one of its sessions crashed.')
    client.once('end', lockLost)
    return null
  }

  function reportLoss(reason: string): void {
    if (stopped !== null) return
    isOurs = false
    process.off('exit', endWithUs)
    onExit(reason)
  }

  async function stop(): Promise<void> {
    // The lock is held until the server is gone: let go earlier, and another Confer could take over a server in its end.
    if (isOurs) await stopServer(cluster, pid, signal, log)
    process.off('exit', endWithUs)
    await client.end().catch(() => {})
    await removeTemporarySocketFolder(socketFolder)
  }

  return {
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}
