import { execFile, spawnSync } from 'node:child_process'

/** The account of this machine that the server runs under. `isOurs` is false only when we are root. */
export type ServerAccount = { uid: number; gid: number; isOurs: boolean }

const systemUser = 'confer'

export const weAreRoot = (): boolean => process.geteuid?.() === 0

export function ourAccount(): ServerAccount {
  return { uid: process.geteuid?.() ?? -1, gid: process.getegid?.() ?? -1, isOurs: true }
}

/** PostgreSQL refuses to run as root, so as root it gets a system user of its own. */
export function systemAccount(log: (line: string) => void): ServerAccount {
  if (idOfSystemUser('-u') === null) {
    makeSystemUser()
    log(
      `Confer was started as root, which PostgreSQL refuses: made the system user "${systemUser}" to run it.`,
    )
  }
  const uid = idOfSystemUser('-u')
  const gid = idOfSystemUser('-g')
  if (uid === null || gid === null) throw new Error(cannotMakeUser('the new user could not be found'))
  return { uid, gid, isOurs: false }
}

function idOfSystemUser(which: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [which, systemUser], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : null
}

function makeSystemUser(): void {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', systemUser]],
    ['adduser', ['--system', '--group', '--no-create-home', systemUser]],
  ]
  let reason = 'neither useradd nor adduser is here'
  for (const [program, args] of commands) {
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
    if (status === 0) return
    if (stderr) reason = stderr.trim()
  }
  throw new Error(cannotMakeUser(reason))
}

const cannotMakeUser = (reason: string): string =>
  `PostgreSQL refuses to run as root, and a system user "${systemUser}" could not be made (${reason}). ` +
  'Start Confer as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.'

/** What `spawn` needs to start a process of the server: its user, a place it can stand, and no stray PG… settings. */
export function spawnAs(account: ServerAccount) {
  return {
    ...(account.isOurs ? {} : { uid: account.uid, gid: account.gid }),
    // The folder we were started in may be closed to the server's user.
    cwd: '/',
    // PGDATA, PGPORT or a foreign locale in the environment must not change what is made or served.
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  }
}

/** Runs a short command to its end under that account. */
export function runAs(
  account: ServerAccount,
  program: string,
  args: readonly string[],
): Promise<{ ok: boolean; output: string }> {
  return new Promise(resolve => {
    execFile(program, args, spawnAs(account), (error, stdout, stderr) => {
      const output = (stderr || stdout).trim()
      resolve({ ok: error === null, output: output || (error?.message ?? '') })
    })
  })
}

/** Asked of the system, not worked out from modes, because access lists and containers have a say too. */
export async function canEnter(account: ServerAccount, folder: string): Promise<boolean> {
  return (await runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).ok
}
