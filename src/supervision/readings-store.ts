import type { Db } from '../platform/db/connect.ts'
import type { Compartment } from './doors.ts'

/** That somebody read a compartment, and when. */
export interface Reading {
  readonly relationshipId: string
  readonly sessionId: string | null
  readonly personId: string
  readonly what: Compartment
  readonly at: Date
}

export async function addReading(db: Db, { at, ...reading }: Reading): Promise<void> {
  await db
    .insertInto('supervisionReading')
    .values({ ...reading, readAt: at })
    .execute()
}
