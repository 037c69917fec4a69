import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whoReceivesIt } from './who-receives-it.ts'

test('unless the regulator runs Confer, the words say that it has received nothing', () => {
  const words = whoReceivesIt('nobody', 'The Regulator')
  assert.match(words, /sends nothing to The Regulator/)
  assert.match(words, /copy each piece .* yourself/)
})

test('where the regulator runs Confer, the words say that it receives what is submitted', () => {
  const words = whoReceivesIt('regulator', 'The Regulator')
  assert.match(words, /received by The Regulator/)
  assert.doesNotMatch(words, /yourself/)
})
