import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { compressed } from './compress.ts'
import { makeFormToken } from './form-token.ts'
import { json, type JsonReply, type Page } from './reply.ts'
import { isInBackground, pathOf } from './request.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerParts } from './server-parts.ts'
import { newToken } from './token.ts'

/** A page in the product's frame, as HTTP; in the background what it says to a script instead. `actor` is `null` where nobody looked who asks. */
export async function sendPage(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  actor: Actor | null = null,
  formToken: string = makeFormToken(newToken()),
): Promise<FastifyReply> {
  if (page.inBackground !== null && isInBackground(request)) {
    return sendJson(parts, reply, json(page.inBackground, { status: page.status }))
  }
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

export function sendJson(
  parts: Pick<ServerParts, 'baseUrl'>,
  reply: FastifyReply,
  { status, body }: JsonReply,
): FastifyReply {
  return reply.code(status).headers(securityHeaders(parts.baseUrl)).send(body)
}
