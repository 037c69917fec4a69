import { recordEvent } from '../audit/record-event.ts'
import { formatDay, type DateParts } from '../platform/day.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { getMyRecord } from './find-mine.ts'
import { homePath, stepPath } from './paths.ts'
import type { RenewalStep } from './renewal-steps.ts'
import { readDoneOn, type DateError } from './screens/date-error.ts'
import { renewalStepScreen } from './screens/renewal-step.ts'
import type { CpdSettings } from './settings.ts'
import { deleteStepTold, saveStepTold } from './store.ts'
import { whereYouStand, type Standing } from './where-you-stand.ts'

const noDate: DateParts = { day: '', month: '', year: '' }

/** The steps of renewal that are taken elsewhere: the practitioner tells us, and the record says "you told us". */
export function renewalRoutes({ packs, recordGoesTo }: CpdSettings): Route[] {
  const find = async (visit: SignedInVisit<{ readonly closingYear: string; readonly step: string }>) => {
    const record = await getMyRecord(visit)
    const standing = whereYouStand({ packs, record, recordGoesTo, at: visit.now })
    return findStep(standing, visit.params)
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
      const { closingYear } = standing.current.year
      if (form.text('press') === 'not-done') {
        await deleteStepTold(db, actor.personId, { closingYear, step: step.id })
      } else {
        const typed = {
          day: form.text('done-day'),
          month: form.text('done-month'),
          year: form.text('done-year'),
        }
        const doneOn = readDoneOn(typed, {
          today: standing.today,
          earliest: step.opensOn,
          tooEarly: `The date must be on or after ${formatDay(step.opensOn)}, when this step opened for this year`,
        })
        if (!doneOn.ok) return show(visit, found, typed, doneOn.refusal)
        await saveStepTold(db, actor.personId, { closingYear, step: step.id, doneOn: doneOn.value }, now)
      }
      await recordEvent(db, {
        personId: actor.personId,
        at: now,
        event: 'renewal-step-told',
        detail: closingYear,
      })
      return redirect(homePath.url({}))
    }),
  ]
}

interface FoundStep {
  readonly standing: Standing
  readonly step: RenewalStep
}

/** A step of the year that is running, that is taken elsewhere, asked of this person, and open. */
function findStep(
  standing: Standing,
  params: { readonly closingYear: string; readonly step: string },
): FoundStep | null {
  const { pack, year } = standing.current
  if (params.closingYear !== String(year.closingYear)) return null
  const step = standing.steps.find(({ id }) => id === params.step)
  const isTold = pack.steps.some(rule => rule.id === params.step && rule.toldBy === 'person')
  if (!step || !isTold || step.state === 'not-required' || step.state === 'not-open-yet') return null
  return { standing, step }
}

function show(
  visit: SignedInVisit,
  { standing, step }: FoundStep,
  date: DateParts,
  error: DateError | null,
): Reply {
  const { pack, year } = standing.current
  return renewalStepScreen(visit, {
    closingYear: year.closingYear,
    step,
    regulator: pack.names.regulator,
    date,
    error,
  })
}
