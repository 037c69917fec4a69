import type { DraftOnDevice } from './drafts-on-device.ts'
import { partOf, showPart } from './show-part.ts'

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

export function showDrafts(drafts: readonly DraftOnDevice[]): void {
  const content = partOf('drafts')
  const list = content.querySelector('[data-list]')
  const blank = list?.querySelector<HTMLElement>('[data-item]')
  if (list && blank) list.replaceChildren(...drafts.map(draft => fillItem(blank, draft)))
  content.querySelector(drafts.length > 0 ? '[data-when="none"]' : '[data-list]')?.remove()
  showPart('drafts', content)
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
