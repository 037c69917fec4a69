import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenGroupSession, givenSessionCast } from '../support/given-session-cast.ts'
import { tooWide } from '../support/page-checks.ts'
import { raiseStage } from './stage.ts'
import { mainText, press, visit } from './steps.ts'
import { valueOf } from './supervision-steps.ts'

const stage = raiseStage()

for (const javaScript of [true, false])
  test(`${javaScript ? 'with' : 'without'} JavaScript: a supervisor corrects who was there, then that it was held at all`, async () => {
    const cast = await givenSessionCast(stage.world)
    const { second, at } = await givenGroupSession(stage.world, cast, 'Ola Other')
    const seat = { javaScript, width: javaScript ? 1024 : 320 }
    const hers = await stage.chromium.open({ ...seat, cookies: cast.supervisor.browser.cookies })
    const his = await stage.chromium.open({ ...seat, cookies: second.browser.cookies })
    await visit(his, '/supervision/mine')
    assert.equal(await valueOf(his, 'Sessions held'), '1')

    await visit(hers, at)
    await press(hers, 'Correct who was there, or that it was held')
    await hers.getByLabel('Who was there', { exact: true }).check()
    await hers.getByLabel('Ola Other').uncheck()
    await hers.getByLabel('Why?').fill('She was on leave.')
    await press(hers, 'Correct it')
    assert.match(await mainText(hers), /Before that it was said to be held with Nic Supervisee and Ola Other/)
    await visit(his, '/supervision/mine')
    assert.equal(await valueOf(his, 'Sessions held'), '0')
    await visit(his, at)
    assert.match(
      await mainText(his),
      /Corrected by Sam Supervisor on .*: who was there\. .* Why: She was on leave\./,
    )

    await press(hers, 'Correct who was there, or that it was held')
    await hers.getByLabel('It was not held').check()
    await hers.getByLabel('Why?').fill('All were ill.')
    await press(hers, 'Correct it')
    await press(hers, 'Cancel it')
    await hers.getByLabel('Why?').fill('All were ill.')
    await press(hers, 'Cancel this session')
    assert.match(await mainText(hers), /Corrected by Sam Supervisor on [^.]*: it was not held\./)
    assert.deepEqual(await tooWide(hers), [])
  })
