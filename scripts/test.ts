import { spawn } from 'node:child_process'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { randomBytes } from 'node:crypto'
import { run as runTests } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../test/support/find-chromium.ts'
import { startTestServer } from '../test/support/test-server.ts'

/**
 * `npm test`: the checks that read the code, then every test on a real PostgreSQL. `npm test -- src/cpd/verdict.test.ts`
 * runs the files named and none of the checks.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const named = process.argv.slice(2)

if (named.length === 0) {
  const code = await check()
  if (code !== 0) process.exit(code)
}

const scratch = join(tmpdir(), `confer-test-${randomBytes(4).toString('hex')}`)
const server = await startTestServer(scratch)
try {
  Object.assign(process.env, {
    CONFER_TEST_SERVER: server.url,
    CONFER_TEST_TEMPLATE: server.template,
    // Each file of tests is a process that reads the same hundreds of modules.
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/confer-test'),
    CHROMIUM: await findChromium(),
  })
  const patterns = named.length > 0 ? named : ['src/**/*.test.ts', 'test/**/*.test.ts']
  const failed = await listFailed({ globPatterns: patterns, concurrency: availableParallelism() })
  process.exitCode = failed.length === 0 || (await passAlone(failed)) ? 0 : 1
} finally {
  await server.stop()
}

/** The files of which a test failed. */
async function listFailed(
  options: Pick<NonNullable<Parameters<typeof runTests>[0]>, 'files' | 'globPatterns' | 'concurrency'>,
): Promise<string[]> {
  const failed = new Set<string>()
  const tests = runTests({ ...options, cwd: root })
  tests.on('test:fail', ({ file, name }) => failed.add(file ?? name))
  for await (const line of tests.compose(spec)) process.stdout.write(line)
  return [...failed]
}

/**
 * Real browsers on a machine that does something else as well are late now and then. So the journeys that failed are run once
 * more, one file at a time, and that is said: one that passes only then waits for too little, and is to be mended all the
 * same. Nothing else is given a second try: a random story that failed has found something.
 */
async function passAlone(failed: readonly string[]): Promise<boolean> {
  const most = 4
  const paths = failed.map(file => relative(root, file).replaceAll('\\', '/'))
  const inBrowsers = /^test\/(?:journeys\/|faults\/|pages\.test\.ts$)/
  if (named.length > 0 || paths.length > most || !paths.every(path => inBrowsers.test(path))) return false
  const names = paths.join(', ')
  console.log(`\nFailed, and now run once more by themselves: ${names}\n`)
  const stillFailing = await listFailed({ files: failed, concurrency: 1 })
  if (stillFailing.length > 0) return false
  console.log(`\nFailed at first, and passed by themselves: ${names}. See the failures above.`)
  return true
}

function check(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', 'check'], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? 1))
  })
}
