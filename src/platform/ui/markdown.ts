import MarkdownIt from 'markdown-it'
import { Html } from './html.ts'

export interface MarkdownOptions {
  /** How large a picture is, in CSS pixels; `null` leaves it out, with its paragraph. */
  readonly pictureSize?: (src: string) => PictureSize | null
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

export interface RenderedMarkdown {
  readonly html: Html
  /** In order, with the id that each has on the page. */
  readonly headings: readonly Heading[]
}

export interface Heading {
  /** 2 for `##`, and so on: a page's own title is its only heading of level 1. */
  readonly level: number
  readonly text: string
  readonly id: string
}

type Token = ReturnType<typeof markdownIt.parse>[number]

/** Renders Markdown with the design system's classes. Markup in the text is shown, not obeyed. */
export function renderMarkdown(text: string, { pictureSize }: MarkdownOptions = {}): RenderedMarkdown {
  const tokens = withoutMissingPictures(markdownIt.parse(text, {}), pictureSize)
  const headings: Heading[] = []
  const usedIds = new Set(idsOfLayout)
  const tableLabels = new Set<string>()

  for (const [index, token] of tokens.entries()) {
    dress(token)
    for (const child of token.children ?? []) {
      dress(child)
      if (child.type === 'image') size(child, pictureSize)
    }
    if (token.type === 'heading_open') {
      const heading = tokens[index + 1]
      const headingText = heading ? plainText(heading) : ''
      const id = unused(slug(headingText), usedIds)
      token.attrSet('id', id)
      headings.push({ level: Number(token.tag.slice(1)), text: headingText, id })
    }
    if (token.type === 'table_open') {
      const label = unused(headings.at(-1)?.text ?? '', tableLabels, ' ')
      token.meta = { label: label === '' ? 'Table' : `Table: ${label}` }
    }
    // Markdown cannot mark the heading of a row: a first cell that is bold throughout says it.
    if (token.type === 'td_open' && tokens[index - 1]?.type === 'tr_open') makeRowHeading(tokens, index)
  }
  return { html: Html.trusted(markdownIt.renderer.render(tokens, markdownIt.options, {})), headings }
}

/** Text to be put into Markdown that must not be read as Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ')
}

/** Lower case, with one hyphen for each run of anything but letters and digits. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

const markdownIt = new MarkdownIt({ html: false })

// A wide table scrolls by itself, so that the page does not; whoever has no mouse needs the focus to scroll it.
markdownIt.renderer.rules['table_open'] = (tokens, index) =>
  `<section class="confer-scroll" tabindex="0" aria-label="${markdownIt.utils.escapeHtml(String(tokens[index]?.meta?.['label']))}">\n<table class="govuk-table">\n`
markdownIt.renderer.rules['table_close'] = () => '</table>\n</section>\n'

/** The layout has these already: see `layout.ts`. */
const idsOfLayout = ['top', 'navigation', 'main-content']

const classes: Readonly<Record<string, string>> = {
  paragraph_open: 'govuk-body',
  bullet_list_open: 'govuk-list govuk-list--bullet',
  ordered_list_open: 'govuk-list govuk-list--number',
  blockquote_open: 'govuk-inset-text',
  link_open: 'govuk-link',
  hr: 'govuk-section-break govuk-section-break--m govuk-section-break--visible',
  thead_open: 'govuk-table__head',
  tbody_open: 'govuk-table__body',
  tr_open: 'govuk-table__row',
  th_open: 'govuk-table__header',
  td_open: 'govuk-table__cell',
  image: 'confer-picture',
}

const headingClasses: Readonly<Record<string, string>> = {
  h1: 'govuk-heading-l',
  h2: 'govuk-heading-m',
  h3: 'govuk-heading-s',
}

function dress(token: Token): void {
  const name =
    token.type === 'heading_open' ? (headingClasses[token.tag] ?? 'govuk-heading-s') : classes[token.type]
  if (name !== undefined) token.attrSet('class', name)
  if (token.type === 'th_open') token.attrSet('scope', 'col')
}

function size(image: Token, pictureSize: MarkdownOptions['pictureSize']): void {
  image.attrSet('loading', 'lazy')
  const known = pictureSize?.(sourceOf(image))
  if (!known) return
  image.attrSet('width', String(known.width))
  image.attrSet('height', String(known.height))
}

function sourceOf(image: Token): string {
  return String(image.attrGet('src') ?? '')
}

function withoutMissingPictures(tokens: Token[], pictureSize: MarkdownOptions['pictureSize']): Token[] {
  if (!pictureSize) return tokens
  const isMissing = (token: Token | undefined) =>
    token?.type === 'inline' &&
    token.children?.length === 1 &&
    token.children[0]?.type === 'image' &&
    pictureSize(sourceOf(token.children[0])) === null
  // A paragraph is three tokens: it opens, its content, it closes.
  return tokens.filter((_, index) => ![-1, 0, 1].some(offset => isMissing(tokens[index + offset])))
}

function makeRowHeading(tokens: Token[], index: number): void {
  const [open, content, close] = tokens.slice(index)
  const parts = content?.children?.filter(part => part.type !== 'text' || part.content !== '')
  if (!open || !content || !close || !parts) return
  const bold = parts.map(part => part.type === 'strong_open' || part.type === 'strong_close')
  if (bold[0] !== true || bold.indexOf(true, 1) !== parts.length - 1) return
  content.children = parts.slice(1, -1)
  open.tag = close.tag = 'th'
  open.attrSet('class', 'govuk-table__header')
  open.attrSet('scope', 'row')
}

function plainText(inline: Token): string {
  return (inline.children ?? []).map(child => child.content).join('')
}

function unused(wanted: string, used: Set<string>, joint = '-'): string {
  let found = wanted
  for (let n = 2; used.has(found); n++) found = `${wanted}${joint}${n}`
  used.add(found)
  return found
}
