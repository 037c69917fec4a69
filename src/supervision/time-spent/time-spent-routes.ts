import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { noErrors, type FieldErrors } from '../../platform/ui/field-errors.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { timeSpentPath } from './paths.ts'
import { nothingRecordedScreen } from '../screens/nothing-recorded.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import { takesPart } from '../sessions/session-facts.ts'
import { isInTheirTime } from '../sessions/who-is-told.ts'
import type { SupervisionSettings } from '../settings.ts'
import { tellTimeSpent } from './actions/tell-time-spent.ts'
import { readTicks, timeSpentScreen } from './screens/time-spent-screen.ts'
import { listTickedSessions, listTicks } from './time-spent-store.ts'
import { balanceOfSession, ticksToSee } from './time-spent.ts'

const title = 'How the time went'
/** As many as fit beside each other on the narrowest screen. */
const sessionsShown = 6

/** Both tick how the time of a session went; one sees the other's ticks after ticking oneself. */
export function timeSpentRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone } = settings

  const show = async (
    visit: SessionVisit,
    opened: OpenedSession,
    shown: { readonly errors?: FieldErrors; readonly isTold?: boolean },
  ): Promise<Reply> => {
    const { db, params, actor } = visit
    const { relationship, session } = opened
    await opened.traceReading()
    const upTo = session.startsAt
    const sessions = await listTickedSessions(db, params.relationshipId, { upTo, most: sessionsShown })
    const balance = sessions
      .filter(({ startsAt }) => isInTheirTime(opened, actor.personId, startsAt, timeZone))
      .map(one => ({ ...one, ticks: ticksToSee(opened, one.ticks, actor.personId) }))
      .filter(({ ticks }) => ticks.length > 0)
      .map(one => balanceOfSession(one, relationship.supervisorId))
    return timeSpentScreen(visit, {
      opened,
      ticks: await listTicks(db, params.sessionId),
      balance,
      timeZone,
      errors: noErrors,
      isTold: false,
      ...shown,
    })
  }

  return [
    get(timeSpentPath, signedIn, async visit => {
      const opened = await openSession(settings, visit, { compartment: 'time-spent', use: 'read' })
      if (opened === null) return notFoundPage()
      const isTold = visit.query.get('done') === 'told'
      return nothingRecordedScreen(visit, opened, title) ?? show(visit, opened, { isTold })
    }),

    post(timeSpentPath, signedIn, { once: [], many: ['topics'] }, async visit => {
      const opened = await openSession(settings, visit, { compartment: 'time-spent', use: 'write' })
      const { db, actor, now, form, params } = visit
      const { personId } = actor
      if (opened === null || !takesPart(opened, personId)) return notFoundPage(form)
      const nothingRecorded = nothingRecordedScreen(visit, opened, title)
      if (nothingRecorded !== null) return nothingRecorded
      const topics = readTicks(form)
      if (topics === null) {
        const errors = new Map([['topics', 'Select what the session gave time to, or “None of these”']])
        return show(visit, opened, { errors })
      }
      const { relationship, standing, session } = opened
      const told = await tellTimeSpent(db, { personId, relationship, standing, session, topics, now })
      return told.ok
        ? redirect(timeSpentPath.url(params, { done: 'told' }))
        : overtakenScreen({
            title: 'Nothing was changed',
            explanation:
              session.state === 'held'
                ? 'Somebody else has ticked meanwhile, and you can see what. What you ticked first stays.'
                : 'The session has not been held, or is no longer marked as held.',
            back: { href: timeSpentPath.url(params), text: 'Back to how the time went' },
            form,
          })
    }),
  ]
}
