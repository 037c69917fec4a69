import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { givenMember, givenPair, givenSession, type Pair } from '../support/given-supervision.ts'
import { givenSubmittedPiece } from '../support/given.ts'
import { sendForm } from '../support/send-form.ts'
import { raiseStage } from './stage.ts'
import { headingOf, mainText, openPiece, press, statusOf, typeDate, visit } from './steps.ts'
import {
  agreeAction,
  askToSupervise,
  closeFirstAction,
  look,
  openInvitation,
  sayHeld,
  signByForms,
  valueOf,
  windowAt,
  type Seat,
} from './supervision-steps.ts'

const stage = raiseStage()

/** Two with a session on 16 November, a record that the supervisor has signed, and an open action of each. */
async function givenTime(seat: Seat): Promise<Pair & { readonly at: string }> {
  const { world } = stage
  world.clock.set('2026-11-16T09:00:00Z')
  const pair = await givenPair(world)
  const { relationshipId, supervisor } = pair
  const startsAt = '2026-11-16T10:00:00Z'
  const sessionId = await givenSession(world, { relationshipId, by: supervisor, startsAt, state: 'planned' })
  const at = `/supervision/${relationshipId}/sessions/${sessionId}`
  const sams = await windowAt(stage, '2026-11-16T12:00:00Z', supervisor, seat)
  await visit(sams, at)
  await sayHeld(sams)
  await press(sams, 'Open agreed actions')
  const by = ['17', '11', '2026'] as const
  await agreeAction(sams, { what: 'Ask for the housing report.', owner: 'Nic Newcomer', by })
  await agreeAction(sams, { what: 'Find a mentor for court work.', owner: 'Sam Supervisor', by })
  await signByForms(at, supervisor)
  return { ...pair, at }
}

for (const javaScript of [true, false])
  suite(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    const seat: Seat = { javaScript, width: javaScript ? 1024 : 320 }

    test('a change of supervisor: the former one reads nothing, and what is to do is not lost', async () => {
      const { world } = stage
      const { relationshipId, organisationId, supervisor, supervisee, at } = await givenTime(seat)
      const nics = await windowAt(stage, '2026-11-18T09:00:00Z', supervisee, seat)
      await visit(nics, `/supervision/${relationshipId}`)
      await press(nics, 'End this supervision')
      await typeDate(nics, 'What is the last day?', ['18', '11', '2026'])
      await press(nics, 'End this supervision')
      assert.match(await mainText(nics), /There is a problem .*Say why it ends/)
      await nics.getByLabel('Why?').fill('I change teams.')
      await look(nics, seat, 'end-without-reason')
      await press(nics, 'End this supervision')
      const neu = await givenMember(world, organisationId, { knownAs: 'Neu Supervisor' })
      const neus = await windowAt(stage, '2026-11-19T09:00:00Z', neu, seat)
      await askToSupervise(neus, {
        email: supervisee.email,
        kind: 'Line management',
        organisation: 'Northshire Council',
      })
      const next = await windowAt(stage, '2026-11-19T10:00:00Z', supervisee, seat)
      await openInvitation(next, world, supervisee)
      await press(next, 'Accept')

      // Not the former supervisor, whose own action is theirs no longer, nor the new one.
      for (const who of [supervisor, neu]) {
        const page = await windowAt(stage, '2026-11-19T11:00:00Z', who, seat)
        for (const part of ['', '/record', '/actions', '/case-decisions', '/time-spent', '/notes']) {
          await visit(page, `${at}${part}`)
          assert.equal(await statusOf(page), 404, part)
        }
        for (const part of ['', '/agreement', '/openings', '/plan', '/end']) {
          await visit(page, `/supervision/${relationshipId}${part}`)
          assert.equal(await statusOf(page), 404, part)
        }
      }
      const sams = await windowAt(stage, '2026-11-19T11:30:00Z', supervisor, seat)
      await visit(sams, '/supervision')
      const ended = await mainText(sams)
      assert.match(
        ended,
        /Nic Newcomer .*Ended With 18 November 2026, as Nic Newcomer said on 18 November 2026/,
      )
      assert.doesNotMatch(ended, /Sign the record|An action of yours/)
      await look(sams, seat, 'overview-of-former-supervisor')
      await visit(sams, '/supervision/supervisees')
      assert.doesNotMatch(await mainText(sams), /Nic Newcomer/)

      await visit(next, '/supervision')
      const overview = await mainText(next)
      assert.match(overview, /Answer the record of the session on 16 November 2026/)
      assert.match(overview, /Who supervises you Neu Supervisor.*Earlier or still to begin Sam Supervisor/)
      await look(next, seat, 'overview-changed')
      await visit(next, '/supervision/mine')
      assert.equal(await valueOf(next, 'Actions overdue'), '1')
      await visit(next, '/supervision')
      await press(next, 'An action of yours, by 17 November 2026 (overdue)')
      await press(next, 'Open agreed actions')
      assert.match(await mainText(next), /Find a mentor for court work\./)
      assert.equal(await next.getByRole('button', { name: 'Agree this action' }).count(), 0)
      await look(next, seat, 'actions-after-end')
      await closeFirstAction(next, 'It came yesterday.')
      assert.equal(await next.locator('summary', { hasText: 'Close this action' }).count(), 0)
      await visit(next, '/supervision/mine')
      assert.equal(await valueOf(next, 'Actions overdue'), '0')
      await visit(next, `${at}/record`)
      await next.getByLabel('I agree', { exact: true }).check()
      await press(next, 'Sign with this answer')
      assert.match(await mainText(next), /Your word on the record is kept beside it/)
    })

    test('leaving the employer: the account, its CPD and the records stay readable', async () => {
      const { world } = stage
      const { relationshipId, organisationId, supervisor, supervisee, at } = await givenTime(seat)
      const piece = 'Reading about hoarding'
      await givenSubmittedPiece(supervisee.browser)
      await sendForm(supervisee.browser, {
        page: `${at}/record`,
        action: `${at}/record/answer`,
        typed: { agrees: 'yes' },
      })
      const ada = await givenMember(world, organisationId, { knownAs: 'Ada', roles: ['administrator'] })
      const nics = await windowAt(stage, '2026-11-18T16:00:00Z', supervisee, seat)
      await visit(nics, `/organisations/${organisationId}`)
      await press(nics, 'Leave this organisation')
      await look(nics, seat, 'leave')
      await press(nics, 'Leave today')
      assert.match(await mainText(nics), /You have left the organisation/)

      const later = await windowAt(stage, '2026-11-19T09:00:00Z', supervisee, seat)
      await visit(later, '/')
      await openPiece(later, piece)
      assert.equal(await headingOf(later), piece)
      await visit(later, '/supervision')
      const overview = await mainText(later)
      assert.doesNotMatch(overview, /Who supervises you/)
      assert.match(
        overview,
        /Earlier or still to begin Sam Supervisor .*1 September 2026 to 18 November 2026/,
      )
      await press(later, /^Open/)
      assert.match(await mainText(later), /1 September 2026 to 18 November 2026/)
      await look(later, seat, 'relationship-ended')
      await press(later, '16 November 2026 at 10:00am')
      await press(later, 'Open joint record')
      assert.match(await mainText(later), /As much as was agreed\..*This is kept until 18 November 2033/)
      await visit(later, `/organisations/${organisationId}`)
      assert.equal(await statusOf(later), 404)

      const sams = await windowAt(stage, '2026-11-19T10:00:00Z', supervisor, seat)
      await visit(sams, `/supervision/${relationshipId}`)
      assert.equal(await statusOf(sams), 404)
      const adas = await windowAt(stage, '2026-11-19T11:00:00Z', ada, seat)
      await visit(adas, `/organisations/${organisationId}/members`)
      assert.doesNotMatch(await mainText(adas), /Nic Newcomer/)
      await adas.getByLabel('Also whoever has left').check()
      await press(adas, 'Show')
      assert.match(await mainText(adas), /Nic Newcomer .*From 1 September 2026 to 18 November 2026/)
    })
  })
