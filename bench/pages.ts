import { signInPath } from '../src/accounts/paths.ts'
import type { App } from '../src/app.ts'
import { editPath, homePath, overviewPath } from '../src/cpd/paths.ts'
import { median, print, quantile } from './figures.ts'
import { forSeconds, getRequest, putUnderLoad, wanting, type Measured } from './load.ts'
import { makePerson, recordTwelvePieces } from './people.ts'
import { startServer } from './start-server.ts'
import { makeWatchedApp } from './watched-app.ts'

const connections = 12
const rounds = 3
const secondsEach = 1.4
/** V8 compiles what runs often: so long does it take until a page is as fast as it gets, nearly. */
const secondsToWarmUp = 2.5
const encodings = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** What the pages that are asked for most cost, beside the least that the same server could answer. */
export async function benchPages(): Promise<void> {
  const { database, app, pools, takeStatements, close } = await makeWatchedApp()
  const person = await makePerson(pools, app.packs, 'bench@example.org')
  const pieceId = await recordTwelvePieces(pools, app, person.personId)
  const headers = { ...encodings, cookie: `confer_session=${person.sessionToken}` }
  const pages = [
    { name: 'home', url: homePath.url({}) },
    { name: 'overview', url: overviewPath.url({}) },
    { name: 'edit', url: editPath.url({ pieceId }) },
  ]
  for (const { name, url } of pages) {
    takeStatements()
    const { statusCode, rawPayload } = await app.server.inject({ method: 'GET', url, headers })
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
    print(`pages.${name}.statements`, takeStatements().length, 'statements')
    print(`pages.${name}.bytes`, rawPayload.length, 'bytes')
  }
  const firstVisits = [await bytesOfVisit(app, homePath.url({})), await bytesOfVisit(app, signInPath.url({}))]
  print('pages.first_visit.bytes', Math.max(...firstVisits), 'bytes')
  await close()

  const { ports } = await startServer(database, { ownCore: true })
  const bare = () => measure(ports.bare, getRequest('/', encodings))
  const measured = pages.map(page => ({ ...page, runs: new Array<Measured>(), ratios: new Array<number>() }))
  const bareRuns: Measured[] = []
  await bare()
  for (const { url } of measured) await measure(ports.product, getRequest(url, headers), secondsToWarmUp)
  for (let round = 0; round < rounds; round++) {
    for (const { url, runs, ratios } of measured) {
      const before = await bare()
      const run = await measure(ports.product, getRequest(url, headers))
      runs.push(run)
      bareRuns.push(before)
      ratios.push(run.perSecond / before.perSecond)
    }
  }
  print('pages.bare.rps', median(bareRuns.map(run => run.perSecond)), 'requests/s')
  for (const { name, runs, ratios } of measured) {
    const latencies = runs.flatMap(run => run.latencies)
    print(`pages.${name}.ratio`, median(ratios), 'of bare')
    print(`pages.${name}.rps`, median(runs.map(run => run.perSecond)), 'requests/s')
    print(`pages.${name}.p50_ms`, quantile(latencies, 0.5), 'ms')
    print(`pages.${name}.p99_ms`, quantile(latencies, 0.99), 'ms')
  }
}

function measure(port: number, request: Buffer, seconds = secondsEach): Promise<Measured> {
  const exchange = wanting(200, request)
  return putUnderLoad({ port, connections, next: forSeconds(seconds, () => exchange) })
}

/** A page and all it needs, as a browser that was never here fetches it. */
async function bytesOfVisit(app: App, url: string): Promise<number> {
  const fetched = async (address: string) => {
    const { rawPayload } = await app.server.inject({ method: 'GET', url: address, headers: encodings })
    return rawPayload.length
  }
  const { body } = await app.server.inject({ method: 'GET', url })
  const links = [...body.matchAll(/<(?:script|link|img)\b[^>]*\b(?:src|href)="([^"]+)"/g)]
  const addresses = new Set([url, ...links.map(([, address = '']) => address)])
  const sizes = await Promise.all([...addresses].map(fetched))
  return sizes.reduce((sum, size) => sum + size, 0)
}
