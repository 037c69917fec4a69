import { rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded/start-embedded-postgres.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { startQueue } from '../../src/platform/jobs/queue.ts'
import { databaseUrl, onServer } from './databases.ts'

export interface TestServer {
  /** Any database of the server; suites clone theirs from `template`. */
  readonly url: string
  readonly template: string
  stop(): Promise<void>
}

/**
 * The PostgreSQL that the tests use: the one that `TEST_DATABASE_URL` names, or a server of their own from the same
 * binaries as the product's, in a folder that is thrown away.
 */
export async function startTestServer(scratch: string): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL']
  const own = given === undefined ? await startOwn(scratch) : null
  const url = given ?? own?.url ?? ''
  const template = `confer_template_${randomBytes(4).toString('hex')}`
  await onServer(url, `create database ${template}`)
  await prepareTemplate(databaseUrl(url, template))
  return {
    url,
    template,
    async stop() {
      await onServer(url, `drop database ${template} with (force)`)
      await own?.stop()
    },
  }
}

async function startOwn(scratch: string) {
  const server = await startEmbeddedPostgres({
    dataDir: scratch,
    log: line => console.log(line),
    throwaway: true,
  })
  return {
    url: server.connectionString,
    async stop() {
      await server.stop()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

async function prepareTemplate(connectionString: string): Promise<void> {
  const quiet = () => undefined
  await migrate(connectionString, quiet)
  const queue = await startQueue({
    connectionString,
    handlers: [],
    works: false,
    clock: () => new Date(),
    log: quiet,
  })
  await queue.stop()
}
