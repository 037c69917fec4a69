import type { FastifyInstance } from 'fastify'
import type { Assets } from './assets.ts'

export function addAssets(server: FastifyInstance, assets: Assets): void {
  for (const asset of assets.files) {
    server.get(asset.url, async (request, reply) => {
      reply
        .header('cache-control', asset.cacheControl)
        .header('x-content-type-options', 'nosniff')
        .type(asset.contentType)
      if (asset.contentSecurityPolicy !== undefined)
        reply.header('content-security-policy', asset.contentSecurityPolicy)
      if (asset.brotli && request.headers['accept-encoding']?.includes('br')) {
        return reply.headers({ 'content-encoding': 'br', vary: 'accept-encoding' }).send(asset.brotli)
      }
      return reply.send(asset.bytes)
    })
  }
}
