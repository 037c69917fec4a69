import { pagination } from './govuk/pagination.ts'
import { nothing, type Html } from './html.ts'

/** To the pages before and after, where there are any. */
export function pagesOf(page: number, hasMore: boolean, url: (page: string) => string): Html {
  if (page === 1 && !hasMore) return nothing
  return pagination({
    ...(page > 1 && { previous: { href: url(String(page - 1)) } }),
    ...(hasMore && { next: { href: url(String(page + 1)) } }),
  })
}
