/*
 * A Confer in a process of its own, for tests to kill: `node confer-process.fixture.ts <folder> [throwaway]`. It prints
 * a line of JSON for everything it has to say, and goes on until its input ends.
 */
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

const [, , dataDir = '', mode] = process.argv
const say = (line: Record<string, unknown>): void => console.log(JSON.stringify(line))

try {
  const { connectionString, pid } = await startEmbeddedPostgres({
    dataDir,
    log: line => say({ log: line }),
    throwaway: mode === 'throwaway',
  })
  say({ connectionString, pid })
  process.stdin.resume().once('end', () => process.exit(0))
} catch (error) {
  say({ refused: error instanceof Error ? error.message : String(error) })
}
