import { benchAnonymisation } from './anonymisation/bench-anonymisation.ts'
import { benchAssurance } from './assurance.ts'
import { benchAutosave } from './autosave.ts'
import { end } from './ending.ts'
import { benchPages } from './pages.ts'
import { benchSubmit } from './submit.ts'

/** `npm run bench -- pages`: measures, and prints one figure a line as JSON. Nothing is left behind. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  pages: { run: benchPages, mostSeconds: 55 },
  submit: { run: benchSubmit, mostSeconds: 55 },
  autosave: { run: benchAutosave, mostSeconds: 180 },
  anonymisation: { run: benchAnonymisation, mostSeconds: 300 },
  assurance: { run: benchAssurance, mostSeconds: 150 },
}

interface Benchmark {
  run(): Promise<void>
  readonly mostSeconds: number
}

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
  const { mostSeconds } = benchmark
  const tooLong = `It took longer than ${mostSeconds} seconds, which is too long.`
  setTimeout(() => void stop(tooLong), mostSeconds * 1000).unref()
  try {
    await benchmark.run()
  } finally {
    await end()
  }
}
