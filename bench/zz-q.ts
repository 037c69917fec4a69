import pg from 'pg'
import { readFileSync } from 'node:fs'
const { url, id } = JSON.parse(readFileSync('/tmp/wt/s4-env.json', 'utf8'))
pg.types.setTypeParser(1082, t => t)
const c = new pg.Client({ connectionString: url })
await c.connect()
const q = readFileSync('/tmp/wt/s4-q.sql', 'utf8')
const today = new Date().toISOString().slice(0, 10)
const from = new Date(Date.now() - 365 * 864e5).toISOString().slice(0, 10)
if (process.argv[2]) {
  const r = await c.query('explain (analyze, buffers off) ' + q, [id, today, from, 'Europe/London'])
  console.log(r.rows.map(x => x['QUERY PLAN']).join('\n'))
}
for (let i = 0; i < 6; i++) {
  const t = performance.now()
  const r = await c.query({ name: 'q', text: q, values: [id, today, from, 'Europe/London'] })
  console.log((performance.now() - t).toFixed(0), 'ms', r.rows.length, JSON.stringify(r.rows).length)
  if (i === 0) console.log(JSON.stringify(r.rows[0]).slice(0, 600))
}
await c.end()
