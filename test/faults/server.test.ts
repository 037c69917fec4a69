import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { headingOf, mainText, statusOf } from '../journeys/steps.ts'
import type { IsIt } from '../support/faulty-line.ts'
import { makeNextRelease } from '../support/next-release.ts'
import { moveToSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { raiseServerGround, type ServerGround } from './ground.ts'
import {
  begun,
  expectDraft,
  expectGivenBack,
  formOf,
  isBackgroundSave,
  learning,
  on,
  pressAnyhow,
  said,
  someText,
  tellOfNetwork,
  until,
} from './steps.ts'

let ground: ServerGround
let disk: SmallDisk
before(async () => {
  ground = await raiseServerGround()
  disk = await moveToSmallDisk(process.env['CONFER_TEST_SERVER'] ?? '', ground.connectionString)
})
beforeEach(() => {
  ground.line.mend()
  ground.databaseLine.mend()
})
after(async () => {
  await ground.close()
  await disk.close()
})

suite('the server is killed in the middle of a save', () => {
  test('before it was committed: it is on the device only, then on the server, once', async () => {
    const { page, person, pieceId } = await begun(ground)
    const text = someText('killed before the commit')
    await whilePieceIsLocked(pieceId, async waitsForIt => {
      await learning(page).fill(text)
      await waitsForIt()
      await ground.confer.kill()
    })
    await said(page, on.thisDeviceOnly)
    await expectDraft(ground, person, '')
    await ground.confer.start()
    await tellOfNetwork(page)
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, text)
    assert.equal(version, 2)
  })

  test('after it was committed, before it answered: it is saved once', async () => {
    const { page, person } = await begun(ground)
    const text = someText('killed after the commit')
    const held = ground.line.holdAt('after', isBackgroundSave)
    await learning(page).fill(text)
    await held
    await ground.confer.kill()
    await said(page, on.thisDeviceOnly)
    await expectDraft(ground, person, text)
    const longer = `${text} ${someText('typed while it was down')}`
    await learning(page).fill(longer)
    await said(page, on.thisDeviceOnly)
    await ground.confer.start()
    await tellOfNetwork(page)
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, longer)
    assert.equal(version, 3)
  })
})

suite('the server is started again with a new version while a form is open', () => {
  let next: Awaited<ReturnType<typeof makeNextRelease>>
  before(async () => {
    next = await makeNextRelease()
  })
  after(() => next.remove())

  test('what the old page has goes to the new server, with JavaScript and without', async () => {
    const { page, person, pieceId } = await begun(ground)
    const plain = await begun(ground, { javaScript: false })
    const before = someText('while it was down')
    const plainText = someText('in a plain form of the old version')
    await learning(plain.page).fill(plainText)
    await ground.confer.kill()
    await learning(page).fill(before)
    await said(page, on.thisDeviceOnly)
    await ground.confer.start(next.program)
    await tellOfNetwork(page)
    await said(page, on.server)
    await expectDraft(ground, person, before)

    const later = `${before} ${someText('after the start')}`
    await learning(page).fill(later)
    await said(page, on.server)
    await expectDraft(ground, person, later)
    await formOf(page, ground, pieceId)
    assert.equal(await page.locator('body').getAttribute('data-release'), 'next')
    assert.equal(await learning(page).inputValue(), later)

    await pressAnyhow(plain.page, 'Save draft')
    assert.equal(await learning(plain.page).inputValue(), plainText)
    await expectDraft(ground, plain.person, plainText)
  })
})

suite('the connection to the database is lost', () => {
  test('and comes back: it is on the device only, then on the server, once', async () => {
    const { page, person } = await begun(ground)
    const text = someText('without a database')
    ground.databaseLine.cut()
    await learning(page).fill(text)
    await said(page, on.thisDeviceOnly)
    ground.databaseLine.mend()
    await tellOfNetwork(page)
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, text)
    assert.equal(version, 2)
  })

  test('when it has committed, and before it says so: it is saved once', async () => {
    const { page, person } = await begun(ground)
    const text = someText('committed in silence')
    const cut = ground.databaseLine.cutAt('after', isCommit, 'only')
    await learning(page).fill(text)
    await cut
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, text)
    assert.equal(version, 2)
  })

  test('without JavaScript the page gives the text back, and it can be sent again', async () => {
    const { page, person } = await begun(ground, { javaScript: false })
    const text = someText('pressed without a database')
    await learning(page).fill(text)
    ground.databaseLine.cut()
    await pressAnyhow(page, 'Save draft')
    assert.equal(await statusOf(page), 503)
    assert.equal(await headingOf(page), 'We cannot reach our records just now')
    await expectGivenBack(page, text)
    ground.databaseLine.mend()
    await page.goBack()
    await learning(page).fill(text)
    await pressAnyhow(page, 'Save draft')
    await expectDraft(ground, person, text)
  })
})

suite('the disk is full', () => {
  test('it says so, keeps the text on the device, and sends it when there is room', async () => {
    const { page, person } = await begun(ground)
    const text = someLongText()
    await disk.fill()
    await learning(page).fill(text)
    await said(page, /^Saved on this device only: Confer has no room/)
    await expectDraft(ground, person, '')
    await disk.clear()
    await tellOfNetwork(page)
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, text)
    assert.equal(version, 2)
  })

  test('without JavaScript the page says so, gives the text back, and nothing was changed', async () => {
    const { page, person } = await begun(ground, { javaScript: false })
    const text = someLongText()
    await learning(page).fill(text)
    await disk.fill()
    await pressAnyhow(page, 'Save draft')
    assert.equal(await statusOf(page), 507)
    assert.match(await mainText(page), /the disk that holds our records is full\. Nothing was changed/)
    await expectGivenBack(page, text)
    await expectDraft(ground, person, '')
    await disk.clear()
    await page.goBack()
    await learning(page).fill(text)
    await pressAnyhow(page, 'Save draft')
    await expectDraft(ground, person, text)
  })
})

/** What ends a transaction of ours: a message of its own behind others. The queue's are one message with what they did. */
const isCommit: IsIt = sent => /Q.{4}commit;?\0$/is.test(sent)

/** Longer than what fits where PostgreSQL has room left, and no shorter when it is packed. */
function someLongText(): string {
  return `${someText('on a full disk')} ${randomBytes(12_000).toString('base64')}`
}

/** Runs `act` while nobody else can change the piece. What it is given waits until somebody wants to. */
async function whilePieceIsLocked(
  pieceId: string,
  act: (waitsForIt: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ground.connectionString })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select from piece where piece_id = $1 for update', [pieceId])
    await act(async () => {
      const isBlocked = async () => {
        // Within a transaction they would stay as they were when first asked for.
        await client.query('select pg_stat_clear_snapshot()')
        const { rowCount } = await client.query(
          `select from pg_stat_activity where datname = current_database()
             and pg_backend_pid() = any(pg_blocking_pids(pid))`,
        )
        return rowCount !== 0
      }
      await until(isBlocked)
      assert.ok(await isBlocked())
    })
    await client.query('rollback')
    // The save that waited finds nobody to answer to.
    await sleep(100)
  } finally {
    await client.end()
  }
}
