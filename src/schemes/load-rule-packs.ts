import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { addDays } from '../platform/day.ts'
import type { RulePack, RulePacks, WorkedExample } from './rule-pack.ts'
import { rulePackSchema } from './rule-pack-schema.ts'

/** Says in words what an example gives instead of what it promises; `null` where it holds. */
export type CheckExample = (packs: RulePacks, pack: RulePack, example: WorkedExample) => string | null

/**
 * Reads every rule pack of one scheme from its folder, oldest first.
 *
 * Throws one error that names the files and examples at fault, so that a pack that does not keep its own promises
 * never judges anybody's record. The check itself is given by the caller: this feature does not know the verdict.
 */
export function loadRulePacks(folder: string, checkExample: CheckExample): RulePacks {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .toSorted()
  if (files.length === 0) throw new Error(`There is no rule pack in ${folder}`)

  const problems: string[] = []
  const loaded: { file: string; pack: RulePack }[] = []
  for (const file of files) {
    const pack = readRulePack(folder, file)
    if (typeof pack === 'string') problems.push(`${file}: ${pack}`)
    else loaded.push({ file, pack })
  }
  loaded.sort((a, b) => (a.pack.validFrom < b.pack.validFrom ? -1 : 1))
  if (problems.length === 0) problems.push(...periodProblems(loaded))

  const packs = loaded.map(({ pack }) => pack)
  if (problems.length === 0)
    for (const { file, pack } of loaded)
      for (const example of pack.examples) {
        const problem = checkExample(packs, pack, example)
        if (problem !== null) problems.push(`${file}: the example ${JSON.stringify(example.name)} ${problem}`)
      }

  if (problems.length > 0)
    throw new Error(`The rule packs in ${folder} cannot be used:\n  ${problems.join('\n  ')}`)
  return packs
}

/** The pack, or what is wrong with the file. */
function readRulePack(folder: string, file: string): RulePack | string {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return `is not JSON (${error.message})`
    throw error
  }
  const read = rulePackSchema.safeParse(content)
  if (!read.success) return z.prettifyError(read.error).replaceAll('\n', '\n    ')
  const pack = read.data
  if (pack.scheme !== basename(folder))
    return `its scheme is ${pack.scheme}, but its folder is ${basename(folder)}`
  return pack.examples.length === 0 ? 'gives no worked example' : pack
}

/** Every day belongs to one pack: the day after one ends, the next begins. */
function periodProblems(loaded: readonly { file: string; pack: RulePack }[]): string[] {
  const problems: string[] = []
  const versions = new Map<string, string>()
  for (const [index, { file, pack }] of loaded.entries()) {
    const same = versions.get(pack.version)
    if (same !== undefined) problems.push(`${file}: has the version ${pack.version}, as ${same} has`)
    versions.set(pack.version, file)

    const next = loaded[index + 1]
    if (next === undefined) continue
    const following = pack.validTo === null ? null : addDays(pack.validTo, 1)
    if (following === null || next.pack.validFrom < following)
      problems.push(`${next.file}: begins on ${next.pack.validFrom}, while ${file} is still valid`)
    else if (next.pack.validFrom > following)
      problems.push(
        `${next.file}: begins on ${next.pack.validFrom}, and no pack is valid from ${following} until then`,
      )
  }
  return problems
}
