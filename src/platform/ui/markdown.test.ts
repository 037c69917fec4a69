import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeMarkdown, renderMarkdown, slug } from './markdown.ts'

const markup = (text: string) => String(renderMarkdown(text).html)

test('text, lists, quotes and links wear the design system’s classes', () => {
  const page = markup('One [link](/x).\n\n- a\n- b\n\n1. c\n\n> said')
  assert.match(page, /<p class="govuk-body">One <a href="\/x" class="govuk-link">link<\/a>\.<\/p>/)
  assert.match(page, /<ul class="govuk-list govuk-list--bullet">\n<li>a<\/li>/)
  assert.match(page, /<ol class="govuk-list govuk-list--number">/)
  assert.match(page, /<blockquote class="govuk-inset-text">/)
})

test('markup in the text is shown and not obeyed', () => {
  assert.equal(
    markup('<b onclick="x">a</b>'),
    '<p class="govuk-body">&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>\n',
  )
  assert.doesNotMatch(markup('[a](javascript:alert(1))'), /<a/)
})

test('headings have ids from their words, each once on the page', () => {
  const { headings, html } = renderMarkdown('## Who *must*, and when?\n\n### Top\n\n## Who must and when')
  assert.deepEqual(headings, [
    { level: 2, text: 'Who must, and when?', id: 'who-must-and-when' },
    { level: 3, text: 'Top', id: 'top-2' },
    { level: 2, text: 'Who must and when', id: 'who-must-and-when-2' },
  ])
  assert.match(String(html), /<h2 class="govuk-heading-m" id="who-must-and-when">Who <em>must<\/em>/)
  assert.match(String(html), /<h3 class="govuk-heading-s" id="top-2">/)
})

test('a slug is lower case with one hyphen between words', () => {
  assert.equal(slug('  Situation 3: learning — while on “leave” '), 'situation-3-learning-while-on-leave')
})

test('a table scrolls by itself, can be reached by keyboard and is named after its heading', () => {
  const table = '| A | B |\n| - | - |\n| **c** | d |\n| **e** f | g |\n'
  const page = markup(`## Side by "side"\n\n${table}\ntext\n\n${table}`)
  assert.match(
    page,
    /<section class="confer-scroll" tabindex="0" aria-label="Table: Side by &quot;side&quot;">\n<table class="govuk-table">/,
  )
  assert.match(page, /aria-label="Table: Side by &quot;side&quot; 2"/)
  assert.match(page, /<th class="govuk-table__header" scope="col">A<\/th>/)
  assert.match(
    page,
    /<th class="govuk-table__header" scope="row">c<\/th>\n<td class="govuk-table__cell">d<\/td>/,
  )
  assert.match(page, /<td class="govuk-table__cell"><strong>e<\/strong> f<\/td>/)
})

test('a picture is loaded late, takes its room beforehand, and is left out when there is none', () => {
  const text = 'a\n\n![What it shows](/x.png)\n\nb'
  const shown = renderMarkdown(text, { pictureSize: () => ({ width: 640, height: 480 }) })
  assert.match(
    String(shown.html),
    /<img src="\/x.png" alt="What it shows" class="confer-picture" loading="lazy" width="640" height="480">/,
  )
  const left = renderMarkdown(text, { pictureSize: () => null })
  assert.equal(String(left.html), '<p class="govuk-body">a</p>\n<p class="govuk-body">b</p>\n')
})

test('escaped text is read as it stands', () => {
  const text = '*a* [b](c) <d@e.org> `f` # 1. \\ {{g}} & h_i_j'
  assert.equal(
    markup(escapeMarkdown(text)),
    '<p class="govuk-body">*a* [b](c) &lt;d@e.org&gt; `f` # 1. \\ {{g}} &amp; h_i_j</p>\n',
  )
})
