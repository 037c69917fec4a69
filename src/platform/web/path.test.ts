import assert from 'node:assert/strict'
import { test } from 'node:test'
import { path } from './path.ts'

const submission = path('/cpd/pieces/:pieceId/submissions/:number')

test('parameters are put in place and encoded', () => {
  assert.equal(submission.url({ pieceId: 'a/b', number: '2' }), '/cpd/pieces/a%2Fb/submissions/2')
})

test('a query leaves out what is not given', () => {
  assert.equal(
    submission.url({ pieceId: 'a', number: '1' }, { done: 'yes', peer: undefined }),
    '/cpd/pieces/a/submissions/1?done=yes',
  )
})
