import { spawnSync } from 'node:child_process'
import { chown, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { onServer } from './databases.ts'

/** A disk for the pieces, which can run full. */
export interface SmallDisk {
  readonly isReal: boolean
  fill(): Promise<void>
  clear(): Promise<void>
  /** After the database is gone. */
  close(): Promise<void>
}

const sizeInMegabytes = 24

/**
 * Where we may mount one, a small file system that PostgreSQL keeps the pieces and their versions on; elsewhere
 * PostgreSQL itself raises, for those tables, what it raises when a disk is full.
 */
export async function moveToSmallDisk(server: string, connectionString: string): Promise<SmallDisk> {
  const folder = await mountFor(await ownerOf(connectionString))
  if (folder === null) return pretendDisk(connectionString)
  const tablespace = `confer_small_${randomBytes(4).toString('hex')}`
  await onServer(server, `create tablespace ${tablespace} location '${join(folder, 'tables')}'`)
  await onServer(
    connectionString,
    `alter table piece set tablespace ${tablespace}; alter table revision set tablespace ${tablespace}`,
  )
  const filler = join(folder, 'filler')
  return {
    isReal: true,
    fill: () => writeUntilFull(filler),
    clear: () => rm(filler),
    async close() {
      await onServer(server, `drop tablespace ${tablespace}`)
      await unmount(folder)
    },
  }
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Whom the database's files belong to; `null` where they are not on this machine or not for us to see. */
async function ownerOf(connectionString: string): Promise<Owner | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    const { uid, gid } = await stat(rows[0]?.data_directory ?? '')
    return { uid, gid }
  } catch {
    return null
  } finally {
    await client.end()
  }
}

async function mountFor(owner: Owner | null): Promise<string | null> {
  if (owner === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'confer-small-disk-'))
  const options = `size=${sizeInMegabytes}m,uid=${owner.uid},gid=${owner.gid},mode=0700`
  if (!runs('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])) {
    await rm(folder, { recursive: true, force: true })
    return null
  }
  const tables = join(folder, 'tables')
  await mkdir(tables, { mode: 0o700 })
  await chown(tables, owner.uid, owner.gid)
  return folder
}

async function unmount(folder: string): Promise<void> {
  runs('umount', [folder])
  await rm(folder, { recursive: true, force: true })
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

async function writeUntilFull(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    // Ever smaller pieces, down to the last page.
    for (let size = 1_048_576; size >= 1_024; size /= 4) {
      const zeros = Buffer.alloc(size)
      while ((await writeAll(file, zeros)) === size);
    }
  } finally {
    await file.close()
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<number> {
  try {
    return (await file.write(bytes)).bytesWritten
  } catch {
    return 0
  }
}

function pretendDisk(connectionString: string): SmallDisk {
  const tables = ['piece', 'revision']
  return {
    isReal: false,
    fill: () =>
      onServer(
        connectionString,
        `create function no_room() returns trigger language plpgsql as
           $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$;
         ${tables
           .map(
             table =>
               `create trigger no_room before insert or update on ${table} for each row execute function no_room();`,
           )
           .join(' ')}`,
      ),
    clear: () => onServer(connectionString, 'drop function no_room cascade'),
    close: () => Promise.resolve(),
  }
}
