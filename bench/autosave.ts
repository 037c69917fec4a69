import type { App } from '../src/app.ts'
import { postHere } from './app.ts'
import type { BenchDatabase } from './database.ts'
import { addDrafts, onDatabase, type PreparedPiece } from './drafts.ts'
import { EditedPieces, openForm, saveOf, typeOn } from './edited-pieces.ts'
import { median, print, quantile } from './figures.ts'
import { benchGrowth } from './hour-of-writing.ts'
import { forSeconds, putUnderLoad, putUnderLoadAt } from './load.ts'
import { findPgbench, pgbench, writeScript } from './pgbench.ts'
import { startServer } from './start-server.ts'
import type { Statement } from './statements.ts'
import { makeWatchedApp } from './watched-app.ts'
import { randomness } from './writing.ts'

const edited = 5000
const perSecond = 350
const seconds = 40
/** Each piece is saved so often meanwhile, which is how often one in ten minutes makes a revision of the one before. */
const savesEach = (perSecond * seconds) / edited
const savesARevision = (10 * 60 * perSecond) / edited

const clients = 16
const rounds = 3
const secondsEach = 5
const secondsToWarmUp = 4
/** For each of `pgbench`'s clients and rounds: each of its pieces is saved once. */
const each = 160

/**
 * What it takes to save as people write: what it leaves in the database, how long a save takes while 5,000 pieces are
 * being edited, and how many a second get through beside what `pgbench` manages with the same statements.
 */
export async function benchAutosave(): Promise<void> {
  findPgbench()
  const { database, app, pools, takeStatements, close } = await makeWatchedApp()
  const { connectionString } = database
  await benchGrowth(connectionString, pools, app.packs)

  const count = edited + 2 + rounds * clients * each
  const { people, pieces } = await addDrafts(connectionString, app.packs, { count, piecesEach: 1 })
  const scripts = await recordSaves(database, app, takeStatements, { people, samples: pieces.slice(edited) })
  await close()

  const oneIn = (share: number) =>
    pieces.slice(0, edited).filter(({ number }) => number % Math.round(share) === 0)
  const open = new EditedPieces(pieces.slice(0, edited).map(piece => openForm(app.packs, piece)))
  const server = await startServer(database, { ownCore: false })
  const { product: port } = server.ports
  const saveFor = (duration: number) => {
    const next = forSeconds(duration, () => open.next())
    return putUnderLoad({ port, connections: clients, next })
  }
  await saveFor(secondsToWarmUp)

  await makeRevisionsDue(connectionString, oneIn(savesARevision / savesEach))
  const before = { saved: open.saved, position: await logPosition(connectionString) }
  const times = arrivals(perSecond * seconds, seconds * 1000)
  const { latencies } = await putUnderLoadAt(times, { port, connections: 64, next: () => open.next() })
  const written = (await logPosition(connectionString)) - before.position
  print('autosave.p50_ms', quantile(latencies, 0.5), 'ms')
  print('autosave.p99_ms', quantile(latencies, 0.99), 'ms')
  print('autosave.bytes_written_per_save', written / (open.saved - before.saved), 'bytes')

  const product: number[] = []
  const transactions: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    await makeRevisionsDue(connectionString, oneIn(savesARevision))
    const run = await saveFor(secondsEach)
    server.pause()
    const first = edited + 2 + round * clients * each
    const tps = await pgbench({ connectionString, scripts, clients, first, each })
    server.goOn()
    product.push(run.perSecond)
    transactions.push(tps)
    ratios.push(run.perSecond / tps)
  }
  print('autosave.sustainable_per_s', median(product), 'saves/s')
  print('autosave.pgbench_per_s', median(transactions), 'transactions/s')
  print('autosave.ratio', median(ratios), 'of pgbench')
  print('autosave.errors', open.errors + (await open.countLost(connectionString)), 'errors')
}

/** The statements of a save, and of one that keeps a revision, as scripts that come as often as each does. */
async function recordSaves(
  { connectionString, scratch }: BenchDatabase,
  app: App,
  takeStatements: () => readonly Statement[],
  { people, samples }: { readonly people: number; readonly samples: readonly PreparedPiece[] },
) {
  const record = async (name: string, sample: PreparedPiece | undefined) => {
    if (!sample) throw new Error('There is no piece to save')
    const shown = openForm(app.packs, sample)
    const { url, headers } = saveOf(shown)
    const form = await app.server.inject({ method: 'GET', url, headers: { cookie: headers.cookie } })
    // We send what the form that browsers are given would.
    if (!form.body.includes(`"${shown.seen}"`)) throw new Error('The form has other marks of its answers')
    takeStatements()
    await postHere(app, saveOf(typeOn(shown)), 200)
    const statements = takeStatements()
    print(`autosave.${name}.statements`, statements.length, 'statements')
    return writeScript(scratch, name, { statements, sample, people })
  }
  const save = await record('save', samples[0])
  await makeRevisionsDue(connectionString, samples.slice(1, 2))
  const saveWithRevision = await record('revision', samples[1])
  return [
    { ...save, weight: savesARevision - 1 },
    { ...saveWithRevision, weight: 1 },
  ]
}

/** These were saved ten minutes before: the next save of each keeps what it replaces. */
async function makeRevisionsDue(connectionString: string, pieces: readonly PreparedPiece[]): Promise<void> {
  await onDatabase(
    connectionString,
    "update piece set changed_at = now() - interval '10 minutes' where piece_id = any($1)",
    [pieces.map(({ pieceId }) => pieceId)],
  )
}

async function logPosition(connectionString: string): Promise<number> {
  const [row] = await onDatabase(connectionString, `select pg_current_wal_lsn() - '0/0' as position`)
  return Number(row?.['position'])
}

/** So many moments at random, as people come, and the same in every run. */
function arrivals(count: number, milliseconds: number): number[] {
  const chance = randomness(1)
  return Array.from({ length: count }, () => chance() * milliseconds).toSorted((a, b) => a - b)
}
