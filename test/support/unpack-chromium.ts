import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

/** The npm package that carries a Chromium for Linux, whole and compressed, and downloads nothing itself. */
const npmPackage = '@sparticuz/chromium'
const version = '153.0.0'

/** A Chromium from npm, unpacked once into the user's own cache; `null` where there is none for this machine. */
export async function unpackChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'confer-tests')
  const folder = join(cache, `chromium-${version}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  console.log(`Unpacking a Chromium from npm into ${folder}, for the tests only`)
  await mkdir(cache, { recursive: true, mode: 0o700 })
  const beside = await mkdtemp(join(cache, 'unpacking-'))
  try {
    if (!installPackage(beside)) return null
    await unpackInto(beside, join(beside, 'node_modules', npmPackage, 'bin'), folder)
    await rm(join(beside, 'node_modules'), { recursive: true })
    // Renamed when it is whole: whoever is killed half-way leaves nothing that looks finished.
    await rm(folder, { recursive: true, force: true })
    await rename(beside, folder)
    return program
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

function installPackage(folder: string): boolean {
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
  ]
  const { status } = spawnSync('npm', [...args, `${npmPackage}@${version}`], {
    // Not in our own folder, whose package.json npm would look at.
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return status === 0
}

async function unpackInto(folder: string, packed: string, final: string): Promise<void> {
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(folder, 'headless-shell'), { mode: 0o755 }),
  )
  // Libraries and a typeface for a machine that has none; one that has them uses its own.
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    const input = brotliDecompressSync(await readFile(join(packed, archive)))
    spawnSync('tar', ['x', '--no-same-owner', '-C', folder], { input })
  }
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${final}/fonts</dir><cachedir>${final}/fonts-cache</cachedir></fontconfig>\n`,
  )
  await writeFile(join(folder, 'chromium'), launcher, { mode: 0o755 })
}

const launcher = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
if ! "$here/headless-shell" --version >/dev/null 2>&1; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/headless-shell" "$@"
`
