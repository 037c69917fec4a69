import { noErrors } from '../../platform/ui/field-errors.ts'
import { inAList } from '../../platform/ui/words.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { inOrderOfNames, knownAs } from '../known-as.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { findSignedRecord } from '../record/record-store.ts'
import { backToSession } from '../screens/session-caption.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import type { SupervisionSettings } from '../settings.ts'
import { correctSession, type WantedCorrection } from './actions/correct-session.ts'
import { isCorrectable, type CorrectionRefusal } from './correction.ts'
import { correctSessionPath, sessionPath } from './paths.ts'
import { reasonErrors } from './read-reason.ts'
import { corrections, correctSessionScreen, type TypedCorrection } from './screens/correct-session.ts'
import { whoIsSupervisedOn } from './who-is-told.ts'

/** A supervisor corrects who was at a session that was held, and that it was held at all. */
export function correctionRoutes(settings: SupervisionSettings): Route[] {
  const open = (visit: SessionVisit, use: 'read' | 'write') =>
    openSession(settings, visit, { compartment: 'sessions', use, as: ['supervisor'] })

  const show = (
    visit: SessionVisit,
    opened: OpenedSession,
    shown: Partial<Parameters<typeof correctSessionScreen>[1]>,
  ): Reply => {
    const supervisees = superviseesOf(opened)
    const { attended } = opened.session
    const typed = { correction: supervisees.length > 1 ? '' : 'not-held', attended, reason: '' }
    return correctSessionScreen(visit, {
      opened,
      supervisees,
      typed,
      errors: noErrors,
      wasChanged: false,
      ...shown,
    })
  }

  const superviseesOf = ({ relationship, session }: OpenedSession) =>
    whoIsSupervisedOn(relationship.supervisees, session.startsAt, settings.timeZone)

  return [
    get(correctSessionPath, signedIn, async visit => {
      const opened = await open(visit, 'read')
      if (opened === null) return notFoundPage()
      const { sessionId } = visit.params
      const record = await findSignedRecord(visit.db, sessionId)
      const answered = record && record.answers.map(({ personId }) => personId)
      if (!isCorrectable(opened.session, answered)) return redirect(sessionPath.url(visit.params))
      return show(visit, opened, {})
    }),

    post(
      correctSessionPath,
      signedIn,
      { once: ['version', 'correction', 'reason'], many: ['attended'] },
      async visit => {
        const opened = await open(visit, 'write')
        if (opened === null) return notFoundPage(visit.form)
        const { form, db, params, actor, now } = visit
        const typed: TypedCorrection = {
          correction: form.text('correction'),
          attended: superviseesOf(opened).filter(personId => form.all('attended').includes(personId)),
          reason: form.text('reason'),
        }
        const again = async (problems: readonly (readonly [string, string])[], wasChanged = false) => {
          await opened.traceReading()
          return show(visit, opened, { typed, errors: new Map(problems), wasChanged })
        }
        const correction = corrections.find(one => one === typed.correction)
        const problems = [
          ...(correction === undefined ? [['correction', 'Choose what is wrong'] as const] : []),
          ...reasonErrors(typed.reason),
        ]
        if (correction === undefined || problems.length > 0) return again(problems)
        const version = Number(form.text('version')) || 0
        const wanted: WantedCorrection = {
          version,
          reason: typed.reason,
          correction,
          attended: typed.attended,
        }
        const corrected = await correctSession(db, settings.queue, {
          ...params,
          personId: actor.personId,
          wanted,
          now,
        })
        if (corrected.ok) return redirect(sessionPath.url(params, { done: 'corrected' }))
        const { refusal } = corrected
        switch (refusal) {
          case 'not-found':
            return notFoundPage(form)
          case 'changed-elsewhere':
            return again([], true)
          case 'nobody-attended':
          case 'nothing-different':
          case 'has-answered':
            return again([['attended', await attendedInWords(visit, opened, typed.attended, refusal)]])
          case 'not-held':
          case 'record-signed':
          case 'signed-by-all':
            return overtakenScreen({
              title: 'Nothing was corrected',
              explanation: refusalsInWords[refusal],
              back: backToSession(params),
              form,
            })
        }
      },
    ),
  ]
}

async function attendedInWords(
  { db, params }: SessionVisit,
  { names, session }: OpenedSession,
  chosen: readonly string[],
  refusal: Extract<CorrectionRefusal, 'nobody-attended' | 'nothing-different' | 'has-answered'>,
): Promise<string> {
  switch (refusal) {
    case 'nobody-attended':
      return 'Choose at least one person who was there, or choose that it was not held'
    case 'nothing-different':
      return 'This is what is said of it already: choose who was there'
    case 'has-answered': {
      const record = await findSignedRecord(db, params.sessionId)
      const staying = (record?.answers ?? [])
        .map(({ personId }) => personId)
        .filter(personId => session.attended.includes(personId) && !chosen.includes(personId))
      const who = inAList(inOrderOfNames(names, staying).map(personId => knownAs(names, personId)))
      return `Choose ${who} as well: their answer stands beside the record of this session`
    }
  }
}

const refusalsInWords = {
  'not-held': 'This session is not said to be held, so there is nothing to correct.',
  'record-signed':
    'You have signed the record of this session, so it stays as held. You can add to the record what is to stand with it.',
  'signed-by-all':
    'You and all who were there have signed the record of this session, so what is said of it stays. You can add to the record what is to stand with it.',
} as const satisfies Partial<Record<CorrectionRefusal, string>>
