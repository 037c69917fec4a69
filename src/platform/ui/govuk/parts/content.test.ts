import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../html.ts'
import { input } from '../input.ts'

test('a label, hint or error may be only its content', () => {
  assert.equal(
    String(input({ name: 'email', label: 'E-mail', hint: html`<b>Work</b>`, error: 'Enter <one>' })),
    String(
      input({
        name: 'email',
        label: { content: 'E-mail' },
        hint: { content: html`<b>Work</b>` },
        error: { content: 'Enter <one>' },
      }),
    ),
  )
})

test('an empty hint or error is none', () => {
  assert.equal(
    String(input({ name: 'email', label: 'E-mail', hint: '', error: '' })),
    String(input({ name: 'email', label: 'E-mail' })),
  )
})
