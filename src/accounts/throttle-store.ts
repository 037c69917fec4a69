import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { network, networkMemoryMs, type Bucket, type MailBuckets } from './throttle.ts'

/**
 * Counts one try and says whether the bucket still had room for it. Whoever counts in the same bucket at the same moment
 * waits until this transaction ends, so that a hundred tries at once are counted as a hundred.
 */
export async function countTry(db: Db, bucket: Bucket, now: Date): Promise<boolean> {
  return (await countedTries(db, bucket, now)) <= bucket.limit
}

/**
 * Counts a mail and says whether it may be sent. One that its network has no room for is not counted for the address: a
 * stranger who goes on asking must not use up what others may ask for.
 */
export async function countMail(
  db: Db,
  { fromNetwork, firsts, repeats }: MailBuckets,
  now: Date,
): Promise<boolean> {
  const tries = await countedTries(db, fromNetwork, now)
  if (tries > fromNetwork.limit) return false
  return await countTry(db, tries === 1 ? firsts : repeats, now)
}

/** How many tries there have been, this one included. */
async function countedTries(db: Db, { name, lastsMs }: Bucket, now: Date): Promise<number> {
  const { tries } = await db
    .insertInto('throttle')
    .values({ bucket: hashOf(name), tries: 1, endsAt: new Date(now.getTime() + lastsMs) })
    .onConflict(conflict =>
      conflict.column('bucket').doUpdateSet({
        // No higher than needed, so that no number of tries overflows the column.
        tries: sql<number>`case when throttle.ends_at <= ${now} then 1 else least(throttle.tries + 1, 1000000) end`,
        endsAt: sql<Date>`case when throttle.ends_at <= ${now} then excluded.ends_at else throttle.ends_at end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return tries
}

/** Whether the bucket has room for one more, without counting it and without waiting for anybody. */
export async function hasRoom(db: Db, bucket: Bucket, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('throttle')
    .select('tries')
    .where('bucket', '=', hashOf(bucket.name))
    .where('endsAt', '>', now)
    .executeTakeFirst()
  return (row?.tries ?? 0) < bucket.limit
}

/** Takes back one try that turned out not to be a failure. */
export async function giveBackTry(db: Db, bucket: Bucket): Promise<void> {
  await db
    .updateTable('throttle')
    .set({ tries: sql<number>`greatest(tries - 1, 0)` })
    .where('bucket', '=', hashOf(bucket.name))
    .execute()
}

export async function clearBucket(db: Db, bucket: Bucket): Promise<void> {
  await db.deleteFrom('throttle').where('bucket', '=', hashOf(bucket.name)).execute()
}

export async function deleteEndedBuckets(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('throttle').where('endsAt', '<=', now).execute()
}

export interface SignInFacts {
  readonly person: { readonly personId: string; readonly passwordHash: string } | null
  readonly deviceIsKnown: boolean
  readonly networkHasRoom: boolean
}

/** All that signing in needs to know, in one statement that is the same whether or not there is an account. */
export async function findSignInFacts(
  db: Db,
  asked: { emailKey: string; deviceHash: string | null; networkName: string },
  now: Date,
): Promise<SignInFacts> {
  const since = new Date(now.getTime() - networkMemoryMs)
  const { rows } = await sql<{
    personId: string | null
    passwordHash: string | null
    deviceIsKnown: boolean
    people: number
    networkTries: number
  }>`
    select person.person_id, person.password_hash, known_device.person_id is not null as device_is_known,
      (
        select count(*) from recent_network
        where network = ${hashOf(asked.networkName)} and signed_in_at > ${since}
      ) as people,
      coalesce((
        select tries from throttle
        where bucket = ${hashOf(network(asked.networkName, 0).name)} and ends_at > ${now}
      ), 0) as network_tries
    from (select 1) as always_one_row
    left join person on person.email_key = ${asked.emailKey}
    left join known_device
      on known_device.person_id = person.person_id and known_device.token_hash = ${asked.deviceHash}`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw new Error('the look-up for signing in gave no row')
  const { personId, passwordHash } = row
  return {
    person: personId !== null && passwordHash !== null ? { personId, passwordHash } : null,
    deviceIsKnown: row.deviceIsKnown,
    networkHasRoom: row.networkTries < network(asked.networkName, row.people).limit,
  }
}

/** How many people have signed in from there in the last day. */
export async function countRecentPeople(db: Db, networkName: string, now: Date): Promise<number> {
  const { people } = await db
    .selectFrom('recentNetwork')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('network', '=', hashOf(networkName))
    .where('signedInAt', '>', new Date(now.getTime() - networkMemoryMs))
    .executeTakeFirstOrThrow()
  return people
}

/** Remembers for a day that this person signed in from there. */
export async function saveRecentNetwork(
  db: Db,
  networkName: string,
  personId: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('recentNetwork')
    .values({ network: hashOf(networkName), personId, signedInAt: now })
    .onConflict(conflict => conflict.columns(['network', 'personId']).doUpdateSet({ signedInAt: now }))
    .execute()
}

export async function deleteOldNetworks(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('recentNetwork')
    .where('signedInAt', '<=', new Date(now.getTime() - networkMemoryMs))
    .execute()
}

/**
 * Keeps addresses from being read in the table. It is no secret: whoever has the table can try addresses until one
 * fits, which is why the rows are short-lived.
 */
function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('hex')
}
