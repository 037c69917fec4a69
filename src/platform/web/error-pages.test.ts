import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nobody } from '../actor.ts'
import { crossSitePage, unexpectedFieldPage } from './error-pages.ts'
import { readFormBody } from './form-body.ts'

test('whoever typed something is asked to copy it before they reload the page, which empties it', () => {
  const form = readFormBody('title=An+hour')
  for (const { main } of [crossSitePage(form, nobody), unexpectedFieldPage('It has no field.', form)]) {
    const page = String(main)
    const places = ['Copy it before you leave', 'An hour', 'reload the page'].map(words =>
      page.indexOf(words),
    )
    assert.ok(!places.includes(-1), page)
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    )
    assert.match(page, /Reloading\s+empties the form/)
  }
})

test('where nothing was typed there is nothing to copy', () => {
  const page = String(crossSitePage(readFormBody(''), nobody).main)
  assert.match(page, /Go back, reload the page, and try again/)
  assert.doesNotMatch(page, /[Cc]op(?:y|ied)/)
})
