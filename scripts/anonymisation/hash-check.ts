import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export const checkVersionFile = new URL('../../src/anonymisation/check-version.ts', import.meta.url)

const folder = new URL('../../src/anonymisation/', import.meta.url)

/** Short, yet no two checks will ever share it: of the rules' sources and the names' model, by path and content. */
export function hashCheck(): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.br') || (path.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(path)))
    .filter(path => !checkVersionFile.href.endsWith(`/anonymisation/${path}`))
    .sort()
  const hash = createHash('sha256')
  for (const path of paths) {
    const bytes = readFileSync(new URL(path, folder))
    // Git may have written other line ends on another system.
    const content = path.endsWith('.ts') ? bytes.toString('utf8').replaceAll('\r\n', '\n') : bytes
    hash.update(`${path} `).update(createHash('sha256').update(content).digest('hex'))
  }
  return hash.digest('hex').slice(0, 12)
}
