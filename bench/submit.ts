import { checkPath } from '../src/cpd/paths.ts'
import { formTokenField } from '../src/platform/web/form-body.ts'
import { makeFormToken } from '../src/platform/web/form-token.ts'
import { postHere } from './app.ts'
import { addDrafts, clearQueue, countSubmitted, type PreparedPiece } from './drafts.ts'
import { median, print, quantile } from './figures.ts'
import { postRequest, putUnderLoad, wanting, type Measured } from './load.ts'
import { findPgbench, pgbench, writeScript } from './pgbench.ts'
import { startServer } from './start-server.ts'
import { makeWatchedApp } from './watched-app.ts'

const clients = 16
const mostRounds = 4
/** On a busy machine there are fewer rounds: it all ends within a minute. */
const noRoundAfterMs = 35_000
const warmUp = 40 * clients
const each = 64 * clients

/**
 * How many submissions a second get through the product, from a form's bytes to the durable commit, beside what
 * `pgbench` manages with the same statements, server and number of clients. The product is as `npm start` runs it: the
 * same process mails the receipts meanwhile.
 */
export async function benchSubmit(): Promise<void> {
  findPgbench()
  const { database, app, takeStatements, close } = await makeWatchedApp()
  const { connectionString } = database
  const { people, pieces } = await addDrafts(connectionString, app.packs, {
    count: 2 + warmUp + mostRounds * 2 * each,
    piecesEach: 12,
  })
  let used = 0
  const take = (count: number) => pieces.slice(used, (used += count))

  const [first, sample] = take(2)
  if (!first || !sample) throw new Error('There is no piece to submit')
  // The queue looks up its settings once, and keeps them: that is no part of a submission.
  await postHere(app, submissionOf(first), 303)
  takeStatements()
  await postHere(app, submissionOf(sample), 303)
  const statements = takeStatements()
  print('submit.statements', statements.length, 'statements')
  const script = await writeScript(database.scratch, 'submit', { statements, sample, people })
  await close()

  const server = await startServer(database, { ownCore: false })
  await submitAll(server.ports.product, take(warmUp))
  const product: Measured[] = []
  const transactions: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < mostRounds && (round === 0 || performance.now() < noRoundAfterMs); round++) {
    const run = await submitAll(server.ports.product, take(each))
    server.pause()
    await clearQueue(connectionString)
    const [first] = take(each)
    const perSecond = await pgbench({
      connectionString,
      scripts: [script],
      clients,
      first: first?.number ?? 0,
      each: each / clients,
    })
    await clearQueue(connectionString)
    server.goOn()
    product.push(run)
    transactions.push(perSecond)
    ratios.push(run.perSecond / perSecond)
  }
  const kept = await countSubmitted(connectionString)
  if (kept.submissions !== used || kept.events !== used)
    throw new Error(`${used} submissions were acknowledged, and kept were ${JSON.stringify(kept)}`)

  const latencies = product.flatMap(run => run.latencies)
  print('submit.rps', median(product.map(run => run.perSecond)), 'submissions/s')
  print('submit.pgbench_tps', median(transactions), 'transactions/s')
  print('submit.ratio', median(ratios), 'of pgbench')
  print('submit.p50_ms', quantile(latencies, 0.5), 'ms')
  print('submit.p99_ms', quantile(latencies, 0.99), 'ms')
}

/** What a browser posts when "submit" is pressed on the page that shows the answers. */
function submissionOf({ pieceId, sessionToken }: PreparedPiece) {
  return {
    url: checkPath.url({ pieceId }),
    headers: { cookie: `confer_session=${sessionToken}`, 'sec-fetch-site': 'same-origin' },
    form: new URLSearchParams({ [formTokenField]: makeFormToken(sessionToken), version: '1' }),
  }
}

function submitAll(port: number, pieces: readonly PreparedPiece[]): Promise<Measured> {
  const requests = pieces.map(piece => {
    const { url, headers, form } = submissionOf(piece)
    return wanting(303, postRequest(url, headers, form))
  })
  return putUnderLoad({ port, connections: clients, next: () => requests.pop() ?? null })
}
