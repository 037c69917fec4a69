import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A Confer as it is run in earnest: a process of its own, to be killed and started again on the same port. */
export interface ConferProcess {
  readonly port: number
  /** Every line that it has written on its standard output. */
  readonly lines: readonly string[]
  /** `program` is the folder of another release than ours. */
  start(program?: string): Promise<void>
  /** Without a warning, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Ends it, and removes what it kept beside the database. */
  close(): Promise<void>
}

interface ConferProcessOptions {
  readonly databaseUrl: string
  /** The address that browsers have for it, which may be a line's. */
  readonly baseUrl: string
}

export const ourProgram = fileURLToPath(new URL('../..', import.meta.url))

export async function makeConferProcess({
  databaseUrl,
  baseUrl,
}: ConferProcessOptions): Promise<ConferProcess> {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'confer-faults-'))
  let running: ChildProcess | null = null
  const kill = async () => {
    const child = running
    running = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const lines: string[] = []
  return {
    port,
    lines,
    async start(program = ourProgram) {
      const { npm_lifecycle_event: _script, ...inherited } = process.env
      const child = spawn(process.execPath, ['src/main.ts'], {
        cwd: program,
        env: {
          ...inherited,
          DATABASE_URL: databaseUrl,
          DATA_DIR: dataDir,
          HOST: '127.0.0.1',
          PORT: String(port),
          BASE_URL: baseUrl,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      running = child
      await isReady(child, lines)
    },
    kill,
    async close() {
      await kill()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function isReady(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('it has no output'))
    // Read to the end, or the process would wait for somebody to read its log.
    createInterface(child.stdout).on('line', line => {
      lines.push(line)
      if (line.startsWith('Confer is ready')) resolve()
    })
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`Confer ended with ${code} before it was ready`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
