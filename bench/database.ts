import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../src/platform/db/embedded/start-embedded-postgres.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { databaseUrl, onServer } from '../test/support/databases.ts'
import { beforeEnd } from './ending.ts'

export interface BenchDatabase {
  readonly connectionString: string
  /** The server's main process, where it is one of ours. */
  readonly serverPid: number | null
  /** An empty folder that is removed at the end. */
  readonly scratch: string
}

/**
 * A migrated database of its own on a durable PostgreSQL: the server that `BENCH_DATABASE_URL` names, or the product's
 * own in a folder that is removed at the end.
 */
export async function makeBenchDatabase(): Promise<BenchDatabase> {
  // Not by `mkdtemp`, whose folders only their owner can enter: started by root, PostgreSQL runs as another user.
  const scratch = join(tmpdir(), `confer-bench-${randomBytes(6).toString('hex')}`)
  await mkdir(scratch, { mode: 0o711 })
  beforeEnd(() => rm(scratch, { recursive: true, force: true }))
  const given = process.env['BENCH_DATABASE_URL']
  const own = given === undefined ? await startOwn(join(scratch, 'data')) : null
  const server = given ?? own?.connectionString ?? ''
  const name = `confer_bench_${randomBytes(4).toString('hex')}`
  await onServer(server, `create database ${name}`)
  beforeEnd(() => onServer(server, `drop database ${name} with (force)`))
  const connectionString = databaseUrl(server, name)
  await migrate(connectionString, () => undefined)
  return { connectionString, serverPid: own?.pid ?? null, scratch }
}

async function startOwn(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: line => console.error(line) })
  beforeEnd(() => server.stop())
  return server
}
