import type { DateParts } from '../platform/day.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { tellStep } from './actions/tell-step.ts'
import { readDoneOn } from './done-on.ts'
import { getMyStanding } from './find-mine.ts'
import { homePath, stepPath, yearPath } from './paths.ts'
import type { RenewalStep } from './renewal-steps.ts'
import { dateErrorInWords, type DateError } from './screens/date-error.ts'
import { renewalStepScreen } from './screens/renewal-step.ts'
import type { CpdSettings } from './settings.ts'
import type { PractitionerRecord } from './practitioner-record.ts'
import type { YearVerdict } from './verdict.ts'
import { stepsOf, type Standing } from './where-you-stand.ts'

const noDate: DateParts = { day: '', month: '', year: '' }

/** The steps of renewal that are taken elsewhere: the practitioner tells us, and the record says "you told us". */
export function renewalRoutes(settings: CpdSettings): Route[] {
  const find = async (visit: SignedInVisit<{ readonly closingYear: string; readonly step: string }>) => {
    const { record, standing } = await getMyStanding(settings, visit)
    return findStep(standing, record, visit.params)
  }
  return [
    get(stepPath, signedIn, async visit => {
      const found = await find(visit)
      return found ? show(visit, found, noDate, null) : notFoundPage()
    }),

    post(stepPath, signedIn, { once: ['done-day', 'done-month', 'done-year', 'press'] }, async visit => {
      const found = await find(visit)
      if (found === null) return notFoundPage()
      const { form, db, now, actor } = visit
      const { step, standing } = found
      const { closingYear } = found.shown.year
      const told = { personId: actor.personId, closingYear, step: step.id, now }
      const typed = {
        day: form.text('done-day'),
        month: form.text('done-month'),
        year: form.text('done-year'),
      }
      if (form.text('press') === 'not-done') {
        await tellStep(db, { ...told, doneOn: null })
      } else {
        const doneOn = readDoneOn(typed, standing.today, step.opensOn)
        if (!doneOn.ok) return show(visit, found, typed, dateErrorInWords(doneOn.refusal, step.opensOn))
        await tellStep(db, { ...told, doneOn: doneOn.value })
      }
      const isRunning = closingYear === standing.current.year.closingYear
      const done = { done: 'step-told' }
      return redirect(isRunning ? homePath.url({}, done) : yearPath.url({ closingYear: String(closingYear) }))
    }),
  ]
}

interface FoundStep {
  readonly standing: Standing
  readonly shown: YearVerdict
  readonly step: RenewalStep
}

/** A step that is taken elsewhere, asked of this person and open: of this year, or of an earlier one, told afterwards. */
function findStep(
  standing: Standing,
  record: PractitionerRecord,
  params: { readonly closingYear: string; readonly step: string },
): FoundStep | null {
  const shown = standing.years.find(({ year }) => String(year.closingYear) === params.closingYear)
  if (shown === undefined) return null
  const step = stepsOf(shown, record, standing.today).steps.find(({ id }) => id === params.step)
  const isTold = shown.pack.steps.some(rule => rule.id === params.step && rule.toldBy === 'person')
  if (!step || !isTold || step.state === 'not-required' || step.state === 'not-open-yet') return null
  return { standing, shown, step }
}

function show(
  visit: SignedInVisit,
  { shown, step }: FoundStep,
  date: DateParts,
  error: DateError | null,
): Reply {
  const { pack, year } = shown
  return renewalStepScreen(visit, {
    closingYear: year.closingYear,
    step,
    regulator: pack.names.regulator,
    date,
    error,
  })
}
