import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { makeMailer, type Message } from './mailer.ts'

const message: Message = {
  to: 'zoë@example.org',
  subject: 'You are not done yet – 9 days left',
  text: 'Nothing is “done” while a step is open.\n\nhttps://cpd.example.org/cpd/pieces/a-long-address-that-must-not-be-broken-in-the-middle-of-a-line',
  unsubscribeUrl: 'https://cpd.example.org/reminders-off/secret',
}

test('without SMTP a message is one file that a mail program reads, and nobody else may', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'confer-mail-'))
  const told: string[] = []
  try {
    const mailer = makeMailer({
      smtpUrl: null,
      dataDir,
      baseUrl: 'https://cpd.example.org',
      log: line => told.push(line),
    })
    await mailer.send(message)
    const [name = '', ...others] = await readdir(join(dataDir, 'outbox'))
    const file = join(dataDir, 'outbox', name)
    assert.deepEqual(others, [])
    assert.match(name, /\.eml$/)
    assert.equal((await stat(file)).mode & 0o077, 0)
    assert.deepEqual(told, [`mail written to ${file}`])
    await assertMessage(await readFile(file))
  } finally {
    await rm(dataDir, { recursive: true })
  }
})

test('only a demonstration prints the link too', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'confer-mail-'))
  const told: string[] = []
  try {
    const baseUrl = 'https://cpd.example.org'
    const log = (line: string) => told.push(line)
    const mailer = makeMailer({ smtpUrl: null, dataDir, baseUrl, log, printLinks: true })
    await mailer.send(message)
    await mailer.send({ ...message, text: 'No link in here.' })
    assert.match(
      told[0] ?? '',
      /\.eml, with the link https:\/\/cpd\.example\.org\/cpd\/pieces\/a-long\S+-line$/,
    )
    assert.match(told[1] ?? '', /\.eml$/)
  } finally {
    await rm(dataDir, { recursive: true })
  }
})

test('with SMTP a server receives the same message', async () => {
  const received: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.on('data', (chunk: Buffer) => received.push(chunk))
      stream.on('end', () => done())
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  try {
    const { port } = server.server.address() as AddressInfo
    const mailer = makeMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      dataDir: '/nowhere',
      baseUrl: 'https://cpd.example.org',
      log: assert.fail,
    })
    await mailer.send(message)
    await assertMessage(Buffer.concat(received))
  } finally {
    await new Promise<void>(resolve => server.close(resolve))
  }
})

test('where a server refuses the address, the error that is kept with the job does not hold it', async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(Object.assign(new Error(`no mailbox ${address} here`), { responseCode: 550 }))
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  try {
    const { port } = server.server.address() as AddressInfo
    const mailer = makeMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      dataDir: '/nowhere',
      baseUrl: 'https://cpd.example.org',
      log: assert.fail,
    })
    await assert.rejects(mailer.send({ ...message, to: 'jo@example.org' }), (error: Error) => {
      assert.equal(error.message, 'the mail server did not take the message (EENVELOPE 550)')
      assert.doesNotMatch(inspect(error, { depth: 10, showHidden: true }), /jo@example/)
      return true
    })
  } finally {
    await new Promise<void>(resolve => server.close(resolve))
  }
})

async function assertMessage(bytes: Buffer): Promise<void> {
  const read = await PostalMime.parse(bytes)
  const header = (name: string) => read.headers.find(({ key }) => key === name)?.value
  assert.equal(read.subject, message.subject)
  assert.equal(read.text?.trimEnd(), message.text)
  assert.equal(read.from?.address, 'no-reply@cpd.example.org')
  assert.equal(header('list-unsubscribe'), `<${message.unsubscribeUrl}>`)
  assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  assert.equal(read.html, undefined)
}

test('something for the calendar goes as a file, and as mail programs look for it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'confer-mail-'))
  try {
    const mailer = makeMailer({
      smtpUrl: null,
      dataDir,
      baseUrl: 'https://cpd.example.org',
      log: () => undefined,
    })
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
    await mailer.send({ ...message, calendar: { method: 'REQUEST', content } })
    const [name = ''] = await readdir(join(dataDir, 'outbox'))
    const source = await readFile(join(dataDir, 'outbox', name))
    assert.match(source.toString(), /content-type: text\/calendar; charset=utf-8; method=REQUEST/i)
    // The file as it is: a parser makes its line ends its own.
    const encoded = source.toString().replaceAll(/\s/g, '')
    assert.ok(encoded.includes(Buffer.from(content).toString('base64')))
    const { attachments, text } = await PostalMime.parse(source)
    assert.match(text ?? '', /Nothing is “done”/)
    assert.ok(attachments.some(({ filename }) => filename === 'calendar.ics'))
  } finally {
    await rm(dataDir, { recursive: true })
  }
})
