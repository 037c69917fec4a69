import { randomBytes } from 'node:crypto'
import { makeApp, type App } from '../../src/app.ts'
import type { Message } from '../../src/platform/mail/mailer.ts'
import { connect, type Database } from '../../src/platform/db/connect.ts'
import { readConfig, type Config } from '../../src/platform/config.ts'
import { Browser } from './browser.ts'
import { databaseUrl, onServer } from './databases.ts'
import { runWaitingJobs } from './run-waiting-jobs.ts'

/**
 * A whole Confer for one suite: a database of its own cloned from the migrated template, a clock that stands still until
 * it is told to move, and mail that is kept instead of sent. Nothing in it is a stand-in but the clock and the outbox.
 */
export interface World {
  readonly app: App
  readonly config: Config
  readonly database: Database
  readonly connectionString: string
  readonly clock: Clock
  /** Runs the jobs that wait, then gives every message sent since the world began. */
  mails(): Promise<readonly Message[]>
  /** A browser with no cookies that talks to the server in this process, without a port. */
  browse(address?: string): Browser
  /** A real address on loopback, for a real browser. */
  listen(): Promise<string>
  close(): Promise<void>
}

export interface Clock {
  now(): Date
  set(moment: string | Date): void
  advance(milliseconds: number): void
}

/** When no test says otherwise: an afternoon in the middle of the last fortnight. */
const usualMoment = '2026-11-18T14:00:00Z'

export async function startWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const { connectionString, drop } = await cloneTemplate()
  const read = readConfig({ BASE_URL: 'http://confer.test', ...environment })
  if (!read.ok) throw new Error(read.refusal)
  const config = read.value
  const database = connect(connectionString, line => process.stderr.write(`${line}\n`))
  const clock = makeClock()
  const sent: Message[] = []
  const app = await makeApp({
    config,
    database,
    connectionString,
    clock: clock.now,
    mailer: {
      async send(message) {
        sent.push(message)
      },
    },
    works: false,
    logRequests: false,
    log: () => undefined,
  })
  return {
    app,
    config,
    database,
    connectionString,
    clock,
    async mails() {
      await runWaitingJobs(connectionString, app.jobHandlers, clock.now)
      return sent
    },
    browse: address => new Browser(app.server, address),
    listen: () => app.server.listen({ host: '127.0.0.1', port: 0 }),
    async close() {
      await app.close()
      await database.close()
      await drop()
    },
  }
}

function makeClock(): Clock {
  let moment = new Date(usualMoment)
  return {
    now: () => moment,
    set: to => {
      moment = new Date(to)
    },
    advance: milliseconds => {
      moment = new Date(moment.getTime() + milliseconds)
    },
  }
}

export async function cloneTemplate(): Promise<{ connectionString: string; drop: () => Promise<void> }> {
  const server = process.env['CONFER_TEST_SERVER']
  const template = process.env['CONFER_TEST_TEMPLATE']
  if (!server || !template) throw new Error('Run the tests by “npm test”, which starts a database for them.')
  const name = `confer_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template}`)
  return {
    connectionString: databaseUrl(server, name),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  }
}
