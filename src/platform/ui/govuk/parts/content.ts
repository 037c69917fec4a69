import type { Html } from '../../html.ts'

/** What a component says: a string is text and is escaped, `Html` is markup already. */
export type Content = string | Html

export interface WithContent {
  readonly content: Content
}

/** Most labels, hints and cells are only their content: `'Email address'` stands for `{ content: 'Email address' }`. */
export type Shorthand<Options extends WithContent> = Content | Options

/** Sound only for options in which everything but the content may be left out, as all of ours are. */
export function withContent<Options extends WithContent>(value: Shorthand<Options>): Options
export function withContent(value: Shorthand<WithContent>): WithContent {
  return typeof value === 'object' && 'content' in value ? value : { content: value }
}

/** An entry of a list that a page may leave out: `isOwner && { … }`. */
export type Maybe<Item> = Item | null | undefined | false
