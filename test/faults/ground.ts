import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { createPerson } from '../../src/accounts/actions/create-person.ts'
import { startSession } from '../../src/accounts/actions/start-session.ts'
import { saveDraftOfPiece } from '../../src/cpd/actions/save-draft.ts'
import { emptyAnswers, type Answers } from '../../src/cpd/answers.ts'
import { todaysForm } from '../../src/cpd/todays-form.ts'
import { checkWorkedExample } from '../../src/cpd/worked-examples.ts'
import { connect, type Database } from '../../src/platform/db/connect.ts'
import { loadRulePacks } from '../../src/schemes/load-rule-packs.ts'
import { startChromium, type Chromium, type WindowOptions } from '../support/chromium.ts'
import { makeConferProcess, type ConferProcess } from '../support/confer-process.ts'
import { layFaultyLine, type FaultyLine } from '../support/faulty-line.ts'
import { day } from '../support/given.ts'
import { cloneTemplate, startWorld, type World } from '../support/world.ts'

/** A Confer, a browser, and a line between the two that can fail. */
export interface Ground {
  readonly database: Database
  readonly chromium: Chromium
  /** Between the browser and the server. */
  readonly line: FaultyLine
  /** What the browser calls Confer. */
  readonly address: string
  person(): Promise<Person>
  /** A draft of theirs; returns its id. */
  draft(person: Person, answers?: Partial<Answers>): Promise<string>
  /** A window in which that person is signed in. */
  window(person: Person, options?: WindowOptions): Promise<Page>
  close(): Promise<void>
}

export interface Person {
  readonly personId: string
  readonly email: string
  readonly password: string
  readonly cookies: ReadonlyMap<string, string>
}

/** With a server in this process, and a clock that can be moved. */
export interface WorldGround extends Ground {
  readonly world: World
}

/** With a server that is a process of its own, which can be killed, and a line to its database. */
export interface ServerGround extends Ground {
  readonly confer: ConferProcess
  readonly databaseLine: FaultyLine
  readonly connectionString: string
}

export async function raiseWorldGround(): Promise<WorldGround> {
  return raise(async ends => {
    const world = await startWorld()
    ends.push(() => world.close())
    const port = Number(new URL(await world.listen()).port)
    const parts = await startBrowserBehindLine({ host: '127.0.0.1', port }, ends)
    return { world, ...withPeople(parts, world.database, world.clock.now) }
  })
}

export async function raiseServerGround(): Promise<ServerGround> {
  return raise(async ends => {
    const { connectionString, drop } = await cloneTemplate()
    ends.push(drop)
    const database = connect(connectionString, () => undefined)
    ends.push(() => database.close())
    const { target, through } = databaseBehind(connectionString)
    const databaseLine = await layFaultyLine(() => target)
    ends.push(() => databaseLine.close())
    const server = { host: '127.0.0.1', port: 0 }
    const parts = await startBrowserBehindLine(server, ends)
    const confer = await makeConferProcess({
      databaseUrl: through(databaseLine.port),
      baseUrl: parts.address,
    })
    ends.push(() => confer.close())
    server.port = confer.port
    await confer.start()
    return { confer, databaseLine, connectionString, ...withPeople(parts, database, () => new Date()) }
  })
}

type Ends = (() => Promise<unknown>)[]

/** What `build` started, to be ended in the opposite order; also where it fails half-way. */
async function raise<G extends object>(
  build: (ends: Ends) => Promise<G>,
): Promise<G & { close(): Promise<void> }> {
  const ends: Ends = []
  const close = async () => {
    const failures: unknown[] = []
    // One that fails must not keep the others alive.
    for (const end of ends.toReversed()) await end().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw new AggregateError(failures, 'not all of it could be ended')
  }
  try {
    return { ...(await build(ends)), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Parts = Pick<Ground, 'chromium' | 'line' | 'address'>

async function startBrowserBehindLine(
  server: { readonly host: string; readonly port: number },
  ends: Ends,
): Promise<Parts> {
  const line = await layFaultyLine(() => server)
  ends.push(() => line.close())
  const address = `http://127.0.0.1:${line.port}`
  const chromium = await startChromium(address)
  ends.push(() => chromium.close())
  return { chromium, line, address }
}

const schemeFolder = fileURLToPath(new URL('../../schemes/social-work-england', import.meta.url))
const packs = loadRulePacks(schemeFolder, checkWorkedExample)

let people = 0

function withPeople(parts: Parts, database: Database, now: () => Date): Omit<Ground, 'close'> {
  return {
    ...parts,
    database,
    async person() {
      people += 1
      const email = `in-trouble-${people}@example.org`
      const password = 'teapot gravel lanternfish'
      const personId = await createPerson(
        database.write,
        {
          email,
          password,
          scheme: 'social-work-england',
          registrationNumber: `SW${500_000 + people}`,
          registration: {
            periods: [{ from: day('2015-09-01'), to: null, kind: 'joined' }],
            voluntaryRemovalAppliedOn: null,
          },
        },
        now(),
      )
      return { personId, email, password, cookies: await signInElsewhere(database, personId, now()) }
    },
    async draft({ personId }, answers = {}) {
      const pieceId = randomUUID()
      const { pack } = todaysForm(packs, now())
      const saved = await saveDraftOfPiece(database.write, {
        personId,
        pieceId,
        pack,
        shown: { version: 0, marks: null },
        answer: () => ({ ...emptyAnswers(), texts: { title: 'In trouble', learning: '' }, ...answers }),
        now: now(),
      })
      assert.ok(saved.ok)
      return pieceId
    },
    async window(person, options = {}) {
      return parts.chromium.open({ ...options, cookies: person.cookies })
    },
  }
}

/** The cookies of another browser in which that person has signed in. */
export async function signInElsewhere(
  database: Database,
  personId: string,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const caller = { address: '192.0.2.1', device: null, userAgent: '' }
  const { session, device } = await startSession(database.write, personId, caller, now)
  return new Map([
    ['confer_session', session],
    ['confer_device', device],
  ])
}

/** Where a database is, and what it is called by whoever comes through a line. */
function databaseBehind(connectionString: string) {
  const asUrl = new URL(connectionString.replace('@/', '@localhost/'))
  const socketFolder = asUrl.searchParams.get('host')
  const port = Number(asUrl.searchParams.get('port') ?? (asUrl.port || 5432))
  const who = asUrl.password === '' ? asUrl.username : `${asUrl.username}:${asUrl.password}`
  return {
    target: socketFolder?.startsWith('/')
      ? { path: `${socketFolder}/.s.PGSQL.${port}` }
      : { host: socketFolder ?? asUrl.hostname, port },
    through: (linePort: number) =>
      `postgresql://${who}@127.0.0.1:${linePort}${asUrl.pathname}?sslmode=disable`,
  }
}
