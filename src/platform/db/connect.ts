import {
  CamelCasePlugin,
  Kysely,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import pg from 'pg'
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

const begun = { command: 'BEGIN', rowCount: 0, rows: [] }

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  #isToBegin = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Cursors are not used here')
    // `begin` goes with the first statement of its transaction, which then does not wait for it. A connection that
    // fails in between fails both.
    if (text === 'begin') {
      this.#isToBegin = true
      return Promise.resolve(begun)
    }
    if (!this.#isToBegin) return this.#send(text, values)
    this.#isToBegin = false
    const both = [this.#client.query('begin'), this.#send(text, values)] as const
    return Promise.all(both).then(([, result]) => result)
  }

  #send(text: string, values: readonly unknown[]): Promise<unknown> {
    return values.length === 0
      ? this.#client.query(text)
      : this.#client.query({ name: nameOf(text), text, values: [...values] })
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy)
  }
}

const names = new Map<string, string>()
/** Stores have some dozens of statements. A list of any length in one of them must not fill every connection's memory. */
const mostNames = 500

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

function makePool(connectionString: string, options: string, log: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    options: `-c timezone=UTC ${options}`.trim(),
    max: 10,
    // For `begin`, above. Nothing else is sent before what was sent is answered.
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
