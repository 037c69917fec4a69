import { randomUUID } from 'node:crypto'
import { localAddress } from '../accounts/local-address.ts'
import { dayIn } from '../platform/day.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../platform/web/route.ts'
import { isId } from '../platform/id.ts'
import { addAbsence, changeProfile, removeAbsence } from './actions/change-profile.ts'
import { absencesPath, profilePath, removeAbsencePath } from './paths.ts'
import { findProfile, listAbsences } from './profiles-store.ts'
import {
  absenceForm,
  absencesPage,
  emptyAbsence,
  profileForm,
  profilePage,
  readTypedAbsence,
  readTypedProfile,
  removeAbsenceForm,
  typedProfileOf,
} from './screens/profile-screen.ts'
import type { OrganisationSettings } from './settings.ts'

/** What somebody says of themselves to those they are supervised with, and when they can be. */
export function profileRoutes({ timeZone }: Pick<OrganisationSettings, 'timeZone'>): Route[] {
  return [
    get(profilePath, signedIn, async visit => {
      const profile = await findProfile(visit.db, visit.actor.personId)
      const next = nextOf(visit.query.get('next'))
      return profilePage(visit, { profile, typed: typedProfileOf(profile), next, refusal: null })
    }),
    post(profilePath, signedIn, profileForm, async visit => {
      const { personId } = visit.actor
      const typed = readTypedProfile(visit.form)
      const next = nextOf(visit.form.text('next'))
      const shown = visit.form.text('version')
      const { now } = visit
      const mine = { personId, now, today: dayIn(timeZone, now) }
      const changed = await changeProfile(visit.db, mine, typed, shown)
      if (changed.ok) return redirect(next === '' ? profilePath.url({}, { done: 'profile-saved' }) : next)
      const profile = await findProfile(visit.db, personId)
      return profilePage(visit, { profile, typed, next, refusal: changed.refusal })
    }),
    get(absencesPath, signedIn, async visit => {
      const absences = await listAbsences(visit.db, visit.actor.personId)
      return absencesPage(visit, { newId: randomUUID(), absences, typed: emptyAbsence, problems: [] })
    }),
    post(absencesPath, signedIn, absenceForm, async visit => {
      const { personId } = visit.actor
      const typed = readTypedAbsence(visit.form)
      const absenceId = visit.form.text('newId')
      if (!isId(absenceId)) return notFoundPage(visit.form)
      const added = await addAbsence(visit.db, { personId, now: visit.now }, absenceId, typed)
      if (added.ok) return redirect(absencesPath.url({}, { done: 'absence-added' }))
      const absences = await listAbsences(visit.db, personId)
      return absencesPage(visit, { newId: absenceId, absences, typed, problems: added.refusal })
    }),
    post(removeAbsencePath, signedIn, removeAbsenceForm, async visit => {
      const absenceId = visit.form.text('absence')
      const { personId } = visit.actor
      const removed =
        isId(absenceId) && (await removeAbsence(visit.db, { personId, now: visit.now }, absenceId)).ok
      return removed ? redirect(absencesPath.url({}, { done: 'absence-removed' })) : notFoundPage()
    }),
  ]
}

function nextOf(typed: string | null): string {
  const next = localAddress(typed)
  return next === '/' ? '' : next
}
