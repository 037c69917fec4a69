import { formatDay } from '../../platform/day.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { isSupervising } from '../relationship.ts'
import { courtNotice } from '../screens/court-notice.ts'
import { nothingRecordedScreen } from '../screens/nothing-recorded.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import type { SupervisionSettings } from '../settings.ts'
import { saveSharedDraft } from '../shared-drafts/actions/save-shared-draft.ts'
import { findSharedRevision } from '../shared-drafts/find-shared-revision.ts'
import { sharedRevisionScreen, sharedRevisionsScreen } from '../shared-drafts/screens/shared-revisions.ts'
import { findSharedDraft, listSharedRevisions } from '../shared-drafts/shared-drafts-store.ts'
import { recordPath, recordVersionPath, recordVersionsPath } from './paths.ts'
import type { SharedQuestion } from '../shared-drafts/shared-draft.ts'
import { commentQuestion, recordQuestions } from './record-questions.ts'
import { recordTitle } from './screens/record-screen.ts'

/** What the draft of a record said before. With the supervisor's signature the draft goes, and these with it. */
export function recordVersionRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone } = settings
  const compartment = 'joint-record'
  const open = (visit: SessionVisit) =>
    openSession(settings, visit, {
      compartment,
      use: 'read',
      as: ['supervisor', 'finishing-supervisor', 'supervisee', 'former-supervisee'],
    })
  /** The supervisor restores the sections, and whoever was supervised their own comment: the same two as write them. */
  const openToRestore = async (visit: SessionVisit) =>
    (await openSession(settings, visit, { compartment, use: 'write' })) ??
    openSession(settings, visit, {
      compartment,
      use: 'read',
      as: ['supervisee', 'former-supervisee'],
      locks: true,
    })
  const aboutOf = ({ params }: SessionVisit) => ({ kind: compartment, aboutId: params.sessionId }) as const
  const titleOf = ({ day }: OpenedSession) => `Record of the session on ${formatDay(day)}`

  return [
    get(recordVersionsPath, signedIn, async visit => {
      const opened = await open(visit)
      if (opened === null) return notFoundPage()
      const isCancelled = opened.session.state === 'cancelled'
      return (
        (isCancelled ? null : nothingRecordedScreen(visit, opened, recordTitle)) ??
        sharedRevisionsScreen({
          title: titleOf(opened),
          back: { href: recordPath.url(visit.params), text: 'Back to the record' },
          timeZone,
          revisions: await listSharedRevisions(visit.db, aboutOf(visit)),
          urlOf: number => recordVersionPath.url({ ...visit.params, number: String(number) }),
          notice: courtNotice(opened.policyToday, opened.relationship),
        })
      )
    }),

    get(recordVersionPath, signedIn, async visit => {
      const opened = await open(visit)
      const draft = opened && (await findSharedDraft(visit.db, aboutOf(visit)))
      if (opened === null || draft === null) return notFoundPage()
      const chain = await listSharedRevisions(visit.db, aboutOf(visit))
      const found = findSharedRevision(chain, visit.params.number)
      if (found === null) return notFoundPage()
      return sharedRevisionScreen(visit, {
        title: titleOf(opened),
        back: { href: recordVersionsPath.url(visit.params), text: 'Back to the earlier versions' },
        timeZone,
        ...shownTo(opened, visit.actor.personId),
        revision: found.revision,
        texts: found.texts,
        current: draft,
        restoreUrl:
          opened.session.state === 'cancelled' || opened.finishing?.isOver === true
            ? null
            : recordVersionPath.url(visit.params),
        notice: courtNotice(opened.policyToday, opened.relationship),
      })
    }),

    post(recordVersionPath, signedIn, { once: ['version'] }, async visit => {
      const opened = await openToRestore(visit)
      if (opened === null) return notFoundPage()
      const nothingRecorded = nothingRecordedScreen(visit, opened, recordTitle)
      if (nothingRecorded !== null) return nothingRecorded
      if (opened.finishing?.isOver === true) return notFoundPage()
      const { db, params, form, actor, now } = visit
      const chain = await listSharedRevisions(db, aboutOf(visit))
      const found = findSharedRevision(chain, params.number)
      if (found === null) return notFoundPage()
      const { restored: questions } = shownTo(opened, actor.personId)
      const earlier = Object.fromEntries(questions.map(({ id }) => [id, found.texts[id] ?? '']))
      const saved = await saveSharedDraft(db, {
        ...aboutOf(visit),
        relationshipId: params.relationshipId,
        personId: actor.personId,
        questions,
        shown: { version: Number(form.text('version')) || 0, marks: null },
        answer: stored => ({ ...stored, ...earlier }),
        isReplacement: true,
        now,
      })
      return saved.ok
        ? redirect(recordPath.url(params, { done: 'saved' }))
        : overtakenScreen({
            title: 'Nothing was changed',
            explanation: 'The draft was changed meanwhile. Look at it as it is now, then restore again.',
            back: { href: recordVersionPath.url(params), text: 'Back to the earlier version' },
            form,
          })
    }),
  ]
}

/**
 * What of an earlier version somebody is shown, and what of it they may restore. Comments are for their writers alone here: one
 * that was taken back, or typed in a second window and never chosen, was not left for the others to read.
 */
function shownTo(
  { standing }: OpenedSession,
  personId: string,
): { readonly questions: readonly SharedQuestion[]; readonly restored: readonly SharedQuestion[] } {
  if (isSupervising(standing)) return { questions: recordQuestions, restored: recordQuestions }
  const own = commentQuestion(personId)
  return { questions: [...recordQuestions, own], restored: [own] }
}
