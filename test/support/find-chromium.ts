import { accessSync, constants } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { unpackChromium } from './unpack-chromium.ts'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium for the journeys: the one `CHROMIUM` names, the system's, one that apt installs now where we are root, or one
 * that an npm package carries.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'] ?? ''
  if (named !== '' && !canRun(named)) throw new Error(`CHROMIUM names “${named}”, which cannot be run.`)
  const found = [named, ...usualPlaces].find(canRun) ?? installByApt() ?? (await unpackChromium())
  if (found === null) throw new Error('The tests need a Chromium: install one, or set CHROMIUM to its path.')
  return found
}

function installByApt(): string | null {
  if (process.getuid?.() !== 0) return null
  console.log('No Chromium found: installing one by apt, for the tests only')
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0) return null
  }
  return usualPlaces.find(canRun) ?? null
}

function canRun(path: string): boolean {
  if (path === '') return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
