import pg from 'pg'

/** A fingerprint of everything that is stored: each table with a hash of its rows. */
export type Contents = Readonly<Record<string, string>>

/** Of every table of ours and of the jobs that wait. Two that are equal say that nothing was written in between. */
export async function databaseContents(connectionString: string): Promise<Contents> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname = 'public' or (schemaname = 'pgboss' and tablename = 'job_common') order by 1`,
    )
    const contents: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ hash: string | null }>(
        `select count(*) || ' rows ' || md5(string_agg(t::text, '|' order by t::text)) as hash from ${name} t`,
      )
      contents[name] = rows[0]?.hash ?? 'no rows'
    }
    return contents
  } finally {
    await client.end()
  }
}
