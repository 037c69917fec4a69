import type { Page } from '../../platform/web/reply.ts'
import { messagePage, paragraph } from './message-page.ts'

export function tooManyPage(): Page {
  return messagePage(
    'Please try again later',
    [
      paragraph(
        'Thousands of accounts were asked for from your network in the last hour, more than we can answer with a mail.',
      ),
      paragraph(
        'Nothing was sent. Wait an hour, or use another network, such as your phone’s, and try again.',
      ),
    ],
    { status: 429 },
  )
}
