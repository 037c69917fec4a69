import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { answer, keptAlive } from './answer.ts'
import { addAssets } from './asset-routes.ts'
import {
  databaseAwayPage,
  diskFullPage,
  faultPage,
  notFoundPage,
  tooLargePage,
  unexpectedFieldPage,
} from './error-pages.ts'
import { framesOf, isDatabaseAway, isDiskFull } from './faults.ts'
import { addProbes } from './probes.ts'
import { formOf } from './request.ts'
import { sendPage } from './send-page.ts'
import type { ServerParts } from './server-parts.ts'

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
  // A mail program's one-press request may come like this; it is only its address that tells (RFC 8058).
  server.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, _body, done) => {
    done(null, '')
  })
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
  addProbes(server, parts.database)
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
    const faulty = isDiskFull(error) ? diskFullPage : isDatabaseAway(error) ? databaseAwayPage : faultPage
    return sendPage(parts, request, reply, faulty(form, wasSent))
  })
  return server
}
