import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'

import { ourAccount, runAs, systemAccount, weAreRoot } from './server-account.ts'
import { findBinariesPackage, findServerBinaries } from './server-binaries.ts'

test('library links that npm left out are made, where they are missing, before the programs are used', async t => {
  const folder = await temporaryFolder(t)
  const packageFolder = await packageWithoutLinks(folder)
  const bare = await runAs(ourAccount(), join(packageFolder, 'native/bin/postgres'), ['--version'])
  assert.equal(bare.ok, false)

  const binaries = await findServerBinaries(packageFolder, ourAccount(), join(folder, 'copies'), assert.fail)
  assert.equal(binaries.postgres, join(packageFolder, 'native/bin/postgres'))
  const ran = await runAs(ourAccount(), binaries.initdb, ['--version'])
  assert.match(ran.output, /^initdb \(PostgreSQL\) 18\./)
})

test(
  'a package in a folder closed to the system user is copied once, whole, to where it can be run but not changed',
  { skip: weAreRoot() ? false : 'needs root' },
  async t => {
    const closed = await temporaryFolder(t)
    const packageFolder = await packageWithoutLinks(closed)
    const copies = join(tmpdir(), `confer-copies-${process.pid}`)
    t.after(() => rm(copies, { recursive: true, force: true }))
    const account = systemAccount(() => {})
    const said: string[] = []

    for (const _ of ['first', 'second']) {
      const binaries = await findServerBinaries(packageFolder, account, copies, line => said.push(line))
      assert.ok(binaries.postgres.startsWith(copies))
      assert.equal((await stat(binaries.postgres)).mode & 0o022, 0)
      assert.ok((await runAs(account, binaries.initdb, ['--version'])).ok)
    }
    assert.equal(said.length, 1)
  },
)

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'confer-binaries-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The package as npm leaves it when install scripts are off. */
async function packageWithoutLinks(folder: string): Promise<string> {
  const copy = join(folder, 'package')
  await cp(findBinariesPackage(), copy, { recursive: true, verbatimSymlinks: true })
  const links: { target: string }[] = JSON.parse(
    await readFile(join(copy, 'native/pg-symlinks.json'), 'utf8'),
  )
  for (const { target } of links) await unlink(join(copy, target))
  return copy
}
