import { mkdir } from 'node:fs/promises'
import { makeApp } from './app.ts'
import type { Config } from './platform/config.ts'
import { connect } from './platform/db/connect.ts'
import { reachDatabase } from './platform/db/reach-database.ts'
import { startEmbeddedPostgres } from './platform/db/embedded/start-embedded-postgres.ts'
import { migrate } from './platform/db/migrate.ts'
import { makeMailer } from './platform/mail/mailer.ts'

interface ServeOptions {
  /** Fill an empty database with invented people, and print links to sign in as each. */
  readonly demo: boolean
}

/** Database, migrations, server and worker, in this order; stops them in the opposite one. Rejects with one line. */
export async function serve(config: Config, { demo }: ServeOptions): Promise<void> {
  const log = (line: string) => console.log(line)
  // Before anything else: it may go while we start.
  const parent = process.ppid
  await mkdir(config.dataDir, { recursive: true })
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log, onExit: databaseLost })
      : null
  if (config.databaseUrl !== null) await reachDatabase(config.databaseUrl)
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? ''
  const started: { stop(): Promise<unknown> }[] = embedded === null ? [] : [embedded]
  const stop = async (): Promise<void> => {
    // The server first, so that requests under way are answered while the database is still there.
    for (const part of started.toReversed()) await part.stop()
  }
  try {
    await migrate(connectionString, log)
    const database = connect(connectionString, log)
    started.push({ stop: () => database.close() })
    const mailer = makeMailer({ ...config, log, printLinks: demo })
    const app = await makeApp({
      config,
      database,
      connectionString,
      clock: () => new Date(),
      mailer,
      works: true,
      logRequests: true,
      log,
    })
    started.push({ stop: () => app.close() })
    // The web server would print an address of its own beside ours.
    app.server.log.level = 'warn'
    await app.server.listen({ host: config.host, port: config.port })
    app.server.log.level = 'info'
    // After listening: where the port is taken, the database stays empty for the next try.
    if (demo) {
      const { fillWithDemo } = await import('./demo/fill-with-demo.ts')
      await fillWithDemo({ app, database, baseUrl: config.baseUrl, now: new Date(), log })
    }
    log(`Confer is ready: ${config.baseUrl}`)
  } catch (error) {
    await stop()
    throw error
  }
  let stopping: Promise<void> | null = null
  const stopOnce = () => {
    stopping ??= stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stopOnce)
  process.on('SIGINT', stopOnce)
  if (process.env['npm_lifecycle_event'] === 'start') onParentGone(parent, stopOnce)
}

/**
 * npm passes SIGTERM to the shell between it and us, which ends without passing it on: our parent is then another. (On
 * Windows a process keeps the number of a parent that has ended; there nothing is seen, and nothing changes.)
 */
function onParentGone(parent: number, act: () => void): void {
  setInterval(() => {
    if (process.ppid !== parent) act()
  }, 1000).unref()
}

/** Nothing can be acknowledged without the database: better to end, and be started again, than to pretend. */
function databaseLost(reason: string): void {
  console.error(`The database is gone: ${reason}`)
  process.exit(1)
}
