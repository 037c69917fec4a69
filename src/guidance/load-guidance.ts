import { open, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PictureSize } from '../platform/ui/markdown.ts'
import { readGuidancePage, type GuidancePage } from './guidance-page.ts'

/** Everything that is written for the public, in order. */
export interface Guidance {
  readonly guidance: readonly GuidancePage[]
  /** Accessibility, privacy, cookies. */
  readonly about: readonly GuidancePage[]
  /** By address; a picture that is not there has none, and its page does without. */
  readonly pictureSizes: ReadonlyMap<string, PictureSize>
}

const root = fileURLToPath(new URL('../../', import.meta.url))

export async function loadGuidance(): Promise<Guidance> {
  const [guidance, about] = await Promise.all([
    readFolder(join(root, 'content/guidance')),
    readFolder(join(root, 'content/about')),
  ])
  const addresses = [...guidance, ...about].flatMap(page =>
    [...page.markdown.matchAll(/!\[[^\]]*\]\((\/[^)\s]+)\)/g)].map(match => match[1] ?? ''),
  )
  const pictureSizes = new Map<string, PictureSize>()
  for (const address of new Set(addresses)) {
    const size = await pngSize(join(root, 'public', address))
    if (size) pictureSizes.set(address, size)
  }
  return { guidance, about, pictureSizes }
}

async function readFolder(folder: string): Promise<GuidancePage[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.md'))
  const pages = await Promise.all(
    names.map(async name =>
      readGuidancePage(basename(name, '.md'), await readFile(join(folder, name), 'utf8')),
    ),
  )
  return pages.toSorted((a, b) => a.order - b.order)
}

/** A PNG says its size in its first 24 bytes. `null` where there is no such file, or it is no PNG. */
async function pngSize(path: string): Promise<PictureSize | null> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return null
  await using picture = file
  const start = Buffer.alloc(24)
  const { bytesRead } = await picture.read(start)
  if (bytesRead < start.length || start.toString('latin1', 1, 4) !== 'PNG') return null
  return { width: start.readUInt32BE(16), height: start.readUInt32BE(20) }
}
