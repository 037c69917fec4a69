import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyOf, readEmailAddress } from './email-address.ts'

test('an address keeps the spelling it was typed with, and is compared in lower case', () => {
  assert.deepEqual(readEmailAddress(' Jo.Smith@Example.ORG '), {
    address: 'Jo.Smith@Example.ORG',
    key: 'jo.smith@example.org',
  })
})

test('addresses that work are taken', () => {
  for (const address of ["o'brien@example.co.uk", 'jo+cpd@example.org', 'zoë@exämple.org', 'j@a.io']) {
    assert.equal(readEmailAddress(address)?.address, address)
  }
})

test('what cannot be one mailbox is refused', () => {
  const wrong = [
    '',
    'jo',
    'jo@example',
    '@example.org',
    'jo@',
    'jo@@example.org',
    'jo smith@example.org',
    'jo@example..org',
    'jo@-example.org',
    'jo.@example.org',
    'a@example.org,b@example.org',
    'a@example.org;b@example.org',
    'Jo <jo@example.org>',
    '"jo"@example.org',
    'jo@example.org\nBcc: all@example.org',
    'jo\u200b@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'a'.repeat(250)}.org`,
  ]
  for (const typed of wrong) assert.equal(readEmailAddress(typed), null, typed)
})

test('a domain in its own script and in the ASCII that stands for it are one address', () => {
  assert.equal(keyOf('jo@ex\u00e4mple.org'), keyOf('jo@xn--exmple-cua.org'))
})

test('two ways of composing a letter are one address', () => {
  assert.equal(keyOf('zoe\u0308@example.org'), keyOf('ZO\u00cb@example.org'))
})

test('what is far too long for an address is refused without normalising it', () => {
  const typed = `${'\u0300\u0316'.repeat(100_000)}@example.org`
  const started = performance.now()
  assert.equal(readEmailAddress(typed), null)
  assert.equal(keyOf(typed), null)
  assert.ok(performance.now() - started < 1_000)
})
