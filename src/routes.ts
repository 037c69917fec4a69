import { accountRoutes } from './accounts/routes.ts'
import { createAccountPath, signInPath } from './accounts/paths.ts'
import type { Model } from './anonymisation/names/model.ts'
import { cpdRoutes } from './cpd/routes.ts'
import type { CpdScripts } from './cpd/settings.ts'
import { guidancePath } from './guidance/paths.ts'
import { guidanceRoutes } from './guidance/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import type { RecordGoesTo } from './platform/config.ts'
import type { Queue } from './platform/jobs/queue.ts'
import type { Route } from './platform/web/route.ts'
import type { RulePacks } from './schemes/rule-pack.ts'
import { todaysForm } from './cpd/todays-form.ts'
import { setAsidePath } from './set-aside/paths.ts'
import { setAsideRoutes } from './set-aside/routes.ts'
import { supervisionRoutes } from './supervision/routes.ts'
import { findAnySetAside } from './set-aside/set-aside-store.ts'
import { linksFromPiece } from './supervision/sharing/links-from-piece.ts'
import type { SupervisionSettings } from './supervision/settings.ts'
import { whichIsItPath } from './which-is-it/paths.ts'
import { whichIsItRoutes } from './which-is-it/routes.ts'

interface RouteSettings {
  readonly packs: RulePacks
  readonly queue: Queue
  readonly recordGoesTo: RecordGoesTo
  readonly contact: string | null
  readonly offlineDays: number
  readonly scripts: CpdScripts
  readonly model: Model
  readonly baseUrl: string
  readonly commitReading: SupervisionSettings['commitReading']
  readonly backupDays: number | null
}

/** Every address of the product. */
export async function listRoutes({
  packs,
  queue,
  recordGoesTo,
  contact,
  offlineDays,
  scripts,
  model,
  baseUrl,
  commitReading,
  backupDays,
}: RouteSettings): Promise<Route[]> {
  const welcome = {
    createAccount: createAccountPath.url({}),
    signIn: signInPath.url({}),
    whichIsIt: whichIsItPath.url({}),
    guidance: guidancePath.url({}),
  }
  // Of the newest pack, whatever day it is: how a number is called is no rule of one year.
  const newest = packs.at(-1)
  if (newest === undefined) throw new Error('There is no rule pack')
  const { scheme, registrationNumber, registrationYear } = newest
  const { timeZone } = registrationYear
  return [
    ...cpdRoutes({
      packs,
      queue,
      recordGoesTo,
      welcome,
      linksFromPiece: (visit, pieceId) => linksFromPiece(timeZone, visit, pieceId),
      setAsideFor: async ({ db, actor }) =>
        (await findAnySetAside(db, actor.personId)) ? setAsidePath.url({}) : null,
      scripts,
      model,
    }),
    ...accountRoutes({ queue, scheme, registrationNumber, timeZone, offlineDays }),
    ...setAsideRoutes({ timeZone, pieceQuestions: now => todaysForm(packs, now).pack.questions }),
    ...organisationRoutes({ timeZone, queue }),
    ...supervisionRoutes({
      timeZone,
      packs,
      queue,
      model,
      checkScriptUrl: scripts.formCheck,
      baseUrl,
      backupDays,
      commitReading,
    }),
    ...whichIsItRoutes({ packs }),
    ...(await guidanceRoutes({ packs, recordGoesTo, contact })),
  ]
}
