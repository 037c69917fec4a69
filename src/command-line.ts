import { flushCompileCache } from 'node:module'
import { readConfig } from './platform/config.ts'
import { serve } from './web.ts'

const commands = { serve } as const

const [first = 'serve', ...rest] = process.argv.slice(2)
const [name, flags] = first.startsWith('--') ? ['serve', [first, ...rest]] : [first, rest]

const config = readConfig(process.env)
if (!config.ok) fail(config.refusal)
else if (name !== 'serve')
  fail(`There is no command “${name}”. The commands are: ${Object.keys(commands).join(', ')}.`)
else if (flags.some(flag => flag !== '--demo'))
  fail(`There is no option “${flags.find(flag => flag !== '--demo')}”. The one option is --demo.`)
else {
  // Kept now and not only at the end, which may be sudden.
  serve(config.value, { demo: flags.includes('--demo') }).then(flushCompileCache, (error: unknown) => {
    fail(error instanceof Error ? error.message : String(error))
    // Whatever the start had begun and could not stop must not keep a Confer that serves nobody alive.
    process.stderr.write('', () => process.exit(1))
  })
}

function fail(line: string): void {
  console.error(line)
  process.exitCode = 1
}
