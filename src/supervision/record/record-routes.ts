import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { formatDay } from '../../platform/day.ts'
import { isSupervising, type Standing } from '../relationship.ts'
import { listAgreedActions } from '../agreed-actions/agreed-actions-store.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { supervisionPath } from '../paths.ts'
import { courtNotice } from '../screens/court-notice.ts'
import { nothingRecordedScreen } from '../screens/nothing-recorded.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import { sessionPath } from '../sessions/paths.ts'
import type { SupervisionSettings } from '../settings.ts'
import { saveSharedForm, sharedFormShape, type SharedForm } from '../shared-drafts/save-shared-form.ts'
import { findSharedDraft } from '../shared-drafts/shared-drafts-store.ts'
import type { SharedQuestion } from '../shared-drafts/shared-draft.ts'
import { longestText, textProblem } from '../typed-words.ts'
import { addToJointRecord, answerJointRecord, signJointRecord } from './actions/sign-joint-record.ts'
import { askedAbout, countLikely, findInTexts, type FoundIn, type HeadedText } from '../find-in-texts.ts'
import { findInRecord } from './find-in-record.ts'
import {
  makeJointContent,
  readAnswer,
  saysAnything,
  signBy,
  writeJointContent,
  type JointContent,
  type SignRefusal,
} from './joint-record.ts'
import { addToRecordPath, answerRecordPath, commentPath, recordPath, signRecordPath } from './paths.ts'
import { commentQuestion, recordQuestions } from './record-questions.ts'
import { findIsSigned, findSignedRecord } from './record-store.ts'
import { additionErrors, answerErrors, recordScreen, recordTitle } from './screens/record-screen.ts'
import { signRecordScreen } from './screens/sign-record-screen.ts'

const compartment = 'joint-record'
const supervised: readonly Standing[] = ['supervisee', 'former-supervisee']
const dones = ['saved', 'signed', 'answered', 'added'] as const

/** Compartment (b): written by the supervisor, commented, signed, and answered by those who were supervised. */
export function recordRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, model, checkScriptUrl } = settings
  const read = { compartment, use: 'read' } as const
  const openForSupervisor = (visit: SessionVisit) =>
    openSession(settings, visit, { ...read, as: ['supervisor', 'finishing-supervisor'] })
  const openToWrite = (visit: SessionVisit) => openSession(settings, visit, { compartment, use: 'write' })
  /** A supervisee's comment and answer stand beside the record: to give one is no writing of it. */
  const openToComment = (visit: SessionVisit) =>
    openSession(settings, visit, { ...read, as: supervised, locks: true })
  const openToAnswer = (visit: SessionVisit) =>
    openSession(settings, visit, { ...read, as: supervised, isTakingPart: true, locks: true })

  type Shown = Partial<Parameters<typeof recordScreen>[1]>
  const show = async (visit: SessionVisit, opened: OpenedSession, shown: Shown): Promise<Reply> => {
    const aboutId = visit.params.sessionId
    const signed = await findSignedRecord(visit.db, aboutId)
    const draft = signed === null ? await findSharedDraft(visit.db, { kind: 'joint-record', aboutId }) : null
    const actions = signed === null ? await listAgreedHere(visit) : []
    const content = makeJointContent({ ...visit.params, day: opened.day, texts: draft?.texts ?? {}, actions })
    return recordScreen(visit, {
      opened,
      signed,
      draft,
      content,
      found:
        draft === null || opened.session.state === 'cancelled' ? null : findForWriter(visit, opened, content),
      checkScriptUrl,
      timeZone,
      done: null,
      ...shown,
    })
  }

  /** Whoever signs looks at all of it while they write, and whoever comments at their comment. */
  const findForWriter = (
    { actor }: SessionVisit,
    { standing, names }: OpenedSession,
    content: JointContent,
  ) => {
    if (isSupervising(standing)) return findInRecord(content, names, model)
    const own = content.comments.filter(({ personId }) => personId === actor.personId)
    return supervised.includes(standing)
      ? findInRecord({ ...content, sections: [], actions: [], comments: own }, names, model)
      : null
  }

  /** What in words that are to stand for good is likely to identify somebody, where whoever wrote them was not asked yet. */
  const findToAsk = (
    { form }: SessionVisit,
    { names }: OpenedSession,
    { heading, text }: HeadedText,
  ): readonly FoundIn[] | null => {
    const found = findInTexts([{ heading, text }], names, model)
    return countLikely(found) > 0 && form.text('asked') !== askedAbout(text) ? found : null
  }

  /** Saves a form of the draft, unless there is no draft any more. */
  const saveDraft = async (
    visit: SessionVisit,
    opened: OpenedSession,
    about: Pick<SharedForm, 'formUrl' | 'questions'>,
    next: (press: string) => string,
  ): Promise<Reply> => {
    const { relationshipId, sessionId } = visit.params
    const nothingRecorded = nothingRecordedScreen(visit, opened, recordTitle)
    if (nothingRecorded !== null) return nothingRecorded
    if (await findIsSigned(visit.db, sessionId)) return signedMeanwhile(visit)
    if (opened.finishing?.isOver === true) return notFinished(visit)
    const form: SharedForm = {
      ...about,
      kind: 'joint-record',
      aboutId: sessionId,
      relationshipId,
      title: `Record of the session on ${formatDay(opened.day)}`,
      names: opened.names,
      timeZone,
      traceReading: opened.traceReading,
      notice: courtNotice(opened.policyToday, opened.relationship),
    }
    return saveSharedForm(visit, form, press => redirect(next(press)))
  }

  return [
    get(recordPath, signedIn, async visit => {
      const opened = await openSession(settings, visit, read)
      if (opened === null) return notFoundPage()
      const done = dones.find(one => one === visit.query.get('done')) ?? null
      if (await isKeptOfCancelled(visit, opened)) return show(visit, opened, {})
      return nothingRecordedScreen(visit, opened, recordTitle) ?? show(visit, opened, { done })
    }),

    post(recordPath, signedIn, sharedFormShape(recordQuestions), async visit => {
      const opened = await openToWrite(visit)
      if (opened === null) return notFoundPage(visit.form)
      const about = { formUrl: recordPath.url(visit.params), questions: recordQuestions }
      return saveDraft(visit, opened, about, press =>
        press === 'sign' ? signRecordPath.url(visit.params) : recordPath.url(visit.params, { done: 'saved' }),
      )
    }),

    post(
      commentPath,
      signedIn,
      visit => sharedFormShape(commentQuestions(visit)),
      async visit => {
        const opened = await openToComment(visit)
        if (opened === null) return notFoundPage(visit.form)
        const about = { formUrl: commentPath.url(visit.params), questions: commentQuestions(visit) }
        return saveDraft(visit, opened, about, press =>
          press === 'back' ? sessionPath.url(visit.params) : recordPath.url(visit.params, { done: 'saved' }),
        )
      },
    ),

    get(signRecordPath, signedIn, async visit => {
      const opened = await openForSupervisor(visit)
      if (opened === null) return notFoundPage()
      const nothingRecorded = nothingRecordedScreen(visit, opened, recordTitle)
      if (nothingRecorded !== null) return nothingRecorded
      if (await findIsSigned(visit.db, visit.params.sessionId)) return redirect(recordPath.url(visit.params))
      return showToSign(visit, opened, await contentNow(visit, opened), null)
    }),

    post(signRecordPath, signedIn, { once: ['sha256', 'press'] }, async visit => {
      const opened = await openToWrite(visit)
      if (opened === null) return notFoundPage()
      const nothingRecorded = nothingRecordedScreen(visit, opened, recordTitle)
      if (nothingRecorded !== null) return nothingRecorded
      const content = await contentNow(visit, opened)
      const { personId } = visit.actor
      const signed = await signJointRecord(visit.db, settings.queue, {
        personId,
        session: opened.session,
        now: visit.now,
        content,
        shownSha256: visit.form.text('sha256'),
        likely: countLikely(findInRecord(content, opened.names, model)),
        anyway: visit.form.text('press') === 'anyway',
      })
      if (signed.ok)
        return redirect(
          // Whoever no longer supervises reads no record once it is signed.
          opened.standing === 'finishing-supervisor'
            ? supervisionPath.url({}, { done: 'signed' })
            : recordPath.url(visit.params, { done: 'signed' }),
        )
      switch (signed.refusal) {
        case 'signed-already':
          return redirect(recordPath.url(visit.params))
        case 'changed-elsewhere':
        case 'not-held':
        case 'nothing-written':
        case 'ask-once-more':
          await opened.traceReading()
          return showToSign(visit, opened, content, signed.refusal)
      }
    }),

    post(answerRecordPath, signedIn, { once: ['sha256', 'agrees', 'words', 'asked'] }, async visit => {
      const opened = await openToAnswer(visit)
      const { form, db, actor, now, params } = visit
      const { personId } = actor
      if (opened === null) return notFoundPage(form)
      const typed = { agrees: form.text('agrees'), words: form.text('words') }
      const answer = readAnswer(typed)
      if (!answer.ok) return show(visit, opened, { typed, errors: answerErrors(answer.refusal) })
      const toAsk = findToAsk(visit, opened, { heading: 'In your own words', text: typed.words })
      if (toAsk !== null) return show(visit, opened, { typed, toAsk: { field: 'words', found: toAsk } })
      const answered = await answerJointRecord(db, {
        personId,
        session: opened.session,
        now,
        shownSha256: form.text('sha256'),
        answer: answer.value,
      })
      if (answered.ok) return redirect(recordPath.url(params, { done: 'answered' }))
      switch (answered.refusal) {
        case 'not-asked':
          return overtaken(visit, 'The record is not what was shown to you. Look at it, then answer.')
        case 'answered-already':
          return overtaken(
            visit,
            'You have answered already, and your answer stands beside the record for good.',
          )
      }
    }),

    post(addToRecordPath, signedIn, { once: ['number', 'addition', 'asked'] }, async visit => {
      const opened = await openSession(settings, visit, {
        ...read,
        as: ['supervisor', ...supervised],
        isTakingPart: true,
        locks: true,
      })
      const { form, db, actor, now, params } = visit
      const { personId } = actor
      if (opened === null) return notFoundPage(form)
      const text = form.text('addition')
      const problem = textProblem(text, { required: true, longest: longestText })
      if (problem !== null)
        return show(visit, opened, { typed: { addition: text }, errors: additionErrors(problem) })
      const toAsk = findToAsk(visit, opened, { heading: 'What is to be added?', text })
      if (toAsk !== null)
        return show(visit, opened, { typed: { addition: text }, toAsk: { field: 'addition', found: toAsk } })
      const added = await addToJointRecord(db, {
        personId,
        session: opened.session,
        now,
        text,
        by: signBy(opened.day, opened.policy),
        today: opened.today,
        shownAdditions: Number(form.text('number')) || 0,
      })
      return added.ok
        ? redirect(recordPath.url(params, { done: 'added' }))
        : overtaken(
            visit,
            'The record takes additions once everybody has signed it, or the days for that are over.',
          )
    }),
  ]

  function showToSign(
    visit: SessionVisit,
    opened: OpenedSession,
    content: JointContent,
    refusal: SignRefusal | null,
  ): Reply {
    const isHeld = opened.session.state === 'held'
    return signRecordScreen(visit, {
      opened,
      content,
      sha256: writeJointContent(content).sha256,
      found: findInRecord(content, opened.names, model),
      obstacle: !isHeld ? 'not-held' : saysAnything(content) ? null : 'nothing-written',
      refusal,
    })
  }
}

async function contentNow(visit: SessionVisit, { day }: OpenedSession): Promise<JointContent> {
  const { relationshipId, sessionId } = visit.params
  const draft = await findSharedDraft(visit.db, { kind: 'joint-record', aboutId: sessionId })
  const actions = await listAgreedHere(visit)
  return makeJointContent({ relationshipId, sessionId, day, texts: draft?.texts ?? {}, actions })
}

/** What was written for a session before it was cancelled can still be read. */
async function isKeptOfCancelled(visit: SessionVisit, { session }: OpenedSession): Promise<boolean> {
  if (session.state !== 'cancelled') return false
  const draft = await findSharedDraft(visit.db, { kind: 'joint-record', aboutId: session.sessionId })
  return draft !== null || (await listAgreedHere(visit)).length > 0
}

async function listAgreedHere({ db, params: { relationshipId, sessionId } }: SessionVisit) {
  const actions = await listAgreedActions(db, relationshipId)
  return actions.filter(action => action.sessionId === sessionId)
}

/** A form of a supervisee has a field for their own comment, and none for anybody else's. */
function commentQuestions({
  actor,
}: {
  readonly actor: { readonly kind: string }
}): readonly SharedQuestion[] {
  return 'personId' in actor && typeof actor.personId === 'string' ? [commentQuestion(actor.personId)] : []
}

function signedMeanwhile(visit: SessionVisit): Reply {
  return overtaken(
    visit,
    'The supervisor has signed the record, so the draft takes no more changes.',
    'the supervisor has signed the record meanwhile, and its draft takes no more changes',
  )
}

function notFinished(visit: SessionVisit): Reply {
  return overtaken(
    visit,
    'Supervision has ended, and so have the days for signing: the record was not finished.',
    'the days for signing the record are over',
  )
}

function overtaken(visit: SessionVisit, explanation: string, because?: string): Reply {
  return overtakenScreen({
    title: 'Nothing was changed',
    explanation,
    back: { href: recordPath.url(visit.params), text: 'Back to the record' },
    form: visit.form,
    ...(because !== undefined && { because }),
  })
}
