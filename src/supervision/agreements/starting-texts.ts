import { formsInWords } from '../../organisations/policy-words.ts'
import { counted } from '../../platform/ui/words.ts'
import { howOftenInWords } from '../policy/policy-words.ts'
import type { Policy, Span } from '../policy/policy.ts'
import type { Texts } from '../shared-drafts/shared-draft.ts'
import type { AgreementQuestionId } from './agreement-questions.ts'

/**
 * What a first agreement starts from: what the policy says already, and who can open it. Both change it as they like. Without an
 * organisation nobody else can open anything, and there is nobody above the supervisor.
 */
export function startingTexts(policy: Policy, isInOrganisation: boolean): Texts {
  const opened = isInOrganisation
    ? 'The supervisor’s manager and an auditor can open what we share for a reason and for a time that both of us see.'
    : 'What we share nobody else can open.'
  const settled = isInOrganisation
    ? 'either of us can take it to the supervisor’s manager'
    : 'either of us can end this supervision, saying why'
  const texts: Partial<Record<AgreementQuestionId, string>> = {
    frequency: howOftenInWords(policy),
    length: `At least ${policy.shortestMinutes} minutes without interruption.`,
    place: `In a room where nobody overhears us. Forms that the policy allows: ${policy.forms.map(form => formsInWords[form].toLowerCase()).join(', ')}.`,
    interruptions: `Only an emergency. Whoever cancels says why and plans a new session, to be held within ${counted(policy.workingDaysToRebook, 'working day', 'working days')}. The same holds after an absence.`,
    structure:
      'Open actions first, then what each of us has put on the agenda: cases, reflection, learning and development, workload and wellbeing.',
    recording: `The supervisor writes the joint record, and the supervisee agrees with it or says in their own words where they do not. Decisions about cases go to the case-recording system. Notes of one’s own nobody else can open. ${opened} Supervision records can be ordered by a court.`,
    confidentiality:
      'What is said stays between us, but for what must be passed on: a risk of harm to somebody, practice that is not safe, and what the law requires.',
    disagreement: `We talk first. What is not settled stands in the record in each one’s own words, and ${settled}.`,
  }
  return texts
}

/**
 * How often an agreement says that sessions are held, where it says one thing that we can read, such as "every 2 weeks",
 * "fortnightly" or "monthly". Null where it says nothing or several things: then the policy decides.
 */
export function readFrequency(text: string): Span | null {
  const found = [...text.toLowerCase().matchAll(frequencies)].map(match => spanOf(match))
  const [first] = found
  if (first === undefined || first === null) return null
  return found.every(span => span !== null && isSame(span, first)) ? first : null
}

const frequencies =
  /\b(?:every (?:(other|\d{1,2}|one|two|three|four|five|six|eight) )?(week|month)s?|(weekly|fortnightly|monthly)|every (fortnight))\b/g

const numbers: Readonly<Record<string, number>> = {
  other: 2,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
}

function spanOf([, number, unit, adverb, fortnight]: RegExpExecArray): Span | null {
  if (fortnight !== undefined || adverb === 'fortnightly') return { weeks: 2 }
  if (adverb === 'weekly') return { weeks: 1 }
  if (adverb === 'monthly') return { months: 1 }
  const count = number === undefined ? 1 : (numbers[number] ?? Number(number))
  if (count < 1) return null
  return unit === 'week' ? { weeks: count } : { months: count }
}

function isSame(one: Span, other: Span): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
