import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { givenMember, givenOrganisation, givenRelationship } from '../support/given-supervision.ts'
import type { Practitioner } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import { headingOf, mainText, press, statusOf, visit } from './steps.ts'

const stage = raiseStage()

async function givenThree(): Promise<
  Readonly<Record<'manager' | 'supervisor' | 'supervisee', Practitioner>> & { relationshipId: string }
> {
  const { world } = stage
  const organisationId = await givenOrganisation(world)
  const member = (knownAs: string) => givenMember(world, organisationId, { knownAs })
  const three = {
    manager: await member('Max Manager'),
    supervisor: await member('Sam Supervisor'),
    supervisee: await member('Nic Supervisee'),
  }
  await givenRelationship(world, {
    organisationId,
    supervisor: three.manager,
    supervisees: [three.supervisor],
  })
  const { supervisor, supervisee } = three
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee],
  })
  return { ...three, relationshipId }
}

for (const javaScript of [true, false])
  suite(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    test('a manager opens supervision for a reason, both see that, and the manager closes it', async () => {
      const { manager, supervisor, supervisee, relationshipId } = await givenThree()
      const page = await stage.chromium.open({ javaScript, width: 320, cookies: manager.browser.cookies })
      await visit(page, '/supervision/openings')
      await press(page, /^Open it for a reason ?: Sam Supervisor supervises Nic Supervisee$/)
      await press(page, 'Open it and tell them')
      assert.equal(await statusOf(page), 422)
      await page.getByLabel('Why do you need to open it?').fill('A complaint of 12 November')
      await page.getByLabel('4 hours').check()
      await press(page, 'Open it and tell them')
      assert.equal(await headingOf(page), 'Who has opened this supervision')
      assert.match(await mainText(page), /You, as the supervisor’s line manager/)

      const mails = (await stage.world.mails()).filter(({ text }) => text.includes(relationshipId))
      assert.deepEqual(mails.map(({ to }) => to).toSorted(), [supervisor.email, supervisee.email].toSorted())

      const theirs = await stage.chromium.open({ javaScript, cookies: supervisee.browser.cookies })
      const [link] = /https?:\/\/\S+/.exec(mails[0]?.text ?? '') ?? ['']
      await visit(theirs, new URL(link).pathname)
      const seen = await mainText(theirs)
      assert.match(seen, /Max Manager, as the supervisor’s line manager/)
      assert.match(seen, /A complaint of 12 November/)
      assert.match(seen, /Open until 18 November 2026 at 6:00pm/)
      assert.match(seen, /Supervision records can be ordered by a court/)

      await press(page, 'Close it now')
      assert.equal(await headingOf(page), 'Supervision that you may open')
      await visit(theirs, new URL(link).pathname)
      assert.match(await mainText(theirs), /Closed 18 November 2026 at 2:00pm/)
      await visit(page, `/supervision/${relationshipId}/openings`)
      assert.equal(await statusOf(page), 404)
    })
  })
