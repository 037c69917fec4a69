import type { RegisterPeriod, Registration } from '../cpd/registration.ts'
import { addDays, formatDay, type Day } from '../platform/day.ts'
import { packForYear } from '../schemes/registration-year.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import {
  chronologies,
  coerciveControl,
  demoPieces,
  interpreters,
  jointVisit,
  kinshipFeedback,
  lifeStory,
  nightDuty,
  plainPlans,
  policyOnDebt,
  secondHandTrauma,
  studentsQuestion,
  supervisionOnSilence,
  unwiseDecisions,
  youngCarers,
} from './demo-pieces.ts'
import type { Desk } from './desk.ts'

/** Somebody who does not exist: they have no name, and an address that says what their record shows. */
export interface InventedPerson {
  readonly address: string
  /** What a visitor finds, to be printed beside the link. */
  readonly shows: string
  /** When the account was made: earlier years are shown from then on. */
  readonly since: Day
  readonly registration: Registration
  readonly record: (desk: Desk) => Promise<void>
}

/** One for every state that a record can be in on the day that the calendar is told from. */
export function inventPeople(calendar: DemoCalendar): readonly InventedPerson[] {
  const { closingYear, today, dayOf } = calendar
  const inYear = (share: number) => dayOf(closingYear, share)
  const since = inYear(0)
  const registration = longRegistered(calendar)
  const onceOpen = (open: string, before: string) =>
    calendar.isRenewalOpen ? open : `${before} ${formatDay(calendar.renewalOpensOn)}`
  const twoPieces = async (desk: Desk) => [
    await desk.submit(supervisionOnSilence, { on: inYear(0.3) }),
    await desk.submit(coerciveControl, { on: inYear(0.7), withPeer: true }),
  ]

  return [
    {
      address: 'nothing-recorded',
      shows: 'Nothing recorded yet',
      since,
      registration,
      record: async () => undefined,
    },
    {
      address: 'draft-only',
      shows: 'A draft with a date that does not exist, kept as it was typed',
      since,
      registration,
      async record(desk) {
        await desk.draft(youngCarers, { on: today }, answers => ({
          ...answers,
          texts: { ...answers.texts, impact: '' },
          date: { day: '31', month: '11', year: String(closingYear) },
        }))
      },
    },
    {
      address: 'one-piece',
      shows: 'One piece submitted, without a peer reflection',
      since,
      registration,
      async record(desk) {
        await desk.submit(nightDuty, { on: inYear(0.6) })
      },
    },
    {
      address: 'one-piece-with-peer-reflection',
      shows: 'One piece submitted, with a peer reflection',
      since,
      registration,
      async record(desk) {
        await desk.submit(unwiseDecisions, { on: inYear(0.5), withPeer: true })
      },
    },
    {
      address: 'peer-reflection-missing',
      shows: 'Two pieces submitted, and a peer reflection still missing',
      since,
      registration,
      async record(desk) {
        await desk.submit(supervisionOnSilence, { on: inYear(0.2) })
        await desk.submit(policyOnDebt, { on: inYear(0.8) })
      },
    },
    {
      address: 'form-and-fee-open',
      shows: onceOpen('CPD met, renewal form and fee still open', 'CPD met, renewal form and fee open on'),
      since,
      registration,
      async record(desk) {
        await twoPieces(desk)
      },
    },
    {
      address: 'not-copied',
      shows: onceOpen(
        'CPD met, form and fee told, nothing copied to the regulator yet',
        'CPD met and not copied to the regulator yet; renewal opens on',
      ),
      since,
      registration,
      async record(desk) {
        await desk.submit(plainPlans, { on: inYear(0.25), withPeer: true })
        await desk.submit(jointVisit, { on: inYear(0.75) })
        await desk.tellAllSteps()
      },
    },
    {
      address: 'all-done',
      shows: onceOpen(
        'All three steps done and everything copied',
        'CPD met and copied; nothing more can be done before',
      ),
      since,
      registration,
      async record(desk) {
        for (const piece of await twoPieces(desk)) await desk.copy(piece)
        await desk.tellAllSteps()
      },
    },
    {
      address: 'changes-not-resubmitted',
      shows: 'A peer reflection added to a submitted piece, and not resubmitted',
      since,
      registration,
      async record(desk) {
        await desk.submit(secondHandTrauma, { on: inYear(0.4) })
        const left = await desk.submit(studentsQuestion, { on: inYear(0.6) })
        await desk.change(left, studentsQuestion, { on: inYear(0.6), withPeer: true })
      },
    },
    {
      address: 'identical-pieces',
      shows: 'Two pieces with the same words, which count once',
      since,
      registration,
      async record(desk) {
        await desk.submit(interpreters, { on: inYear(0.5), withPeer: true })
        await desk.submit({ ...interpreters, title: 'A film about interpreters' }, { on: inYear(0.6) })
      },
    },
    {
      address: 'very-like-pieces',
      shows: 'Two pieces that are very like each other: both count, with a warning',
      since,
      registration,
      async record(desk) {
        await desk.submit(chronologies, { on: inYear(0.5), withPeer: true })
        await desk.submit(
          {
            ...chronologies,
            title: 'Reading my chronologies again',
            description: `Half a year later I did it again. ${chronologies.description}`,
          },
          { on: inYear(0.9) },
        )
      },
    },
    {
      address: 'dated-outside-the-year',
      shows: 'A piece dated in the year before, which does not count in this one',
      since,
      registration,
      async record(desk) {
        const at = calendar.evening(inYear(0.1))
        await desk.submit(lifeStory, { on: dayOf(closingYear - 1, 0.9), withPeer: true, at })
        await desk.submit(kinshipFeedback, { on: inYear(0.5) })
      },
    },
    {
      address: 'submitted-too-late',
      shows: 'Last year not met: the second piece came after the cut-off',
      since: dayOf(closingYear - 1, 0.2),
      registration,
      async record(desk) {
        await desk.submit(nightDuty, { on: dayOf(closingYear - 1, 0.5), withPeer: true })
        const firstEvening = calendar.evening(inYear(0))
        await desk.submit(policyOnDebt, { on: dayOf(closingYear - 1, 0.98), at: firstEvening })
        await desk.submit(jointVisit, { on: inYear(0.5) })
      },
    },
    {
      address: 'earlier-years',
      shows: `Years back to ${calendar.firstClosingYear}, each by the rules of its time, and one of them not met`,
      since: dayOf(calendar.firstClosingYear, 0.1),
      registration,
      record: desk => recordManyYears(calendar, desk),
    },
    joinedLate(calendar),
    restoredLate(calendar),
    {
      address: 'voluntary-removal',
      shows: 'Applied for voluntary removal: nothing is asked',
      since,
      registration: { ...registration, voluntaryRemovalAppliedOn: today },
      async record(desk) {
        await desk.submit(studentsQuestion, { on: inYear(0.3) })
      },
    },
    {
      address: 'withdrawn-piece',
      shows: 'A piece withdrawn after it was submitted, with its history kept',
      since,
      registration,
      async record(desk) {
        await desk.submit(unwiseDecisions, { on: inYear(0.3), withPeer: true })
        await desk.withdraw(await desk.submit(youngCarers, { on: inYear(0.6) }))
      },
    },
  ]
}

const joined = { kind: 'joined', to: null } as const

export function longRegistered({ longAgo }: DemoCalendar): Registration {
  return { periods: [{ ...joined, from: longAgo }], voluntaryRemovalAppliedOn: null }
}

function joinedLate(calendar: DemoCalendar): InventedPerson {
  const { from, shows } = cameLate(calendar, 'Joined')
  return {
    address: 'joined-late',
    shows,
    since: from,
    registration: { periods: [{ ...joined, from }], voluntaryRemovalAppliedOn: null },
    record: async () => undefined,
  }
}

function restoredLate(calendar: DemoCalendar): InventedPerson {
  const { from, shows } = cameLate(calendar, 'Restored to the register')
  const before: RegisterPeriod = { ...joined, from: calendar.longAgo, to: addDays(from, -400) }
  return {
    address: 'restored-late',
    shows,
    since: from,
    registration: {
      periods: [before, { from, to: null, kind: 'restored' }],
      voluntaryRemovalAppliedOn: null,
    },
    async record(desk) {
      await desk.submit(kinshipFeedback, { on: calendar.today, withPeer: true })
    },
  }
}

/** Late in this year or, where it is too early for that, in the last. */
function cameLate({ closingYear, lateFrom, today }: DemoCalendar, came: string) {
  const isThisYear = lateFrom(closingYear) <= today
  const tenDaysLater = addDays(lateFrom(isThisYear ? closingYear : closingYear - 1), 10)
  const from = tenDaysLater < today ? tenDaysLater : today
  return {
    from,
    shows: isThisYear
      ? `${came} on ${formatDay(from)}: asked for the fee only`
      : `${came} on ${formatDay(from)}: not asked for CPD last year, asked for all of it this year`,
  }
}

/** As many pieces as each year asked for, but one too few in the year before last, and one so far in this. */
async function recordManyYears(
  { packs, firstClosingYear, closingYear, dayOf }: DemoCalendar,
  desk: Desk,
): Promise<void> {
  const pieces = demoPieces.values()
  for (let year = firstClosingYear; year <= closingYear; year++) {
    const asked = packForYear(packs, year)?.requirement.pieces ?? 0
    const written = year === closingYear ? 1 : year === closingYear - 2 ? asked - 1 : asked
    for (let number = 1; number <= written; number++) {
      const { value: piece } = pieces.next()
      if (piece === undefined) return
      await desk.submit(piece, { on: dayOf(year, number / (written + 1)), withPeer: number === 1 })
    }
  }
}
