import Fastify, { type FastifyInstance } from 'fastify'
import { makeBenchApp } from './app.ts'

/** The product as `npm start` runs it, and beside it the least that Fastify can answer: the measure of what is possible. */
const [connectionString = '', scratch = ''] = process.argv.slice(2)
const { app } = await makeBenchApp({ connectionString, scratch, works: true, logRequests: true })
const bare = Fastify()
bare.get('/', async () => ({ hello: 'world' }))

process.on('disconnect', () => process.exit(0))
process.send?.({ product: await portOf(app.server), bare: await portOf(bare) })

async function portOf(server: FastifyInstance): Promise<number> {
  return Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port)
}
