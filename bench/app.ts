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

/** A form as a browser posts it, answered in this process. */
export async function postHere(
  { server }: App,
  { url, headers, form }: FormPost,
  wanted: number,
): Promise<void> {
  const { statusCode, body } = await server.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  })
  if (statusCode !== wanted) throw new Error(`${url} answered ${statusCode}: ${body.slice(0, 300)}`)
}

interface FormPost {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly form: URLSearchParams
}
