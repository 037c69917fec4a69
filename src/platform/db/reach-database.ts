import pg from 'pg'

/** Throws one line, which repeats nothing of the value, where `DATABASE_URL` leads to no database that lets us in. */
export async function reachDatabase(databaseUrl: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
    await client.connect()
    await client.end()
  } catch (error) {
    throw new Error(`The database that DATABASE_URL names cannot be reached: ${reasonOf(error)}.`, {
      cause: error,
    })
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address',
  ENOTFOUND: 'its host is not known',
  '28P01': 'the user or the password is not right',
  '3D000': 'the server has no database of that name',
}

/** By its code: the message of a server names the user, that of a look-up the host. Errors without one are `pg`'s own. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : null
  return code === null ? error.message : (reasons[code] ?? code)
}
