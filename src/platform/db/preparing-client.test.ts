import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { startWorld, type World } from '../../../test/support/world.ts'
import type { Db } from './connect.ts'
import { sendWithNext } from './preparing-client.ts'

let world: World
let write: Db

before(async () => {
  world = await startWorld()
  write = world.database.write
  await sql`create table counter (id integer primary key, count integer not null check (count < 10))`.execute(
    write,
  )
})

after(() => world.close())

beforeEach(async () => {
  await sql`truncate counter`.execute(write)
  await sql`insert into counter values (1, 0)`.execute(write)
})

const setTo = (db: Db, count: number) =>
  sendWithNext(db, sql`update counter set count = ${count} where id = ${1}`.compile(db))

async function countIn(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`select count from counter where id = ${1}`.execute(db)
  return rows[0]?.count
}

/** By a connection of its own, which would wait for whoever has changed the row. */
const isUntouched = () =>
  write.transaction().execute(async db => {
    await sql`select from counter where id = ${1} for update nowait`.execute(db)
    return true
  })

test('what goes with the next statement is not sent before, and is there for it', async () => {
  await write.transaction().execute(async db => {
    assert.equal(await countIn(db), 0)
    await setTo(db, 1)
    assert.equal(await isUntouched(), true)
    assert.equal(await countIn(db), 1)
    await assert.rejects(isUntouched, { code: '55P03' })
  })
  assert.equal(await countIn(write), 1)
})

test('several go with the commit, in their order', async () => {
  await write.transaction().execute(async db => {
    await setTo(db, 1)
    await setTo(db, 2)
  })
  assert.equal(await countIn(write), 2)
})

test('the commit that it goes with fails by its error, and nothing is kept', async () => {
  const fails = write.transaction().execute(async db => {
    await sql`update counter set count = ${5} where id = ${1}`.execute(db)
    await setTo(db, 10)
  })
  await assert.rejects(fails, { code: '23514' })
  assert.equal(await countIn(write), 0)
})

test('the statement that it goes with fails by its error, and nothing is kept', async () => {
  const fails = write.transaction().execute(async db => {
    await setTo(db, 10)
    return countIn(db)
  })
  await assert.rejects(fails, { code: '23514' })
  assert.equal(await countIn(write), 0)
})

test('whoever rolls back before has sent nothing, and the connection takes nothing of it along', async () => {
  for (let each = 0; each < 12; each++) {
    const givenUp = write.transaction().execute(async db => {
      await setTo(db, 10)
      throw new Error('given up')
    })
    await assert.rejects(givenUp, { message: 'given up' })
  }
  await write.transaction().execute(countIn)
  assert.equal(await countIn(write), 0)
})

test('outside a transaction it is sent at once', async () => {
  await setTo(write, 3)
  assert.equal(await countIn(write), 3)
})
