import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachDatabase } from './reach-database.ts'

const server = process.env['CONFER_TEST_SERVER'] ?? ''

test('a database that lets us in is reached', () => reachDatabase(server))

test('one that does not is named by its variable, in one line that repeats nothing of the value', async () => {
  const wrong = [
    ['postgres://confer:s3cret@127.0.0.1:1/confer', /: nothing listens at that address\.$/],
    ['postgres://confer:s3cret@nowhere.invalid/confer', /: (its host is not known|EAI_AGAIN)\.$/],
    ['postgres://confer:s3cret@127.0.0.1/%E4', /: [^:\n]+\.$/],
    [server.replace(/\/[\w-]+(?=\?|$)/, '/s3cret'), /: the server has no database of that name\.$/],
  ] as const
  for (const [url, words] of wrong)
    await assert.rejects(reachDatabase(url), (error: Error) => {
      assert.match(error.message, /^The database that DATABASE_URL names cannot be reached: [^\n]+$/)
      assert.match(error.message, words)
      assert.doesNotMatch(error.message, /s3cret|nowhere/)
      return true
    })
})
