import { randomUUID } from 'node:crypto'
import { neverRegistered } from '../accounts/registration-details.ts'
import { acceptInvitation } from '../organisations/actions/answer-invitation.ts'
import { changeProfile } from '../organisations/actions/change-profile.ts'
import { foundOrganisation } from '../organisations/actions/found-organisation.ts'
import { invite, type ToInvite } from '../organisations/actions/invite.ts'
import { leadBack } from '../organisations/actions/lead-back.ts'
import { addTeam } from '../organisations/actions/name-organisation.ts'
import { invitationTokenIn } from '../organisations/invitation.ts'
import { listTeams } from '../organisations/organisations-store.ts'
import { addDays, partsOfDay, type Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { jointVisit } from './demo-pieces.ts'
import { longRegistered, type InventedPerson } from './invented-people.ts'
import { must, noMail } from './desk.ts'

const [manager, supervisor, worker] = ['manager', 'supervisor', 'newly-qualified'] as const

/** Three who supervise and are supervised, in an organisation that does not exist. */
export function inventTeam(calendar: DemoCalendar): readonly InventedPerson[] {
  const { closingYear, dayOf, today } = calendar
  const since = begins(calendar)
  return [
    {
      address: manager,
      shows: 'A manager who is not on the register: administers an organisation and supervises in it',
      since,
      registration: neverRegistered.registration,
      record: async () => undefined,
    },
    {
      address: supervisor,
      shows: 'A supervisor, who is supervised by the manager',
      since,
      registration: longRegistered(calendar),
      async record(desk) {
        await desk.submit(jointVisit, { on: today, withPeer: true })
      },
    },
    {
      address: worker,
      shows: 'A newly qualified worker, six weeks into practice, with a supervisor',
      since,
      registration: {
        periods: [{ from: dayOf(closingYear - 1, 0.5), to: null, kind: 'joined' }],
        voluntaryRemovalAppliedOn: null,
      },
      record: async () => undefined,
    },
  ]
}

/** Brings them together by the product's own actions. `idOf` gives the id of whoever has an address. */
export async function bringTogether(
  db: Db,
  calendar: DemoCalendar,
  idOf: (address: string) => string,
): Promise<void> {
  const today = begins(calendar)
  const now = calendar.evening(today)
  const knownAs = { [manager]: 'Mo Marsh', [supervisor]: 'Sam Sedge', [worker]: 'Nic Newland' }
  for (const address of [manager, supervisor, worker]) {
    const typed = {
      knownAs: knownAs[address],
      isRegistered: address === manager ? 'no' : 'yes',
      newlyQualifiedFrom: address === worker ? partsOfDay(today) : { day: '', month: '', year: '' },
      weekdays: ['1', '2', '3', '4', '5'],
    }
    must(await changeProfile(db, { personId: idOf(address), now, today }, typed, ''))
  }
  const founding = { name: 'Reedmere Council (invented)', jobRole: 'service manager' }
  const founder = { organisationId: randomUUID(), personId: idOf(manager), now, today }
  const organisationId = must(await foundOrganisation(db, founding, founder))
  must(await addTeam(db, { organisationId, name: 'Adults, north', by: idOf(manager), now }))
  const [team] = await listTeams(db, organisationId)
  const teamId = team?.teamId ?? null

  /** Whoever is asked accepts. */
  const ask = async (by: string, whom: string, asked: Pick<ToInvite, 'join' | 'relationship'>) => {
    const email = 'invited@demo.example'
    const invitationId = must(
      await invite(db, noMail, { email, organisationId, ...asked, by: idOf(by), formId: randomUUID(), now }),
    )
    const token = invitationTokenIn((await leadBack(db, invitationId, now)) ?? '') ?? ''
    must(await acceptInvitation(db, { token, personId: idOf(whom), now, today }))
  }
  const asSupervisee = { part: 'supervisee', kind: 'line-management', relationshipId: null } as const
  await ask(manager, supervisor, {
    join: { teamId, jobRole: 'senior social worker', role: 'principal-social-worker' },
    relationship: asSupervisee,
  })
  await ask(manager, worker, {
    join: { teamId, jobRole: 'newly qualified social worker', role: null },
    relationship: null,
  })
  await ask(supervisor, worker, { join: null, relationship: asSupervisee })
}

function begins({ today }: DemoCalendar): Day {
  return addDays(today, -42)
}
