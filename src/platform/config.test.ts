import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

test('everything has a default', () => {
  const read = readConfig({})
  assert.ok(read.ok)
  assert.equal(read.value.baseUrl, 'http://127.0.0.1:3000')
  assert.equal(read.value.databaseUrl, null)
  assert.equal(read.value.recordGoesTo, 'nobody')
  assert.equal(read.value.offlineDays, 30)
  assert.equal(read.value.backupDays, null)
})

test('an empty variable is as good as none', () => {
  const read = readConfig({ PORT: ' ', BASE_URL: '' })
  assert.ok(read.ok)
  assert.equal(read.value.port, 3000)
})

test('the address people use loses the slash at its end', () => {
  const read = readConfig({ BASE_URL: 'https://cpd.example.org/' })
  assert.ok(read.ok)
  assert.equal(read.value.baseUrl, 'https://cpd.example.org')
})

const wrong = [
  { OFFLINE_DAYS: 'many' },
  { OFFLINE_DAYS: '366' },
  { BACKUP_DAYS: '0' },
  { BACKUP_DAYS: 'a month' },
  { PORT: '70000' },
  { PORT: 'three' },
  { PORT: '3000.5' },
  { PORT: '0' },
  { HOST: 'two words' },
  { BASE_URL: 'cpd.example.org' },
  { BASE_URL: 'https://example.org/confer' },
  { BASE_URL: 'https://example.org/?a=b' },
  { BASE_URL: 'https://example.org?' },
  { BASE_URL: 'https://example.org/#top' },
  { BASE_URL: 'https://jo@example.org' },
  { DATABASE_URL: 'mysql://db/confer' },
  { DATABASE_URL: 'postgres://[bad' },
  { DATABASE_URL: 'postgres://db:port/confer' },
  { SMTP_URL: 'mail.example.org' },
  { RECORD_GOES_TO: 'everybody' },
  { TRUSTED_PROXY: 'foo' },
  { TRUSTED_PROXY: 'true' },
  { TRUSTED_PROXY: '10.0.0.7,' },
  { TRUSTED_PROXY: '10.0.0.7/33' },
  { TRUSTED_PROXY: '10.0.0.7/0' },
  { TRUSTED_PROXY: 'loopback/8' },
]

for (const environment of wrong) {
  const [name = '', value] = Object.entries(environment)[0] ?? []
  test(`a wrong ${name}, “${value}”, is named in one line`, () => {
    const read = readConfig(environment)
    assert.ok(!read.ok)
    assert.match(read.refusal, new RegExp(`^${name} must [^\\n]+\\.$`))
  })
}

test('proxies are addresses, ranges or the word for this machine', () => {
  for (const trustedProxy of ['10.0.0.7', '::1', '10.0.0.0/8, 2001:db8::/32', 'loopback'])
    assert.equal(readConfig({ TRUSTED_PROXY: trustedProxy }).ok, true, trustedProxy)
})

test('a database may be reached through a Unix socket, and any port may be listened on where BASE_URL is given', () => {
  const read = readConfig({
    DATABASE_URL: 'postgresql://confer@/confer?host=%2Fvar%2Frun%2Fpostgresql',
    BASE_URL: 'https://cpd.example.org',
    PORT: '0',
  })
  assert.equal(read.ok, true)
})

test('a wrong address that may hold a password is not repeated', () => {
  for (const url of ['http://confer:s3cret@db/confer', 'postgres://confer:s3cret@[db/confer']) {
    const read = readConfig({ DATABASE_URL: url })
    assert.ok(!read.ok)
    assert.doesNotMatch(read.refusal, /s3cret/)
  }
})
