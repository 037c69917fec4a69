import pg from 'pg'
import { standardPolicy } from '../src/supervision/policy/policy.ts'
import { addDays, type Day } from '../src/platform/day.ts'

interface LargeOrganisation {
  readonly people: number
  readonly teams: number
  /** Whoever may see its figures. */
  readonly administratorId: string
  readonly today: Day
}

/**
 * An employer with a year of supervision behind it: in each team two supervisors, who are supervised themselves, and one
 * newly qualified worker with a session every fortnight; everybody else has one a month. A few sessions were cancelled, a
 * few records never signed, and some people were on leave. By bulk SQL: through the pages it would take hours.
 */
export async function makeLargeOrganisation(
  connectionString: string,
  { people, teams, administratorId, today }: LargeOrganisation,
): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const from = addDays(today, -400)
    const { version, from: _from, ...content } = standardPolicy(from)
    const made = await client.query<{ organisation_id: string }>(
      `insert into organisation (name, created_at) values ('A large council', now()) returning organisation_id`,
    )
    const organisationId = made.rows[0]?.organisation_id ?? ''
    await client.query(`insert into supervision_policy values ($1, $2, $3, $4, now(), $5)`, [
      organisationId,
      version,
      from,
      content,
      administratorId,
    ])
    await client.query(`insert into organisation_role values ($1, $2, 'administrator', now())`, [
      organisationId,
      administratorId,
    ])
    await client.query(
      `create temporary table their_team as
       select i as team, gen_random_uuid() as team_id from generate_series(0, $1 - 1) i`,
      [teams],
    )
    await client.query(`insert into team select $1, team_id, 'Team ' || team from their_team`, [
      organisationId,
    ])
    // Rank 0 leads the team, rank 1 supervises its other half.
    await client.query(
      `create temporary table somebody as
       select i, i % $2 as team, i / $2 as rank, gen_random_uuid() as person_id, (i / $2) = 7 as is_new
       from generate_series(0, $1 - 1) i`,
      [people, teams],
    )
    await client.query(`insert into person (person_id, email, email_key, password_hash, created_at)
      select person_id, i || '@bench.example', i || '@bench.example', '', now() from somebody`)
    await client.query(
      `insert into supervision_profile
       select person_id, 'Person ' || i, true, case when is_new then $1::date - 120 end,
         case when i % 5 = 0 then '{1,2,3}'::smallint[] else '{1,2,3,4,5}' end
       from somebody`,
      [today],
    )
    await client.query(
      `insert into membership
       select $1, person_id, $2, null, team_id, 'social worker' from somebody join their_team using (team)`,
      [organisationId, from],
    )
    await client.query(`insert into membership values ($1, $2, $3, null, null, 'principal social worker')`, [
      organisationId,
      administratorId,
      from,
    ])
    await client.query(
      `insert into absence (person_id, from_day, to_day)
       select person_id, day, day + 11 from somebody, lateral (select $1::date - 60 - (i % 250) as day) d where i % 3 = 0`,
      [today],
    )
    await client.query(`
      create temporary table pair as
      select gen_random_uuid() as relationship_id, above.person_id as supervisor_id, below.person_id, below.i, below.is_new
      from somebody below join somebody above
        on case when below.rank > 1 then above.team = below.team and above.rank = below.rank % 2
           when below.rank = 1 then above.team = below.team and above.rank = 0
           else above.team = below.team - below.team % 10 and above.rank = 0 and below.team % 10 <> 0 end`)
    await client.query(
      `insert into relationship select relationship_id, $1, supervisor_id, 'line-management', $2::date + 10 from pair`,
      [organisationId, from],
    )
    await client.query(
      `insert into relationship_supervisee select relationship_id, person_id, $1::date + 10 from pair`,
      [from],
    )
    await client.query(
      `create temporary table their_session as
       select gen_random_uuid() as session_id, relationship_id, supervisor_id, person_id,
         $1::date - 365 + i % 28 + n * every + time '13:00' as starts_at, (i + n) % 17 = 0 as is_cancelled, (i + n) % 11 <> 0 as is_signed
       from pair, lateral (select case when is_new then 14 else 30 end as every) e, generate_series(0, 360 / every) n
       where i % 28 + n * every < 365`,
      [today],
    )
    await client.query(`
      insert into supervision_session (session_id, relationship_id, kind, form, starts_at, minutes, state, held_minutes, was_interrupted)
      select session_id, relationship_id, 'planned', 'one-to-one', starts_at, 90,
        case when is_cancelled then 'cancelled' else 'held' end,
        case when not is_cancelled then 90 end, case when not is_cancelled then false end
      from their_session`)
    await client.query(`
      insert into session_change
      select session_id, 1, 'planned', starts_at - interval '30 days', supervisor_id, null, starts_at from their_session
      union all
      select session_id, 2, case when is_cancelled then 'cancelled' else 'held' end, starts_at, supervisor_id, null, starts_at
      from their_session`)
    await client.query(
      `insert into session_attendance select session_id, person_id from their_session where not is_cancelled`,
    )
    // Letters at random, as long as a record is: what PostgreSQL keeps outside the row, as it would.
    await client.query(`
      insert into joint_record
      select session_id, substr(text, (random() * 3000)::int, 3000), '', supervisor_id, starts_at + interval '2 days'
      from their_session, (select string_agg(md5(i::text), '') as text from generate_series(1, 200) i) t
      where not is_cancelled`)
    await client.query(`
      insert into joint_answer
      select session_id, person_id, true, '', '', starts_at + interval '4 days'
      from their_session where not is_cancelled and is_signed`)
    await client.query(`
      insert into supervision_action (relationship_id, action_id, session_id, what, owner_id, by_day, closed_at, outcome)
      select relationship_id, gen_random_uuid(), session_id, 'Something', person_id, starts_at::date + 30,
        case when is_signed then starts_at + interval '30 days' end, case when is_signed then 'Done' end
      from their_session where not is_cancelled`)
    await client.query(
      `insert into agreement select relationship_id, 1, '{}', '', now(), supervisor_id from pair`,
    )
    for (const who of ['supervisor_id', 'person_id'])
      await client.query(
        `insert into agreement_signature select relationship_id, 1, ${who}, '', $1::date - (i % 450) from pair`,
        [today],
      )
    await client.query('analyze')
    return organisationId
  } finally {
    await client.end()
  }
}
