import type { DraftOnDevice, OtherOnDevice } from './drafts-on-device.ts'
import { partOf, showPart } from './show-part.ts'

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

export function showDrafts(drafts: readonly DraftOnDevice[], others: readonly OtherOnDevice[]): void {
  const content = partOf('drafts')
  const list = content.querySelector('[data-list]')
  const blank = list?.querySelector<HTMLElement>('[data-item]')
  if (list && blank) list.replaceChildren(...drafts.map(draft => fillItem(blank, draft)))
  content.querySelector(drafts.length > 0 ? '[data-when="none"]' : '[data-list]')?.remove()
  const besides = content.querySelector('[data-others]')
  const details = besides?.querySelector<HTMLDetailsElement>('details')
  if (besides && details)
    details.replaceWith(...others.map(other => fillDetails(document.importNode(details, true), other)))
  if (others.length === 0) besides?.remove()
  showPart('drafts', content)
}

/** Open where it is what was asked for. */
function fillDetails(details: HTMLDetailsElement, { title, changedAt, formUrl, texts }: OtherOnDevice): Node {
  details.open = formUrl === location.pathname
  const name = details.querySelector('[data-slot="title"]')
  if (name && title.trim() !== '') name.textContent = title
  const changed = details.querySelector('[data-slot="changed"]')
  if (changed) changed.textContent = moment.format(changedAt)
  const box = details.querySelector('[data-slot="text"]')
  box?.replaceWith(
    ...texts.map(text => {
      const copy = document.importNode(box, true)
      copy.textContent = text
      return copy
    }),
  )
  return details
}

function fillItem(blank: HTMLElement, { pieceId, title, changedAt, writing }: DraftOnDevice): Node {
  const item = document.importNode(blank, true)
  const link = item.querySelector<HTMLAnchorElement>('a[data-slot="title"]')
  if (link) {
    if (title.trim() !== '') link.textContent = title
    link.href = `/cpd/pieces/${encodeURIComponent(pieceId)}/edit`
  }
  item.querySelector(writing ? '[data-when="sent"]' : '[data-when="unsent"]')?.remove()
  const changed = item.querySelector('[data-slot="changed"]')
  if (changed) changed.textContent = moment.format(changedAt)
  return item
}
