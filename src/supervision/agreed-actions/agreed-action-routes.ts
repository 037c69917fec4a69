import { dateFieldNames, readDateFields } from '../../platform/ui/date-fields.ts'
import { randomUUID } from 'node:crypto'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { agreedActionsPath, closeActionPath, reopenActionPath } from './paths.ts'
import { findIsSigned } from '../record/record-store.ts'
import { nothingRecordedScreen } from '../screens/nothing-recorded.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import { isInTheirTime, whoIsTold } from '../sessions/who-is-told.ts'
import type { SupervisionSettings } from '../settings.ts'
import { longestText, textProblem } from '../typed-words.ts'
import { agreeAction, closeAction, reopenAction } from './actions/agree-action.ts'
import { actionsOfSession, mayClose, readAction, type AgreedAction } from './agreed-action.ts'
import { listAgreedActions } from './agreed-actions-store.ts'
import { actionErrors, agreedActionsScreen, outcomeErrors } from './screens/agreed-actions-screen.ts'

const title = 'Agreed actions'
const dones = ['agreed', 'closed', 'reopened'] as const

type ActionVisit = SessionVisit & { readonly params: { readonly actionId: string } }

/** What is agreed in a session, and comes back until it is done. */
export function agreedActionRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone } = settings
  const open = (visit: SessionVisit, use: 'read' | 'write') =>
    openSession(settings, visit, { compartment: 'actions', use })

  /** After the end of a supervision nothing is agreed in it any more, but whoever was supervised still closes what is theirs. */
  const openToClose = async (visit: SessionVisit) =>
    (await open(visit, 'write')) ??
    openSession(settings, visit, { compartment: 'own-action', use: 'write', as: ['former-supervisee'] })

  /** Those of the relationship that were agreed in the time of whoever asks. */
  const listTheirs = async (visit: SessionVisit, opened: OpenedSession): Promise<AgreedAction[]> => {
    const actions = await listAgreedActions(visit.db, visit.params.relationshipId)
    const { personId } = visit.actor
    return actions.filter(({ agreedAt }) => isInTheirTime(opened, personId, agreedAt, timeZone))
  }

  type Shown = Partial<Parameters<typeof agreedActionsScreen>[1]>
  const show = async (visit: SessionVisit, opened: OpenedSession, shown: Shown): Promise<Reply> => {
    const { sessionId } = visit.params
    await opened.traceReading()
    return agreedActionsScreen(visit, {
      opened,
      actions: actionsOfSession(await listTheirs(visit, opened), sessionId),
      isSigned: await findIsSigned(visit.db, sessionId),
      newId: randomUUID(),
      timeZone,
      done: null,
      ...shown,
    })
  }

  /** One that whoever asks may close. */
  const findToClose = async (visit: ActionVisit, opened: OpenedSession): Promise<AgreedAction | null> => {
    const actions = await listTheirs(visit, opened)
    const found = actions.find(({ actionId }) => actionId === visit.params.actionId)
    const { personId } = visit.actor
    return found !== undefined && mayClose(found, opened.relationship, personId) ? found : null
  }

  return [
    get(agreedActionsPath, signedIn, async visit => {
      const opened = await open(visit, 'read')
      if (opened === null) return notFoundPage()
      const done = dones.find(one => one === visit.query.get('done')) ?? null
      return nothingRecordedScreen(visit, opened, title) ?? show(visit, opened, { done })
    }),

    post(
      agreedActionsPath,
      signedIn,
      { once: ['actionId', 'what', 'owner', ...dateFieldNames('by')] },
      async visit => {
        const opened = await open(visit, 'write')
        const { db, form, params, actor, now } = visit
        const actionId = form.text('actionId')
        if (opened === null || !isId(actionId)) return notFoundPage(form)
        const nothingRecorded = nothingRecordedScreen(visit, opened, title)
        if (nothingRecorded !== null) return nothingRecorded
        const typed = {
          what: form.text('what'),
          ownerId: form.text('owner'),
          byDay: readDateFields(form, 'by'),
        }
        const owners = whoIsTold(opened.relationship, opened.session.startsAt, timeZone)
        const read = readAction(typed, { owners, day: opened.day })
        if (!read.ok)
          return show(visit, opened, { typed, errors: actionErrors(read.refusal), newId: actionId })
        const { personId } = actor
        const agreed = await agreeAction(db, { personId, ...params, actionId, now, read: read.value })
        return agreed.ok
          ? redirect(agreedActionsPath.url(params, { done: 'agreed' }))
          : overtaken(
              visit,
              'The record of this session is signed, with the actions agreed in it. Agree this one in the next session.',
            )
      },
    ),

    post(closeActionPath, signedIn, { once: ['outcome'] }, async visit => {
      const opened = await openToClose(visit)
      const action = opened && (await findToClose(visit, opened))
      const { db, form, params, actor, now } = visit
      if (opened === null || action === null) return notFoundPage(form)
      const nothingRecorded = nothingRecordedScreen(visit, opened, title)
      if (nothingRecorded !== null) return nothingRecorded
      const outcome = form.text('outcome')
      const { actionId } = params
      const problem = textProblem(outcome, { required: true, longest: longestText })
      if (problem !== null && action.closed === null)
        return show(visit, opened, {
          closing: { actionId, outcome },
          errors: outcomeErrors(actionId, problem),
        })
      const closed = await closeAction(db, { personId: actor.personId, ...params, now, outcome })
      return closed.ok
        ? redirect(agreedActionsPath.url(params, { done: 'closed' }))
        : overtaken(visit, 'It is closed already. Look at what was said of it.')
    }),

    post(reopenActionPath, signedIn, { once: [] }, async visit => {
      const opened = await open(visit, 'write')
      const action = opened && (await findToClose(visit, opened))
      if (opened === null || action === null) return notFoundPage()
      const { db, params, actor, now } = visit
      const reopened = await reopenAction(db, { personId: actor.personId, ...params, now })
      if (reopened.ok) return redirect(agreedActionsPath.url(params, { done: 'reopened' }))
      switch (reopened.refusal) {
        case 'open-already':
          return redirect(agreedActionsPath.url(params))
        case 'settled':
          return overtaken(
            visit,
            'A session has been held since it was closed, so it stays closed. Agree it anew if it is still to be done.',
          )
      }
    }),
  ]
}

function overtaken(visit: SessionVisit, explanation: string): Reply {
  return overtakenScreen({
    title: 'Nothing was changed',
    explanation,
    back: { href: agreedActionsPath.url(visit.params), text: 'Back to the agreed actions' },
    form: visit.form,
  })
}
