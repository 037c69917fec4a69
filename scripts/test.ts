import { spawn } from 'node:child_process'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../test/support/find-chromium.ts'
import { startTestServer } from '../test/support/test-server.ts'

/**
 * `npm test`: the checks that read the code, then every test on a real PostgreSQL. `npm test -- src/cpd/verdict.test.ts`
 * runs the files named and none of the checks.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const named = process.argv.slice(2)
const files = named.length > 0 ? named : ['src/**/*.test.ts', 'test/**/*.test.ts']

if (named.length === 0) {
  const code = await run('npm', ['run', '--silent', 'check'])
  if (code !== 0) process.exit(code)
}

const scratch = join(tmpdir(), `confer-test-${randomBytes(4).toString('hex')}`)
const server = await startTestServer(scratch)
try {
  process.exitCode = await run(
    process.execPath,
    ['--test', `--test-concurrency=${availableParallelism()}`, ...files],
    {
      CONFER_TEST_SERVER: server.url,
      CONFER_TEST_TEMPLATE: server.template,
      // Each file of tests is a process that reads the same hundreds of modules.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/confer-test'),
      CHROMIUM: await findChromium(),
    },
  )
} finally {
  await server.stop()
}

function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? 1))
  })
}
