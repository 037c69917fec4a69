import { fromKysely, PgBoss, type SendOptions } from 'pg-boss'
import type { Db } from '../db/connect.ts'

/** Work to be done after the transaction that asks for it. Ids and numbers only: a job's payload outlives the job. */
export interface Job {
  readonly name: string
  readonly payload: Readonly<Record<string, string | number | null>>
}

export interface Queue {
  /** Adds the job in the caller's transaction: it exists if and only if the change that caused it does. */
  enqueue(db: Db, job: Job): Promise<void>
  stop(): Promise<void>
}

/** What a worker does with a job of a name. Throwing means: try again later. */
export interface JobHandler {
  readonly name: string
  /** A cron expression in Europe/London for work that comes by itself. */
  readonly schedule?: string
  run(payload: Job['payload'], now: Date): Promise<void>
}

interface QueueParts {
  readonly connectionString: string
  readonly handlers: readonly JobHandler[]
  /** Whether this process also does the work, or only asks for it. */
  readonly works: boolean
  readonly clock: () => Date
  readonly log: (line: string) => void
}

// Eight tries over about an hour, then the job stays as failed where an operator finds it.
const retries: SendOptions = { retryLimit: 8, retryDelay: 15, retryBackoff: true, retryDelayMax: 900 }

// While there are four jobs to fetch, the next four are fetched at once. With one at a time the queue would not do so,
// but sleep for half a minute between two jobs of a backlog that nobody announces any more.
const workOptions = {
  batchSize: 4,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  // Each of the four succeeds or fails by itself.
  perJobResults: true,
} as const

export async function startQueue({
  connectionString,
  handlers,
  works,
  clock,
  log,
}: QueueParts): Promise<Queue> {
  const boss = new PgBoss({
    connectionString,
    max: 4,
    supervise: works,
    schedule: works,
    // What is new is announced, so that a mail goes out at once and not at the next look.
    useListenNotify: works,
  })
  boss.on('error', error => log(`job queue: ${error.message}`))
  try {
    await boss.start()
    for (const handler of handlers) {
      await boss.createQueue(handler.name, { ...retries, notify: true })
      if (works) await workOn(boss, handler, clock)
    }
  } catch (error) {
    // Its timers and connections would keep the process from ending.
    await boss.stop({ graceful: false })
    throw error
  }
  return {
    async enqueue(db, { name, payload }) {
      await boss.send(name, payload, { db: fromKysely(db) })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function workOn(boss: PgBoss, handler: JobHandler, clock: () => Date): Promise<void> {
  await boss.work<Job['payload'], unknown, typeof workOptions>(handler.name, workOptions, async jobs => {
    const outcomes = await Promise.allSettled(jobs.map(job => handler.run(job.data ?? {}, clock())))
    return jobs.map(({ id }, i) => {
      const outcome = outcomes[i]
      return outcome?.status === 'rejected'
        ? { id, status: 'failed', output: outcome.reason }
        : { id, status: 'completed' }
    })
  })
  if (handler.schedule !== undefined) {
    await boss.schedule(handler.name, handler.schedule, {}, { tz: 'Europe/London' })
  }
}
