import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOptions } from '@node-rs/argon2'
import { hashPassword, isPassword, nobodysHash } from './password-hash.ts'

test('the same password typed on two keyboards is the same password', async () => {
  const hash = await hashPassword('ﬁne weather zoe\u0308')
  assert.equal(await isPassword('fine weather zo\u00eb', hash), true)
  assert.equal(await isPassword('fine weather zoe', hash), false)
})

test('checking the password of nobody costs what checking anybody’s does, and never succeeds', async () => {
  const { algorithm, version, memoryCost, timeCost, parallelism, outputLen } = parseOptions(nobodysHash)
  const somebodys = parseOptions(await hashPassword('anything at all'))
  assert.deepEqual(
    { algorithm, version, memoryCost, timeCost, parallelism, outputLen },
    {
      algorithm: somebodys.algorithm,
      version: somebodys.version,
      memoryCost: somebodys.memoryCost,
      timeCost: somebodys.timeCost,
      parallelism: somebodys.parallelism,
      outputLen: somebodys.outputLen,
    },
  )
  assert.equal(memoryCost, 19_456)
  assert.equal(await isPassword('anything at all', null), false)
})
