import { lastMinuteOf } from '../schemes/registration-year.ts'
import type { ReminderKind } from '../schemes/rule-pack.ts'
import type { RecordGoesTo } from '../platform/config.ts'
import { formatDay, formatMoment } from '../platform/day.ts'
import { counted } from '../platform/ui/words.ts'
import type { RenewalStep } from '../cpd/renewal-steps.ts'
import { daysLeftInWords, missingInWords, standingSentence, yearInWords } from '../cpd/standing-words.ts'
import type { Standing } from '../cpd/where-you-stand.ts'
import { whoReceivesIt } from '../cpd/who-receives-it.ts'

export interface ReminderWords {
  readonly subject: string
  readonly text: string
}

/** The step that the reminders about money are for, as the rule packs call it. */
const feeStep = 'fee'

/**
 * What a reminder says of what is missing, or `null` where there is nothing to remind of: nothing is asked, all is done,
 * or what is left cannot be done yet. Mail is read by others, so it holds neither a title nor a word of a piece.
 */
export function reminderWords(
  standing: Standing,
  kind: ReminderKind,
  recordGoesTo: RecordGoesTo,
): ReminderWords | null {
  const open = standing.steps.filter(({ state }) => state === 'open')
  if (standing.allDone || open.length === 0) return null
  const isAboutMoney = kind === 'direct-debit-set-up' || kind === 'direct-debit'
  if (isAboutMoney && !open.some(({ id }) => id === feeStep)) return null

  const { pack, year } = standing.current
  const cutOff = formatMoment(pack.registrationYear.timeZone, lastMinuteOf(year))
  return {
    subject: subjectOf(standing, kind),
    text: [
      opening(standing, kind),
      standingSentence(standing),
      `Still missing:\n${standing.steps.flatMap(step => missingStep(standing, step)).join('\n')}`,
      `${daysLeftInWords(standing.daysLeft)}: everything must be done by ${cutOff}.`,
      nextThing(standing),
      notCopied(standing),
      whoReceivesIt(recordGoesTo, pack.names.regulator),
    ]
      .filter(paragraph => paragraph !== null)
      .join('\n\n'),
  }
}

function subjectOf({ current, daysLeft }: Standing, kind: ReminderKind): string {
  const year = yearInWords(current.year.closingYear)
  switch (kind) {
    case 'year-opens':
      return `The registration year ${year} has begun`
    case 'quarterly':
      return `Your CPD for ${year}: what is still missing`
    case 'window-opens':
      return `Renewal is open: you are not done yet for ${year}`
    case 'direct-debit-set-up':
      return 'Do you pay by direct debit? Check that it is set up'
    case 'direct-debit':
      return 'Do you pay by direct debit? Check that your payment was taken'
    case 'outstanding':
    case 'last-days':
    case 'last-day':
      // Counted when the mail is written, and not when it was due: it may have waited for a server to come back.
      return `${daysLeftInWords(daysLeft)}: you are not done yet for ${year}`
  }
}

/** Why a mail comes on this day of all days. */
function opening({ current, steps }: Standing, kind: ReminderKind): string | null {
  const { regulator } = current.pack.names
  switch (kind) {
    case 'year-opens':
      return 'A new registration year has begun. Whatever you learn from today on can be a piece of CPD for it.'
    case 'quarterly':
      return 'A few lines written soon after the day are easier than a page written in November.'
    case 'window-opens':
      return `Renewal is open. It has ${counted(steps.length, 'step', 'separate steps')}, and doing one does not do another.`
    case 'direct-debit-set-up':
      return `If you want to pay your fee by direct debit, this is about the last moment to set it up. ${regulator} gives the exact day in your account with them.`
    case 'direct-debit':
      return 'If you pay your fee by direct debit, the first payment is taken about now. Check that it was, then tell us.'
    case 'last-days':
    case 'last-day':
      return 'In earlier years people who had done all but one of the steps lost their registration.'
    case 'outstanding':
      return null
  }
}

/** A line for a step that is not done; none for one that is, or that is not asked. */
function missingStep({ current }: Standing, step: RenewalStep): string[] {
  const { pack, verdict } = current
  switch (step.state) {
    case 'done-you-told-us':
    case 'done-our-record-shows':
    case 'not-required':
      return []
    case 'not-open-yet':
      return [`- ${step.name}: opens on ${formatDay(step.opensOn)}`]
    case 'open':
      return pack.steps.some(rule => rule.id === step.id && rule.toldBy === 'record')
        ? [`- ${step.name}: ${missingInWords(pack, verdict)}`]
        : [`- ${step.name}: you have not told us that you have done it`]
  }
}

/** The one next thing to do, as the home page has it but for the titles. */
function nextThing({ next, current }: Standing): string | null {
  const { regulator } = current.pack.names
  const words = (what: string) => `The next thing to do: ${what}`
  switch (next.kind) {
    case 'finish-draft':
      return words('finish and submit the draft that you have started.')
    case 'record-piece':
      return words('record a piece of CPD.')
    case 'add-peer-reflection':
      return words(
        'add what you learnt from discussing it with a peer to a piece that you have submitted, then resubmit it. Or add it to any other piece.',
      )
    case 'resubmit-changes':
      return words('resubmit the piece that you have changed. What you submitted last keeps counting.')
    case 'tell-step':
      return words(
        `${next.step.name.toLowerCase()}. Do this in your account with ${regulator}, then tell us so that we stop asking.`,
      )
    case 'copy-piece':
      return words(
        `copy what you have submitted into your account with ${regulator}. Confer has not sent it.`,
      )
    case 'wait-for-step':
    case 'nothing':
      return null
  }
}

function notCopied({ notCopied, current }: Standing): string | null {
  if (notCopied.length === 0) return null
  return `You have not marked ${counted(notCopied.length, 'piece that counts', 'pieces that count')} as copied to ${current.pack.names.regulator}.`
}
