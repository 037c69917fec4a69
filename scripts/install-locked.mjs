/*
 * Runs before `npm start` and `npm test`: sees to it that node_modules is what package-lock.json says and that there is
 * a Node new enough to go on with. Plain JavaScript for Node 18 and later, because it is what fetches the Node we use.
 *
 * It compares the lockfile with npm's own record of what it installed (node_modules/.package-lock.json), which npm
 * writes last. An `npm ci` made by hand is therefore as good as ours, and one that was cut short is not.
 *
 * Development packages are installed too, although `npm start` does without them: one kind of install, so that going
 * from start to test and back never installs again. With NODE_ENV=production (or omit=dev) npm leaves them out; that
 * does for `npm start`, and a later `npm test` fetches them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))
const onWindows = process.platform === 'win32'
const forTests = process.env.npm_lifecycle_event === 'pretest'
const oldestNode = 24

if (!isInstalled()) {
  console.error(
    'Installing the packages that package-lock.json names. This can take a minute; it is done once.',
  )
  const failure = install()
  if (failure !== null) end(`The packages could not be installed: ${failure}`)
  if (!isInstalled())
    end('npm installed other packages than package-lock.json names. Delete node_modules and try again.')
}

const node = nodeForScripts()
if (!(Number.parseInt(node, 10) >= oldestNode))
  end(
    `Confer needs Node ${oldestNode} or later, and this is Node ${node}. Install it from https://nodejs.org/`,
  )

function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  if (wanted === null || installed === null) return false
  for (const path of Object.keys(installed)) if (!(path in wanted)) return false
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed[path]
    if (found !== undefined) return found.version === entry.version && found.integrity === entry.integrity
    // An optional package may be for another kind of machine.
    return path === '' || entry.optional || entry.devOptional || (entry.dev && !forTests)
  })
}

/** A lockfile that is there and cannot be read is as good as none: `npm ci` says what is wrong with it. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(project, file), 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** Returns what went wrong, or null. */
function install() {
  // NODE_ENV=production would leave out what the tests need.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(forTests ? ['--include=dev'] : [])]
  const npm = process.env.npm_execpath
  // Under another package manager npm_execpath is that one's. The Node that runs npm is used again rather than our own,
  // which may lie in the folder that `npm ci` deletes.
  const [program, first] =
    npm !== undefined && basename(npm).startsWith('npm')
      ? [process.env.npm_node_execpath ?? process.execPath, [npm]]
      : [onWindows ? 'npm.cmd' : 'npm', []]
  const ran = spawnSync(program, [...first, ...args], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: program.endsWith('.cmd'),
  })
  if (ran.status === 0) return null
  const lines = (ran.stderr ?? '').split('\n').map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
  const told = lines.filter(
    line => line !== '' && !/^(code|errno|syscall|path) |A complete log of this run/.test(line),
  )
  return told[0] ?? ran.error?.message ?? `npm ended with ${ran.status ?? ran.signal}`
}

/** The version of the Node that npm's scripts get: the one in node_modules/.bin where there is one, or else this one. */
function nodeForScripts() {
  const installed = join(project, 'node_modules', '.bin', onWindows ? 'node.cmd' : 'node')
  if (!existsSync(installed)) return process.versions.node
  const ran = spawnSync(installed, ['--version'], { encoding: 'utf8', shell: onWindows })
  if (ran.status !== 0)
    end('node_modules was installed for another kind of machine. Delete it and start again.')
  return ran.stdout.trim().replace(/^v/, '')
}

function end(line) {
  console.error(line)
  process.exit(1)
}
