import type { Actor, FormerSession } from '../actor.ts'
import type { Database, Db } from '../db/connect.ts'
import type { Html } from '../ui/html.ts'
import type { Assets } from './assets.ts'
import type { Page } from './reply.ts'
import type { Route } from './route.ts'
import type { Field } from './typed-text.ts'

/** What the server is given by the product. */
export interface ServerParts {
  readonly database: Database
  readonly routes: readonly Route[]
  readonly assets: Assets
  readonly baseUrl: string
  readonly clock: () => Date
  /** Who a session's token belongs to. */
  readonly identify: (db: Db, sessionToken: string, now: Date) => Promise<Identified>
  /** Keeps a session alive: called, outside the request's own connection, when `identify` says it is due. */
  readonly keepAlive: (db: Db, actor: Actor, now: Date) => Promise<void>
  /** Puts a page into the product's header, navigation and footer. */
  readonly frame: (page: Page, around: PageSurroundings) => Html
  /** Where to send somebody who must sign in first. */
  readonly signInUrl: (next: string) => string
  /** The form to sign in with, for a page of ours that says that somebody must. */
  readonly signInForm: (around: { readonly formToken: string }, next: string) => Html
  readonly setAside: SetAside
  /** One JSON line a request on standard output. */
  readonly logRequests: boolean
  /** Proxies whose word on the client's address is taken, as Fastify's `trustProxy` has it. */
  readonly trustedProxy: string | null
}

export interface Identified {
  readonly actor: Actor
  readonly keepAliveDue: boolean
  /** Whose session it was, if it has ended. */
  readonly former: FormerSession | null
}

/** Where forms wait that came too late, until whoever they belong to has signed in again. */
export interface SetAside {
  /** The page that shows them. */
  readonly url: string
  /** Returns the form's id, or `null` where there are too many already. */
  keep(db: Db, form: FormToKeep, now: Date): Promise<string | null>
  /** Drops one that has been sent again. */
  forget(db: Db, personId: string, formId: string): Promise<void>
}

export interface FormToKeep {
  readonly personId: string
  /** Where it was sent to. */
  readonly path: string
  readonly fields: readonly Field[]
}

export interface PageSurroundings {
  /** `null` on a page that was made without looking who asks, because the database or the address is at fault. */
  readonly actor: Actor | null
  readonly path: string
  readonly formToken: string
}
