import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { compressed } from './compress.ts'
import { makeFormToken } from './form-token.ts'
import type { Page } from './reply.ts'
import { pathOf } from './request.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerParts } from './server-parts.ts'
import { newToken } from './token.ts'

/** A page in the product's frame, as HTTP. `actor` is `null` where nobody looked who asks. */
export async function sendPage(
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
