import type { FastifyReply, FastifyRequest } from 'fastify'
import { nobody, type Actor } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import { readCookies, writeCookies } from './cookies.ts'
import { crossSitePage, signedOutPage, unexpectedFieldPage } from './error-pages.ts'
import { fieldsOnly } from './form-body.ts'
import { makeFormToken } from './form-token.ts'
import { isFromOurPage } from './from-our-page.ts'
import { redirect, type Reply } from './reply.ts'
import { formOf, isInBackground, queryOf } from './request.ts'
import type { Route, Visit } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { sendJson, sendPage } from './send-page.ts'
import type { Identified, ServerParts } from './server-parts.ts'
import { newToken } from './token.ts'

/** Requests whose session is to be kept alive once they are answered. */
export const keptAlive = new WeakMap<FastifyRequest, Actor>()

/**
 * One request, from who asks to what is sent: identify, check the form's origin, the route's access and the form's
 * fields, call the handler in its transaction, and turn its reply into HTTP.
 */
export async function answer(
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
      !isFromOurPage(request, form, visitSecret, parts.baseUrl)
    ) {
      return crossSitePage(form, actor)
    }
    if (!route.access.admits(actor)) {
      return route.method === 'GET' && !isInBackground(request)
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
      inBackground: isInBackground(request),
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
    ...(isNewVisitor && (result.kind === 'page' || result.kind === 'json') ? { visit: visitSecret } : {}),
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
    case 'json':
      return sendJson(parts, reply, result)
    case 'page':
      return sendPage(parts, request, reply, result, identified.actor, formToken)
  }
}
