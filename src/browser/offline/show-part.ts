/** A copy of one of the page's templates. */
export function partOf(name: string): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-offline-part="${name}"]`)
  return template ? document.importNode(template.content, true) : document.createDocumentFragment()
}

/** Puts one of the page's templates, filled, where the page says what it is, and begins to read it there. */
export function showPart(name: string, content: DocumentFragment = partOf(name)): void {
  const heading = content.querySelector('h1')
  document.querySelector('[data-offline]')?.replaceChildren(content)
  if (!heading) return
  document.title = `${heading.textContent?.trim()} – Confer`
  heading.tabIndex = -1
  heading.focus()
}
