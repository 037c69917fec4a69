import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Proof that a form came from one of our pages: keyed by a cookie that only this browser has, so that another site can
 * neither read nor make it. New for every page, so that compressing the page cannot give it away.
 */
export function makeFormToken(cookieSecret: string): string {
  const nonce = randomBytes(12).toString('base64url')
  return nonce + sign(nonce, cookieSecret)
}

export function isFormToken(token: string, cookieSecret: string): boolean {
  const nonce = token.slice(0, 16)
  const expected = Buffer.from(sign(nonce, cookieSecret))
  const given = Buffer.from(token.slice(16))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function sign(nonce: string, cookieSecret: string): string {
  return createHmac('sha256', cookieSecret).update(`form:${nonce}`).digest('base64url')
}
