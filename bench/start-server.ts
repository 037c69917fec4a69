import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { BenchDatabase } from './database.ts'
import { beforeEnd } from './ending.ts'

export interface BenchServer {
  readonly ports: { readonly product: number; readonly bare: number }
  /** Stands still until `goOn`, connections and all. */
  pause(): void
  goOn(): void
}

const taskset = 'taskset'
const entry = fileURLToPath(new URL('./server-process.ts', import.meta.url))
const portsMessage = z.object({ product: z.number(), bare: z.number() })

/** Starts the product in a process of its own; with `ownCore` it has one core, and PostgreSQL and this process another. */
export async function startServer(
  { connectionString, serverPid, scratch }: BenchDatabase,
  { ownCore }: { readonly ownCore: boolean },
): Promise<BenchServer> {
  const pins = ownCore && canPin()
  const command = [process.execPath, entry, connectionString, scratch]
  const [file = '', ...args] = pins ? [taskset, '-c', '0', ...command] : command
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  beforeEnd(async () => {
    if (child.exitCode !== null) return
    child.disconnect()
    child.kill('SIGCONT')
    await once(child, 'exit')
  })
  if (pins) {
    // PostgreSQL's processes for connections take after its main process.
    const others = [process.pid, ...(serverPid === null ? [] : [serverPid])]
    for (const pid of others) spawnSync(taskset, ['-a', '-c', '-p', '1', String(pid)])
  }
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The server did not start.'))),
  ])
  return {
    ports: portsMessage.parse(message),
    pause: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
  }
}

function canPin(): boolean {
  if (availableParallelism() < 2 || spawnSync(taskset, ['--version']).status !== 0) {
    console.error('There is no taskset or only one core here: the server is not kept to a core of its own.')
    return false
  }
  return true
}
