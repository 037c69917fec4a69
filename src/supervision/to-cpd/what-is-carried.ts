import { saysSomething, type Answers } from '../../cpd/answers.ts'
import { startingAnswers } from '../../cpd/starting-answers.ts'
import { partsOfDay, type Day } from '../../platform/day.ts'
import { questionOfKind, type Question, type RulePack } from '../../schemes/rule-pack.ts'
import { knownForForm, whichIsIt, type WhichIsItAnswers } from '../../which-is-it/which-is-it.ts'
import type { SignedRecord } from '../record/joint-record.ts'

/** Words of the session that its supervisee may take along, each only if they choose it. */
export interface Carried {
  readonly id: string
  readonly label: string
  readonly text: string
}

/** Own notes, what was signed, what they said of it and what they are to do. A draft of the record is nobody's word yet. */
export function whatMayBeCarried({
  personId,
  note,
  signed,
}: {
  readonly personId: string
  readonly note: string
  readonly signed: SignedRecord | null
}): readonly Carried[] {
  const own = signed?.answers.find(answer => answer.personId === personId)
  const actions = signed?.content.actions.filter(({ ownerId }) => ownerId === personId) ?? []
  return [
    { id: 'notes', label: 'Your notes', text: note },
    ...(signed?.content.sections ?? []).map(({ id, question, text }) => ({
      id,
      label: `From the record: ${question}`,
      text,
    })),
    { id: 'answer', label: 'Your own words on the record', text: own?.words ?? '' },
    {
      id: 'actions',
      label: 'What you agreed to do',
      text: actions.map(({ what }) => what).join('\n'),
    },
  ].filter(({ text }) => saysSomething(text))
}

/**
 * Names of others in the session that stand in a text: as they are known there, whole or by one word of it. For a warning; what
 * a text calls somebody who was not there, this cannot know.
 */
export function namesIn(text: string, names: readonly string[]): readonly string[] {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{M}]+/u))
  return names.filter(name =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u)
      .some(part => part.length > 1 && words.has(part)),
  )
}

/**
 * The answers that a draft starts from. The type and the day are those of the session only where the learning comes from it: of
 * other learning that was talked over in it, the day is another one, which only its author knows.
 */
export function answersToStartFrom(
  pack: RulePack,
  {
    answers,
    day,
    carried,
  }: { readonly answers: WhichIsItAnswers; readonly day: Day; readonly carried: readonly Carried[] },
): Answers {
  const known = knownForForm(pack, answers)
  const start = startingAnswers(pack, name => known[name] ?? null)
  const dated = answers.learning === 'other-activity' ? start : { ...start, date: partsOfDay(day) }
  const words = carried.map(({ text }) => text.trim()).join('\n\n')
  const question = questionForWords(pack, answers)
  if (words === '' || question === null) return dated
  if (question.kind === 'peer-reflection')
    return { ...dated, peerReflection: { ...dated.peerReflection, text: words } }
  return { ...dated, texts: { ...dated.texts, [question.id]: words } }
}

/** Other learning was talked over: what was said then is what the talk taught. Else it is what the session taught. */
function questionForWords(pack: RulePack, answers: WhichIsItAnswers): Question | null {
  if (whichIsIt(answers).kind === 'peer-reflection') return questionOfKind(pack, 'peer-reflection')
  const texts = pack.questions.filter(({ kind }) => kind === 'text')
  return texts.find(({ id }) => id === 'learning') ?? texts[0] ?? null
}

/** Where the form is opened: at the peer reflection, where there is to be one. */
export function questionToOpen(pack: RulePack, answers: WhichIsItAnswers): Question | null {
  return whichIsIt(answers).gives.peerReflections > 0
    ? questionOfKind(pack, 'peer-reflection')
    : questionForWords(pack, answers)
}
