import { spawnSync } from 'node:child_process'
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { connect } from 'node:net'
import { basename, join } from 'node:path'

export type RecordedServer = { pid: number; socketFolder: string }

export const socketIn = (folder: string): string => join(folder, '.s.PGSQL.5432')

/** What postmaster.pid says, true or not. The socket folder is empty while a server is only beginning. */
export function recordedServer(cluster: string): RecordedServer | null {
  const lines = readLines(join(cluster, 'postmaster.pid'))
  const pid = pidOn(lines)
  return pid === null ? null : { pid, socketFolder: lines[4] ?? '' }
}

/** The server that is really running on this cluster. A file left behind, a zombie or a reused number is none. */
export function findRunningServer(cluster: string): RecordedServer | null {
  const recorded = recordedServer(cluster)
  return recorded !== null && isServerOf(cluster, recorded.pid) ? recorded : null
}

export function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform === 'linux') {
    // /proc/<pid>/cwd would be simpler proof, but root without CAP_SYS_PTRACE, as in Docker, may not read it.
    // A zombie's command line is empty.
    const words = readText(`/proc/${pid}/cmdline`).split('\0')
    return basename(words[0] ?? '') === 'postgres' && words[words.indexOf('-D') + 1] === cluster
  }
  const { stdout } = spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'stat=,command='], { encoding: 'utf8' })
  return !stdout.trimStart().startsWith('Z') && stdout.includes(`/postgres -D ${cluster} -c `)
}

/**
 * PostgreSQL will not start over a lock file whose process exists, though it be a zombie or a stranger that got the
 * number. It does start where the number is its own parent's, so we write ours there. Removing the file instead would
 * also remove PostgreSQL's own check (through the shared memory recorded in it) that no old session is still writing.
 */
export function releaseStaleLocks(cluster: string): void {
  const recorded = recordedServer(cluster)
  if (recorded === null) return
  const files = [join(cluster, 'postmaster.pid')]
  if (recorded.socketFolder !== '') files.push(`${socketIn(recorded.socketFolder)}.lock`)
  for (const file of files) {
    const lines = readLines(file)
    const pid = pidOn(lines)
    if (pid === null || isServerOf(cluster, pid) || !processExists(pid)) continue
    lines[0] = String(process.pid)
    // Not through a link: as root, that would write to whatever the server's user pointed it at.
    const handle = openSync(file, constants.O_RDWR | constants.O_NOFOLLOW)
    ftruncateSync(handle)
    writeSync(handle, lines.join('\n'), 0)
    closeSync(handle)
  }
}

/** Whether something answers there: the only sign of a server in another container that shares the folder. */
export function answers(socketFolder: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(socketIn(socketFolder))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // Gone, or another user's: PostgreSQL takes neither for a server of ours.
    return false
  }
}

const readLines = (file: string): string[] => readText(file).split('\n')

/** A single-user PostgreSQL writes its number as a negative one. */
function pidOn(lines: readonly string[]): number | null {
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  return pid > 0 ? pid : null
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
