import type { FastifyRequest } from 'fastify'
import { readFormBody, type FormBody } from './form-body.ts'

export function formOf(request: FastifyRequest): FormBody {
  return readFormBody(typeof request.body === 'string' ? request.body : '')
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

/** Whether a script of ours sent it, for itself to read the answer: they alone ask for JSON. */
export function isInBackground(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('application/json') ?? false
}

export function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}
