import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { realpath, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findRunningServer } from './platform/db/embedded/running-server.ts'

const project = fileURLToPath(new URL('..', import.meta.url))

test('a start that fails says why in one line and ends with 1', async t => {
  const wrong = [
    [{ TRUSTED_PROXY: 'foo' }, /^TRUSTED_PROXY must be [^\n]+\n$/],
    [
      { DATABASE_URL: 'postgres://confer:s3cret@127.0.0.1:1/confer' },
      /^The database that DATABASE_URL [^\n]+\n$/,
    ],
  ] as const
  for (const [environment, line] of wrong) {
    const confer = start(t, process.execPath, ['src/main.ts'], environment)
    const [errors, [code]] = await Promise.all([text(confer.stderr), once(confer, 'exit')])
    assert.match(errors, line)
    assert.doesNotMatch(errors, /s3cret/)
    assert.equal(code, 1)
  }
})

test('the address is printed once, with nothing of the web server’s own', async t => {
  const port = await freePort()
  const confer = start(t, process.execPath, ['src/main.ts'], { PORT: String(port) })
  const output = text(confer.stdout)
  const errors = text(confer.stderr)
  await until(() => isListening(port))
  await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)
  confer.kill('SIGTERM')
  assert.deepEqual(await once(confer, 'exit'), [0, null])
  assert.equal((await output).split(`http://127.0.0.1:${port}`).length - 1, 1)
  assert.match(await output, new RegExp(`^Confer is ready: http://127\\.0\\.0\\.1:${port}$`, 'm'))
  assert.equal(await errors, '')
})

// Windows has no SIGTERM.
const whereSignalsAre = { skip: process.platform === 'win32' }

test(
  'ending “npm start” stops the server and the database, though npm does not pass the signal on',
  whereSignalsAre,
  async t => {
    const port = await freePort()
    const npm = start(t, 'npm', ['start'], { PORT: String(port) })
    npm.stdout.resume()
    await until(() => isListening(port))
    const cluster = await realpath(join(npm.dataDir, 'postgres'))
    assert.ok(findRunningServer(cluster))

    npm.kill('SIGTERM')
    await once(npm, 'exit')
    await until(async () => !(await isListening(port)) && findRunningServer(cluster) === null)
  },
)

function start(t: TestContext, command: string, args: readonly string[], environment: NodeJS.ProcessEnv) {
  const dataDir = join(tmpdir(), `confer-test-${randomUUID().slice(0, 8)}`)
  const { DATABASE_URL: _database, npm_lifecycle_event: _script, ...inherited } = process.env
  const child = spawn(command, args, {
    cwd: project,
    env: { ...inherited, DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(async () => {
    await end(child)
    await rm(dataDir, { recursive: true, force: true })
  })
  return Object.assign(child, { dataDir })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 60_000
  while (!(await holds())) {
    assert.ok(Date.now() < giveUp, 'waited a minute')
    await sleep(100)
  }
}
