import { fileURLToPath } from 'node:url'
import { identify, keepAlive } from './accounts/actions/identify.ts'
import { accountJobs } from './accounts/jobs.ts'
import { signInUrl } from './accounts/paths.ts'
import { formToSignIn } from './accounts/screens/sign-in-screen.ts'
import type { Model } from './anonymisation/names/model.ts'
import { readModel } from './anonymisation/read-model.ts'
import { purgeHandler } from './cpd/actions/purge-deleted-drafts.ts'
import { receiptHandler } from './cpd/actions/mail-receipt.ts'
import { checkWorkedExample } from './cpd/worked-examples.ts'
import { makeFrame } from './frame.ts'
import { carriesInvitation } from './organisations/invitation.ts'
import { organisationJobs } from './organisations/jobs.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/db/connect.ts'
import { startQueue, type JobHandler, type Queue } from './platform/jobs/queue.ts'
import type { Mailer } from './platform/mail/mailer.ts'
import { buildAssets } from './platform/web/assets.ts'
import type { Route } from './platform/web/route.ts'
import type { SetAside } from './platform/web/server-parts.ts'
import { makeServer } from './platform/web/server.ts'
import { reminderJobs } from './reminders/jobs.ts'
import { listRoutes } from './routes.ts'
import { loadRulePacks } from './schemes/load-rule-packs.ts'
import type { RulePacks } from './schemes/rule-pack.ts'
import { discardForm } from './set-aside/actions/discard-form.ts'
import { keepForm } from './set-aside/actions/keep-form.ts'
import { setAsideJobs } from './set-aside/jobs.ts'
import { setAsidePath } from './set-aside/paths.ts'
import { commitReading } from './supervision/actions/commit-reading.ts'
import { supervisionJobs } from './supervision/jobs.ts'

/** The whole product over one database: what `main.ts` starts and what the tests talk to. */
export interface App {
  readonly server: ReturnType<typeof makeServer>
  readonly routes: readonly Route[]
  readonly packs: RulePacks
  readonly model: Model
  readonly queue: Queue
  readonly jobHandlers: readonly JobHandler[]
  close(): Promise<void>
}

export interface AppParts {
  readonly config: Config
  readonly database: Database
  readonly connectionString: string
  readonly clock: () => Date
  readonly mailer: Mailer
  /** Whether this process also does the queued work. */
  readonly works: boolean
  readonly logRequests: boolean
  readonly log: (line: string) => void
}

const setAside: SetAside = {
  url: setAsidePath.url({}),
  keep: async (db, form, now) => (carriesInvitation(form) ? null : keepForm(db, form, now)),
  forget: async (db, personId, formId) => void (await discardForm(db, personId, formId)),
}

const schemeFolder = fileURLToPath(new URL('../schemes/social-work-england', import.meta.url))

export async function makeApp(parts: AppParts): Promise<App> {
  const { config, database, connectionString, clock, mailer, works, log } = parts
  const { baseUrl, recordGoesTo } = config
  const packs = loadRulePacks(schemeFolder, checkWorkedExample)
  // The queue starts last, so that whatever goes wrong before leaves nothing running. Routes and jobs ask it for more
  // jobs; one that runs before the queue has said that it is ready waits for that.
  const started = Promise.withResolvers<Queue>()
  const queue: Queue = {
    enqueue: async (db, job) => (await started.promise).enqueue(db, job),
    stop: async () => (await started.promise).stop(),
  }
  const jobHandlers = [
    ...accountJobs({ database, mailer, baseUrl }),
    receiptHandler({ database, mailer, baseUrl, packs, recordGoesTo }),
    purgeHandler(database),
    ...setAsideJobs(database),
    ...supervisionJobs({
      database,
      enqueue: queue.enqueue,
      mailer,
      baseUrl,
      timeZone: timeZoneOf(packs),
      log,
    }),
    ...organisationJobs({ database, mailer, baseUrl }),
    ...reminderJobs({ database, enqueue: queue.enqueue, mailer, baseUrl, packs, recordGoesTo }),
  ]
  const [assets, model] = await Promise.all([buildAssets(), readModel()])
  const routes = await listRoutes({
    packs,
    queue,
    recordGoesTo,
    contact: config.contact,
    scripts: assets.pageScripts,
    model,
    offlineDays: config.offlineDays,
    backupDays: config.backupDays,
    baseUrl,
    commitReading: reading => commitReading(database.write, reading),
  })
  const server = makeServer({
    database,
    routes,
    assets,
    baseUrl,
    clock,
    identify,
    keepAlive,
    frame: makeFrame(assets, config),
    signInUrl,
    signInForm: (around, next) => formToSignIn(around, { email: '', next }),
    setAside,
    logRequests: parts.logRequests,
    trustedProxy: config.trustedProxy,
  })
  started.resolve(await startQueue({ connectionString, handlers: jobHandlers, works, clock, log }))
  return {
    server,
    routes,
    packs,
    model,
    queue,
    jobHandlers,
    async close() {
      await server.close()
      await queue.stop()
    },
  }
}

/** The practitioners' clock: of the newest pack, whatever day it is. */
function timeZoneOf(packs: RulePacks): string {
  const newest = packs.at(-1)
  if (newest === undefined) throw new Error('There is no rule pack')
  return newest.registrationYear.timeZone
}
