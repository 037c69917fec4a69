import { saysSomething } from '../../../cpd/answers.ts'
import { html, type Html } from '../../../platform/ui/html.ts'

/** What somebody wrote: line breaks stay, and an answer that says nothing is called that. */
export function asTyped(text: string): Html {
  return saysSomething(text)
    ? html`<div class="confer-as-typed">${text}</div>`
    : html`<span class="confer-not-answered">Not answered</span>`
}
