import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import pg from 'pg'

const migrationsDir = fileURLToPath(new URL('../../../migrations', import.meta.url))

// Any number will do, as long as every process that migrates uses the same one.
const migrationLock = 2_019_1202

/**
 * Brings the database up to date: each `.sql` file in `migrations/`, in the order of its name, once, in a transaction.
 * Two processes may start at the same moment; the second waits for the first.
 */
export async function migrate(connectionString: string, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const applied = new Set(rows.map(row => row.name))
    for (const name of await listMigrations()) {
      if (applied.has(name)) continue
      const sql = await readFile(join(migrationsDir, name), 'utf8')
      await client.query('begin')
      await client.query(sql)
      await client.query('insert into migration (name) values ($1)', [name])
      await client.query('commit')
      log(`applied migration ${name}`)
    }
  } finally {
    await client.end()
  }
}

async function listMigrations(): Promise<string[]> {
  const names = await readdir(migrationsDir)
  return names.filter(name => name.endsWith('.sql')).toSorted()
}
