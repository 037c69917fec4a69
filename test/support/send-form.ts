import assert from 'node:assert/strict'
import type { Browser, Fetched } from './browser.ts'
import type { Typed } from './given.ts'

interface Sending {
  /** Of the page with the form. */
  readonly page: string
  /** Where the form posts to; the page itself where nothing is said. */
  readonly action?: string
  readonly typed?: Typed
}

/** Sends a form as a browser does: what is not typed goes as the page shows it. Gives the page that it leads to. */
export async function sendForm(
  browser: Browser,
  { page, action = page, typed = {} }: Sending,
): Promise<Fetched> {
  const { html, status } = await browser.get(page)
  const forms = [...html.matchAll(/<form action="([^"]*)"[\s\S]*?<\/form>/g)]
  const form = forms.find(([, to]) => to === action)?.[0]
  assert.ok(form !== undefined, `${page} (${status}) has a form for ${action}`)
  const fetched = await browser.post(action, { ...shownFields(form), ...typed })
  assert.equal(fetched.status, 200, `${action}: ${fetched.text.slice(0, 600)}`)
  return fetched
}

/** What the form has before anything is typed, but for its buttons. */
function shownFields(form: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)]
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isUnchosen = /type="(?:radio|checkbox)"/.test(tag) && !/\schecked/.test(tag)
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (name !== undefined && !isUnchosen) add(name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>([^<]*)</g))
    add(name, text)
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    add(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  return fields
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
