import type { App } from '../src/app.ts'
import type { Database } from '../src/platform/db/connect.ts'
import { makeBenchApp } from './app.ts'
import { makeBenchDatabase, type BenchDatabase } from './database.ts'
import { watchStatements, type Statement } from './statements.ts'

interface WatchedApp {
  readonly database: BenchDatabase
  readonly app: App
  readonly pools: Database
  /** The statements sent since it was asked last. */
  takeStatements(): readonly Statement[]
  close(): Promise<void>
}

/** The product on a database of its own, in this process and without a port, to see what it asks the database. */
export async function makeWatchedApp(): Promise<WatchedApp> {
  const takeStatements = watchStatements()
  const database = await makeBenchDatabase()
  const { app, database: pools } = await makeBenchApp({ ...database, works: false, logRequests: false })
  return {
    database,
    app,
    pools,
    takeStatements,
    async close() {
      await app.close()
      await pools.close()
    },
  }
}
