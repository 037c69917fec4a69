import type { FastifyRequest } from 'fastify'
import { formTokenField, type FormBody } from './form-body.ts'
import { isFormToken } from './form-token.ts'

/** Both ways of telling: what the browser says of the request's origin, and the token that only our pages carry. */
export function isFromOurPage(
  request: FastifyRequest,
  form: FormBody,
  visitSecret: string,
  baseUrl: string,
): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin !== undefined && origin !== 'null' && !sameHost(origin, request, baseUrl)) return false
  return isFormToken(form.text(formTokenField), visitSecret)
}

function sameHost(origin: string, request: FastifyRequest, baseUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.headers.host || host === new URL(baseUrl).host
}
