import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedText } from './typed-text.ts'

test('what our own pages filled in, a choice between two texts and a password are not what somebody typed', () => {
  const typed = [
    ['title', 'A morning in clinic'],
    ['starting', 'kept: a name of its own'],
    ['chosen-by', 'kept too'],
  ] as const
  const notTyped = [
    ['version', '4'],
    ['saveId', 'a'],
    ['starting-type', 'reading'],
    ['starting-', 'x'],
    ['choose-learning', 'both'],
    ['choosing', 'learning title'],
    ['currentPassword', 'teapot gravel'],
    ['learning', ' \n'],
  ] as const
  assert.deepEqual(
    typedText([...notTyped, ...typed]),
    typed.map(([, text]) => text),
  )
})
