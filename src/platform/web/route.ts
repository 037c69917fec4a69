import type { Actor, FormerSession, Practitioner } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import type { FormBody, FormShape } from './form-body.ts'
import type { ParamsOf, Path } from './path.ts'
import type { Reply } from './reply.ts'

/** One request, as a handler sees it. */
export interface Visit<Who extends Actor = Actor, Params = unknown> {
  readonly actor: Who
  /** Whose session the browser had that has ended, where nobody is signed in. */
  readonly former: FormerSession | null
  readonly params: Params
  readonly query: URLSearchParams
  readonly form: FormBody
  /** For a GET a connection that cannot write; for a POST the transaction that commits when the handler returns. */
  readonly db: Db
  readonly now: Date
  /** The network address the request came from. */
  readonly address: string
  /** What the browser says it is; '' when it says nothing. */
  readonly userAgent: string
  /** The token of a browser that has signed in before, if it sent one. */
  readonly device: string | null
  /** Whether a script of ours sent the request, for itself to read the answer: it is answered in JSON. */
  readonly inBackground: boolean
  /** Goes into every form on the page: see `form-token.ts`. */
  readonly formToken: string
}

export type SignedInVisit<Params = unknown> = Visit<Practitioner, Params>

/** Who may use a route. Every route has one: there is no default. */
export interface Access<Who extends Actor> {
  readonly name: string
  admits(actor: Actor): actor is Who
}

export const anyone: Access<Actor> = { name: 'anyone', admits: (_actor): _actor is Actor => true }

export const signedIn: Access<Practitioner> = {
  name: 'signed in',
  admits: (actor): actor is Practitioner => actor.kind === 'practitioner',
}

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: Path
  readonly access: Access<Actor>
  /** Which fields a POST may carry. */
  readonly form: FormRule
  /** Whether a POST must carry the token of one of our pages. A mail program's one-press request cannot. */
  readonly needsFormToken: boolean
  /** Whether asking for it shows that somebody is there, and so keeps them signed in. */
  readonly keepsAlive: boolean
  handle(visit: Visit): Promise<Reply>
}

type FormRule = FormShape | ((visit: Visit) => FormShape)

type Handle<Who extends Actor, Pattern extends string> = (
  visit: Visit<Who, ParamsOf<Pattern>>,
) => Reply | Promise<Reply>

const noFields: FormShape = { once: [] }

export function get<Who extends Actor, Pattern extends string>(
  path: Path<Pattern>,
  access: Access<Who>,
  handle: Handle<Who, Pattern>,
): Route {
  return makeRoute('GET', path, access, noFields, true, handle)
}

export function post<Who extends Actor, Pattern extends string>(
  path: Path<Pattern>,
  access: Access<Who>,
  form: FormRule,
  handle: Handle<Who, Pattern>,
): Route {
  return makeRoute('POST', path, access, form, true, handle)
}

/** A POST that a mail program may send by itself (RFC 8058): the address carries a secret instead of the form. */
export function postFromMail<Pattern extends string>(
  path: Path<Pattern>,
  form: FormRule,
  handle: Handle<Actor, Pattern>,
): Route {
  return makeRoute('POST', path, anyone, form, false, handle)
}

/** The same route for a script that asks by itself: it must not keep somebody signed in who has left. */
export function unattended(route: Route): Route {
  return { ...route, keepsAlive: false }
}

function makeRoute<Who extends Actor, Pattern extends string>(
  method: Route['method'],
  path: Path<Pattern>,
  access: Access<Who>,
  form: FormRule,
  needsFormToken: boolean,
  handle: Handle<Who, Pattern>,
): Route {
  return {
    method,
    // The router fills the parameters that the pattern names, and calls only after `access` admitted the actor.
    path,
    access,
    form,
    needsFormToken,
    keepsAlive: true,
    handle: async visit => handle(visit as Visit<Who, ParamsOf<Pattern>>),
  }
}
