import { resolve } from 'node:path'
import { z } from 'zod'
import { ok, refuse, type Result } from './result.ts'

/** What the environment sets. Everything has a default, so that one command starts the product. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Absolute path of the folder that holds the embedded database and the outbox. */
  readonly dataDir: string
  /** The address people use, without a slash at the end; links in mail start with it. */
  readonly baseUrl: string
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | null
  /** Without it each message is written as a file below `dataDir`. */
  readonly smtpUrl: string | null
  /** Who receives the record: nobody unless the regulator itself runs Confer. */
  readonly recordGoesTo: RecordGoesTo
  /** Whom to ask about this service, shown on the accessibility and privacy pages. */
  readonly contact: string | null
  /** Addresses of proxies whose word on the client's address is taken, comma-separated. */
  readonly trustedProxy: string | null
}

export type RecordGoesTo = 'nobody' | 'regulator'

const portNumber = z.coerce.number().int().min(0).max(65535)
const webAddress = z.url({ protocol: /^https?$/ })

/** The environment as checked configuration, or one line that names the wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  const given = (name: string) => env[name]?.trim() || undefined
  const port = portNumber.safeParse(given('PORT') ?? 3000)
  if (!port.success) return refuse(`PORT must be a whole number from 0 to 65535, not “${given('PORT')}”.`)
  const host = given('HOST') ?? '127.0.0.1'
  if (/[\s/]/.test(host)) return refuse(`HOST must be a host name or an address, not “${host}”.`)
  const baseUrl = given('BASE_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port.data}`
  if (!webAddress.safeParse(baseUrl).success || new URL(baseUrl).pathname !== '/') {
    return refuse(`BASE_URL must be an address such as https://cpd.example.org, not “${baseUrl}”.`)
  }
  // The values of these two may hold a password: the message names the variable and not what it was set to.
  const databaseUrl = given('DATABASE_URL') ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    return refuse('DATABASE_URL must start with postgres:// or postgresql://.')
  }
  const smtpUrl = given('SMTP_URL') ?? null
  if (smtpUrl !== null && !(URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol))) {
    return refuse('SMTP_URL must start with smtp:// or smtps://.')
  }
  const recordGoesTo = given('RECORD_GOES_TO') ?? 'nobody'
  if (recordGoesTo !== 'nobody' && recordGoesTo !== 'regulator') {
    return refuse(`RECORD_GOES_TO must be “nobody” or “regulator”, not “${recordGoesTo}”.`)
  }
  return ok({
    host,
    port: port.data,
    dataDir: resolve(given('DATA_DIR') ?? 'data'),
    baseUrl: baseUrl.replace(/\/$/, ''),
    databaseUrl,
    smtpUrl,
    recordGoesTo,
    contact: given('CONTACT') ?? null,
    trustedProxy: given('TRUSTED_PROXY') ?? null,
  })
}
