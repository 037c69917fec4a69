import { reckonReports } from '../src/supervision/assurance/actions/reckon-reports.ts'
import { assuranceFilePath, assurancePath, minePath } from '../src/supervision/assurance/paths.ts'
import { dayIn } from '../src/platform/day.ts'
import { print, quantile } from './figures.ts'
import { makeLargeOrganisation } from './large-organisation.ts'
import { forSeconds, getRequest, putUnderLoad, wanting } from './load.ts'
import { makePerson } from './people.ts'
import { startServer } from './start-server.ts'
import { makeWatchedApp } from './watched-app.ts'

const people = 5_000
const teams = 400
const connections = 4
const timeZone = 'Europe/London'
const encodings = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** What it costs to show how supervision goes in a large organisation, and to reckon that in the night. */
export async function benchAssurance(): Promise<void> {
  const { database, app, pools, takeStatements, close } = await makeWatchedApp()
  const administrator = await makePerson(pools, app.packs, 'bench@example.org')
  const now = new Date()
  const organisationId = await makeLargeOrganisation(database.connectionString, {
    people,
    teams,
    administratorId: administrator.personId,
    today: dayIn(timeZone, now),
  })
  const begun = performance.now()
  await reckonReports({ database: pools, timeZone }, organisationId, now)
  print('assurance.night_ms', performance.now() - begun, 'ms')

  const headers = { ...encodings, cookie: `confer_session=${administrator.sessionToken}` }
  const url = assurancePath.url({ organisationId }, { months: '12' })
  const addresses = [
    { name: 'assurance', url },
    { name: 'assurance.file', url: assuranceFilePath.url({ organisationId }, { months: '12' }) },
    { name: 'assurance.mine', url: minePath.url({}, { months: '12' }) },
  ]
  for (const { name, url: address } of addresses) {
    takeStatements()
    const { statusCode, rawPayload } = await app.server.inject({ method: 'GET', url: address, headers })
    if (statusCode !== 200) throw new Error(`${address} answered ${statusCode}`)
    print(`${name}.statements`, takeStatements().length, 'statements')
    print(`${name}.bytes`, rawPayload.length, 'bytes')
  }
  await close()

  const { ports } = await startServer(database, { ownCore: true })
  const exchange = wanting(200, getRequest(url, headers))
  const load = (seconds: number) =>
    putUnderLoad({ port: ports.product, connections, next: forSeconds(seconds, () => exchange) })
  await load(2.5)
  const { latencies } = await load(5)
  print('assurance.p50_ms', quantile(latencies, 0.5), 'ms')
  print('assurance.p99_ms', quantile(latencies, 0.99), 'ms')
}
