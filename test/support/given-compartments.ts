import assert from 'node:assert/strict'
import { findSubmissionContent } from '../../src/cpd/store.ts'
import {
  makeAgreementContent,
  writeAgreementContent,
} from '../../src/supervision/agreements/agreement-content.ts'
import { agreementQuestions } from '../../src/supervision/agreements/agreement-questions.ts'
import { keepNoteRevision } from '../../src/supervision/notes/actions/keep-note-revision.ts'
import { makeJointContent, writeJointContent } from '../../src/supervision/record/joint-record.ts'
import { commentQuestion, recordQuestions } from '../../src/supervision/record/record-questions.ts'
import { keepSharedRevision } from '../../src/supervision/shared-drafts/actions/keep-shared-revision.ts'
import { addSharedDraft, type About } from '../../src/supervision/shared-drafts/shared-drafts-store.ts'
import type { SharedQuestion, Texts } from '../../src/supervision/shared-drafts/shared-draft.ts'
import { givenSession } from './given-supervision.ts'
import { completePiece, day, givenSubmittedPiece, type Practitioner } from './given.ts'
import type { World } from './world.ts'

/** A word for each compartment that holds text, which stands in it and nowhere else. */
export const words = {
  agreement: 'Quincunx',
  sessions: 'Sassafras',
  agenda: 'Gallimaufry',
  'case-decisions': 'Kittiwake',
  'joint-record': 'Jabberwock',
  actions: 'Nudibranch',
  'shared-piece': 'Wentletrap',
  openings: 'Oubliette',
} as const

/** In whatever of these was written in November: whoever left with October may read none of it. */
export const wordOfNovember = 'Hereafter'

/** One word for the notes of each supervisee. */
export const noteWords = {
  supervisee: 'Petrichor',
  otherSupervisee: 'Pettifogger',
  formerSupervisee: 'Peregrination',
} as const

interface Group {
  readonly relationshipId: string
  readonly supervisor: Practitioner
  readonly supervisee: Practitioner
  /** Two who were in the sessions of October as well; of a relationship of two, nobody. */
  readonly others: readonly (readonly [word: string, Practitioner])[]
  /** Of the supervisee. */
  readonly pieceId: string
}

export async function givenPieceToShare({ browser }: Practitioner): Promise<string> {
  return givenSubmittedPiece(browser, { ...completePiece, title: words['shared-piece'] })
}

/** Fills every compartment of a relationship; gives the ids of what is in them. */
export async function givenCompartments(
  world: World,
  group: Group,
): Promise<Readonly<Record<string, string>>> {
  const { relationshipId, supervisor, supervisee, others, pieceId } = group
  const db = world.database.write
  const all = [supervisee, ...others.map(([, person]) => person)]
  const session = (startsAt: string, state: 'planned' | 'held' | 'cancelled', attended = all) =>
    givenSession(world, { relationshipId, by: supervisor, startsAt, state, attended, form: 'group' })
  const settledSessionId = await session('2026-09-28T13:00:00Z', 'held', [supervisee])
  const sessionId = await session('2026-10-05T13:00:00Z', 'held')
  const draftSessionId = await session('2026-10-12T13:00:00Z', 'held')
  const cancelledSessionId = await session('2026-10-19T13:00:00Z', 'cancelled')
  const laterSessionId = await session('2026-11-02T13:00:00Z', 'cancelled')
  const beganSessionId = await session('2026-11-16T13:00:00Z', 'planned')
  const plannedSessionId = await session('2026-12-07T14:00:00Z', 'planned')

  const reasons = [
    [cancelledSessionId, words.sessions],
    [laterSessionId, `${words.sessions} ${wordOfNovember}`],
  ] as const
  for (const [id, reason] of reasons)
    await db
      .updateTable('sessionChange')
      .set({ reason })
      .where('sessionId', '=', id)
      .where('change', '=', 'cancelled')
      .execute()

  await givenAgreement(world, group)
  const itemId = crypto.randomUUID()
  const items = [
    [sessionId, crypto.randomUUID(), words.agenda],
    [plannedSessionId, itemId, `${words.agenda} ${wordOfNovember}`],
  ] as const
  for (const [id, item, text] of items)
    await db
      .insertInto('agendaItem')
      .values({
        sessionId: id,
        itemId: item,
        personId: supervisee.personId,
        text,
        addedAt: world.clock.now(),
      })
      .execute()

  const word = words['case-decisions']
  const decisionId = crypto.randomUUID()
  await db
    .insertInto('caseDecision')
    .values({
      sessionId,
      decisionId,
      reference: `${word} 1`,
      decision: `${word} decided`,
      rationale: `${word} why`,
      actions: `${word} who`,
      byDay: null,
      writtenBy: supervisor.personId,
      writtenAt: new Date('2026-10-05T15:00:00Z'),
      extractedAt: null,
    })
    .execute()

  const actionId = crypto.randomUUID()
  const closedActionId = crypto.randomUUID()
  const closed = {
    closedAt: new Date('2026-10-12T14:00:00Z'),
    closedIn: draftSessionId,
    outcome: words.actions,
  }
  for (const [id, what] of [
    [actionId, null],
    [closedActionId, closed],
  ] as const)
    await db
      .insertInto('supervisionAction')
      .values({
        relationshipId,
        actionId: id,
        sessionId: what === null ? draftSessionId : settledSessionId,
        what: words.actions,
        ownerId: supervisee.personId,
        byDay: day('2026-11-30'),
        ...what,
      })
      .execute()

  await givenRecord(world, group, { sessionId: settledSessionId, answeredBy: [supervisee], addition: true })
  await givenRecord(world, group, { sessionId, answeredBy: [supervisee], addition: false })
  await givenSharedDraft(
    world,
    { kind: 'joint-record', aboutId: draftSessionId },
    {
      relationshipId,
      by: supervisor,
      at: '2026-10-13T10:00:00Z',
      texts: { ...answersTo(recordQuestions, words['joint-record']), ...comment(supervisee) },
    },
  )

  const notes = [[noteWords.supervisee, supervisee] as const, ...others]
  for (const [text, { personId }] of notes)
    for (const id of [sessionId, draftSessionId]) await givenNotes(world, personId, id, text)
  for (const [, { personId }] of others.slice(0, 1))
    await db
      .insertInto('timeSpent')
      .values({ sessionId, personId, topics: ['cases', 'wellbeing'] })
      .execute()

  const content = await findSubmissionContent(db, supervisee.personId, pieceId, 1)
  assert.ok(content !== null)
  await db
    .insertInto('sharedPiece')
    .values({
      personId: supervisee.personId,
      pieceId,
      sessionId,
      content,
      untilDay: '2026-12-31',
      sharedAt: world.clock.now(),
    })
    .execute()
  return {
    settledSessionId,
    sessionId,
    draftSessionId,
    cancelledSessionId,
    laterSessionId,
    beganSessionId,
    plannedSessionId,
    itemId,
    decisionId,
    actionId,
    closedActionId,
    pieceId,
    number: '1',
  }
}

/** Notes that were written twice: what they said first is their earlier version. */
async function givenNotes(world: World, personId: string, sessionId: string, text: string): Promise<void> {
  const db = world.database.write
  const now = world.clock.now()
  await db
    .insertInto('personalNote')
    .values({ personId, sessionId, version: 2, text, changedAt: now })
    .execute()
  const note = { text: `${text}, earlier`, changedAt: now }
  await keepNoteRevision(db, { personId, sessionId, note, wasReplaced: true, now })
}

/** The first version in force; a second one that was offered in November; and a draft of the next. */
async function givenAgreement(
  world: World,
  { relationshipId, supervisor, supervisee, others }: Group,
): Promise<void> {
  const db = world.database.write
  const text = words.agreement
  const later = `${text} ${wordOfNovember}`
  const everybody = [supervisor, supervisee, ...others.map(([, person]) => person)]
  const versions = [
    { version: 1, offeredAt: '2026-09-10T10:00:00Z', word: text, signedBy: everybody },
    { version: 2, offeredAt: '2026-11-10T10:00:00Z', word: later, signedBy: [] },
  ]
  for (const { version, offeredAt, word, signedBy } of versions) {
    const about = { relationshipId, version, offeredAt: new Date(offeredAt) }
    const content = writeAgreementContent(makeAgreementContent(answersTo(agreementQuestions, word), about))
    await db
      .insertInto('agreement')
      .values({
        relationshipId,
        version,
        content: content.text,
        sha256: content.sha256,
        offeredAt,
        offeredBy: supervisor.personId,
      })
      .execute()
    for (const { personId } of signedBy)
      await db
        .insertInto('agreementSignature')
        .values({ relationshipId, version, personId, sha256: content.sha256, signedAt: offeredAt })
        .execute()
  }
  await givenSharedDraft(
    world,
    { kind: 'agreement', aboutId: relationshipId },
    {
      relationshipId,
      by: supervisor,
      at: '2026-11-12T10:00:00Z',
      texts: answersTo(agreementQuestions, `${later}, in a draft`),
    },
  )
}

interface GivenDraft {
  readonly relationshipId: string
  readonly by: Practitioner
  readonly at: string
  readonly texts: Texts
}

/** One that was written twice: what it said first is its earlier version. */
async function givenSharedDraft(
  world: World,
  about: About,
  { relationshipId, by, at, texts }: GivenDraft,
): Promise<void> {
  const db = world.database.write
  const changedAt = new Date(at)
  await addSharedDraft(db, {
    ...about,
    relationshipId,
    version: 2,
    texts,
    changedAt,
    changedBy: by.personId,
    saves: [],
  })
  const before = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, `${text}, earlier`]))
  await keepSharedRevision(db, about, {
    texts: before,
    savedAt: changedAt,
    wasReplaced: true,
    now: changedAt,
  })
}

interface GivenRecord {
  readonly sessionId: string
  readonly answeredBy: readonly Practitioner[]
  readonly addition: boolean
}

/** As its supervisor signed it, with those who answered disagreeing. */
async function givenRecord(
  world: World,
  { relationshipId, supervisor, supervisee }: Group,
  { sessionId, answeredBy, addition }: GivenRecord,
): Promise<void> {
  const db = world.database.write
  const word = words['joint-record']
  const texts = { ...answersTo(recordQuestions, word), ...comment(supervisee) }
  const { text, sha256 } = writeJointContent(
    makeJointContent({ relationshipId, sessionId, day: day('2026-10-05'), texts, actions: [] }),
  )
  await db
    .insertInto('jointRecord')
    .values({
      sessionId,
      content: text,
      sha256,
      signedBy: supervisor.personId,
      signedAt: '2026-10-06T10:00:00Z',
    })
    .execute()
  for (const { personId } of answeredBy)
    await db
      .insertInto('jointAnswer')
      .values({
        sessionId,
        personId,
        agrees: false,
        words: `${word} as I saw it`,
        sha256,
        signedAt: '2026-10-07T10:00:00Z',
      })
      .execute()
  if (addition)
    await db
      .insertInto('jointAddition')
      .values({
        sessionId,
        number: 1,
        personId: supervisee.personId,
        text: `${word} added`,
        addedAt: '2026-10-08T10:00:00Z',
      })
      .execute()
}

function answersTo(questions: readonly SharedQuestion[], word: string): Texts {
  return Object.fromEntries(questions.map(({ id, label }) => [id, `${word}: ${label}`]))
}

function comment({ personId }: Practitioner): Texts {
  return { [commentQuestion(personId).id]: `${words['joint-record']}, a comment` }
}
