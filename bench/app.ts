import { makeApp, type App } from '../src/app.ts'
import { readConfig } from '../src/platform/config.ts'
import { connect, type Database } from '../src/platform/db/connect.ts'
import { makeMailer } from '../src/platform/mail/mailer.ts'

interface BenchApp {
  readonly connectionString: string
  /** Where mail is written. */
  readonly scratch: string
  readonly works: boolean
  readonly logRequests: boolean
}

export async function makeBenchApp({
  connectionString,
  scratch,
  works,
  logRequests,
}: BenchApp): Promise<{ readonly app: App; readonly database: Database }> {
  const config = readConfig({ BASE_URL: 'http://127.0.0.1', DATA_DIR: scratch })
  if (!config.ok) throw new Error(config.refusal)
  const log = (line: string) => console.log(line)
  const database = connect(connectionString, log)
  const mailer = makeMailer({ ...config.value, log })
  const clock = () => new Date()
  const app = await makeApp({
    config: config.value,
    database,
    connectionString,
    clock,
    mailer,
    works,
    logRequests,
    log,
  })
  return { app, database }
}
