import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/connect.ts'

/** `/livez`: the process runs. `/readyz`: the database answers too. */
export function addProbes(server: FastifyInstance, { read }: Database): void {
  server.get('/livez', async (_request, reply) => reply.type('text/plain').send('alive\n'))
  server.get('/readyz', async (_request, reply) => {
    try {
      await read.selectNoFrom(eb => eb.lit(1).as('one')).execute()
      return await reply.type('text/plain').send('ready\n')
    } catch {
      return reply.code(503).type('text/plain').send('the database does not answer\n')
    }
  })
}
