import { setTimeout as sleep } from 'node:timers/promises'

import { isServerOf } from './running-server.ts'

const patience = 30_000

/** Signals the server on this cluster, if it is one still, and waits until it has gone. */
export async function stopServer(
  cluster: string,
  pid: number,
  signal: 'SIGINT' | 'SIGQUIT',
  log: (line: string) => void,
): Promise<void> {
  if (await endedBy(signal)) return
  log(
    'The database is slow to stop: telling it to stop at once. Nothing acknowledged is lost; it recovers at the start.',
  )
  if (await endedBy('SIGQUIT')) return
  throw new Error(`The database (process ${pid}) does not stop.`)

  async function endedBy(name: 'SIGINT' | 'SIGQUIT'): Promise<boolean> {
    signalServer(cluster, pid, name)
    for (const giveUp = Date.now() + patience; Date.now() < giveUp; await sleep(5))
      if (!isServerOf(cluster, pid)) return true
    return false
  }
}

/** Never signals a stranger that was given the number of a server that has gone. */
export function signalServer(cluster: string, pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  if (!isServerOf(cluster, pid)) return
  try {
    process.kill(pid, signal)
  } catch (error) {
    // Gone between the look and the signal: what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
