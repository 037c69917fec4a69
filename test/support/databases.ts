import pg from 'pg'

export function databaseUrl(server: string, name: string): string {
  // Not by `URL`: the address of a server on a Unix socket has a user and no host, which `URL` refuses.
  return server.replace(/^([a-z]+:\/\/[^/]*)(\/[^?]*)?/, `$1/${name}`)
}

export async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
