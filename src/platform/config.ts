import { isIP } from 'node:net'
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
  /** Proxies whose word on the client's address is taken: addresses, ranges or `loopback`, comma-separated. */
  readonly trustedProxy: string | null
  /** For how many days after signing in a device may keep what its owner writes; 0 is never. */
  readonly offlineDays: number
  /** After how many days whoever runs this Confer throws backups away; null where they have not said. */
  readonly backupDays: number | null
}

export type RecordGoesTo = 'nobody' | 'regulator'

const portNumber = z.coerce.number().int().min(0).max(65535)
const numberOfDays = z.coerce.number().int().min(0).max(365)
const daysOfBackups = z.coerce.number().int().min(1).max(36_500)
const webAddress = z.url({ protocol: /^https?$/ })

/** The environment as checked configuration, or one line that names the wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  const given = (name: string) => env[name]?.trim() || undefined
  const port = portNumber.safeParse(given('PORT') ?? 3000)
  if (!port.success) return refuse(`PORT must be a whole number from 0 to 65535, not “${given('PORT')}”.`)
  if (port.data === 0 && given('BASE_URL') === undefined) {
    return refuse('PORT must not be 0, which is any port, unless BASE_URL says the address people use.')
  }
  const host = given('HOST') ?? '127.0.0.1'
  if (/[\s/]/.test(host)) return refuse(`HOST must be a host name or an address, not “${host}”.`)
  const baseUrl = given('BASE_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port.data}`
  if (!isWebOrigin(baseUrl)) {
    return refuse(`BASE_URL must be an address such as https://cpd.example.org, not “${baseUrl}”.`)
  }
  // The values of these two may hold a password: the message names the variable and not what it was set to.
  const databaseUrl = given('DATABASE_URL') ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    return refuse('DATABASE_URL must start with postgres:// or postgresql://.')
  }
  if (databaseUrl !== null && !isDatabaseAddress(databaseUrl)) {
    return refuse('DATABASE_URL must be an address such as postgres://user:password@host:5432/database.')
  }
  const smtpUrl = given('SMTP_URL') ?? null
  if (smtpUrl !== null && !(URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol))) {
    return refuse('SMTP_URL must start with smtp:// or smtps://.')
  }
  const recordGoesTo = given('RECORD_GOES_TO') ?? 'nobody'
  if (recordGoesTo !== 'nobody' && recordGoesTo !== 'regulator') {
    return refuse(`RECORD_GOES_TO must be “nobody” or “regulator”, not “${recordGoesTo}”.`)
  }
  const trustedProxy = given('TRUSTED_PROXY') ?? null
  if (trustedProxy !== null && !trustedProxy.split(',').every(isProxyRange)) {
    return refuse(
      `TRUSTED_PROXY must be addresses or ranges such as 10.0.0.7,192.168.0.0/16 or “loopback”, not “${trustedProxy}”.`,
    )
  }
  const offlineDays = numberOfDays.safeParse(given('OFFLINE_DAYS') ?? 30)
  if (!offlineDays.success) {
    return refuse(`OFFLINE_DAYS must be a whole number from 0 to 365, not “${given('OFFLINE_DAYS')}”.`)
  }
  const backupDays = given('BACKUP_DAYS') === undefined ? null : daysOfBackups.safeParse(given('BACKUP_DAYS'))
  if (backupDays !== null && !backupDays.success) {
    return refuse(`BACKUP_DAYS must be a whole number from 1 to 36500, not “${given('BACKUP_DAYS')}”.`)
  }
  return ok({
    host,
    port: port.data,
    dataDir: resolve(given('DATA_DIR') ?? 'data'),
    baseUrl: new URL(baseUrl).origin,
    databaseUrl,
    smtpUrl,
    recordGoesTo,
    contact: given('CONTACT') ?? null,
    trustedProxy,
    offlineDays: offlineDays.data,
    backupDays: backupDays?.data ?? null,
  })
}

/** Nothing but scheme, host and port: paths are put straight after it. */
function isWebOrigin(text: string): boolean {
  if (!webAddress.safeParse(text).success) return false
  const { href, origin } = new URL(text)
  return href === `${origin}/`
}

/** As `pg` reads it: a server on a Unix socket has a user and no host, which a URL proper does not. */
function isDatabaseAddress(text: string): boolean {
  return URL.canParse(text.replace('@/', '@localhost/'))
}

/** What the web server takes: a word, an address, or a range as an address and how many of its bits count. */
function isProxyRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.trim().split('/')
  if (address === 'loopback') return bits === undefined
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
