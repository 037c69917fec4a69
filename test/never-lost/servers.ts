import pg from 'pg'
import { makeApp, type App } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { connect, type Database } from '../../src/platform/db/connect.ts'
import { cloneTemplate } from '../support/world.ts'

/** When a request's process is killed: while its transaction waits, or once it has committed. */
export type Moment = 'before-commit' | 'after-commit'

interface Asked {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string
}

export interface Answered {
  readonly statusCode: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly maxAge?: number }[]
}

/**
 * Two processes of Confer on one database, as far as one process can be two: each with connections of its own. Once the one
 * that answers is killed the other answers; what the first had in memory is of no use to it.
 */
export class Servers {
  readonly database: Database
  now = new Date('2026-11-18T14:00:00Z')
  readonly #running: readonly { readonly name: string; readonly app: App; readonly database: Database }[]
  readonly #observer: pg.Client
  readonly #drop: () => Promise<void>
  #turn = 0

  constructor(
    running: readonly { readonly name: string; readonly app: App; readonly database: Database }[],
    database: Database,
    observer: pg.Client,
    drop: () => Promise<void>,
  ) {
    this.#running = running
    this.database = database
    this.#observer = observer
    this.#drop = drop
  }

  get app(): App {
    const one = this.#running[this.#turn % this.#running.length]
    if (!one) throw new Error('Nothing runs')
    return one.app
  }

  ask(asked: Asked): Promise<Answered> {
    return this.app.server.inject(asked)
  }

  /** Sends a request to a process that is killed over it. Nobody hears what came of it. */
  async askAndKill(asked: Asked, moment: Moment): Promise<void> {
    const victim = this.#running[this.#turn % this.#running.length]
    if (!victim) return
    if (moment === 'after-commit') {
      await victim.app.server.inject(asked)
    } else {
      // Every change that a form of ours makes waits for one of these.
      await this.#observer.query('begin')
      await this.#observer.query('lock table piece, set_aside_form in exclusive mode')
      const answer = victim.app.server.inject(asked)
      const isAnswered = answer.then(() => true)
      while (!(await Promise.race([isAnswered, this.#waits(victim.name)])))
        await new Promise(resolve => setTimeout(resolve, 1))
      await this.#observer.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
        [victim.name],
      )
      await this.#observer.query('rollback')
      await answer
    }
    this.#turn++
  }

  async #waits(name: string): Promise<boolean> {
    const { rowCount } = await this.#observer.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and application_name = $1 and wait_event_type = 'Lock'`,
      [name],
    )
    return rowCount !== 0
  }

  async close(): Promise<void> {
    for (const { app, database } of this.#running) {
      await app.close()
      await database.close()
    }
    await this.database.close()
    await this.#observer.end()
    await this.#drop()
  }
}

const quiet = () => undefined

export async function startServers(): Promise<Servers> {
  const { connectionString, drop } = await cloneTemplate()
  const config = readConfig({ BASE_URL: 'http://confer.test' })
  if (!config.ok) throw new Error(config.refusal)
  const observer = new pg.Client({ connectionString })
  await observer.connect()
  let now = () => new Date()
  const named = (name: string) =>
    `${connectionString}${connectionString.includes('?') ? '&' : '?'}application_name=${name}`
  const start = async (name: string) => {
    const database = connect(named(name), quiet)
    const app = await makeApp({
      config: config.value,
      database,
      connectionString,
      clock: () => now(),
      mailer: { send: async () => undefined },
      works: false,
      logRequests: false,
      log: quiet,
    })
    return { name, app, database }
  }
  try {
    const running = [await start('confer_a'), await start('confer_b')]
    const servers: Servers = new Servers(running, connect(connectionString, quiet), observer, drop)
    now = () => servers.now
    return servers
  } catch (error) {
    await observer.end()
    await drop()
    throw error
  }
}
