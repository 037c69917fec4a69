import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  givenGroupSession,
  givenSessionCast,
  type SessionCast,
} from '../../../test/support/given-session-cast.ts'
import type { Practitioner } from '../../../test/support/given.ts'
import { sendForm } from '../../../test/support/send-form.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import { agreementQuestions } from '../agreements/agreement-questions.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const subject = 'Something in your supervision on Confer waits for your signature'

async function mailsTo({ email }: Practitioner) {
  return (await world.mails()).filter(mail => mail.to === email && mail.subject === subject)
}

async function sign({ supervisor }: SessionCast, at: string): Promise<void> {
  await sendForm(supervisor.browser, {
    page: `${at}/record`,
    typed: { wellbeing: 'Tired, as a zebra crossing.', press: 'draft' },
  })
  await sendForm(supervisor.browser, { page: `${at}/record/sign` })
}

async function offer({ supervisor, relationshipId }: SessionCast, place: string): Promise<void> {
  const at = `/supervision/${relationshipId}/agreement`
  const texts = Object.fromEntries(agreementQuestions.map(({ id }) => [id, 'As a zebra crossing.']))
  await sendForm(supervisor.browser, { page: `${at}/draft`, typed: { ...texts, place, press: 'draft' } })
  await sendForm(supervisor.browser, { page: `${at}/check` })
}

const pathOf = (url: string) => url.replace('http://confer.test', '')

test('whose word on a record is asked for gets one mail, which says no more than that', async () => {
  const cast = await givenSessionCast(world)
  await sign(cast, cast.at)
  const [mail, ...others] = await mailsTo(cast.supervisee)
  assert.ok(mail)
  assert.deepEqual(others, [])
  assert.deepEqual(await mailsTo(cast.supervisor), [])
  assert.ok(mail.text.includes(`http://confer.test${cast.at}/record`))
  assert.ok(mail.unsubscribeUrl !== undefined && mail.text.includes(mail.unsubscribeUrl))
  assert.doesNotMatch(JSON.stringify(mail), /zebra|Sam|Nic|Northshire|wellbeing|session on/i)
})

test('every party but whoever offers an agreement gets one, for each version', async () => {
  const cast = await givenSessionCast(world)
  await offer(cast, 'In room four.')
  const [mail, ...others] = await mailsTo(cast.supervisee)
  assert.ok(mail)
  assert.deepEqual(others, [])
  assert.deepEqual(await mailsTo(cast.supervisor), [])
  const version = `/supervision/${cast.relationshipId}/agreement/versions/1`
  assert.ok(mail.text.includes(`http://confer.test${version}`))
  assert.equal((await cast.supervisee.browser.get(version)).status, 200)
  await offer(cast, 'In room five.')
  assert.equal((await mailsTo(cast.supervisee)).length, 2)
})

test('what was signed, replaced or taken away before the mail is written is not told', async () => {
  const cast = await givenSessionCast(world)
  await offer(cast, 'In room four.')
  await offer(cast, 'In room five.')
  await sign(cast, cast.at)
  await sendForm(cast.supervisee.browser, {
    page: `${cast.at}/record`,
    action: `${cast.at}/record/answer`,
    typed: { agrees: 'yes' },
  })
  const mails = await mailsTo(cast.supervisee)
  assert.deepEqual(
    mails.map(({ text }) => /\/agreement\/versions\/\d|\/record/.exec(text)?.[0]),
    ['/agreement/versions/2'],
  )
})

test('whoever turns out to have been at a session whose record is signed is told as well', async () => {
  const cast = await givenSessionCast(world)
  const { at, second } = await givenGroupSession(world, cast, 'Ola Other')
  const { browser } = cast.supervisor
  const correct = (attended: string[]) =>
    sendForm(browser, {
      page: `${at}/correct`,
      typed: { correction: 'attendance', attended, reason: 'A slip.' },
    })
  await correct([cast.supervisee.personId])
  await sign(cast, at)
  assert.equal((await mailsTo(second)).length, 0)
  await correct([cast.supervisee.personId, second.personId])
  assert.equal((await mailsTo(second)).length, 1)
  assert.equal((await mailsTo(cast.supervisee)).length, 1)
})

test('one press turns them off, in the mail program, from the link and in the settings, and reminders stay on', async () => {
  const cast = await givenSessionCast(world)
  const { browser } = cast.supervisee
  await sign(cast, cast.at)
  const [mail] = await mailsTo(cast.supervisee)
  assert.ok(mail?.unsubscribeUrl !== undefined)
  const state = async () =>
    /Reminders by e-mail (On|Off).*E-mails about signatures (On|Off)/
      .exec((await browser.get('/settings')).text)
      ?.slice(1)
      .join(' ')
  const turn = (signatureMails: string) =>
    sendForm(browser, { page: '/settings/signature-mails', typed: { signatureMails } })
  assert.equal(await state(), 'On On')
  await turn('off')
  assert.equal(await state(), 'On Off')
  await turn('on')
  // As a mail program does: no cookie, no token of a page (RFC 8058).
  const response = await world.app.server.inject({
    method: 'POST',
    url: pathOf(mail.unsubscribeUrl),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  assert.equal(response.statusCode, 200)
  assert.equal(await state(), 'On Off')
  await turn('on')
  const anybody = world.browse()
  assert.match((await anybody.get(pathOf(mail.unsubscribeUrl))).text, /Turn these mails off/)
  assert.match((await anybody.post(pathOf(mail.unsubscribeUrl))).text, /Mails about signatures are off/)
  await offer(cast, 'In room four.')
  assert.equal((await mailsTo(cast.supervisee)).length, 1)
  // The link of one kind of mail is none of another.
  const other = pathOf(mail.unsubscribeUrl).replace('/signature-mails-off/', '/reminders-off/')
  assert.equal((await anybody.get(other)).status, 404)
})
