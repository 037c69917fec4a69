import { renderMarkdown } from '../platform/ui/markdown.ts'
import type { Page } from '../platform/web/reply.ts'
import { anyone, get, type Route } from '../platform/web/route.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import type { GuidancePage } from './guidance-page.ts'
import { loadGuidance } from './load-guidance.ts'
import { aboutPath, guidancePagePath, guidancePath } from './paths.ts'
import { fillPlaceholders, placeholders, type AboutThisCopy } from './placeholders.ts'
import { guidanceIndexPage } from './screens/guidance-index.ts'
import { aboutPage, guidanceArticlePage } from './screens/guidance-article.ts'
import { yearToExplain, type YearToExplain } from './year-to-explain.ts'

export interface GuidanceSettings extends AboutThisCopy {
  readonly packs: RulePacks
}

/** The public pages, from the files as they are now. */
export async function guidanceRoutes(settings: GuidanceSettings): Promise<Route[]> {
  const { guidance, about, pictureSizes } = await loadGuidance()

  const rendered = (article: GuidancePage, explained: YearToExplain) =>
    renderMarkdown(fillPlaceholders(article.markdown, placeholders(explained, settings)), {
      pictureSize: address => pictureSizes.get(address) ?? null,
    })
  const index = guidanceIndexPage(guidance)

  return [
    get(guidancePath, anyone, () => index),
    ...guidance.map((article, at) => {
      const around = { previous: guidance[at - 1], next: guidance[at + 1] }
      return get(
        guidancePagePath(article.name),
        anyone,
        oncePerYear(settings.packs, explained =>
          guidanceArticlePage(article, rendered(article, explained), around),
        ),
      )
    }),
    ...about.map(article =>
      get(
        aboutPath(article.name),
        anyone,
        oncePerYear(settings.packs, explained => aboutPage(article, rendered(article, explained))),
      ),
    ),
  ]
}

/** Within a registration year a page stays the same, so it is made once and kept. */
function oncePerYear(packs: RulePacks, make: (explained: YearToExplain) => Page) {
  let kept: { closingYear: number; page: Page } | null = null
  return ({ now }: { readonly now: Date }): Page => {
    const explained = yearToExplain(packs, now)
    const { closingYear } = explained.year
    if (kept?.closingYear !== closingYear) kept = { closingYear, page: make(explained) }
    return kept.page
  }
}
