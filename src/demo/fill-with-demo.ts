import { createPerson } from '../accounts/actions/create-person.ts'
import { makeSignInLink } from '../accounts/actions/make-mailed-link.ts'
import { forgottenPasswordPath } from '../accounts/paths.ts'
import { isNeverRegistered } from '../cpd/registration.ts'
import type { Database, Db } from '../platform/db/connect.ts'
import type { Route } from '../platform/web/route.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import { makeCalendar, type DemoCalendar } from './demo-calendar.ts'
import { sitDown } from './desk.ts'
import { bringTogether, inventTeam } from './invented-organisation.ts'
import { inventPeople, type InventedPerson } from './invented-people.ts'
import { findAnybody } from './store.ts'

interface DemoParts {
  readonly app: { readonly packs: RulePacks; readonly routes: readonly Route[] }
  readonly database: Database
  readonly baseUrl: string
  readonly now: Date
  readonly log: (line: string) => void
}

/** A top-level domain that no mail ever reaches (RFC 2606). */
const domain = 'demo.example'

/**
 * Fills an empty database with invented people whose records show every state, all or nothing, and prints a link to sign
 * in as each. Throws one line where there is anybody already: it never touches the record of a real person.
 */
export async function fillWithDemo({ app, database, baseUrl, now, log }: DemoParts): Promise<void> {
  const calendar = makeCalendar(app.packs, now)
  const lines = await database.write.transaction().execute(async db => {
    if ((await findAnybody(db)) !== null)
      throw new Error('There are people in this database already, and --demo needs an empty one.')
    const printed: string[] = []
    const ids = new Map<string, string>()
    for (const person of [...inventPeople(calendar), ...inventTeam(calendar)]) {
      const personId = await invent(db, app.routes, calendar, person)
      ids.set(person.address, personId)
      const link = baseUrl + (await makeSignInLink(db, personId, now))
      printed.push(`  ${person.shows} (${person.address}@${domain})`, `    ${link}`)
    }
    await bringTogether(db, calendar, address => ids.get(address) ?? '')
    return printed
  })
  log('Invented people to look around with. Each link signs in once, within 30 minutes:')
  for (const line of lines) log(line)
  const forgotten = baseUrl + forgottenPasswordPath.url({})
  log(
    `Later, ask for a new password for one of the addresses at ${forgotten}: without SMTP_URL its link is printed here.`,
  )
}

async function invent(
  db: Db,
  routes: readonly Route[],
  calendar: DemoCalendar,
  { address, since, registration, record }: InventedPerson,
): Promise<string> {
  // No password is given: one that nobody knows is made up.
  const personId = await createPerson(
    db,
    {
      email: `${address}@${domain}`,
      scheme: calendar.pack.scheme,
      registrationNumber: isNeverRegistered(registration) ? '' : 'INVENTED',
      registration,
    },
    calendar.evening(since),
  )
  await record(sitDown({ db, routes, calendar }, personId))
  return personId
}
