import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing-client.ts'
import type { DB } from './schema.ts'

/** Where queries go: a pool or a transaction. Only `store.ts` files build queries on it. */
export type Db = Kysely<DB>

/** Two pools on one database: what reads cannot write, and the database itself sees to it. */
export interface Database {
  /** For requests that change something and for jobs. */
  readonly write: Db
  /** For GET requests: its sessions are read-only. */
  readonly read: Db
  close(): Promise<void>
}

// `pg` returns int8 and count(*) as strings, and a date as a JavaScript Date at local midnight. A count fits a number,
// and a calendar date stays the text it is.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

export function connect(connectionString: string, log: (line: string) => void): Database {
  const write = makePool(connectionString, '', log)
  const read = makePool(connectionString, '-c default_transaction_read_only=on', log)
  return {
    write: queriesOn(write),
    read: queriesOn(read),
    async close() {
      await Promise.all([write.end(), read.end()])
    },
  }
}

/** Columns are `snake_case` in SQL and `camelCase` here; keys inside a JSON value stay as they were stored. */
function queriesOn(pool: pg.Pool): Db {
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }), plugins })
}

/**
 * The pool with every statement prepared once for each connection. To plan one of ours takes PostgreSQL as long as to
 * run it, and `pg` less time to send a name than a text.
 */
function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? new PreparingClient(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function makePool(connectionString: string, options: string, log: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    options: `-c timezone=UTC ${options}`.trim(),
    max: 10,
    // For what goes together with the next statement. Nothing else is sent before what was sent is answered.
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    // A request that waits longer than this for the database is better answered with an honest error.
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  // Without these a connection that dies, idle or in use, is an unhandled event that ends the process.
  pool.on('error', error => log(`database connection lost: ${error.message}`))
  pool.on('connect', client => client.on('error', error => log(`database connection lost: ${error.message}`)))
  return pool
}
