import type { Practitioner } from './given.ts'
import type { World } from './world.ts'

/** What a relationship holds beside its sessions, made without its pages. */

export async function givenDoor(
  world: World,
  relationshipId: string,
  opener: Practitioner,
  openedAs: 'manager' | 'auditor',
  { hours = 24, reason = 'An audit of how agreements are kept.' } = {},
): Promise<string> {
  const now = world.clock.now()
  const { doorId } = await world.database.write
    .insertInto('door')
    .values({
      relationshipId,
      personId: opener.personId,
      openedAs,
      reason,
      openedAt: now,
      closesAt: new Date(now.getTime() + hours * 3_600_000),
    })
    .returning('doorId')
    .executeTakeFirstOrThrow()
  return doorId
}

interface GivenRecord {
  readonly supervisor: Practitioner
  readonly supervisee: Practitioner
  readonly signedAt: string
  /** Null where the supervisee has not answered. */
  readonly answeredAt: string | null
}

export async function givenSignedRecord(
  world: World,
  sessionId: string,
  { supervisor, supervisee, signedAt, answeredAt }: GivenRecord,
): Promise<void> {
  const db = world.database.write
  await db
    .insertInto('jointRecord')
    .values({ sessionId, content: '{}', sha256: '', signedBy: supervisor.personId, signedAt })
    .execute()
  if (answeredAt === null) return
  await db
    .insertInto('jointAnswer')
    .values({
      sessionId,
      personId: supervisee.personId,
      agrees: true,
      words: '',
      sha256: '',
      signedAt: answeredAt,
    })
    .execute()
}

export async function givenSignedAgreement(
  world: World,
  relationshipId: string,
  signers: readonly Practitioner[],
  signedAt: string,
): Promise<void> {
  const db = world.database.write
  const [first] = signers
  if (first === undefined) throw new Error('somebody offers an agreement')
  await db
    .insertInto('agreement')
    .values({
      relationshipId,
      version: 1,
      content: '{}',
      sha256: '',
      offeredAt: signedAt,
      offeredBy: first.personId,
    })
    .execute()
  for (const { personId } of signers)
    await db
      .insertInto('agreementSignature')
      .values({ relationshipId, version: 1, personId, sha256: '', signedAt })
      .execute()
}

export async function givenOpenAction(
  world: World,
  relationshipId: string,
  sessionId: string,
  owner: Practitioner,
  byDay: string,
): Promise<void> {
  await world.database.write
    .insertInto('supervisionAction')
    .values({
      relationshipId,
      sessionId,
      actionId: crypto.randomUUID(),
      what: 'Zephyrine, something to do',
      ownerId: owner.personId,
      byDay,
    })
    .execute()
}

export async function givenHold(
  world: World,
  relationshipId: string,
  by: Practitioner,
  reason = 'A court has asked for it.',
): Promise<string> {
  const { holdId } = await world.database.write
    .insertInto('supervisionHold')
    .values({ relationshipId, reason, placedBy: by.personId, placedAt: world.clock.now() })
    .returning('holdId')
    .executeTakeFirstOrThrow()
  return holdId
}
