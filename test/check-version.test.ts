import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashCheck } from '../scripts/anonymisation/hash-check.ts'
import { checkVersion } from '../src/anonymisation/check-version.ts'

test('the version of the check is that of its rules and its model', () => {
  assert.equal(
    checkVersion,
    hashCheck(),
    'Something in src/anonymisation/ was changed: run node scripts/anonymisation/renew-check-version.ts',
  )
})
