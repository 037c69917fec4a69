import type { CompiledQuery, Kysely, PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/**
 * For a statement that has nothing to tell: in a transaction it goes together with the next one, at the latest the
 * commit, and nothing waits for it by itself. Where it fails, the one that it goes with fails by its error; where the
 * transaction is rolled back before, it is never sent.
 */
export async function sendWithNext<T>(db: Kysely<T>, statement: CompiledQuery): Promise<void> {
  if (db.isTransaction) goesWithNext.add(statement.parameters)
  await db.executeQuery(statement)
}

/** Of a statement only its text and this very list get through Kysely to the client. */
const goesWithNext = new WeakSet<readonly unknown[]>()

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

const noResult = { command: 'SELECT', rowCount: 0, rows: [] } as const

/** A connection with every statement prepared once, and some sent together. */
export class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  /** What goes with the next statement, as `begin` always does. */
  #held: Statement[] = []

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Cursors are not used here')
    if (text === 'begin' || goesWithNext.has(values)) {
      this.#held.push({ text, values })
      return Promise.resolve(noResult)
    }
    if (this.#held.length === 0) return this.#send({ text, values })
    const held = text === 'rollback' ? this.#held.filter(one => one.text === 'begin') : this.#held
    this.#held = []
    return this.#sendTogether([...held, { text, values }])
  }

  /** In one write, with the result of the last. The first to fail fails them all, and so does a connection that ends. */
  async #sendTogether(statements: readonly Statement[]): Promise<unknown> {
    const { stream } = this.#client.connection
    stream.cork()
    const sent = statements.map(statement => this.#send(statement))
    stream.uncork()
    return (await Promise.all(sent)).at(-1)
  }

  #send({ text, values }: Statement): Promise<unknown> {
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
