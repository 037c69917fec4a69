import { end } from './ending.ts'
import { benchPages } from './pages.ts'
import { benchSubmit } from './submit.ts'

/** `npm run bench -- pages`: measures, and prints one figure a line as JSON. Nothing is left behind. */
const benchmarks: Readonly<Record<string, () => Promise<void>>> = { pages: benchPages, submit: benchSubmit }

const name = process.argv[2] ?? ''
const benchmark = benchmarks[name]

async function stop(why: string): Promise<never> {
  console.error(why)
  // What was under way fails now, and need not be told of.
  process.on('uncaughtException', () => undefined)
  await end()
  process.exit(1)
}

if (!benchmark) {
  console.error(`Say which benchmark: ${Object.keys(benchmarks).join(', ')}.`)
  process.exitCode = 1
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop('Interrupted.'))
  setTimeout(() => void stop('It took longer than 55 seconds, which is too long.'), 55_000).unref()
  try {
    await benchmark()
  } finally {
    await end()
  }
}
