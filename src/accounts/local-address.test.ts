import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localAddress } from './local-address.ts'

test('an address of ours is kept whole', () => {
  assert.equal(localAddress('/cpd/pieces/1?from=home#peer'), '/cpd/pieces/1?from=home#peer')
})

test('an address elsewhere leads home', () => {
  const elsewhere = [
    null,
    '',
    'cpd',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    `/${'a'.repeat(2000)}`,
  ]
  for (const next of elsewhere) assert.equal(localAddress(next), '/', String(next))
})
