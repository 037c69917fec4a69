import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readModel } from '../read-model.ts'
import { loadModel } from './model.ts'
import { englishUse, factsOf, firstNameUse, placeSize, surnameUse } from './word-facts.ts'

const model = await readModel()

test('the dictionary knows names, words and places', () => {
  assert.ok(firstNameUse(factsOf('jade', model)) > 0)
  assert.ok(surnameUse(factsOf('kowalska', model)) > 0)
  assert.ok(englishUse(factsOf('visited', model)) > 0)
  assert.ok(placeSize(factsOf('sheffield', model)) > 0)
  assert.equal(factsOf('qzxvkw', model), 0)
})

test('bytes that are no model are refused', () => {
  assert.throws(() => loadModel(new Uint8Array(64)))
  assert.throws(() => loadModel(new Uint8Array(0)))
})
