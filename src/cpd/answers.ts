import { readDate } from '../platform/day.ts'
import type { DateParts, DatePart, DateProblem, Day } from '../platform/day.ts'
import type { Question, RulePack } from '../schemes/rule-pack.ts'

/** A peer is known by what they do, never by name. */
export type Peer = { category: string; role: string }

/** What was typed, verbatim: a draft keeps wrong dates and unknown types too. Rules apply at submission. */
export type Answers = {
  /** By question id: the title and the free-text answers. */
  texts: Record<string, string>
  type: string
  date: DateParts
  peerReflection: { text: string; peers: readonly Peer[]; settings: readonly string[] }
  standards: readonly string[]
}

/** Which answer is wrong and how, as a code: the screen owns the words. `row` counts from 0. */
export type Problem = { questionId: string } & (
  | { code: 'title-missing' }
  | { code: 'title-too-long'; limit: number; length: number }
  | { code: 'type-missing' }
  | { code: 'type-unknown' }
  | { code: 'date-wrong'; problem: DateProblem; parts: readonly DatePart[] }
  | { code: 'date-in-the-future' }
  | { code: 'text-missing' }
  | { code: 'text-too-long'; limit: number; length: number }
  | { code: 'peer-reflection-missing' }
  | { code: 'peer-reflection-too-long'; limit: number; length: number }
  | { code: 'peers-missing' }
  | { code: 'peer-category-missing'; row: number }
  | { code: 'peer-category-unknown'; row: number }
  | { code: 'peer-role-missing'; row: number }
  | { code: 'peer-role-too-long'; row: number; limit: number; length: number }
  | { code: 'setting-unknown' }
  | { code: 'standards-missing' }
  | { code: 'standard-unknown' }
)

/** Worth saying, and no reason to refuse. */
export type Notice = { questionId: string; code: 'peers-without-peer-reflection' }

export function emptyAnswers(): Answers {
  return {
    texts: {},
    type: '',
    date: { day: '', month: '', year: '' },
    peerReflection: { text: '', peers: [], settings: [] },
    standards: [],
  }
}

/**
 * White space, control and zero-width characters, combining marks with nothing to combine with, and letters and
 * symbols that are drawn as nothing: the Braille blank, the blank Egyptian hieroglyphs, the null note head, and the
 * place-holder of an object that was not pasted with the text. The Hangul fillers are default ignorable. Characters
 * too new for this runtime to know are not among them: somebody's script may be.
 */
const something =
  /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{M}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/v

/** Whether there is anything to read in a text. It asks for no letters: "✔" and "…" say something. */
export function saysSomething(text: string): boolean {
  return something.test(text)
}

/** How long a text is, as the limit counts: in code points, a line break as one however it was sent. */
export function codePoints(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const next = text.charCodeAt(i + 1)
    const pair = unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
    if (pair || (unit === 0x0d && next === 0x0a)) i++
    count++
  }
  return count
}

/** Everything that stands in the way of submitting these answers, in the order of the questions. */
export function findProblems(pack: RulePack, answers: Answers, today: Day): Problem[] {
  return pack.questions.flatMap(question => problemsWith(pack, question, answers, today))
}

/** What is worth a word at submission although it does not stand in the way. */
export function findNotices(pack: RulePack, answers: Answers): Notice[] {
  const { text, peers, settings } = answers.peerReflection
  const given = settings.length > 0 || filledRows(peers).length > 0
  if (!given || saysSomething(text)) return []
  return pack.questions
    .filter(question => question.kind === 'peer-reflection')
    .map(question => ({ questionId: question.id, code: 'peers-without-peer-reflection' }))
}

function problemsWith(pack: RulePack, question: Question, answers: Answers, today: Day): Problem[] {
  const questionId = question.id
  switch (question.kind) {
    case 'title': {
      const title = answers.texts[questionId] ?? ''
      const length = codePoints(title)
      if (question.required && !saysSomething(title)) return [{ questionId, code: 'title-missing' }]
      return length > pack.longestAnswer
        ? [{ questionId, code: 'title-too-long', limit: pack.longestAnswer, length }]
        : []
    }
    case 'type': {
      if (answers.type === '') return question.required ? [{ questionId, code: 'type-missing' }] : []
      return isOneOf(pack.typesOfCpd, answers.type) ? [] : [{ questionId, code: 'type-unknown' }]
    }
    case 'date':
      // Always required, whatever the pack says: no verdict can be given on a piece without one. A date long ago is
      // allowed: the verdict says which year it falls in.
      return dateProblems(questionId, answers.date, today)
    case 'text': {
      const text = answers.texts[questionId] ?? ''
      const length = codePoints(text)
      if (question.required && !saysSomething(text)) return [{ questionId, code: 'text-missing' }]
      return length > pack.longestAnswer
        ? [{ questionId, code: 'text-too-long', limit: pack.longestAnswer, length }]
        : []
    }
    case 'peer-reflection':
      return peerReflectionProblems(pack, question, answers)
    case 'standards': {
      if (answers.standards.length === 0)
        return question.required ? [{ questionId, code: 'standards-missing' }] : []
      const unknown = answers.standards.some(standard => !isOneOf(pack.standards, standard))
      return unknown ? [{ questionId, code: 'standard-unknown' }] : []
    }
  }
}

function dateProblems(questionId: string, typed: DateParts, today: Day): Problem[] {
  const read = readDate(typed)
  if (!read.ok) return [{ questionId, code: 'date-wrong', problem: read.problem, parts: read.parts }]
  return read.day > today ? [{ questionId, code: 'date-in-the-future' }] : []
}

function peerReflectionProblems(pack: RulePack, question: Question, answers: Answers): Problem[] {
  const questionId = question.id
  const { text, peers, settings } = answers.peerReflection
  const length = codePoints(text)
  if (length > pack.longestAnswer)
    return [{ questionId, code: 'peer-reflection-too-long', limit: pack.longestAnswer, length }]
  // Where P says nothing, peers and settings are left over and nobody reads them.
  if (!saysSomething(text)) return question.required ? [{ questionId, code: 'peer-reflection-missing' }] : []

  const rows = filledRows(peers)
  const problems: Problem[] = rows.length === 0 ? [{ questionId, code: 'peers-missing' }] : []
  for (const { row, category, role } of rows) {
    if (category === '') problems.push({ questionId, code: 'peer-category-missing', row })
    else if (!isOneOf(pack.peerCategories, category))
      problems.push({ questionId, code: 'peer-category-unknown', row })
    const roleLength = codePoints(role)
    if (!saysSomething(role)) problems.push({ questionId, code: 'peer-role-missing', row })
    else if (roleLength > pack.longestAnswer)
      problems.push({
        questionId,
        code: 'peer-role-too-long',
        row,
        limit: pack.longestAnswer,
        length: roleLength,
      })
  }
  if (settings.some(setting => !isOneOf(pack.settings, setting)))
    problems.push({ questionId, code: 'setting-unknown' })
  return problems
}

/** A form shows empty rows for more peers: those are not answers. */
function filledRows(peers: readonly Peer[]): (Peer & { row: number })[] {
  return peers
    .map((peer, row) => ({ ...peer, row }))
    .filter(peer => peer.category !== '' || saysSomething(peer.role))
}

function isOneOf(options: readonly { id: string }[], id: string): boolean {
  return options.some(option => option.id === id)
}
