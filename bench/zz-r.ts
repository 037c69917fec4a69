import { readFileSync } from 'node:fs'
import { connect } from '../src/platform/db/connect.ts'
import { reckonReports } from '../src/supervision/assurance/actions/reckon-reports.ts'
import { findReport } from '../src/supervision/assurance/reports-store.ts'
const { url, id, admin } = JSON.parse(readFileSync('/tmp/wt/s4-env.json','utf8'))
const db = connect(url, console.log)
import { sql } from 'kysely'
await sql.raw(`create table if not exists assurance_report (organisation_id uuid not null, months smallint, reckoned_on date not null, content jsonb not null, primary key (organisation_id, months))`).execute(db.write)
await sql.raw(`insert into membership select '${id}', '${admin}', '2020-01-01', null, null, 'x' on conflict do nothing`).execute(db.write)
for (let i=0;i<3;i++){ const t=performance.now(); await reckonReports({ database: db, timeZone: 'Europe/London' }, id, new Date()); console.log('reckon', performance.now()-t) }
for (let i=0;i<5;i++){ const t=performance.now(); const r = await findReport(db.read, { organisationId: id, personId: admin, months: 12, today: new Date().toISOString().slice(0,10) as never }); console.log('find', performance.now()-t, JSON.stringify(r).length); if (i===0) console.log(JSON.stringify(r?.kept?.report.total), JSON.stringify(r?.kept?.report.teams.slice(0,3)), JSON.stringify(r?.kept?.report.spans)) }
await db.close()
