import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOnly, readFormBody } from './form-body.ts'

const posted = (fields: Readonly<Record<string, string>>) =>
  readFormBody(new URLSearchParams(fields).toString())

test('text stays as typed: white space, emoji and every script', () => {
  const text = '  Cwrdd â’r teulu 👩🏽‍⚖️ \n\tمرحبا  '
  assert.equal(posted({ learning: text }).text('learning'), text)
})

test('line ends become one kind, those of a word processor too', () => {
  assert.equal(posted({ a: 'one\r\ntwo\rthree\vfour\nfive' }).text('a'), 'one\ntwo\nthree\nfour\nfive')
  assert.equal(posted({ a: 'one\r\ntwo' }).removedCharacters, 0)
})

test('null and other control characters are taken out and counted', () => {
  const body = posted({ a: 'a\u0000b\u0007c\u009Fd', b: '\u001F' })
  assert.equal(body.text('a'), 'abcd')
  assert.equal(body.removedCharacters, 4)
})

test('bytes that are not text become the character that says so', () => {
  assert.equal(readFormBody('a=%ED%A0%80x').text('a').endsWith('x'), true)
  assert.doesNotThrow(() => encodeURIComponent(readFormBody('a=%ED%A0%80x').text('a')))
})

test('a field that the form does not have is refused by name', () => {
  const checked = fieldsOnly(posted({ version: '1', isAdmin: 'yes' }), { once: ['version'] })
  assert.ok(!checked.ok)
  assert.match(checked.refusal, /“isAdmin”/)
})

test('a field sent twice is refused, unless the form has it several times', () => {
  const body = readFormBody('title=a&title=b')
  assert.equal(fieldsOnly(body, { once: ['title'] }).ok, false)
  assert.equal(fieldsOnly(body, { once: [], many: ['title'] }).ok, true)
})

test('rows are named with a number', () => {
  const shape = { once: ['peer-role-*'] }
  assert.equal(fieldsOnly(posted({ 'peer-role-1': 'a', 'peer-role-2': 'b' }), shape).ok, true)
  assert.equal(fieldsOnly(readFormBody('peer-role-1=a&peer-role-1=b'), shape).ok, false)
  assert.equal(fieldsOnly(posted({ 'peer-role-x': 'a' }), shape).ok, false)
})
