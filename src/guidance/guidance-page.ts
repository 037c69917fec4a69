import { z } from 'zod'

/** One page of guidance as it is written: Markdown with placeholders, such as `{{pieces}}`. */
export interface GuidancePage {
  /** The last part of its address, and its file's name. */
  readonly name: string
  readonly title: string
  /** One sentence for lists of pages. */
  readonly summary: string
  /** Where it stands among the others, lowest first. */
  readonly order: number
  /** The heading it stands under in the list of guidance; pages about the service have none. */
  readonly group: string | null
  readonly markdown: string
}

const frontMatterShape = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  order: z.coerce.number().int(),
  group: z.string().min(1).nullable().default(null),
})

/** Reads a page from its file's text; throws, naming the page, where what stands between the `---` is wrong. */
export function readGuidancePage(name: string, text: string): GuidancePage {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(text)
  const lines = (match?.[1] ?? '').split('\n').map(line => /^(\w+): (.+)$/.exec(line))
  const read = frontMatterShape.safeParse(Object.fromEntries(lines.map(line => [line?.[1], line?.[2]])))
  if (!read.success) throw new Error(`The guidance page “${name}”: ${z.prettifyError(read.error)}`)
  return { name, ...read.data, markdown: match?.[2] ?? '' }
}
