import type { FastifyReply, FastifyRequest } from 'fastify'
import { nobody, type Actor } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import { readCookies, writeCookies } from './cookies.ts'
import { crossSitePage, signedOutPage, unexpectedFieldPage } from './error-pages.ts'
import { fieldsOnly, setAsideField } from './form-body.ts'
import { makeFormToken } from './form-token.ts'
import { isFromOurPage } from './from-our-page.ts'
import { redirect, type Reply } from './reply.ts'
import { formOf, isInBackground, pathOf, queryOf } from './request.ts'
import type { Route, Visit } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { sendJson, sendPage } from './send-page.ts'
import type { Identified, ServerParts } from './server-parts.ts'
import { newToken } from './token.ts'
import { turnAway } from './turn-away.ts'

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
  let madeToken: string | null = null
  // Only when somebody asks: most forms that are posted are answered without one.
  const formToken = () => (madeToken ??= makeFormToken(visitSecret))
  const form = formOf(request)
  const inBackground = isInBackground(request)
  const now = parts.clock()
  let identified: Identified = { actor: nobody, keepAliveDue: false, former: null }

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
      if (route.method === 'POST') {
        const path = pathOf(request)
        return turnAway(parts, db, {
          former: identified.former,
          form,
          path,
          formToken: formToken(),
          inBackground,
          now,
        })
      }
      return inBackground
        ? signedOutPage(parts.signInUrl('/'), form, identified.former?.ended ?? 'unknown')
        : redirect(parts.signInUrl(request.url))
    }
    const visit: Visit = {
      actor,
      former: identified.former,
      params: request.params,
      query: queryOf(request),
      form,
      db,
      now,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      device: cookies.device,
      inBackground,
      get formToken() {
        return formToken()
      },
    }
    if (route.method === 'POST') {
      const checked = fieldsOnly(form, typeof route.form === 'function' ? route.form(visit) : route.form)
      if (!checked.ok) return unexpectedFieldPage(checked.refusal, form)
    }
    const result = await route.handle(visit)
    const sentAgain = form.text(setAsideField)
    if (sentAgain !== '' && actor.kind === 'practitioner' && isDone(result)) {
      await parts.setAside.forget(db, actor.personId, sentAgain)
    }
    return result
  }

  // Returning commits, throwing rolls back; a GET has a connection that cannot write.
  const result =
    route.method === 'POST'
      ? await parts.database.write.transaction().execute(respond)
      : await respond(parts.database.read)
  if (identified.keepAliveDue && route.keepsAlive) keptAlive.set(request, identified.actor)

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
      return sendPage(parts, request, reply, result, identified.actor, formToken())
  }
}

/** Whether the form did what it was for. A clash, say, is told to a script with status 200 as well. */
function isDone(result: Reply): boolean {
  return result.kind === 'redirect' || (result.kind === 'json' && result.body['outcome'] === 'saved')
}
