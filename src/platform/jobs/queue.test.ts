import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { startWorld } from '../../../test/support/world.ts'
import { startQueue, type Job, type JobHandler } from './queue.ts'

const world = await startWorld()
after(() => world.close())

/** A process's queue, on the world's database. */
function start(handler: JobHandler, works: boolean) {
  const { connectionString, clock } = world
  return startQueue({ connectionString, handlers: [handler], works, clock: clock.now, log: () => undefined })
}

async function until(condition: () => boolean, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !condition() && Date.now() < end;) await wait(50)
}

test('work that waited for a process to start is all done at once', async () => {
  const done: Job['payload'][] = []
  const handler: JobHandler = {
    name: 'test-backlog',
    run: async payload => void done.push(payload),
  }
  const asking = await start(handler, false)
  for (let number = 0; number < 30; number++) {
    await asking.enqueue(world.database.write, { name: handler.name, payload: { number } })
  }
  await asking.stop()

  const working = await start(handler, true)
  await until(() => done.length >= 30, 10)
  await working.stop()
  assert.deepEqual(
    done.map(payload => payload['number']).toSorted((a, b) => Number(a) - Number(b)),
    Array.from({ length: 30 }, (_, number) => number),
  )
})

test('a job that fails does not take those done beside it along', async () => {
  const ran: Job['payload'][] = []
  const handler: JobHandler = {
    name: 'test-failure',
    async run(payload) {
      ran.push(payload)
      if (payload['number'] === 1) throw new Error('not this one')
    },
  }
  const asking = await start(handler, false)
  for (let number = 0; number < 4; number++) {
    await asking.enqueue(world.database.write, { name: handler.name, payload: { number } })
  }
  await asking.stop()

  const working = await start(handler, true)
  await until(() => ran.length >= 4, 10)
  await working.stop()
  const { rows } = await sql<{ state: string }>`
    select state from pgboss.job where name = ${handler.name} order by data ->> 'number'`.execute(
    world.database.read,
  )
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['completed', 'retry', 'completed', 'completed'],
  )
})
