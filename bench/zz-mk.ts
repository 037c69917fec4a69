import { startTestServer } from '/tmp/wt/s4/test/support/test-server.ts'
import { databaseUrl, onServer } from '/tmp/wt/s4/test/support/databases.ts'
import { makeLargeOrganisation } from '/tmp/wt/s4/bench/large-organisation.ts'
import { writeFileSync } from 'node:fs'
import pg from 'pg'
const server = await startTestServer('/tmp/confer-s4-scratch')
const name = 'confer_s4_big'
await onServer(server.url, `create database ${name} template ${server.template}`)
const url = databaseUrl(server.url, name)
const c = new pg.Client({ connectionString: url })
await c.connect()
const r = await c.query(
  `insert into person (email,email_key,password_hash,created_at) values ('a','a','',now()) returning person_id`,
)
await c.end()
const t = performance.now()
const id = await makeLargeOrganisation(url, {
  people: 5000,
  teams: 400,
  administratorId: r.rows[0].person_id,
  today: new Date().toISOString().slice(0, 10) as never,
})
console.log('made', performance.now() - t, url, id, r.rows[0].person_id)
writeFileSync('/tmp/wt/s4-env.json', JSON.stringify({ url, id, admin: r.rows[0].person_id }))
process.once('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
setInterval(() => {}, 1000)
