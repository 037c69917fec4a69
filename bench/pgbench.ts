import { execFile, spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hashToken } from '../src/platform/web/token.ts'
import { firstNumber, idStart, type PreparedPiece } from './drafts.ts'
import type { Statement } from './statements.ts'

/** A transaction for `pgbench`, with what to say on its command line. */
export interface Script {
  readonly file: string
  readonly options: readonly string[]
  readonly isPrepared: boolean
}

const run = promisify(execFile)

/** `pgbench` from the path, or where Debian's packages put it. */
export function findPgbench(): string {
  const [newest] = globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().toReversed()
  for (const command of ['pgbench', ...(newest === undefined ? [] : [newest])]) {
    if (spawnSync(command, ['--version']).status === 0) return command
  }
  throw new Error(
    'This benchmark needs pgbench, which Debian has in its package postgresql: apt-get install postgresql',
  )
}

interface Recorded {
  readonly statements: readonly Statement[]
  /** The piece they were about. */
  readonly sample: PreparedPiece
  readonly people: number
}

/**
 * The statements of one request about the sample, as a script that does the same for one prepared piece after the
 * other: each value stays a parameter as it is with the product, and the sample's ids become those of the piece whose
 * turn it is. The name is a word that no other script of the run has.
 */
export async function writeScript(
  folder: string,
  name: string,
  { statements, sample, people }: Recorded,
): Promise<Script> {
  const constants: string[] = []
  const constant = (text: string) => `:${name}_${constants.push(text) - 1}`
  const lines = statements.map(({ text, values }) => {
    const filled = text.replace(/\$(\d+)/g, (_, number: string) =>
      asExpression(values[Number(number) - 1], sample, constant),
    )
    // A script's statement stands on one line, where a comment would take in the rest of it.
    return `${filled.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim()};`
  })
  const file = join(folder, `${name}.sql`)
  await writeFile(
    file,
    [
      '\\set i :i + 1',
      '\\set number :first + :client_id * :each + :i',
      `\\set piece ${firstNumber} + :number`,
      `\\set person ${firstNumber} + :number % ${people}`,
      ...lines,
      '',
    ].join('\n'),
  )
  return {
    file,
    options: constants.flatMap((text, i) => ['-D', `${name}_${i}=${text}`]),
    isPrepared: statements.some(({ isNamed }) => isNamed),
  }
}

interface PgbenchRun {
  readonly connectionString: string
  /** Those with a weight come as often as it says, at random; without one a script counts once. */
  readonly scripts: readonly (Script & { readonly weight?: number })[]
  readonly clients: number
  /** The number of the first piece, and how many each client takes. */
  readonly first: number
  readonly each: number
}

/** Transactions a second, connecting not counted. */
export async function pgbench({
  connectionString,
  scripts,
  clients,
  first,
  each,
}: PgbenchRun): Promise<number> {
  const shape = ['-c', String(clients), '-j', '2', '-t', String(each)]
  const variables = ['-D', 'i=-1', '-D', `first=${first}`, '-D', `each=${each}`]
  const files = scripts.flatMap(({ file, weight = 1 }) => ['-f', `${file}@${weight}`])
  const { stdout } = await run(findPgbench(), [
    '--no-vacuum',
    ...shape,
    '-M',
    scripts.some(({ isPrepared }) => isPrepared) ? 'prepared' : 'extended',
    ...files,
    ...variables,
    ...scripts.flatMap(({ options }) => options),
    connectionString,
  ])
  const processed = Number(/actually processed: (\d+)/.exec(stdout)?.[1])
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
  if (processed !== clients * each || !(perSecond > 0))
    throw new Error(`pgbench did not do them all:\n${stdout}`)
  return perSecond
}

function asExpression(value: unknown, sample: PreparedPiece, constant: (text: string) => string): string {
  if (value === null || value === undefined) return 'null'
  const ids = new Map([
    [sample.personId, `'${idStart.person}' || :person`],
    [sample.pieceId, `'${idStart.piece}' || :piece`],
    [hashToken(sample.sessionToken), `'${idStart.session}' || :person`],
  ])
  const parts = asText(value).split(new RegExp(`(${[...ids.keys()].join('|')})`))
  const expressions = parts.filter(part => part !== '').map(part => ids.get(part) ?? constant(part))
  const [first = constant('')] = expressions
  if (expressions.length === 1 && !first.includes('||')) return first
  const isId = value === sample.personId || value === sample.pieceId
  return `(${expressions.join(' || ')})${isId ? '::uuid' : ''}`
}

/** As `pg` puts it on the wire. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (Array.isArray(value)) return `{${value.map(asText).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
