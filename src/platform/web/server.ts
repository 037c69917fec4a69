import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { nobody, type Actor } from '../actor.ts'
import type { Database, Db } from '../db/connect.ts'
import type { Html } from '../ui/html.ts'
import type { Assets } from './assets.ts'
import { compressed } from './compress.ts'
import { readCookies, writeCookies } from './cookies.ts'
import {
  crossSitePage,
  databaseAwayPage,
  faultPage,
  notFoundPage,
  signedOutPage,
  tooLargePage,
  unexpectedFieldPage,
} from './error-pages.ts'
import { fieldsOnly, formTokenField, readFormBody, type FormBody } from './form-body.ts'
import { isFormToken, makeFormToken } from './form-token.ts'
import { redirect, type Page, type Reply } from './reply.ts'
import type { Route, Visit } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { newToken } from './token.ts'

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
  /** One JSON line a request on standard output. */
  readonly logRequests: boolean
  /** Proxies whose word on the client's address is taken, as Fastify's `trustProxy` has it. */
  readonly trustedProxy: string | null
}

export interface Identified {
  readonly actor: Actor
  readonly keepAliveDue: boolean
}

export interface PageSurroundings {
  /** `null` on a page that was made without looking who asks, because the database or the address is at fault. */
  readonly actor: Actor | null
  readonly path: string
  readonly formToken: string
}

/**
 * The longest form we take, in bytes: four answers of 20,000 code points, each at worst twelve bytes once encoded,
 * and room for the rest.
 */
const longestBody = 4_000_000

/** Turns HTTP into visits and replies into HTTP. The rest of the product sees neither Fastify nor a header. */
export function makeServer(parts: ServerParts): FastifyInstance {
  const server = Fastify({
    bodyLimit: longestBody,
    logger: parts.logRequests && { level: 'info' },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustedProxy ?? false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // An address that cannot be decoded: nothing is there.
    frameworkErrors: (_error, request, reply) => sendPage(parts, request, reply, notFoundPage()),
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, body)
    },
  )
  // After the reply: an error here must not make a page say that nothing was changed. Fastify logs it.
  server.addHook('onResponse', async request => {
    const actor = keptAlive.get(request)
    if (actor) await parts.keepAlive(parts.database.write, actor, parts.clock())
  })
  // The route's pattern and never the address itself, which may hold a secret.
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  addProbes(server, parts)
  addAssets(server, parts.assets)
  for (const route of parts.routes) {
    server.route({
      method: route.method,
      url: route.path.pattern,
      handler: (request, reply) => answer(parts, route, request, reply),
    })
  }
  server.setNotFoundHandler((request, reply) => sendPage(parts, request, reply, notFoundPage()))
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ fault: error.name, code: error.code, stack: framesOf(error) })
    const form = formOf(request)
    if (status === 413) return sendPage(parts, request, reply, tooLargePage())
    if (status < 500)
      return sendPage(parts, request, reply, unexpectedFieldPage('We could not read that request.', form))
    const wasSent = request.method === 'POST'
    return sendPage(
      parts,
      request,
      reply,
      isDatabaseAway(error) ? databaseAwayPage(form, wasSent) : faultPage(form, wasSent),
    )
  })
  return server
}

/** Requests whose session is to be kept alive once they are answered. */
const keptAlive = new WeakMap<FastifyRequest, Actor>()

async function answer(
  parts: ServerParts,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const secure = parts.baseUrl.startsWith('https:')
  const cookies = readCookies(request.headers.cookie, secure)
  const visitSecret = cookies.session ?? cookies.visit ?? newToken()
  const isNewVisitor = cookies.session === null && cookies.visit === null
  const formToken = makeFormToken(visitSecret)
  const form = formOf(request)
  const now = parts.clock()
  let identified: Identified = { actor: nobody, keepAliveDue: false }

  const respond = async (db: Db): Promise<Reply> => {
    if (cookies.session !== null) identified = await parts.identify(db, cookies.session, now)
    const actor = identified.actor
    if (
      route.method === 'POST' &&
      route.needsFormToken &&
      !isFromOurPage(parts, request, form, visitSecret)
    ) {
      return crossSitePage(form)
    }
    if (!route.access.admits(actor)) {
      return route.method === 'GET'
        ? redirect(parts.signInUrl(request.url))
        : signedOutPage(parts.signInUrl('/'), form)
    }
    const visit: Visit = {
      actor,
      params: request.params,
      query: queryOf(request),
      form,
      db,
      now,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      device: cookies.device,
      formToken,
    }
    if (route.method === 'POST') {
      const checked = fieldsOnly(form, typeof route.form === 'function' ? route.form(visit) : route.form)
      if (!checked.ok) return unexpectedFieldPage(checked.refusal, form)
    }
    return await route.handle(visit)
  }

  // Returning commits, throwing rolls back; a GET has a connection that cannot write.
  const result =
    route.method === 'POST'
      ? await parts.database.write.transaction().execute(respond)
      : await respond(parts.database.read)
  if (identified.keepAliveDue) keptAlive.set(request, identified.actor)

  const changes = {
    ...result.cookies,
    ...(isNewVisitor && result.kind === 'page' ? { visit: visitSecret } : {}),
  }
  const setCookies = writeCookies(changes, secure)
  if (setCookies.length > 0) reply.header('set-cookie', setCookies)
  switch (result.kind) {
    case 'redirect':
      return reply.headers(securityHeaders(parts.baseUrl)).redirect(result.to, 303)
    case 'download':
      return reply
        .headers(securityHeaders(parts.baseUrl))
        .header('content-type', result.contentType)
        .header('content-disposition', `attachment; filename="${result.fileName}"`)
        .send(result.body)
    case 'page':
      return sendPage(parts, request, reply, result, identified.actor, formToken)
  }
}

async function sendPage(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  actor: Actor | null = null,
  formToken: string = makeFormToken(newToken()),
): Promise<FastifyReply> {
  const pathname = pathOf(request)
  const framed = parts.frame(page, { actor, path: pathname, formToken }).toString()
  const body = await compressed(framed, request.headers['accept-encoding'])
  return reply
    .code(page.status)
    .headers(securityHeaders(parts.baseUrl))
    .headers(body.headers)
    .header('content-type', 'text/html; charset=utf-8')
    .send(body.bytes)
}

function formOf(request: FastifyRequest): FormBody {
  return readFormBody(typeof request.body === 'string' ? request.body : '')
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}

/** Both ways of telling: what the browser says of the request's origin, and the token that only our pages carry. */
function isFromOurPage(
  parts: ServerParts,
  request: FastifyRequest,
  form: FormBody,
  visitSecret: string,
): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin !== undefined && origin !== 'null' && !sameHost(origin, request, parts.baseUrl)) return false
  return isFormToken(form.text(formTokenField), visitSecret)
}

function sameHost(origin: string, request: FastifyRequest, baseUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.headers.host || host === new URL(baseUrl).host
}

function addProbes(server: FastifyInstance, parts: ServerParts): void {
  server.get('/livez', async (_request, reply) => reply.type('text/plain').send('alive\n'))
  server.get('/readyz', async (_request, reply) => {
    try {
      await parts.database.read.selectNoFrom(eb => eb.lit(1).as('one')).execute()
      return await reply.type('text/plain').send('ready\n')
    } catch {
      return reply.code(503).type('text/plain').send('the database does not answer\n')
    }
  })
}

function addAssets(server: FastifyInstance, assets: Assets): void {
  for (const asset of assets.files) {
    server.get(asset.url, async (request, reply) => {
      if (asset.immutable) reply.header('cache-control', 'public, max-age=31536000, immutable')
      else reply.header('cache-control', 'public, max-age=3600')
      reply.header('x-content-type-options', 'nosniff').type(asset.contentType)
      if (asset.brotli && request.headers['accept-encoding']?.includes('br')) {
        return reply.headers({ 'content-encoding': 'br', vary: 'accept-encoding' }).send(asset.brotli)
      }
      return reply.send(asset.bytes)
    })
  }
}

/** Where an error was thrown, without its message: a message may quote what somebody typed. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)
}

/** PostgreSQL's own codes for "not reachable, shutting down, out of disk or connections", and the socket's. */
function isDatabaseAway(error: Error & { code?: string }): boolean {
  return (
    /^(08|53|57P|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
