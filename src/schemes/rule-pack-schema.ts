import { z } from 'zod'
import { addDays, parseDay } from '../platform/day.ts'

/**
 * What a rule pack may say. A rule pack is everything that one regulator's requirement was from one day to another,
 * as data: the code knows no number of pieces, no question and no date.
 *
 * Objects are strict, so that a misspelt setting is an error and not a rule that silently does not apply.
 */

const text = z.string().trim().min(1)
const count = z.int().min(0)

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'an id is lower-case letters and digits, joined by single hyphens or dots',
  )

const day = z.string().transform((value, context) => {
  const parsed = parseDay(value)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `${JSON.stringify(value)} is not a day such as 2026-11-30` })
  return z.NEVER
})

/** A day of every year, so not 29 February: 2025 has none. */
const monthDay = z
  .string()
  .refine(
    value => parseDay(`2025-${value}`) !== null,
    'write a day that every year has as MM-DD, such as 11-30',
  )

const timeZone = z
  .string()
  .refine(isTimeZone, 'not a time zone that this machine knows, such as Europe/London')

/** A moment by the clock of the pack's time zone. */
const localTime = z
  .string()
  .refine(
    value =>
      /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value) &&
      parseDay(value.slice(0, 10)) !== null,
    'write a moment as 2026-11-30T23:59:59, in the time of the pack',
  )

const named = z.strictObject({ id, name: text })

/** `{n}` stands for the number. */
const plural = z.strictObject({
  one: text,
  other: text.includes('{n}', 'say where the number goes, with {n}'),
})

const registrationYear = z.strictObject({ startsOn: monthDay, endsOn: monthDay, timeZone }).refine(
  // 2027, so that the day after 28 February is 1 March and the year has no 29 February to lose.
  year => nextMonthDay(year.endsOn) === year.startsOn,
  'startsOn must be the day after endsOn: a registration year is a whole year',
)

const requirement = z
  .strictObject({
    pieces: count,
    piecesWithPeerReflection: count,
    /** Two pieces are identical when the answers to these questions are, once normalised. */
    comparedQuestions: z.array(id).min(1),
    /** From this share of common writing on, two pieces are very like: a warning, never a refusal. */
    veryLike: z.number().min(0).max(1),
  })
  .refine(
    it => it.piecesWithPeerReflection <= it.pieces,
    'no more pieces can need a peer reflection than pieces are needed',
  )

const step = z.strictObject({
  id,
  name: text,
  requiredOf: z.enum(['who-must-record', 'everyone-on-the-register']),
  /** The day it can first be done, or `null` where it can be done all year. */
  opensOn: monthDay.nullable(),
  /** Whether the person tells us that it is done, or our own record shows it. */
  toldBy: z.enum(['person', 'record']),
})

const question = z.strictObject({
  id,
  kind: z.enum(['title', 'type', 'date', 'text', 'peer-reflection', 'standards']),
  /** A short heading, for lists and tables. */
  label: text,
  /** The question as it is asked, kept with every submission. */
  question: text,
  hint: z.string(),
  required: z.boolean(),
  /** A letter that the regulator's own form puts beside the question. */
  mark: z.enum(['P']).nullable().default(null),
})

const peerCategory = z.strictObject({
  id,
  name: text,
  /** Which of the three sorts of people who count as a peer it belongs to. */
  group: z.enum(['social-worker', 'manager', 'other-professional']),
})

const reminder = z.strictObject({
  on: monthDay,
  kind: z.enum([
    'year-opens',
    'quarterly',
    'window-opens',
    'direct-debit-set-up',
    'direct-debit',
    'outstanding',
    'last-days',
    'last-day',
  ]),
})

const wording = z.strictObject({
  /** The requirement in one or two sentences. */
  requirement: text,
  /** Who must meet it, in one sentence. */
  whoMust: text,
  /** When a year ends and until when a piece can be submitted, in one sentence. */
  cutOff: text,
  /** '1 piece of CPD', '2 pieces of CPD' */
  pieces: plural,
  /** 'submit 1 more piece of CPD' reads on from 'You still need to' */
  missingPieces: plural,
  /** 'add a peer reflection to 1 piece of CPD' reads on from 'You still need to' */
  missingPeerReflections: plural,
  /** What the regulator's form says beside the marked question; `null` where the form has none. */
  peerReflectionMark: text.nullable(),
})

const registerPeriod = z.strictObject({ from: day, to: day.nullable(), kind: z.enum(['joined', 'restored']) })

const exampleSubmission = z.strictObject({
  at: localTime,
  date: day,
  /** Stands for the answer to every compared question. */
  writing: text,
  peerReflection: z.string().default(''),
  withdrawnAt: localTime.nullable().default(null),
})

const examplePiece = z.strictObject({
  id,
  /** A never-submitted draft, or unsubmitted changes to a submitted piece; its date as far as one is given. */
  draft: z.strictObject({ date: day.nullable() }).nullable().default(null),
  submissions: z.array(exampleSubmission).default([]),
})

const example = z.strictObject({
  name: text,
  /** The registration year that is judged, by the year in which it closes. */
  year: z.int(),
  at: localTime,
  registration: z.strictObject({
    periods: z.array(registerPeriod),
    voluntaryRemovalAppliedOn: day.nullable().default(null),
  }),
  pieces: z.array(examplePiece),
  verdict: z.strictObject({
    outcome: z.enum(['met', 'not-met', 'not-required']),
    why: z.string().nullable().default(null),
    pieces: count,
    withPeerReflection: count,
    /** Why each piece counts or does not, and after a space any warning: 'counts very-like'. */
    reasons: z.record(id, text),
  }),
})

export const rulePackSchema = z
  .strictObject({
    /** The scheme's id, and the name of its folder. */
    scheme: id,
    version: id,
    names: z.strictObject({ regulator: text, scheme: text }),
    /** A pack governs every registration year whose last day lies within its validity. */
    validFrom: day,
    validTo: day.nullable(),
    registrationYear,
    /** Days after the last day of the year on which a piece can still be submitted. The date gets no grace. */
    graceDays: count,
    requirement,
    /** Whoever came onto the register on or after this day of the closing year need not record. */
    whoMust: z.strictObject({ registeredBefore: monthDay }),
    steps: z.array(step).min(1),
    /** The longest answer, title and job role, in code points. */
    longestAnswer: z.int().min(1),
    questions: z.array(question).min(1),
    typesOfCpd: z.array(named),
    peerCategories: z.array(peerCategory),
    settings: z.array(named),
    standards: z.array(named),
    reminders: z.array(reminder),
    /** No format is checked: no source gives one. */
    registrationNumber: z.strictObject({ label: text, hint: z.string() }),
    wording,
    /** Where each fact comes from. An S-number is a source in the list of the project's domain reference. */
    sources: z.array(z.strictObject({ fact: text, source: text })).min(1),
    examples: z.array(example),
  })
  .superRefine((pack, context) => {
    const problem = (path: readonly (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: [...path], message })
    const ofKind = (kind: Question['kind']) => pack.questions.filter(asked => asked.kind === kind)

    if (pack.validTo !== null && pack.validTo < pack.validFrom) problem(['validTo'], 'ends before validFrom')

    for (const kind of ['title', 'date'] as const)
      if (ofKind(kind).length !== 1) problem(['questions'], `ask exactly one question of the kind '${kind}'`)
    for (const kind of ['type', 'peer-reflection', 'standards'] as const)
      if (ofKind(kind).length > 1) problem(['questions'], `ask at most one question of the kind '${kind}'`)
    if (ofKind('type').length > 0 && pack.typesOfCpd.length === 0)
      problem(['typesOfCpd'], 'give the types that the question of the kind ‘type’ offers')
    if (ofKind('standards').length > 0 && pack.standards.length === 0)
      problem(['standards'], 'give the standards that the question of the kind ‘standards’ offers')
    if (ofKind('peer-reflection').length > 0 && pack.peerCategories.length === 0)
      problem(['peerCategories'], 'give the categories of peer that the peer reflection asks for')
    if (pack.requirement.piecesWithPeerReflection > 0 && ofKind('peer-reflection').length === 0)
      problem(['questions'], 'a peer reflection is required, so ask a question of the kind ‘peer-reflection’')
    for (const asked of ofKind('peer-reflection'))
      if (asked.required && pack.requirement.piecesWithPeerReflection < pack.requirement.pieces)
        problem(['questions'], 'not every piece needs a peer reflection, so its question cannot be required')

    for (const compared of pack.requirement.comparedQuestions)
      if (!pack.questions.some(asked => asked.id === compared && asked.kind === 'text'))
        problem(['requirement', 'comparedQuestions'], `no question of the kind 'text' has the id ${compared}`)

    for (const list of [
      'steps',
      'questions',
      'typesOfCpd',
      'peerCategories',
      'settings',
      'standards',
    ] as const)
      for (const twice of repeated(pack[list].map(item => item.id)))
        problem([list], `the id ${twice} is used twice`)
    for (const twice of repeated(pack.examples.map(given => given.name)))
      problem(['examples'], `two examples have the name ${JSON.stringify(twice)}`)
  })

type Question = z.infer<typeof question>

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))]
}

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)
}

/** In 2027, which has no 29 February: the day after 28 February is 1 March. */
function nextMonthDay(value: string): string | null {
  const inSomeYear = parseDay(`2027-${value}`)
  return inSomeYear === null ? null : addDays(inSomeYear, 1).slice(5)
}
