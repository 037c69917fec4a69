import type { Html } from '../ui/html.ts'

/** What a handler answers with: plain data, turned into HTTP in one place (`answer.ts`) after the transaction commits. */
export type Reply = Page | Redirect | Download | JsonReply

export type Status = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507

export interface Page {
  readonly kind: 'page'
  readonly status: Status
  /** Names the page in the tab, before the product's name. */
  readonly title: string
  /** Set when the page shows errors: the tab then says so first. */
  readonly hasErrors: boolean
  readonly main: Html
  readonly back: { readonly href: string; readonly text: string } | null
  /** What a script of ours is told instead, when it sent the request in the background; `null` where none does. */
  readonly inBackground: JsonObject | null
  readonly cookies: CookieChanges
}

export interface Redirect {
  readonly kind: 'redirect'
  readonly to: string
  readonly cookies: CookieChanges
}

export interface Download {
  readonly kind: 'download'
  readonly fileName: string
  readonly contentType: string
  readonly body: string | Buffer
  readonly cookies: CookieChanges
}

/** For a script of ours that sent a form in the background. */
export interface JsonReply {
  readonly kind: 'json'
  readonly status: Status
  readonly body: JsonObject
  readonly cookies: CookieChanges
}

type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [name: string]: Json
}

/** Tokens to give to the browser, or `null` to take one away; what is not named stays. */
export interface CookieChanges {
  readonly session?: string | null
  readonly device?: string
}

interface PageOptions {
  readonly title: string
  readonly main: Html
  readonly status?: Page['status']
  readonly hasErrors?: boolean
  readonly back?: Page['back']
  readonly inBackground?: JsonObject
  readonly cookies?: CookieChanges
}

export function page({
  title,
  main,
  status = 200,
  hasErrors = false,
  back = null,
  inBackground,
  cookies = {},
}: PageOptions): Page {
  return { kind: 'page', status, title, hasErrors, main, back, inBackground: inBackground ?? null, cookies }
}

export function redirect(to: string, cookies: CookieChanges = {}): Redirect {
  return { kind: 'redirect', to, cookies }
}

export function json(
  body: JsonObject,
  { status = 200, cookies = {} }: { readonly status?: Status; readonly cookies?: CookieChanges } = {},
): JsonReply {
  return { kind: 'json', status, body, cookies }
}

export function download(file: Pick<Download, 'fileName' | 'contentType' | 'body'>): Download {
  return { kind: 'download', cookies: {}, ...file }
}
