import { appendFile, cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ourProgram } from './confer-process.ts'

/** Our own program in another folder, with a stylesheet and a script whose contents, and so addresses, are others. */
export async function makeNextRelease(): Promise<{ program: string; remove(): Promise<void> }> {
  const program = await mkdtemp(join(tmpdir(), 'confer-next-release-'))
  // Copied and not linked: Node goes by where a module really is.
  await cp(join(ourProgram, 'src'), join(program, 'src'), { recursive: true })
  for (const name of await readdir(ourProgram))
    if (name !== 'src' && !name.startsWith('.')) await symlink(join(ourProgram, name), join(program, name))
  await appendFile(join(program, 'src/platform/ui/styles/confer.css'), '\n.next-release { color: inherit }\n')
  await appendFile(join(program, 'src/browser/enhance.ts'), "\ndocument.body.dataset['release'] = 'next'\n")
  return { program, remove: () => rm(program, { recursive: true, force: true }) }
}
