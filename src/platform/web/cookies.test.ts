import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCookies, writeCookies } from './cookies.ts'
import { newToken } from './token.ts'

const nothing = { session: null, device: null, visit: null }

test('what is written is read again, and nothing that has not the shape of a token', () => {
  const tokens = { session: newToken(), device: newToken(), visit: newToken() }
  for (const secure of [false, true]) {
    const lines = writeCookies(tokens, secure)
    const header = lines.map(line => line.split(';')[0]).join('; ')
    assert.deepEqual(readCookies(header, secure), tokens)
    assert.deepEqual(readCookies(header.replaceAll('=', '=x'), secure), nothing)
  }
  assert.deepEqual(readCookies(undefined, true), nothing)
})

test('under https a cookie is one that only this host can have set', () => {
  const token = newToken()
  for (const line of writeCookies({ session: token, device: token, visit: token }, true)) {
    assert.match(line, /^__Host-confer_\w+=/)
    assert.match(line, /; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    assert.doesNotMatch(line, /Domain/)
  }
  assert.match(
    writeCookies({ session: null }, true)[0] ?? '',
    /^__Host-confer_session=; Max-Age=0; .*Secure$/,
  )
  assert.deepEqual(readCookies(`confer_session=${token}`, true), nothing)
  assert.equal(readCookies(`confer_session=${token}`, false).session, token)
})
