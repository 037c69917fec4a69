import type { Page } from '../../platform/web/reply.ts'
import { link, messagePage, paragraph } from './message-page.ts'

/** For a link that was used, is too old, or was cut short by a mail program: we do not say which, and cannot tell. */
export function linkNotValidPage(instead: { readonly href: string; readonly text: string }): Page {
  return messagePage(
    'This link no longer works',
    [
      paragraph('It may have been used already, or be too old, or a part of it is missing.'),
      paragraph('If you have just used it, you do not need it again.'),
      paragraph(link(instead.href, instead.text)),
    ],
    { status: 404 },
  )
}
