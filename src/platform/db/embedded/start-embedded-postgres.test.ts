import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import {
  chmod,
  lstat,
  mkdir,
  readFile,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { Client } from 'pg'

import { findRunningServer, isServerOf } from './running-server.ts'
import { weAreRoot } from './server-account.ts'
import { systemFolder } from './server-place.ts'
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres.ts'
import { stopServer } from './stop-server.ts'

/** A cluster to begin from in the tests that are not about making one, which takes half a second of a core. */
let made = ''
before(async () => {
  made = join(tmpdir(), `confer-test-${randomUUID().slice(0, 8)}`)
  await (await start({ dataDir: made })).stop()
})
after(() => rm(made, { recursive: true }))

const rootOnly = { skip: weAreRoot() ? false : 'needs root' }

test('the first start makes a durable, checksummed database in UTF-8, and the second opens it sooner', async t => {
  const dataDir = newFolder(t)
  const began = performance.now()
  const first = await start({ dataDir })
  const firstTook = performance.now() - began
  const rows = await ask(
    first.connectionString,
    `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
            current_setting('listen_addresses') as addresses, current_setting('timezone') as zone,
            pg_encoding_to_char(encoding) as encoding, datlocprovider::text || ' ' || datlocale as locale
       from pg_database where datname = current_database()`,
  )
  assert.deepEqual(rows, [
    { fsync: 'on', checksums: 'on', addresses: '', zone: 'UTC', encoding: 'UTF8', locale: 'b C.UTF-8' },
  ])
  await ask(first.connectionString, `create table kept as select 'ünïcode' as words`)
  assert.equal((await stat(join(dataDir, 'socket'))).mode & 0o777, 0o700)
  await first.stop()
  await first.stop()
  assert.equal(findRunningServer(await realpath(join(dataDir, 'postgres'))), null)

  const beganAgain = performance.now()
  const second = await start({ dataDir })
  const secondTook = performance.now() - beganAgain
  assert.deepEqual(await ask(second.connectionString, 'select words from kept'), [{ words: 'ünïcode' }])
  await second.stop()
  t.diagnostic(`first start ${firstTook.toFixed()} ms, second ${secondTook.toFixed()} ms`)
  assert.ok(secondTook < firstTook)
})

test('a server left running by a Confer that was killed is taken over, with its rows', async t => {
  const dataDir = usedFolder(t)
  const killed = await startProcess(t, [dataDir])
  await ask(killed.connectionString, 'create table kept as select 1 as n')
  await killed.end('SIGKILL')

  const said: string[] = []
  const otherName = newFolder(t)
  await symlink(dataDir, otherName)
  const next = await start({ dataDir: otherName, log: line => said.push(line) })
  assert.equal(next.pid, killed.pid)
  assert.match(said.join('\n'), /Took over/)
  assert.deepEqual(await ask(next.connectionString, 'select n from kept'), [{ n: 1 }])
  await next.stop()
  assert.equal(isServerOf(await realpath(join(dataDir, 'postgres')), next.pid), false)
})

test('a server left running with other settings is restarted: durability is never off by inheritance', async t => {
  const dataDir = usedFolder(t)
  const killed = await startProcess(t, [dataDir, 'throwaway'])
  await ask(killed.connectionString, 'create table kept as select 1 as n')
  await killed.end('SIGKILL')

  const next = await start({ dataDir })
  assert.notEqual(next.pid, killed.pid)
  assert.deepEqual(await ask(next.connectionString, 'show fsync'), [{ fsync: 'on' }])
  assert.deepEqual(await ask(next.connectionString, 'select n from kept'), [{ n: 1 }])
  await next.stop()
})

test('every acknowledged row outlives a server that is killed, and its end is told once', async t => {
  const dataDir = usedFolder(t)
  const reasons: string[] = []
  const first = await start({ dataDir, onExit: reason => reasons.push(reason) })
  await ask(first.connectionString, 'create table kept (n integer)')
  let acknowledged = 0
  const client = await connect(first.connectionString)
  const writing = (async () => {
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged + 1])
      acknowledged++
    }
  })()
  await sleep(150)
  process.kill(first.pid, 'SIGKILL')
  await assert.rejects(writing)
  await until(() => reasons.length > 0)
  assert.match(reasons[0] ?? '', /ended unexpectedly/)

  const second = await start({ dataDir })
  const [found] = await ask(
    second.connectionString,
    'select count(*)::integer as rows, max(n) as last from kept',
  )
  t.diagnostic(`${acknowledged} rows were acknowledged`)
  assert.ok(acknowledged > 0)
  // One more may have been written whose acknowledgement did not reach us.
  assert.ok(Number(found?.['rows']) >= acknowledged && Number(found?.['rows']) <= acknowledged + 1)
  assert.equal(found?.['last'], found?.['rows'])
  await first.stop()
  await second.stop()
  assert.equal(reasons.length, 1)
})

test('a Confer killed while it makes its first database does no harm, and leaves nothing once one is made', async t => {
  const dataDir = newFolder(t)
  const killed = spawnProcess(t, [dataDir])
  const unfinished = async () =>
    (await readdir(dataDir).catch(() => [])).filter(name => name.includes('.new-'))
  await until(async () => {
    const [name] = await unfinished()
    return name !== undefined && (await readdir(join(dataDir, name))).includes('base')
  })
  await killed.end('SIGKILL')
  assert.equal((await unfinished()).length, 1)

  const next = await start({ dataDir, throwaway: true })
  assert.deepEqual(await unfinished(), [])
  assert.deepEqual(await ask(next.connectionString, 'select 1 as n'), [{ n: 1 }])
  await next.stop()
})

test('a second Confer on the same folder is told so, even after a session of the first crashed', async t => {
  const dataDir = usedFolder(t)
  const lost: string[] = []
  const said: string[] = []
  const first = await start({
    dataDir,
    throwaway: true,
    onExit: reason => lost.push(reason),
    log: line => said.push(line),
  })
  const refusal = {
    message: new RegExp(`Another Confer \\(process ${process.pid}\\) is using ${dataDir} already`),
  }
  await assert.rejects(start({ dataDir, throwaway: true }), refusal)

  const client = await connect(first.connectionString)
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
  await until(() => said.some(line => line.includes('restarted after one of its sessions crashed')))

  const second = spawnProcess(t, [dataDir, 'throwaway'])
  assert.match((await second.said('refused')) ?? '', refusal.message)
  assert.deepEqual(await ask(first.connectionString, 'select 1 as n'), [{ n: 1 }])
  assert.deepEqual(lost, [])
  await first.stop()
})

test('of two Confers that begin at once on a new folder, one has it and the other is told', async t => {
  const dataDir = newFolder(t)
  const both = await Promise.allSettled([
    start({ dataDir, throwaway: true }),
    start({ dataDir, throwaway: true }),
  ])
  const [winner, ...none] = both.filter(one => one.status === 'fulfilled')
  const [loser] = both.filter(one => one.status === 'rejected')
  assert.equal(none.length, 0)
  assert.match(String(loser?.reason), /Another Confer/)
  assert.deepEqual(await ask(winner?.value.connectionString ?? '', 'select 1 as n'), [{ n: 1 }])
  await winner?.value.stop()
  assert.deepEqual((await readdir(dataDir)).toSorted(), ['postgres', 'postgres.log', 'socket'])
})

test('a postmaster.pid that names nobody, a stranger or a zombie is no server', async t => {
  const dataDir = usedFolder(t)
  const kept = await start({ dataDir, throwaway: true })
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const recorded = await readFile(file, 'utf8')
  await ask(kept.connectionString, 'create table kept as select 1 as n')
  await ask(kept.connectionString, 'checkpoint')
  await kept.stop()

  // `sleep 0` ends as the child of a program that never asks after it.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  t.after(() => parent.kill('SIGKILL'))
  const [zombie] = await once(createInterface(parent.stdout), 'line')
  for (const pid of [4_194_305, parent.pid, Number(zombie)]) {
    const lock = recorded.replace(/^\d+/, String(pid))
    await writeFile(file, lock)
    await writeFile(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), lock)
    const next = await start({ dataDir, throwaway: true })
    assert.deepEqual(await ask(next.connectionString, 'select n from kept'), [{ n: 1 }])
    await next.stop()
  }
  assert.equal(parent.exitCode, null)
})

test('a server that answers but cannot be seen, as from another container, is not joined by a second', async t => {
  const dataDir = usedFolder(t)
  const unseen = await start({ dataDir, throwaway: true })
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const recorded = await readFile(file, 'utf8')
  await writeFile(file, recorded.replace(/^\d+/, '4194305'))
  await assert.rejects(start({ dataDir, throwaway: true }), /perhaps in another container/)
  await writeFile(file, recorded)
  await unseen.stop()
})

test('where the path is too long for a socket, it is in a closed folder under the temporary one', async t => {
  const dataDir = usedFolder(t, 'a-rather-long-name-for-a-folder'.repeat(3))
  const killed = await startProcess(t, [dataDir, 'throwaway'])
  const folder = new URL(killed.connectionString.replace('@/', '@host/')).searchParams.get('host') ?? ''
  assert.equal(dirname(folder), tmpdir())
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
  await killed.end('SIGKILL')

  const next = await start({ dataDir, throwaway: true })
  assert.equal(next.connectionString, killed.connectionString)
  process.kill(next.pid, 'SIGKILL')
  await until(() => !isServerOf(join(dataDir, 'postgres'), next.pid))
  const last = await start({ dataDir, throwaway: true })
  assert.equal(last.connectionString, killed.connectionString)
  await last.stop()
  await assert.rejects(stat(folder), { code: 'ENOENT' })
})

test('a Confer that ends without stopping its server still leaves none running', async t => {
  const dataDir = usedFolder(t)
  const confer = await startProcess(t, [dataDir, 'throwaway'])
  const cluster = await realpath(join(dataDir, 'postgres'))
  assert.ok(isServerOf(cluster, confer.pid))
  await confer.end('end of input')
  await until(() => !isServerOf(cluster, confer.pid))
})

test('records of another major version, or of a server that cannot start, are refused with the reason', async t => {
  const dataDir = usedFolder(t)
  await (await start({ dataDir, throwaway: true })).stop()
  const version = join(dataDir, 'postgres', 'PG_VERSION')
  await writeFile(version, '17\n')
  await assert.rejects(
    start({ dataDir, throwaway: true }),
    /written by PostgreSQL 17; this Confer brings PostgreSQL 18/,
  )
  await writeFile(version, '18\n')

  await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = on\n')
  await assert.rejects(
    start({ dataDir, throwaway: true }),
    /did not start: .*postgresql\.conf.* contains errors/,
  )
})

test(
  'as root, what the system user cannot reach is kept where it can, and stays there',
  rootOnly,
  async t => {
    const closed = newFolder(t)
    await mkdir(closed, { mode: 0o700 })
    const dataDir = join(closed, 'records')
    const said: string[] = []
    const first = await start({ dataDir, throwaway: true, log: line => said.push(line) })
    const kept = await readlink(join(dataDir, 'postgres'))
    assert.equal(dirname(dirname(kept)), systemFolder)
    assert.ok(said.some(line => line.includes(dataDir) && line.includes(dirname(kept))))
    await ask(first.connectionString, 'create table kept as select 1 as n')
    await ask(first.connectionString, 'checkpoint')
    await first.stop()

    await chmod(closed, 0o755)
    const second = await start({ dataDir, throwaway: true })
    assert.deepEqual(await ask(second.connectionString, 'select n from kept'), [{ n: 1 }])
    await second.stop()

    await rm(dirname(kept), { recursive: true })
    await assert.rejects(start({ dataDir, throwaway: true }), /which is no longer there/)
  },
)

test('an ordinary user runs the server itself, and other ordinary users are refused', rootOnly, async t => {
  const parent = newFolder(t)
  await mkdir(parent)
  await chmod(parent, 0o777)
  const dataDir = join(parent, 'records')
  const nobody = await startProcess(t, [dataDir, 'throwaway'], 65534)
  assert.deepEqual(await ask(nobody.connectionString, 'select 1 as n'), [{ n: 1 }])
  assert.equal((await stat(join(dataDir, 'postgres'))).uid, 65534)
  assert.equal((await lstat(dataDir)).mode & 0o777, 0o700)
  await nobody.end('SIGKILL')

  // Root, too, takes it over as the user that owns it.
  const next = await start({ dataDir, throwaway: true })
  assert.equal(next.pid, nobody.pid)
  await next.stop()

  const system = usedFolder(t)
  const refused = await spawnProcess(t, [system, 'throwaway'], 65534).said('refused')
  assert.match(refused ?? '', /belong to another user/)
})

test('a user id that has no name is told what to do', rootOnly, async t => {
  const parent = newFolder(t)
  await mkdir(parent)
  await chmod(parent, 0o777)
  const refused = await spawnProcess(t, [join(parent, 'records')], 54_321).said('refused')
  assert.match(refused ?? '', /user id 54321 has none here.*\/etc\/passwd.*DATABASE_URL/)
})

function start(options: Omit<EmbeddedPostgresOptions, 'log'> & { log?: EmbeddedPostgresOptions['log'] }) {
  return startEmbeddedPostgres({ log: () => {}, ...options })
}

/** A folder with a cluster in it, owned as it was made. */
function usedFolder(t: TestContext, name = ''): string {
  const folder = join(newFolder(t), name)
  mkdirSync(folder, { recursive: true })
  const copied = spawnSync('cp', ['-a', join(made, 'postgres'), folder])
  assert.equal(copied.status, 0)
  return folder
}

/** The path of a folder that is not there yet, and will not be after the test, nor any server on it. */
function newFolder(t: TestContext): string {
  const folder = join(tmpdir(), `confer-test-${randomUUID().slice(0, 8)}`)
  t.after(async () => {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    for (const name of names.filter(path => path === 'postgres' || path.endsWith('/postgres'))) {
      const cluster = await realpath(join(folder, name)).catch(() => null)
      if (cluster === null) continue
      const left = findRunningServer(cluster)
      if (left !== null) await stopServer(cluster, left.pid, 'SIGQUIT', () => {})
      if (cluster.startsWith(systemFolder)) await rm(dirname(cluster), { recursive: true, force: true })
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  return folder
}

/** A Confer in a process of its own; as root it may run under another user's id. */
function spawnProcess(t: TestContext, args: readonly string[], uid?: number) {
  const script = fileURLToPath(new URL('confer-process.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const ended = once(child, 'exit')
  t.after(() => child.kill('SIGKILL'))
  const lines: Record<string, unknown>[] = []
  createInterface(child.stdout).on('line', line => lines.push(JSON.parse(line)))
  return {
    /** Waits for a line that has this key. */
    async said(key: string): Promise<string | undefined> {
      await until(() => child.exitCode !== null || lines.some(line => key in line))
      await sleep(1)
      const found = lines.find(line => key in line)?.[key]
      return found === undefined ? undefined : String(found)
    },
    async end(how: 'SIGKILL' | 'end of input'): Promise<void> {
      if (how === 'SIGKILL') child.kill(how)
      else child.stdin.end()
      await ended
    },
  }
}

async function startProcess(t: TestContext, args: readonly string[], uid?: number) {
  const confer = spawnProcess(t, args, uid)
  const connectionString = await confer.said('connectionString')
  if (connectionString === undefined) assert.fail(`did not start: ${await confer.said('refused')}`)
  return { ...confer, connectionString, pid: Number(await confer.said('pid')) }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client(connectionString)
  client.on('error', () => {})
  await client.connect()
  return client
}

async function ask(connectionString: string, query: string): Promise<Record<string, unknown>[]> {
  const client = await connect(connectionString)
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const giveUp = Date.now() + 10_000; !(await condition()); await sleep(5))
    assert.ok(Date.now() < giveUp, 'waited 10 s')
}
