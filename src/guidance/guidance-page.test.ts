import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGuidancePage } from './guidance-page.ts'

test('a page is read from its front matter and its text', () => {
  const text =
    '---\ntitle: A title: with a colon\nsummary: In short.\ngroup: Some\norder: 20\n---\n\nText\n\n---\n\nMore\n'
  assert.deepEqual(readGuidancePage('a-page', text), {
    name: 'a-page',
    title: 'A title: with a colon',
    summary: 'In short.',
    group: 'Some',
    order: 20,
    markdown: '\nText\n\n---\n\nMore\n',
  })
})

test('a page whose front matter is missing, short or misspelt is refused by name', () => {
  for (const text of [
    'No front matter',
    '---\ntitle: A\norder: 1\n---\n',
    '---\ntitle: A\nsummary: B\norder: soon\n---\n',
    '---\ntitle: A\nsummary: B\norder: 1\nordre: 2\n---\n',
  ])
    assert.throws(() => readGuidancePage('a-page', text), /“a-page”/)
})
