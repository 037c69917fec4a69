import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { SessionFacts } from '../../sessions/session-facts.ts'
import { signatureMailJob } from '../../signature-mails/signature-mail.ts'
import {
  signRecord,
  stateOfRecord,
  stillToAnswer,
  takesAdditions,
  type JointAnswer,
  type SignRefusal,
} from '../joint-record.ts'
import { addAddition, addAnswer, findIsSigned, findSignedRecord, saveSignedRecord } from '../record-store.ts'

interface Writing {
  readonly personId: string
  /** The caller holds its lock. */
  readonly session: SessionFacts
  readonly now: Date
}

/** The supervisor's press: from now on not a letter of the record changes. Those who were there are told that it waits. */
export async function signJointRecord(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  {
    personId,
    session,
    now,
    ...press
  }: Writing & Omit<Parameters<typeof signRecord>[0], 'session' | 'isSigned'>,
): Promise<Result<null, SignRefusal>> {
  const { sessionId } = session
  const isSigned = await findIsSigned(db, sessionId)
  const signed = signRecord({ session, isSigned, ...press })
  if (!signed.ok) return signed
  const { text, sha256 } = signed.value
  await saveSignedRecord(db, { sessionId, content: text, sha256, signedBy: personId, signedAt: now })
  await recordEvent(db, { personId, at: now, event: 'joint-record-signed', aboutId: sessionId })
  const { relationshipId } = press.content
  for (const one of session.attended)
    await queue.enqueue(db, signatureMailJob({ waits: 'record', personId: one, relationshipId, sessionId }))
  return ok(null)
}

/** A supervisee's word on what the supervisor signed: for good. */
export async function answerJointRecord(
  db: Db,
  {
    personId,
    session,
    now,
    shownSha256,
    answer,
  }: Writing & { readonly shownSha256: string; readonly answer: Pick<JointAnswer, 'agrees' | 'words'> },
): Promise<Result<null, 'not-asked' | 'answered-already'>> {
  const { sessionId } = session
  const record = await findSignedRecord(db, sessionId)
  if (record === null || record.sha256 !== shownSha256) return refuse('not-asked')
  if (!session.attended.includes(personId)) return refuse('not-asked')
  if (!stillToAnswer(record, session).includes(personId)) return refuse('answered-already')
  await addAnswer(db, { ...answer, sessionId, personId, sha256: record.sha256, signedAt: now })
  await recordEvent(db, {
    personId,
    at: now,
    event: 'joint-record-answered',
    aboutId: sessionId,
    detail: answer.agrees ? 1 : 0,
  })
  return ok(null)
}

/** Something that is to stand with the record although it is signed. */
export async function addToJointRecord(
  db: Db,
  {
    personId,
    session,
    now,
    text,
    by,
    today,
    shownAdditions,
  }: Writing & {
    readonly text: string
    /** By when everybody is to have signed. */
    readonly by: Day
    readonly today: Day
    /** How many additions there were on the screen. */
    readonly shownAdditions: number
  },
): Promise<Result<null, 'not-signed-yet'>> {
  const { sessionId } = session
  const record = await findSignedRecord(db, sessionId)
  const state = stateOfRecord(session, { hasDraft: false, signed: record })
  if (record === null || !takesAdditions(state, by, today)) return refuse('not-signed-yet')
  // The same press twice adds once.
  const isThere = record.additions.some(
    addition => addition.number > shownAdditions && addition.personId === personId && addition.text === text,
  )
  if (isThere) return ok(null)
  const number = (record.additions.at(-1)?.number ?? 0) + 1
  await addAddition(db, { sessionId, number, personId, text, addedAt: now })
  await recordEvent(db, {
    personId,
    at: now,
    event: 'joint-record-added-to',
    aboutId: sessionId,
    detail: number,
  })
  return ok(null)
}
