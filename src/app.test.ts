import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startWorld } from '../test/support/world.ts'
import { makeApp } from './app.ts'

test('where the product cannot be put together, nothing of it is left running', async () => {
  const world = await startWorld()
  try {
    const { config, connectionString, database, clock } = world
    const connections = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*) from pg_stat_activity where datname = current_database()`.execute(database.read)
      return rows[0]?.count
    }
    const before = await connections()
    const parts = {
      database,
      connectionString,
      clock: clock.now,
      mailer: { send: async () => assert.fail() },
      works: true,
      logRequests: false,
      log: () => undefined,
    }
    // What `readConfig` would not have let through, and a database that the queue cannot reach.
    await assert.rejects(makeApp({ ...parts, config: { ...config, trustedProxy: 'foo' } }), /foo/)
    await assert.rejects(
      makeApp({ ...parts, config, connectionString: 'postgres://127.0.0.1:1/nowhere' }),
      /ECONNREFUSED/,
    )
    assert.equal(await connections(), before)
  } finally {
    await world.close()
  }
})
