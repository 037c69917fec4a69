import { html, type Html } from '../../platform/ui/html.ts'

/** What a form needs that is to be checked while somebody writes; its texts have `data-check` with what they are. */
export interface CheckedWhileWriting {
  readonly scriptUrl: string
  /** Of those who share what is written. */
  readonly names: Readonly<Record<string, string>>
}

export function checkedWhileWriting({ scriptUrl, names }: CheckedWhileWriting): Html {
  return html` data-checked-by="${scriptUrl}" data-known-names="${Object.values(names).join('\n')}"`
}
