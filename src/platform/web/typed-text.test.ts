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
    ['planId', '0b2d7c0e-1111-4222-8333-444455556666'],
    ['sha256', 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c'],
    ['shownEnd', '2026-11-30'],
    ['currentPassword', 'teapot gravel'],
    ['learning', ' \n'],
  ] as const
  assert.deepEqual(
    typedText([...notTyped, ...typed]),
    typed.map(([, text]) => text),
  )
})
