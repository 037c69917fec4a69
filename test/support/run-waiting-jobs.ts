import { PgBoss } from 'pg-boss'
import type { JobHandler } from '../../src/platform/jobs/queue.ts'

/** Does the work that waits, as a worker would, until nothing is left; a job that fails fails the test. */
export async function runWaitingJobs(
  connectionString: string,
  handlers: readonly JobHandler[],
  clock: () => Date,
): Promise<void> {
  const boss = new PgBoss({ connectionString, migrate: false, supervise: false, schedule: false, max: 2 })
  boss.on('error', error => {
    throw error
  })
  await boss.start()
  try {
    let ran = true
    while (ran) {
      ran = false
      for (const handler of handlers) {
        const jobs = await boss.fetch<Record<string, string | number | null>>(handler.name, { batchSize: 50 })
        for (const job of jobs) {
          ran = true
          await handler.run(job.data, clock())
          await boss.complete(handler.name, job.id)
        }
      }
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
