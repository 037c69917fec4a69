import { accessSync, constants } from 'node:fs'
import { spawnSync } from 'node:child_process'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium for the journeys: the one `CHROMIUM` names, the system's, or one that apt installs now. */
export async function findChromium(): Promise<string> {
  const found = [process.env['CHROMIUM'] ?? '', ...usualPlaces].find(canRun)
  if (found !== undefined) return found
  console.log('No Chromium found: installing one by apt, for the tests only')
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0) break
  }
  const installed = usualPlaces.find(canRun)
  if (installed === undefined)
    throw new Error('The tests need a Chromium: install one, or set CHROMIUM to its path.')
  return installed
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
