import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

test('everything has a default', () => {
  const read = readConfig({})
  assert.ok(read.ok)
  assert.equal(read.value.baseUrl, 'http://127.0.0.1:3000')
  assert.equal(read.value.databaseUrl, null)
  assert.equal(read.value.recordGoesTo, 'nobody')
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
  { PORT: '70000' },
  { PORT: 'three' },
  { PORT: '3000.5' },
  { HOST: 'two words' },
  { BASE_URL: 'cpd.example.org' },
  { BASE_URL: 'https://example.org/confer' },
  { DATABASE_URL: 'mysql://db/confer' },
  { SMTP_URL: 'mail.example.org' },
  { RECORD_GOES_TO: 'everybody' },
]

for (const environment of wrong) {
  const [name = '', value] = Object.entries(environment)[0] ?? []
  test(`a wrong ${name}, “${value}”, is named in one line`, () => {
    const read = readConfig(environment)
    assert.ok(!read.ok)
    assert.match(read.refusal, new RegExp(`^${name} must [^\\n]+\\.$`))
  })
}

test('a wrong address that may hold a password is not repeated', () => {
  const read = readConfig({ DATABASE_URL: 'http://confer:s3cret@db/confer' })
  assert.ok(!read.ok)
  assert.doesNotMatch(read.refusal, /s3cret/)
})
