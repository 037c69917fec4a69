import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checkTexts } from '../../src/anonymisation/check-texts.ts'
import { loadModel } from '../../src/anonymisation/names/model.ts'
import { print } from '../figures.ts'
import {
  readClean,
  readIdentifying,
  readJudgments,
  readKnownFrames,
  readNameFrames,
  readPresidio,
  readRedacta,
  readReflections,
} from './read-sets.ts'
import { isFound, score, type Finder, type MarkedText } from './score.ts'
import { timeInChromium } from './time-in-chromium.ts'
import { timeInNode } from './time-in-node.ts'
import { readModelBytes, weighBrotli } from './weigh-engine.ts'

/**
 * How well the check finds what may identify somebody, what it finds where there is nothing, and what it costs. The
 * judgments are those that the model never saw; nothing was learnt from the other sets.
 */
export async function benchAnonymisation(): Promise<void> {
  const bytes = readModelBytes()
  const before = heapNow()
  const model = loadModel(bytes)
  print('anonymisation.heap', (heapNow() - before) / 2 ** 20, 'MB')
  const find: Finder = text => checkTexts([text], model)[0] ?? []

  printScores('tab', readJudgments(), find)
  printScores('presidio', readPresidio(), find)
  printScores('redacta', readRedacta(), find)
  printScores('identifying', readIdentifying(), find)
  const { seen, unseen } = readReflections()
  printScores('reflections', seen, find)
  printScores('reflections_unseen', unseen, find)
  printOrigins(find)
  printFalseAlarms(find)
  print('anonymisation.bytes_brotli', await weighBrotli(), 'bytes')
  const texts = timedTexts()
  printTimes('node', timeInNode(texts, find))
  printTimes('chromium', await timeInChromium(texts))
}

function printScores(set: string, texts: readonly MarkedText[], find: Finder): void {
  for (const { class: name, recall, precision, f2 } of score(texts, find)) {
    print(`anonymisation.${set}.${name}.recall`, recall * 100, '%')
    print(`anonymisation.${set}.${name}.precision`, precision * 100, '%')
    print(`anonymisation.${set}.${name}.f2`, f2 * 100, '%')
  }
}

/** The same sentences with names of one origin after another. */
function printOrigins(find: Finder): void {
  const { frames, origins, firstNames = {} } = readNameFrames()
  const recalls = Object.entries(origins).map(([origin, names]) => {
    const all = [...names, ...(firstNames[origin] ?? [])]
    let found = 0
    for (const name of all) {
      for (const frame of frames) {
        const start = frame.indexOf('{name}')
        const text = frame.replace('{name}', name)
        const findings = find(text).filter(({ level }) => level !== 'note')
        if (isFound(text, { start, end: start + name.length, class: 'person' }, findings)) found += 1
      }
    }
    const recall = (found / (all.length * frames.length)) * 100
    print(`anonymisation.origins.${origin}.recall`, recall, '%')
    return recall
  })
  if (recalls.length > 0)
    print('anonymisation.origins.apart', Math.max(...recalls) - Math.min(...recalls), 'points')
}

function printFalseAlarms(find: Finder): void {
  const clean = readClean()
  const words = clean.reduce((sum, text) => sum + text.split(/\s+/).filter(word => word !== '').length, 0)
  const alarms = clean.reduce(
    (sum, text) => sum + find(text).filter(({ level }) => level !== 'note').length,
    0,
  )
  if (words > 0) print('anonymisation.false_alarms_per_1000', (alarms / words) * 1000, 'findings')
  const { names, frames } = readKnownFrames()
  const asked = names.flatMap(name => frames.map(frame => frame.replaceAll('{known}', name)))
  const wrong = asked.filter(text => find(text).some(({ level }) => level !== 'note'))
  if (asked.length > 0)
    print('anonymisation.known.false_alarms', wrong.length, `of ${asked.length} sentences`)
}

/** Pieces of 4 kB of what people write: judgments, notes, and clean prose where there is some. */
function timedTexts(): string[] {
  const whole = [...readJudgments(), ...readRedacta()].map(({ text }) => text)
  const all = [...whole, ...readClean()].join('\n\n')
  return Array.from({ length: Math.min(60, Math.floor(all.length / 4096)) }, (_, index) =>
    all.slice(index * 4096, (index + 1) * 4096),
  )
}

function printTimes(where: string, { median, p95 }: { median: number; p95: number }): void {
  print(`anonymisation.${where}.median_ms`, median, 'ms')
  print(`anonymisation.${where}.p95_ms`, p95, 'ms')
}

/** Bytes in use, once what nobody needs is gone. */
function heapNow(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
